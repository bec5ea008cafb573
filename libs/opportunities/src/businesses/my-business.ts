import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { BusinessSeenBy } from './business-facts.js';
import { BusinessRole, BusinessStatus } from './business-status.js';
import { EvidenceKind } from './evidence-kind.js';

@ObjectType({ description: 'Something that happened to a business, as the business may see it.' })
export class BusinessEvent {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, {
    description: `registered, taken, approved, changes_requested, refused, suspended, reinstated, resubmitted, changed,
lapsed, approval_undone; edited, domain_mailed, domain_verified; member_added, member_role, member_removed,
member_frozen, member_unfrozen; for staff also approval (of one person) and evidence.`,
  })
  kind!: string;
  @Field(() => BusinessStatus, { nullable: true }) fromStatus!: BusinessStatus | null;
  @Field(() => BusinessStatus, { nullable: true }) toStatus!: BusinessStatus | null;
  @Field(() => String, { description: 'What was said with it.' }) note!: string;
}

@ObjectType({ description: 'A business one acts for: its status page.' })
export class MyBusiness extends BusinessSeenBy('owner') {
  @Field(() => Boolean, { description: 'Approved, not past its last day, and not frozen oneself.' }) mayPost!: boolean;
  @Field(() => Boolean, {
    description: 'An owner may submit it (again): changes were requested, it lapsed, or it ends within sixty days.',
  })
  mayResubmit!: boolean;
  @Field(() => BusinessRole) myRole!: BusinessRole;
  @Field(() => Boolean, { description: 'Whether staff stopped oneself from acting for it.' }) frozen!: boolean;
  @Field(() => [EvidenceKind], { description: 'What is confirmed already in this vetting.' })
  evidenceDone!: EvidenceKind[];
  @Field(() => [BusinessEvent], { description: 'The newest first.' }) history!: BusinessEvent[];
}
