import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';
import { BusinessStatus } from '../businesses/business-status.js';
import { OpportunityStateSeenBy } from '../opportunities/my-opportunity.js';
import { HarmTag, OpportunityKind } from '../opportunities/opportunity-enums.js';
import { OpportunityStatus } from '../opportunities/opportunity-status.js';
import { OpportunityFacts } from '../opportunities/public-opportunity.js';

@ObjectType({ description: 'A field that changed since staff approved it.' })
export class FieldChange {
  @Field(() => String) field!: string;
  @Field(() => String) before!: string;
  @Field(() => String) after!: string;
}

@ObjectType({ description: 'An entry in the history of an opportunity.' })
export class OpportunityEvent {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, { description: 'Kind of event, for example POSTED, APPROVED, or RENEWED.' }) kind!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who did it; null for automatic changes and emailed links.',
  })
  actorName!: string | null;
  @Field(() => OpportunityStatus, { nullable: true }) fromStatus!: OpportunityStatus | null;
  @Field(() => OpportunityStatus, { nullable: true }) toStatus!: OpportunityStatus | null;
  @Field(() => String) note!: string;
}

@ObjectType({ implements: () => OpportunityFacts, description: 'An opportunity, as shown to staff.' })
export class ManagedOpportunity extends OpportunityStateSeenBy('staff') {
  @Field(() => BusinessStatus) businessStatus!: BusinessStatus;
  @Field(() => [HarmTag]) override harmTags!: HarmTag[];
  @Field(() => [FieldChange], { description: 'Changes since the last approval; empty before the first approval.' })
  changes!: FieldChange[];
  @Field(() => [OpportunityEvent], { description: 'History of the opportunity, newest first; at most 100.' })
  history!: OpportunityEvent[];
  @Field(() => String, { nullable: true }) override approvedBy!: string | null;
  @Field(() => Boolean) mayApprove!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Reason the caller cannot approve it: NOT_IN_REVIEW, OWN_BUSINESS, or BUSINESS_NOT_APPROVED.',
  })
  cannotApproveBecause!: string | null;
}

@ObjectType()
export class ManagedOpportunityConnection extends ConnectionOf(ManagedOpportunity, 'ManagedOpportunity') {}

@InputType({ description: 'Filter for opportunities; all criteria must match.' })
export class ManageOpportunitiesFilter {
  @Field(() => [OpportunityStatus], { nullable: true, description: 'Only opportunities with one of these statuses.' })
  status?: OpportunityStatus[] | null;
  @Field(() => [OpportunityKind], { nullable: true, description: 'Only opportunities of one of these kinds.' }) kind?:
    | OpportunityKind[]
    | null;
  @Field(() => ID, { nullable: true }) businessId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True for opportunities with red flags, false for the others.' })
  flagged?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Words from the title, description, or place.' })
  search?: string | null;
}
