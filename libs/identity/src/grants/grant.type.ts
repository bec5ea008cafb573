import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { Chapter } from '../chapters/chapter.entity.js';
import { Role, type RoleName } from '../roles/role.js';

@ObjectType({ description: 'A role granted to an account.' })
export class Grant {
  @Field(() => Role)
  role!: RoleName;

  @Field(() => DateTimeScalar)
  since!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who granted or requested it; null if granted from the command line.',
  })
  grantedBy!: string | null;

  @Field(() => Chapter, { nullable: true, description: 'The chapter it applies to; null for the whole organization.' })
  chapter!: Chapter | null;
}
