import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, SeenBy } from '@upstander/platform';
import { Grant } from '../grants/grant.type.js';
import { Account } from './account.entity.js';

@ObjectType('Account', { description: 'Somebody who can sign in.' })
export class ShownAccount extends SeenBy(Account, 'owner') {
  @Field(() => [Grant]) grants!: Grant[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last signed in, as long as that is kept.' })
  lastSignInAt!: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a lost second step is forgotten, if nobody stops it.',
  })
  secondStepResetAt!: Date | null;
  @Field(() => Boolean, { description: 'Whether signing in also takes a code from an authenticator app.' })
  hasSecondStep!: boolean;
}

@ObjectType()
export class AccountConnection extends ConnectionOf(ShownAccount, 'Account') {}
