import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@ObjectType({ description: 'A valid credential, as shown in lists of volunteers.' })
export class HeldCredential {
  @Field(() => ID) typeId!: string;
  @Field(() => String, { description: 'Name in English.' }) name!: string;
  @Field(() => String, { description: 'Name in Spanish.' }) nameEs!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day it is valid; null if it does not expire.' })
  expiresOn!: string | null;
  @Field(() => Boolean, { description: "True if it expires within its type's reminder period." }) endsSoon!: boolean;
}
