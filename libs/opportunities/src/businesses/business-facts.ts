import type { Type } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, SeenBy, type Audience } from '@upstander/platform';
import { BusinessRole } from './business-status.js';
import { Business } from './business.entity.js';
import { DomainVerification } from './domain-verification.js';

@ObjectType({ description: 'A person who can act for a business.' })
export class BusinessMember {
  @Field(() => ID) accountId!: string;
  @Field(() => String, { description: 'Name, as entered by the person who added them.' }) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => BusinessRole) role!: BusinessRole;
  @Field(() => Boolean, { description: 'True if staff blocked this member from acting for the business.' })
  frozen!: boolean;
  @Field(() => DateTimeScalar) addedAt!: Date;
}

export interface BusinessExtras {
  members: BusinessMember[];
  domainVerification: DomainVerification;
  approvalsGiven: number;
  approvalsNeeded: number;
}

export function BusinessSeenBy(audience: Audience): Type<Business & BusinessExtras> {
  @ObjectType({ isAbstract: true })
  class Facts extends SeenBy(Business, audience) implements BusinessExtras {
    @Field(() => [BusinessMember]) members!: BusinessMember[];
    @Field(() => DomainVerification) domainVerification!: DomainVerification;
    @Field(() => Int, { description: 'Number of staff members who approved this round.' }) approvalsGiven!: number;
    @Field(() => Int) approvalsNeeded!: number;
  }
  return Facts;
}
