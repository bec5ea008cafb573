import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LocaleName } from '@upstander/identity';
import { Money } from '@upstander/ledger';
import { Answer, ConnectionOf, DateTimeScalar, LocalDateScalar, SeenBy } from '@upstander/platform';
import { ManagedDispute } from '../disputes/dispute.entity.js';
import { ManagedRefund } from '../refunds/refund.entity.js';
import { VoidReason } from '../receipts/void-reason.js';
import { GiftTimelineEntryKind } from './gift-timeline-entry-kind.js';
import { MyDedication } from './dedication.entity.js';
import { Gift } from './gift.entity.js';

@ObjectType({
  description: 'A gift, as staff see it: finance all of it, organizers without what belongs to the donor.',
})
export class ManagedGift extends SeenBy(Gift, 'staff', ['name', 'donorId']) {
  @Answer(() => Boolean, { description: 'Whether the asking account may see who gave, and move the money.' })
  seesDonor!: boolean;
  @Answer(() => String, {
    nullable: true,
    description: 'As the donor shows it to everybody, where the whole name is not the asking account’s to see.',
  })
  name!: string | null;
  @Answer(() => String, { nullable: true, description: 'Null for accounts that do not look after money.' })
  email!: string | null;
  @Answer(() => ID, { nullable: true }) donorId!: string | null;
  @Answer(() => Money, { nullable: true, description: 'Null until Stripe has listed it.' }) fee!: Money | null;
  @Answer(() => Money) refunded!: Money;
  @Answer(() => Money, { description: 'Lost in a dispute.' }) lost!: Money;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => String) campaignSlug!: string;
  @Answer(() => String, { nullable: true }) pageTitle!: string | null;
}

@ObjectType()
export class ManagedGiftConnection extends ConnectionOf(ManagedGift, 'ManagedGift') {}

@ObjectType({ description: 'What the gifts of one currency that arrived come to.' })
export class GiftSum {
  @Field(() => Int) count!: number;
  @Field(() => Money, { description: 'All that was charged or handed over, before anything went back.' })
  received!: Money;
  @Field(() => Money) refunded!: Money;
  @Field(() => Money, { description: 'Lost in disputes.' }) lost!: Money;
}

@ObjectType({ description: 'One entry in the timeline of a gift, from the intent to the bank.' })
export class GiftTimelineEntry {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => GiftTimelineEntryKind) kind!: GiftTimelineEntryKind;
  @Field(() => Money, { nullable: true, description: 'Negative for what went out.' }) amount!: Money | null;
  @Field(() => String, { nullable: true, description: 'Its name outside, such as ch_….' }) reference!: string | null;
  @Field(() => String, { nullable: true, description: 'Why: for a refund, a dispute and the like a code.' })
  note!: string | null;
  @Field(() => String, { nullable: true, description: 'What was written about it for colleagues.' })
  remark!: string | null;
  @Field(() => String, { nullable: true, description: 'Who of us did it.' }) actorName!: string | null;
}

@ObjectType({ description: 'The payout that brought a gift to the bank.' })
export class GiftPayout {
  @Field(() => ID) id!: string;
  @Field(() => String) stripePayoutId!: string;
  @Field(() => String) status!: string;
  @Field(() => LocalDateScalar) arrivesOn!: string;
  @Field(() => Boolean) confirmed!: boolean;
}

@ObjectType({ description: 'A receipt of a gift; one that was replaced or voided stays listed.' })
export class GiftReceipt {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => DateTimeScalar) issuedAt!: Date;
  @Field(() => Money) amount!: Money;
  @Field(() => Boolean) void!: boolean;
  @Field(() => VoidReason, { nullable: true }) voidReason!: VoidReason | null;
  @Field(() => DateTimeScalar, { nullable: true }) voidedAt!: Date | null;
  @Field(() => String) pdfUrl!: string;
}

@ObjectType({ description: 'What a sponsor adds to a gift.' })
export class GiftMatch {
  @Field(() => ID) poolId!: string;
  @Field(() => String) sponsorName!: string;
  @Field(() => Money) amount!: Money;
  @Field(() => DateTimeScalar) matchedAt!: Date;
}

@ObjectType({ description: 'One line of a posting: an account and what was added to it (debit) or taken (credit).' })
export class GiftPosting {
  @Field(() => String) account!: string;
  @Field(() => Money, { nullable: true }) debit!: Money | null;
  @Field(() => Money, { nullable: true }) credit!: Money | null;
}

@ObjectType({ description: 'What the ledger says about a gift.' })
export class GiftLedgerEntry {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) externalRef!: string;
  @Field(() => DateTimeScalar) happenedAt!: Date;
  @Field(() => DateTimeScalar) postedAt!: Date;
  @Field(() => [GiftPosting]) postings!: GiftPosting[];
}

@ObjectType({ description: 'One gift with everything that happened to it.' })
export class ManagedGiftDetails extends ManagedGift {
  @Field(() => Money, { description: 'What can still go back to the donor.' }) refundable!: Money;
  @Field(() => String) override locale!: LocaleName;
  @Field(() => Boolean) override updatesWanted!: boolean;
  @Field(() => String) override employerMatchNote!: string;
  @Field(() => String) override goodsDescription!: string;
  @Field(() => Money) goodsValue!: Money;
  @Field(() => String, { nullable: true, description: 'The number of the cheque, or where it was imported from.' })
  override externalRef!: string | null;
  @Field(() => String, { nullable: true }) override paymentIntentId!: string | null;
  @Field(() => String, { nullable: true }) override chargeId!: string | null;
  @Field(() => String, { nullable: true }) override recordedBy!: string | null;
  @Field(() => Int, { description: 'How many gifts this donor made before and after, this one included.' })
  donorGifts!: number;
  @Field(() => [GiftTimelineEntry]) timeline!: GiftTimelineEntry[];
  @Field(() => [GiftLedgerEntry]) ledger!: GiftLedgerEntry[];
  @Field(() => [ManagedRefund]) refunds!: ManagedRefund[];
  @Field(() => [ManagedDispute]) disputes!: ManagedDispute[];
  @Field(() => [GiftReceipt]) receipts!: GiftReceipt[];
  @Field(() => [GiftMatch]) matches!: GiftMatch[];
  @Field(() => GiftPayout, { nullable: true }) payout!: GiftPayout | null;
  @Field(() => MyDedication, { nullable: true }) dedication!: MyDedication | null;
}
