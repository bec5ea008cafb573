import { ObjectType } from '@nestjs/graphql';
import type { LocaleName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import {
  Answer,
  BigCount,
  DateTimeScalar,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  Json,
  Language,
  Ref,
  SeenBy,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import type { ReceiptContent } from './receipt-content.js';
import { VoidReason } from './void-reason.js';

const seenBy = 'staff';

/** A numbered receipt, as it was issued. */
@Entity({ schema: 'fundraising', name: 'receipt' })
export class Receipt {
  @Id({ seenBy }) id!: string;
  @BigCount({ seenBy, description: 'Given without gaps.' }) number!: string;
  @Ref({ seenBy }) giftId!: string;
  @Json() content!: ReceiptContent;
  @Language({ seenBy, description: 'The language it is written in, en or es.' }) locale!: LocaleName;
  @MinorAmount() amountMinor!: string;
  @CurrencyCode() currency!: string;
  @Ref({ nullable: true }) replacesId!: string | null;
  @Instant({ seenBy }) issuedAt!: Date;
}

/** The receipt of a gift that counts now, as JSON with its id and number, or null; for a select list. */
export const validReceiptOf = (giftId: string) => `(
    SELECT json_build_object('id', r.id, 'number', r.number::text) FROM fundraising.receipt r
    WHERE r.gift_id = ${giftId} AND NOT EXISTS (SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id)
    ORDER BY r.number DESC LIMIT 1
  )`;

export type ValidReceipt = Pick<Receipt, 'id' | 'number'>;

export const ReceiptStatus = enumOf('ReceiptStatus', 'Whether a receipt still holds.', {
  valid: 'It holds.',
  void: 'Money went back, or it was wrong: another one takes its place, if any.',
});
export type ReceiptStatus = EnumOf<typeof ReceiptStatus>;

@ObjectType('Receipt', {
  description: 'A numbered receipt. It is never changed: what no longer holds is void and replaced.',
})
export class ManagedReceipt extends SeenBy(Receipt, 'staff') {
  @Answer(() => Money, { nullable: true, description: 'What it acknowledges; null for a gift in kind.' })
  amount!: Money | null;
  @Answer(() => ReceiptStatus) status!: ReceiptStatus;
  @Answer(() => VoidReason, { nullable: true }) voidReason!: VoidReason | null;
  @Answer(() => DateTimeScalar, { nullable: true }) voidedAt!: Date | null;
  @Answer(() => String, { nullable: true }) replacesNumber!: string | null;
  @Answer(() => String, { nullable: true }) replacedByNumber!: string | null;
  @Answer(() => String) donorName!: string;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => String, { description: 'A path on this site.' }) pdfUrl!: string;
}

@ObjectType()
export class ReceiptConnection extends SummedConnectionOf(ManagedReceipt, 'Receipt') {}
