import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { Pledge } from './pledge.entity.js';

@InputType({ description: 'A pledge to give later.' })
export class RecordPledgeInput extends InputOf(Pledge, {
  required: ['campaignId', 'name'],
  optional: ['email', 'dueOn', 'note'],
}) {
  @Field(() => MoneyInput) amount!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A pledge to withdraw.' })
export class WithdrawPledgeInput extends InputOf(Pledge, {
  required: ['id'],
  optional: ['note'],
  words: { note: 'Reason for withdrawing; appended to the note.' },
}) {}

@InputType({ description: 'The gift that pays a pledge.' })
export class KeepPledgeInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'ID of a paid gift to the same campaign that pays no other pledge.' })
  giftId!: string;
}
