import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, LocalDateScalar, PhoneNumberScalar } from '@upstander/platform';
import { BusinessRole, BusinessStatus } from './business-status.js';
import { DomainProof } from './domain-proof.js';

@ObjectType({ description: 'Somebody who acts for a business.' })
export class BusinessMember {
  @Field(() => ID) accountId!: string;
  @Field(() => String, { description: 'As whoever added them wrote it.' }) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => BusinessRole) role!: BusinessRole;
  @Field(() => Boolean, { description: 'Stopped by staff: may do nothing for the business.' }) frozen!: boolean;
  @Field(() => DateTimeScalar) addedAt!: Date;
}

/** What its members and staff both see of a business. */
@ObjectType({ isAbstract: true })
export class BusinessFacts {
  @Field(() => ID) id!: string;
  @Field(() => String) legalName!: string;
  @Field(() => String, { description: 'As the register of its country has it.' }) registrationNumber!: string;
  @Field(() => String) street!: string;
  @Field(() => String) city!: string;
  @Field(() => String) region!: string;
  @Field(() => String) postalCode!: string;
  @Field(() => String, { description: 'ISO 3166: two letters.' }) country!: string;
  @Field(() => String) website!: string;
  @Field(() => String, { description: 'Who is responsible for the people it takes on.' }) supervisorName!: string;
  @Field(() => String) supervisorTitle!: string;
  @Field(() => PhoneNumberScalar) supervisorPhone!: string;
  @Field(() => String, { description: 'What it offers; not vetted, free to change.' }) offers!: string;
  @Field(() => BusinessStatus) status!: BusinessStatus;
  @Field(() => String, {
    description: 'What staff said to the business about its state; empty when nothing is to say.',
  })
  statusReason!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day (UTC) of its approval; for a lapsed one the day it ran out.',
  })
  approvedUntil!: string | null;
  @Field(() => Boolean, { description: 'Approved, and submitted again for the next year: still shown meanwhile.' })
  renewing!: boolean;
  @Field(() => DateTimeScalar, { description: 'When it was last submitted.' }) submittedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last approved.' }) vettedAt!: Date | null;
  @Field(() => [BusinessMember]) members!: BusinessMember[];
  @Field(() => DomainProof) domainProof!: DomainProof;
  @Field(() => Int, { description: 'How many people of staff have approved this round.' }) approvalsGiven!: number;
  @Field(() => Int) approvalsNeeded!: number;
}
