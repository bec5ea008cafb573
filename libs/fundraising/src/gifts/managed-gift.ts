import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, LocalDateScalar } from '@upstander/platform';
import { ManagedDispute } from '../disputes/dispute.entity.js';
import { ManagedRefund } from '../refunds/refund.entity.js';
import { VoidReason } from '../receipts/void-reason.js';
import { GiftMomentKind } from './gift-moment-kind.js';
import { Frequency, GiftMethod, GiftSource, GiftStatus } from './gift-status.js';
import { Dedication } from './my-gift.js';

@ObjectType({
  description: 'A gift, as staff see it: finance all of it, organizers without what belongs to the donor.',
})
export class ManagedGift {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => GiftMethod) method!: GiftMethod;
  @Field(() => GiftSource) source!: GiftSource;
  @Field(() => Frequency) frequency!: Frequency;
  @Field(() => Boolean, { description: 'Whether the asking account may see who gave, and move the money.' })
  seesDonor!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'As the donor shows it to everybody, where the whole name is not the asking account’s to see.',
  })
  name!: string | null;
  @Field(() => String, { nullable: true, description: 'Null for accounts that do not look after money.' })
  email!: string | null;
  @Field(() => ID, { nullable: true }) donorId!: string | null;
  @Field(() => Boolean) anonymous!: boolean;
  @Field(() => String) message!: string;
  @Field(() => Money) intended!: Money;
  @Field(() => Money) cover!: Money;
  @Field(() => Money) charged!: Money;
  @Field(() => Money, { nullable: true, description: 'Null until Stripe has listed it.' }) fee!: Money | null;
  @Field(() => Money) refunded!: Money;
  @Field(() => Money, { description: 'Lost in a dispute.' }) lost!: Money;
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => String) campaignSlug!: string;
  @Field(() => ID, { nullable: true }) pageId!: string | null;
  @Field(() => String, { nullable: true }) pageTitle!: string | null;
  @Field(() => ID, { nullable: true }) planId!: string | null;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
  @Field(() => String, { nullable: true }) failureCode!: string | null;
  @Field(() => String) inKindDescription!: string;
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

@ObjectType({ description: 'One moment in the life of a gift, from the intent to the bank.' })
export class GiftMoment {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => GiftMomentKind) kind!: GiftMomentKind;
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
  @Field(() => String) locale!: string;
  @Field(() => Boolean) updatesWanted!: boolean;
  @Field(() => String) employerMatchNote!: string;
  @Field(() => String) goodsDescription!: string;
  @Field(() => Money) goodsValue!: Money;
  @Field(() => String, { nullable: true, description: 'The number of the cheque, or where it was imported from.' })
  externalRef!: string | null;
  @Field(() => String, { nullable: true }) paymentIntentId!: string | null;
  @Field(() => String, { nullable: true }) chargeId!: string | null;
  @Field(() => String, { nullable: true }) recordedBy!: string | null;
  @Field(() => Int, { description: 'How many gifts this donor made before and after, this one included.' })
  donorGifts!: number;
  @Field(() => [GiftMoment]) timeline!: GiftMoment[];
  @Field(() => [GiftLedgerEntry]) ledger!: GiftLedgerEntry[];
  @Field(() => [ManagedRefund]) refunds!: ManagedRefund[];
  @Field(() => [ManagedDispute]) disputes!: ManagedDispute[];
  @Field(() => [GiftReceipt]) receipts!: GiftReceipt[];
  @Field(() => [GiftMatch]) matches!: GiftMatch[];
  @Field(() => GiftPayout, { nullable: true }) payout!: GiftPayout | null;
  @Field(() => Dedication, { nullable: true }) dedication!: Dedication | null;
}
