import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';
import { BusinessSeenBy } from './business-facts.js';
import { BusinessStatus } from './business-status.js';
import { EvidenceKind } from './evidence-kind.js';

@ObjectType({ description: 'Something that was looked at. Added, never changed: the latest of a kind counts.' })
export class BusinessEvidence {
  @Field(() => ID) id!: string;
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => Boolean) passed!: boolean;
  @Field(() => String, { description: 'Where it was looked: an address, a register, a number.' }) source!: string;
  @Field(() => String) note!: string;
  @Field(() => String, { nullable: true, description: 'Null: the business, by our mail to its domain.' })
  recordedBy!: string | null;
  @Field(() => DateTimeScalar) recordedAt!: Date;
}

@ObjectType({ description: 'A yes of one person of staff in this round.' })
export class BusinessApproval {
  @Field(() => ID) accountId!: string;
  @Field(() => String) name!: string;
  @Field(() => DateTimeScalar) approvedAt!: Date;
}

@ObjectType({ description: 'A line of the checklist.' })
export class EvidenceStep {
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => Boolean, { description: 'Whether nobody is approved without it.' }) required!: boolean;
  @Field(() => Boolean) done!: boolean;
  @Field(() => Boolean, { description: 'The latest look did not pass.' }) failed!: boolean;
}

@ObjectType({ description: 'A vetted field that is not as it was when the business was last approved.' })
export class BusinessChange {
  @Field(() => String, { description: 'The name of the field of ManagedBusiness.' }) field!: string;
  @Field(() => String) before!: string;
  @Field(() => String) after!: string;
}

@ObjectType({ description: 'A moment in the history of a business, as staff sees it.' })
export class BusinessEvent {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, { description: 'One of the words of BusinessMoment.kind.' }) kind!: string;
  @Field(() => String, { nullable: true, description: 'Null: the calendar, or a link in a mail.' })
  actorName!: string | null;
  @Field(() => BusinessStatus, { nullable: true }) fromStatus!: BusinessStatus | null;
  @Field(() => BusinessStatus, { nullable: true }) toStatus!: BusinessStatus | null;
  @Field(() => String) note!: string;
}

@ObjectType({ description: 'A business as those who vet it see it.' })
export class ManagedBusiness extends BusinessSeenBy('staff') {
  @Field(() => [BusinessEvidence], { description: 'What counts in this vetting, the newest first.' })
  evidence!: BusinessEvidence[];
  @Field(() => [EvidenceStep]) checklist!: EvidenceStep[];
  @Field(() => [BusinessApproval], { description: 'Of this round.' }) approvals!: BusinessApproval[];
  @Field(() => [BusinessChange]) changes!: BusinessChange[];
  @Field(() => Boolean) mayApprove!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'ALREADY_APPROVED, EVIDENCE_MISSING, NOT_IN_REVIEW or OWN_BUSINESS.',
  })
  cannotApproveBecause!: string | null;
  @Field(() => [BusinessEvent], { description: 'The newest first.' }) history!: BusinessEvent[];
  @Field(() => Int, { description: 'Opportunities that anybody may see now.' }) opportunitiesShown!: number;
  @Field(() => Int) opportunitiesTotal!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while it does not wait for staff.' })
  waitingSince!: Date | null;
  @Field(() => Int, { description: 'Other businesses with this number that were refused before.' })
  refusedBefore!: number;
}

@ObjectType()
export class ManagedBusinessConnection extends ConnectionOf(ManagedBusiness, 'ManagedBusiness') {}
