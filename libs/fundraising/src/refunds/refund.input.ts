import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';

export const RefundReason = {
  REQUESTED_BY_DONOR: 'requested-by-donor',
  DUPLICATE: 'duplicate',
  WRONG_AMOUNT: 'wrong-amount',
  FRAUD: 'fraud',
  OTHER: 'other',
} as const;
export type RefundReason = (typeof RefundReason)[keyof typeof RefundReason];
registerEnumType(RefundReason, { name: 'RefundReason', description: 'Why money goes back.' });

@InputType({ description: 'Which gift to give back, how much of it, and why.' })
export class RefundGiftInput {
  @Field(() => ID) giftId!: string;
  @Field(() => MoneyInput, { nullable: true, description: 'All that is left, unless said.' })
  amount?: MoneyInput | null;
  @Field(() => RefundReason) reason!: RefundReason;
  @Field(() => String, { nullable: true, description: 'For colleagues; the donor does not see it.' })
  note?: string | null;
  @Field(() => String, { nullable: true, description: 'Sent again with a retry, so that it changes nothing.' })
  idempotencyKey?: string | null;
}

@InputType({ description: "A second person's yes to a refund." })
export class ApproveRefundInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: "A second person's no to a refund." })
export class DeclineRefundInput {
  @Field(() => ID) id!: string;
  @Field(() => String) note!: string;
}
