import { Field, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { enumOf, type EnumOf, InputOf } from '@upstander/platform';
import { Refund } from './refund.entity.js';

export const RefundReason = enumOf('RefundReason', 'Reason for a refund.', {
  'requested-by-donor': 'The donor requested it.',
  duplicate: 'The gift was made twice by mistake.',
  'wrong-amount': 'The amount was wrong.',
  fraud: "The card was used without the cardholder's permission.",
  other: 'Another reason; see the note.',
});
export type RefundReason = EnumOf<typeof RefundReason>;

@InputType({ description: 'The gift to refund, with amount and reason.' })
export class RefundGiftInput extends InputOf(Refund, {
  required: ['giftId'],
  optional: ['note'],
  words: { note: 'Internal note; the donor cannot see it.' },
}) {
  @Field(() => MoneyInput, { nullable: true, description: 'Amount to refund; defaults to the remaining amount.' })
  amount?: MoneyInput | null;
  @Field(() => RefundReason) reason!: RefundReason;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Approval of a refund by a second person.' })
export class ApproveRefundInput extends InputOf(Refund, { required: ['id'] }) {}

@InputType({ description: "A second person's decision to decline a refund." })
export class DeclineRefundInput extends InputOf(Refund, { required: ['id', 'note'] }) {}
