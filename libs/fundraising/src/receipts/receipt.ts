import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';
import { VoidReason } from './void-reason.js';

export const ReceiptStatus = { VALID: 'valid', VOID: 'void' } as const;
export type ReceiptStatus = (typeof ReceiptStatus)[keyof typeof ReceiptStatus];
registerEnumType(ReceiptStatus, {
  name: 'ReceiptStatus',
  description: 'Whether a receipt still holds.',
  valuesMap: { VOID: { description: 'Money went back, or it was wrong: another one takes its place, if any.' } },
});

@ObjectType({ description: 'A numbered receipt. It is never changed: what no longer holds is void and replaced.' })
export class Receipt {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Given without gaps.' }) number!: string;
  @Field(() => DateTimeScalar) issuedAt!: Date;
  @Field(() => Money, { nullable: true, description: 'What it acknowledges; null for a gift in kind.' })
  amount!: Money | null;
  @Field(() => String, { description: 'The language it is written in, en or es.' }) locale!: string;
  @Field(() => ReceiptStatus) status!: ReceiptStatus;
  @Field(() => VoidReason, { nullable: true }) voidReason!: VoidReason | null;
  @Field(() => DateTimeScalar, { nullable: true }) voidedAt!: Date | null;
  @Field(() => String, { nullable: true }) replacesNumber!: string | null;
  @Field(() => String, { nullable: true }) replacedByNumber!: string | null;
  @Field(() => ID) giftId!: string;
  @Field(() => String) donorName!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => String, { description: 'A path on this site.' }) pdfUrl!: string;
}

@ObjectType()
export class ReceiptConnection extends ConnectionOf(Receipt, 'Receipt') {}

@InputType({ description: 'Which receipts to list; everything said must hold.' })
export class ReceiptFilter {
  @Field(() => String, { nullable: true, description: 'A number, a name, or a part of an address.' })
  text?: string | null;
  @Field(() => Int, { nullable: true, description: 'The year the gift was paid in.' }) year?: number | null;
  @Field(() => ReceiptStatus, { nullable: true }) status?: ReceiptStatus | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
}

@InputType({ description: 'The receipt to mail once more.' })
export class ResendReceiptInput {
  @Field(() => ID) receiptId!: string;
}
