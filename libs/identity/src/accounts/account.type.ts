import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, EmailAddressScalar } from '@upstander/platform';
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

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last signed in, as long as that is kept.' })
  lastSignInAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the account is closed.' })
  disabledAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a lost second step is forgotten, if nobody stops it.',
  })
  secondStepResetAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether signing in also takes a code from an authenticator app.' })
  hasSecondStep!: boolean;
}

@ObjectType()
export class AccountConnection extends ConnectionOf(Account, 'Account') {}
