import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Gift, VoidReason } from '@upstander/accounting';
import type { LocaleName } from '@upstander/identity';
import { Money } from '@upstander/ledger';
import { ManagedDispute, ManagedRefund } from '@upstander/payments';
import { ComputedField, ConnectionOf, DateTimeScalar, LocalDateScalar, SeenBy } from '@upstander/platform';
import { GiftTimelineEntryKind } from './gift-timeline-entry-kind.js';
import { MyDedication } from './dedication.entity.js';

@ObjectType({
  description: 'A gift, as shown to staff. Finance sees all of it; organizers do not see donor data.',
})
export class ManagedGift extends SeenBy(Gift, 'staff', ['name', 'donorId']) {
  @ComputedField(() => Boolean, { description: 'True if the caller can see the donor and move the money.' })
  canSeeDonor!: boolean;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the donor; the public version if the caller cannot see the full name.',
  })
  name!: string | null;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Email address of the donor; null if the caller does not manage money.',
  })
  email!: string | null;
  @ComputedField(() => ID, { nullable: true }) donorId!: string | null;
  @ComputedField(() => Money, { nullable: true, description: 'Fee charged by Stripe; null until Stripe reports it.' })
  fee!: Money | null;
  @ComputedField(() => Money) refunded!: Money;
  @ComputedField(() => Money, { description: 'Amount lost in disputes.' }) lost!: Money;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => String) campaignSlug!: string;
  @ComputedField(() => String, { nullable: true }) pageTitle!: string | null;
}

@ObjectType()
export class ManagedGiftConnection extends ConnectionOf(ManagedGift, 'ManagedGift') {}

@ObjectType({ description: 'Totals of paid gifts in one currency.' })
export class GiftSum {
  @Field(() => Int) count!: number;
  @Field(() => Money, { description: 'Amount charged or received in person, before refunds.' })
  received!: Money;
  @Field(() => Money) refunded!: Money;
  @Field(() => Money, { description: 'Amount lost in disputes.' }) lost!: Money;
}

@ObjectType({ description: 'An entry in the timeline of a gift, from start to payout.' })
export class GiftTimelineEntry {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => GiftTimelineEntryKind) kind!: GiftTimelineEntryKind;
  @Field(() => Money, { nullable: true, description: 'Amount; negative for outgoing money.' }) amount!: Money | null;
  @Field(() => String, { nullable: true, description: 'External reference, for example ch_….' }) reference!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Reason code, for example for a refund or dispute.' })
  note!: string | null;
  @Field(() => String, { nullable: true, description: 'Internal remark for staff.' })
  remark!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the staff member who did it.' }) actorName!:
    | string
    | null;
}

@ObjectType({ description: 'The payout that brought a gift to the bank.' })
export class GiftPayout {
  @Field(() => ID) id!: string;
  @Field(() => String) stripePayoutId!: string;
  @Field(() => String) status!: string;
  @Field(() => LocalDateScalar) arrivesOn!: string;
  @Field(() => Boolean) confirmed!: boolean;
}

@ObjectType({ description: 'A receipt of a gift. Replaced and voided receipts remain listed.' })
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

@ObjectType({ description: "A sponsor's match of a gift." })
export class GiftMatch {
  @Field(() => ID) poolId!: string;
  @Field(() => String) sponsorName!: string;
  @Field(() => Money) amount!: Money;
  @Field(() => DateTimeScalar) matchedAt!: Date;
}

@ObjectType({ description: 'One posting: an account with a debit or a credit.' })
export class GiftPosting {
  @Field(() => String) account!: string;
  @Field(() => Money, { nullable: true }) debit!: Money | null;
  @Field(() => Money, { nullable: true }) credit!: Money | null;
}

@ObjectType({ description: 'A ledger transaction of a gift.' })
export class GiftLedgerEntry {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) externalRef!: string;
  @Field(() => DateTimeScalar) happenedAt!: Date;
  @Field(() => DateTimeScalar) postedAt!: Date;
  @Field(() => [GiftPosting]) postings!: GiftPosting[];
}

@ObjectType({ description: 'A single gift with its full history.' })
export class ManagedGiftDetails extends ManagedGift {
  @Field(() => Money, { description: 'Amount that can still be refunded.' }) refundable!: Money;
  @Field(() => String) override locale!: LocaleName;
  @Field(() => Boolean) override updatesWanted!: boolean;
  @Field(() => String) override employerMatchNote!: string;
  @Field(() => String) override goodsDescription!: string;
  @Field(() => Money) goodsValue!: Money;
  @Field(() => String, { nullable: true, description: 'Check number, or reference in the import file.' })
  override externalRef!: string | null;
  @Field(() => String, { nullable: true }) override paymentIntentId!: string | null;
  @Field(() => String, { nullable: true }) override chargeId!: string | null;
  @Field(() => String, { nullable: true }) override recordedBy!: string | null;
  @Field(() => Int, { description: 'Total number of gifts by this donor, including this one.' })
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
