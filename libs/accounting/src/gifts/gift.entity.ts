import { ObjectType } from '@nestjs/graphql';
import { RecordName, type LocaleName } from '@upstander/identity';
import { amountsOf, CurrencyCode, MinorAmount, Money } from '@upstander/ledger';
import {
  ComputedField,
  Bytes,
  Choice,
  Code,
  Count,
  Flag,
  Id,
  Instant,
  Language,
  LongText,
  Ref,
  Text,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import type { DonorDisplayValue } from './donor-display.js';
import { Frequency, GiftMethod, GiftSource, GiftStatus } from './gift-status.js';
import { namesInCampaign } from '../campaign-joins.js';

/**
 * A gift, from the moment it is started. Its ledger entries are written by database functions. The raw name and donor
 * are never exposed; readers apply `giftColumns` or `publicName`.
 */
@ObjectType({ description: 'A gift, as shown to the person who just started it.' })
@RecordName('gift', {
  also: ['offlineGift'],
  sql: namesInCampaign('gift', 't.name'),
  path: ({ id }) => `/gifts/${id}`,
})
@Entity({ schema: 'fundraising', name: 'gift' })
export class Gift {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Ref({ seenBy: 'staff' }) campaignId!: string;
  @Ref({ seenBy: 'staff', nullable: true }) pageId!: string | null;
  @Ref({
    seenBy: 'staff',
    nullable: true,
    description: 'ID of the recurring gift this is a payment of; null for a one-time gift.',
  })
  recurringGiftId!: string | null;
  @Ref({ nullable: true }) donorId!: string | null;
  @Text({ max: 120 }) name!: string;
  @Flag({ seenBy: 'owner', default: false }) anonymous!: boolean;
  @Code({ default: 'short_name' }) shownAs!: DonorDisplayValue;
  @LongText({ seenBy: 'staff', max: 500, default: '' }) message!: string;
  @Language({ default: 'en' }) locale!: LocaleName;
  @Flag({ default: false }) updatesWanted!: boolean;
  @Choice(GiftMethod, { seenBy: 'staff' }) method!: GiftMethod;
  @Choice(GiftSource, { seenBy: 'staff' }) source!: GiftSource;
  @Status(GiftStatus, { seenBy: 'anyone' }) status!: GiftStatus;
  @CurrencyCode() currency!: string;
  @MinorAmount() intendedMinor!: string;
  @MinorAmount({ default: 0 }) coverMinor!: string;
  @MinorAmount() chargedMinor!: string;
  @ComputedField(() => Money) intended!: Money;
  @ComputedField(() => Money) cover!: Money;
  @ComputedField(() => Money) charged!: Money;
  @ComputedField(() => Frequency) frequency!: Frequency;
  @MinorAmount({ nullable: true }) feeMinor!: string | null;
  @MinorAmount({ default: 0 }) refundedMinor!: string;
  @MinorAmount({ default: 0 }) lostMinor!: string;
  @MinorAmount({ default: 0 }) refundedIntendedMinor!: string;
  @MinorAmount({ default: 0 }) lostIntendedMinor!: string;
  @Code({ nullable: true }) checkoutSessionId!: string | null;
  @Code({ nullable: true }) checkoutUrl!: string | null;
  @Count({ default: 0 }) checkoutAttempt!: number;
  @Code({ nullable: true }) paymentIntentId!: string | null;
  @Code({ nullable: true }) chargeId!: string | null;
  @Code({ nullable: true }) invoiceId!: string | null;
  @Code({ seenBy: 'owner', nullable: true }) failureCode!: string | null;
  @Text({ max: 300, default: '', description: 'Goods or services the donor received in return, for example a dinner.' })
  goodsDescription!: string;
  @MinorAmount({ default: 0 }) goodsValueMinor!: string;
  @Text({ seenBy: 'staff', max: 500, default: '' }) inKindDescription!: string;
  @LongText({ max: 200, default: '' }) employerMatchNote!: string;
  /** Unique, so that the same gift can't be recorded twice. */
  @Code({ nullable: true }) externalRef!: string | null;
  @Ref({ nullable: true }) importId!: string | null;
  @Ref({ nullable: true }) recordedBy!: string | null;
  @Code({ nullable: true }) idempotencyKey!: string | null;
  @Bytes({ nullable: true }) inputHash!: Buffer | null;
  @Instant({ seenBy: 'owner' }) createdAt!: Date;
  @Instant({ seenBy: 'owner', nullable: true }) paidAt!: Date | null;
  /** Remaining amount when its receipts were last updated (receipts/). */
  @MinorAmount({ nullable: true }) receiptedMinor!: string | null;
  /** Incremented to invalidate links to it. */
  @Count({ default: 0 }) tokenVersion!: number;
}

/** SQL for the time of gift `g` in all lists: when it was paid, or when it was started if it is unpaid. */
export const giftTime = 'coalesce(g.paid_at, g.created_at)';

/** SQL condition for monthly gifts `g`. */
export const monthlySql = 'g.recurring_gift_id IS NOT NULL';

/** SQL for the `Frequency` of gift `g`. */
export const frequencySql = "CASE WHEN g.recurring_gift_id IS NULL THEN 'once' ELSE 'monthly' END";

export type StartedGift = Pick<Gift, 'id' | 'status' | 'intended' | 'cover' | 'charged' | 'frequency'>;

export const pendingColumns = [
  'id',
  'status',
  'currency',
  'intendedMinor',
  'coverMinor',
  'chargedMinor',
  'recurringGiftId',
] as const;

export function begunGiftFrom(row: Pick<Gift, (typeof pendingColumns)[number]>): StartedGift {
  const { id, status, recurringGiftId } = row;
  return {
    id,
    status,
    frequency: recurringGiftId ? 'monthly' : 'once',
    ...amountsOf(row, ['intended', 'cover', 'charged']),
  };
}
