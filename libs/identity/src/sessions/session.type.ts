import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'One browser somebody is signed in on.' })
export class Session {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  lastSeenAt!: Date;

  @Field(() => String)
  userAgent!: string;

  @Field(() => Boolean, { description: 'Whether it is the browser that asks.' })
  current!: boolean;
}
