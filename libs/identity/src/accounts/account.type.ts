import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, SeenBy } from '@upstander/platform';
import { CustomGrantDetails } from '../custom-roles/custom-role.entity.js';
import { Grant } from '../grants/grant.type.js';
import { Account } from './account.entity.js';

@ObjectType('Account', { description: 'An account that can sign in.' })
export class ShownAccount extends SeenBy(Account, 'owner') {
  @Field(() => [Grant], { description: 'Built-in roles.' }) grants!: Grant[];
  @Field(() => [ID], { description: 'IDs of the events and series that it co-organizes.' }) coOrganizedIds!: string[];
  @Field(() => [CustomGrantDetails], { description: 'Custom roles.' }) customGrants!: CustomGrantDetails[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the user last signed in, while that is retained.' })
  lastSignInAt!: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a lost authenticator app will be removed, unless stopped.',
  })
  secondStepResetAt!: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was linked to the identity provider; null if it is not.',
  })
  singleSignOnSince!: Date | null;
  @Field(() => Boolean, { description: 'True if signing in also requires a code from an authenticator app.' })
  hasSecondStep!: boolean;
}

@ObjectType()
export class AccountConnection extends ConnectionOf(ShownAccount, 'Account') {}
