import { ID, ObjectType } from '@nestjs/graphql';
import { MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import { ComputedField, BigCount, Code, Id, Instant, Ref, SeenBy, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** A disputed charge, in the gift's currency. */
@NoPersonalData('stripe_dispute_id reason status')
@Entity({ schema: 'fundraising', name: 'dispute' })
export class Dispute {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy }) giftId!: string;
  @Code({ seenBy }) stripeDisputeId!: string;
  @MinorAmount() amountMinor!: string;
  @MinorAmount({ default: 0 }) feeMinor!: string;
  @MinorAmount({ default: 0 }) feeReturnedMinor!: string;
  @Code({ seenBy, description: 'Reason from the bank, as a Stripe code, for example fraudulent.' }) reason!: string;
  @Code({ seenBy, description: 'Stripe status: needs_response, under_review, won, lost …' }) status!: string;
  @Instant({ seenBy, nullable: true, description: 'Deadline for submitting evidence to Stripe.' })
  evidenceDueAt!: Date | null;
  @Instant({ seenBy }) openedAt!: Date;
  @Instant({ seenBy, nullable: true }) closedAt!: Date | null;
  /** Sequence number of the Stripe reading it is based on, so that an older reading can't overwrite a newer one. */
  @BigCount({ default: 0 }) reading!: string;
}

@ObjectType('Dispute', { description: 'A charge that a donor disputed with their bank.' })
export class ManagedDispute extends SeenBy(Dispute, 'staff') {
  @ComputedField(() => String) donorName!: string;
  @ComputedField(() => ID) campaignId!: string;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => Money) amount!: Money;
  @ComputedField(() => Money, { description: 'Dispute fee charged by Stripe.' }) fee!: Money;
  @ComputedField(() => Money, { description: 'Part of the fee returned after the dispute was won.' })
  feeReturned!: Money;
  @ComputedField(() => Boolean) open!: boolean;
  @ComputedField(() => String, { description: 'URL of the dispute in the Stripe dashboard, for submitting evidence.' })
  dashboardUrl!: string;
}

@ObjectType()
export class DisputeConnection extends SummedConnectionOf(ManagedDispute, 'Dispute') {}
