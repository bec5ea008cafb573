import { ObjectType } from '@nestjs/graphql';
import { RecordName, type LocaleName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import {
  ComputedField,
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
  PersonalData,
  personal,
  replaceWith,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import type { ReceiptContent } from './receipt-content.js';
import { VoidReason } from './void-reason.js';
import { giftsOfDonor, law, finance } from '../donor-data.js';
import { decimal } from '../exports/decimal-sql.js';
import { namedByGift } from '../campaign-joins.js';

const seenBy = 'staff';

@PersonalData({
  noun: 'receipts',
  of: { donor: `t.gift_id IN (${giftsOfDonor})` },
  erasure: 'columns',
  kept: `as long as the ledger; ${law}`,
  byLaw: true,
  about: ['t.id', 't.gift_id'],
  seenBy: finance,
  columns: {
    content: personal.financial(
      replaceWith('fundraising.nameless_receipt(t.content)', 'loses the name; number, amount, day and words stay'),
    ),
  },
  also: {
    number: 't.number',
    amount: decimal('t.amount_minor', 't.currency'),
    currency: 't.currency',
    issued_at: 't.issued_at',
  },
  others: splitColumns('locale currency'),
})
@RecordName('receipt', namedByGift('receipt'))
@Entity({ schema: 'fundraising', name: 'receipt' })
export class Receipt {
  @Id({ seenBy }) id!: string;
  @BigCount({ seenBy, description: 'Receipt number. Receipts are numbered without gaps.' }) number!: string;
  @Ref({ seenBy }) giftId!: string;
  @Json() content!: ReceiptContent;
  @Language({ seenBy, description: 'Language of the receipt: en or es.' }) locale!: LocaleName;
  @MinorAmount() amountMinor!: string;
  @CurrencyCode() currency!: string;
  @Ref({ nullable: true }) replacesId!: string | null;
  @Instant({ seenBy }) issuedAt!: Date;
}

export const validReceiptOf = (giftId: string) => `(
    SELECT json_build_object('id', r.id, 'number', r.number::text) FROM fundraising.receipt r
    WHERE r.gift_id = ${giftId} AND NOT EXISTS (SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id)
    ORDER BY r.number DESC LIMIT 1
  )`;

export type ValidReceipt = Pick<Receipt, 'id' | 'number'>;

export const ReceiptStatus = enumOf('ReceiptStatus', 'Status of a receipt.', {
  valid: 'Valid.',
  void: 'Voided because of a refund or an error; a new receipt may replace it.',
});
export type ReceiptStatus = EnumOf<typeof ReceiptStatus>;

@ObjectType('Receipt', {
  description: 'A numbered receipt. It never changes; an invalid one is voided and replaced.',
})
export class ManagedReceipt extends SeenBy(Receipt, 'staff') {
  @ComputedField(() => Money, { nullable: true, description: 'Amount acknowledged; null for an in-kind gift.' })
  amount!: Money | null;
  @ComputedField(() => ReceiptStatus) status!: ReceiptStatus;
  @ComputedField(() => VoidReason, { nullable: true }) voidReason!: VoidReason | null;
  @ComputedField(() => DateTimeScalar, { nullable: true }) voidedAt!: Date | null;
  @ComputedField(() => String, { nullable: true }) replacesNumber!: string | null;
  @ComputedField(() => String, { nullable: true }) replacedByNumber!: string | null;
  @ComputedField(() => String) donorName!: string;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => String, { description: 'Path on this site.' }) pdfUrl!: string;
}

@ObjectType()
export class ReceiptConnection extends SummedConnectionOf(ManagedReceipt, 'Receipt') {}
