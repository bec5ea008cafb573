import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EmailAddressScalar } from '@upstander/platform';
import { Grant } from '../grants/grant.type.js';
import { Locale, type LocaleName } from './locale.js';

@ObjectType({ description: 'Somebody who can sign in.' })
export class Account {
  @Field(() => ID)
  id!: string;

  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Locale)
  locale!: LocaleName;

  @Field(() => [Grant])
  grants!: Grant[];

  @Field(() => Boolean, { description: 'Whether signing in also takes a code from an authenticator app.' })
  hasSecondStep!: boolean;
}

@ObjectType()
export class AccountConnection extends ConnectionOf(Account, 'Account') {}
