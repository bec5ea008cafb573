import { ID, ObjectType } from '@nestjs/graphql';
import { MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import { Answer, BigCount, Code, Id, Instant, Ref, SeenBy } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** A donor asked their bank for the money back; its currency is the gift's. */
@Entity({ schema: 'fundraising', name: 'dispute' })
export class Dispute {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy }) giftId!: string;
  @Code({ seenBy }) stripeDisputeId!: string;
  @MinorAmount() amountMinor!: string;
  @MinorAmount({ default: 0 }) feeMinor!: string;
  @MinorAmount({ default: 0 }) feeReturnedMinor!: string;
  @Code({ seenBy, description: "The bank's reason, by Stripe's code, such as fraudulent." }) reason!: string;
  @Code({ seenBy, description: "Stripe's word: needs_response, under_review, won, lost …" }) status!: string;
  @Instant({ seenBy, nullable: true, description: 'Until when evidence can be sent, at Stripe.' })
  evidenceDueAt!: Date | null;
  @Instant({ seenBy }) openedAt!: Date;
  @Instant({ seenBy, nullable: true }) closedAt!: Date | null;
  /** The number of the look at Stripe it follows: one that was begun earlier does not undo a later one. */
  @BigCount({ default: 0 }) reading!: string;
}

@ObjectType('Dispute', { description: 'A donor asked their bank for the money back.' })
export class ManagedDispute extends SeenBy(Dispute, 'staff') {
  @Answer(() => String) donorName!: string;
  @Answer(() => ID) campaignId!: string;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => Money) amount!: Money;
  @Answer(() => Money, { description: 'What Stripe took for it.' }) fee!: Money;
  @Answer(() => Money, { description: 'What of the fee came back after it was won.' }) feeReturned!: Money;
  @Answer(() => Boolean) open!: boolean;
  @Answer(() => String, { description: 'Where it is answered with evidence, in the Stripe dashboard.' })
  dashboardUrl!: string;
}

@ObjectType()
export class DisputeConnection extends SummedConnectionOf(ManagedDispute, 'Dispute') {}
