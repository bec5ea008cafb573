import type { Type } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, SeenBy, type Audience } from '@upstander/platform';
import { BusinessRole } from './business-status.js';
import { Business } from './business.entity.js';
import { DomainVerification } from './domain-verification.js';

@ObjectType({ description: 'Somebody who acts for a business.' })
export class BusinessMember {
  @Field(() => ID) accountId!: string;
  @Field(() => String, { description: 'As whoever added them wrote it.' }) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => BusinessRole) role!: BusinessRole;
  @Field(() => Boolean, { description: 'Stopped by staff: may do nothing for the business.' }) frozen!: boolean;
  @Field(() => DateTimeScalar) addedAt!: Date;
}

/** What is told of a business beside its own fields, to its members and to staff. */
export interface BusinessBeside {
  members: BusinessMember[];
  domainVerification: DomainVerification;
  approvalsGiven: number;
  approvalsNeeded: number;
}

/** A business as an audience sees it. */
export function BusinessSeenBy(audience: Audience): Type<Business & BusinessBeside> {
  @ObjectType({ isAbstract: true })
  class Facts extends SeenBy(Business, audience) implements BusinessBeside {
    @Field(() => [BusinessMember]) members!: BusinessMember[];
    @Field(() => DomainVerification) domainVerification!: DomainVerification;
    @Field(() => Int, { description: 'How many people of staff have approved this round.' }) approvalsGiven!: number;
    @Field(() => Int) approvalsNeeded!: number;
  }
  return Facts;
}
