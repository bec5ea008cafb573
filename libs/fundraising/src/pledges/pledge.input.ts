import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { Pledge } from './pledge.entity.js';

@InputType({ description: 'A promise to give later.' })
export class RecordPledgeInput extends InputOf(Pledge, {
  required: ['campaignId', 'name'],
  optional: ['email', 'dueOn', 'note'],
}) {
  @Field(() => MoneyInput) amount!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A promise that will not be kept.' })
export class WithdrawPledgeInput extends InputOf(Pledge, {
  required: ['id'],
  optional: ['note'],
  words: { note: 'Why, added to its note.' },
}) {}

@InputType({ description: 'The gift that keeps a promise.' })
export class KeepPledgeInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'A paid gift to the same campaign that keeps no other pledge.' }) giftId!: string;
}
