import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';
import { BusinessSeenBy } from './business-facts.js';
import { BusinessStatus } from './business-status.js';
import { EvidenceKind } from './evidence-kind.js';

@ObjectType({ description: 'Evidence about a business. Entries never change; the latest of each kind counts.' })
export class BusinessEvidence {
  @Field(() => ID) id!: string;
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => Boolean) passed!: boolean;
  @Field(() => String, { description: 'Source of the evidence: a URL, a registry, or a phone number.' })
  source!: string;
  @Field(() => String) note!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who recorded it; null for the business itself, by domain email.',
  })
  recordedBy!: string | null;
  @Field(() => DateTimeScalar) recordedAt!: Date;
}

@ObjectType({ description: "A staff member's approval in this round." })
export class BusinessApproval {
  @Field(() => ID) accountId!: string;
  @Field(() => String) name!: string;
  @Field(() => DateTimeScalar) approvedAt!: Date;
}

@ObjectType({ description: 'One item of the vetting checklist.' })
export class EvidenceStep {
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => Boolean, { description: 'True if it is required for approval.' }) required!: boolean;
  @Field(() => Boolean) done!: boolean;
  @Field(() => Boolean, { description: 'True if the latest check did not pass.' }) failed!: boolean;
}

@ObjectType({ description: 'A vetted field that changed since the last approval.' })
export class BusinessChange {
  @Field(() => String, { description: 'Name of the field in ManagedBusiness.' }) field!: string;
  @Field(() => String) before!: string;
  @Field(() => String) after!: string;
}

@ObjectType({ description: 'An entry in the history of a business, as shown to staff.' })
export class ManagedBusinessEvent {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, { description: 'Kind of event, as in `BusinessEvent.kind`.' }) kind!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who did it; null for automatic changes and emailed links.',
  })
  actorName!: string | null;
  @Field(() => BusinessStatus, { nullable: true }) fromStatus!: BusinessStatus | null;
  @Field(() => BusinessStatus, { nullable: true }) toStatus!: BusinessStatus | null;
  @Field(() => String) note!: string;
}

@ObjectType({ description: 'A business, as shown to the staff who vet it.' })
export class ManagedBusiness extends BusinessSeenBy('staff') {
  @Field(() => [BusinessEvidence], { description: 'Evidence of this vetting round, newest first.' })
  evidence!: BusinessEvidence[];
  @Field(() => [EvidenceStep]) checklist!: EvidenceStep[];
  @Field(() => [BusinessApproval], { description: 'Approvals of this round.' }) approvals!: BusinessApproval[];
  @Field(() => [BusinessChange]) changes!: BusinessChange[];
  @Field(() => Boolean) mayApprove!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'Reason the caller cannot approve it: ALREADY_APPROVED, EVIDENCE_MISSING, NOT_IN_REVIEW, or OWN_BUSINESS.',
  })
  cannotApproveBecause!: string | null;
  @Field(() => [ManagedBusinessEvent], { description: 'History of the business, newest first.' })
  history!: ManagedBusinessEvent[];
  @Field(() => Int, { description: 'Number of opportunities currently public.' }) opportunitiesShown!: number;
  @Field(() => Int) opportunitiesTotal!: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it started waiting for staff; null if it is not waiting.',
  })
  waitingSince!: Date | null;
  @Field(() => Int, { description: 'Declined businesses with the same registration number.' })
  previousRefusals!: number;
}

@ObjectType()
export class ManagedBusinessConnection extends ConnectionOf(ManagedBusiness, 'ManagedBusiness') {}
