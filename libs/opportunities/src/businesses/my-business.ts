import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { BusinessSeenBy } from './business-facts.js';
import { BusinessRole, BusinessStatus } from './business-status.js';
import { EvidenceKind } from './evidence-kind.js';

@ObjectType({ description: 'An entry in the history of a business, as shown to the business.' })
export class BusinessEvent {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, {
    description:
      'Kind of event: registered, taken, approved, changes_requested, refused, suspended, reinstated, resubmitted, changed, lapsed, approval_undone; edited, domain_mailed, domain_verified; member_added, member_role, member_removed, member_frozen, member_unfrozen; for staff also approval (of one person) and evidence.',
  })
  kind!: string;
  @Field(() => BusinessStatus, { nullable: true }) fromStatus!: BusinessStatus | null;
  @Field(() => BusinessStatus, { nullable: true }) toStatus!: BusinessStatus | null;
  @Field(() => String, { description: 'Message that came with it.' }) note!: string;
}

@ObjectType({ description: 'A business, as shown to the people who act for it.' })
export class MyBusiness extends BusinessSeenBy('owner') {
  @Field(() => Boolean, {
    description: 'True if it is approved, its approval has not expired, and the caller is not blocked.',
  })
  mayPost!: boolean;
  @Field(() => Boolean, {
    description:
      'True if the caller is an owner and can (re)submit it: changes were requested, it lapsed, or its approval ends within sixty days.',
  })
  mayResubmit!: boolean;
  @Field(() => BusinessRole) myRole!: BusinessRole;
  @Field(() => Boolean, { description: 'True if staff blocked the caller from acting for it.' }) frozen!: boolean;
  @Field(() => [EvidenceKind], { description: 'Kinds of evidence already confirmed in this round.' })
  completedEvidence!: EvidenceKind[];
  @Field(() => [BusinessEvent], { description: 'History of the business, newest first.' }) history!: BusinessEvent[];
}
