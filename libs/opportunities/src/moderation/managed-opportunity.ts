import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';
import { BusinessStatus } from '../businesses/business-status.js';
import { OpportunityStateSeenBy } from '../opportunities/my-opportunity.js';
import { HarmTag, OpportunityKind } from '../opportunities/opportunity-enums.js';
import { OpportunityStatus } from '../opportunities/opportunity-status.js';
import { OpportunityFacts } from '../opportunities/public-opportunity.js';

@ObjectType({ description: 'A field as it was when staff approved it, and as it is now.' })
export class FieldChange {
  @Field(() => String) field!: string;
  @Field(() => String) before!: string;
  @Field(() => String) after!: string;
}

@ObjectType({ description: 'Something that happened to an opportunity.' })
export class OpportunityEvent {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, { description: 'What was done, such as POSTED, APPROVED or RENEWED.' }) kind!: string;
  @Field(() => String, { nullable: true, description: 'Null: the calendar, or a link from a mail.' })
  actorName!: string | null;
  @Field(() => OpportunityStatus, { nullable: true }) fromStatus!: OpportunityStatus | null;
  @Field(() => OpportunityStatus, { nullable: true }) toStatus!: OpportunityStatus | null;
  @Field(() => String) note!: string;
}

@ObjectType({ implements: () => OpportunityFacts, description: 'An opportunity as staff see it.' })
export class ManagedOpportunity extends OpportunityStateSeenBy('staff') {
  @Field(() => BusinessStatus) businessStatus!: BusinessStatus;
  @Field(() => [HarmTag]) override harmTags!: HarmTag[];
  @Field(() => [FieldChange], { description: 'What differs from the last approval; nothing before the first.' })
  changes!: FieldChange[];
  @Field(() => [OpportunityEvent], { description: 'The latest first; at most 100.' }) history!: OpportunityEvent[];
  @Field(() => String, { nullable: true }) override approvedBy!: string | null;
  @Field(() => Boolean) mayApprove!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'A code: NOT_IN_REVIEW, OWN_BUSINESS or BUSINESS_NOT_APPROVED.',
  })
  cannotApproveBecause!: string | null;
}

@ObjectType()
export class ManagedOpportunityConnection extends ConnectionOf(ManagedOpportunity, 'ManagedOpportunity') {}

@InputType({ description: 'Which opportunities to show; everything said must hold.' })
export class ManageOpportunitiesFilter {
  @Field(() => [OpportunityStatus], { nullable: true, description: 'Any of these.' })
  status?: OpportunityStatus[] | null;
  @Field(() => [OpportunityKind], { nullable: true, description: 'Any of these.' }) kind?: OpportunityKind[] | null;
  @Field(() => ID, { nullable: true }) businessId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those in which a rule found something, or only others.' })
  flagged?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Words from the title, the text or the place.' })
  search?: string | null;
}
