import { Field, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { enumOf, type EnumOf, InputOf } from '@upstander/platform';
import { Refund } from './refund.entity.js';

export const RefundReason = enumOf('RefundReason', 'Why money goes back.', {
  'requested-by-donor': 'The donor asked for it.',
  duplicate: 'Given twice by mistake.',
  'wrong-amount': 'The amount was not meant.',
  fraud: 'The card was not theirs.',
  other: 'Something else; the note says what.',
});
export type RefundReason = EnumOf<typeof RefundReason>;

@InputType({ description: 'Which gift to give back, how much of it, and why.' })
export class RefundGiftInput extends InputOf(Refund, {
  required: ['giftId'],
  optional: ['note'],
  words: { note: 'For colleagues; the donor does not see it.' },
}) {
  @Field(() => MoneyInput, { nullable: true, description: 'All that is left, unless said.' })
  amount?: MoneyInput | null;
  @Field(() => RefundReason) reason!: RefundReason;
  @Field(() => String, { nullable: true, description: 'Sent again with a retry, so that it changes nothing.' })
  idempotencyKey?: string | null;
}

@InputType({ description: "A second person's yes to a refund." })
export class ApproveRefundInput extends InputOf(Refund, { required: ['id'] }) {}

@InputType({ description: "A second person's no to a refund." })
export class DeclineRefundInput extends InputOf(Refund, { required: ['id', 'note'] }) {}
