import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { enumOf, type EnumOf } from '@upstander/platform';

export const LedgerAccountKind = enumOf('LedgerAccountKind', 'The chart of accounts.', {
  'stripe-balance': 'Our balance at Stripe.',
  bank: 'Our bank.',
  'offline-cash': 'Cash and cheques that are not at the bank yet.',
  'matching-receivable': 'What is still to come from sponsors.',
  'dispute-reserve': 'What is held while a dispute is open.',
  fund: 'What was given for a campaign.',
  'fee-cover': 'What donors added to cover fees.',
  'matched-promised': 'What sponsors owe for matched gifts.',
  'matched-received': 'What sponsors have paid for matched gifts.',
  'processing-fees': 'What Stripe took for charges.',
  'dispute-fees': 'What Stripe took for disputes.',
  refunded: 'What was given back.',
  'refunded-cover': 'What was given back of covered fees.',
  'disputes-lost': 'What banks took back for good.',
  disbursed: 'What was sent to beneficiaries.',
  unmatched: 'Unallocated: what came at Stripe and belongs to no gift we know.',
  exchange: 'Where one currency became another.',
});
export type LedgerAccountKind = EnumOf<typeof LedgerAccountKind>;

export const NormalSide = enumOf('NormalSide', 'The side on which an account usually stands.', {
  debit: 'Grows on the debit side, as money and costs do.',
  credit: 'Grows on the credit side, as funds and debts do.',
});
export type NormalSide = EnumOf<typeof NormalSide>;

@ObjectType({ description: 'An account of the ledger.' })
export class LedgerAccount {
  @Field(() => ID) id!: string;
  @Field(() => LedgerAccountKind) kind!: LedgerAccountKind;
  @Field(() => ID, { nullable: true, description: "A campaign or a matching pool; null for the organisation's own." })
  ownerId!: string | null;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => String) currency!: string;
  @Field(() => NormalSide) normal!: NormalSide;
  @Field(() => Money, { description: 'On its normal side: negative when it stands on the other.' }) balance!: Money;
  @Field(() => Int, { description: 'How many postings, counted up to 1000.' }) postings!: number;
}

@InputType({ description: 'Which accounts to list; everything said must hold. At most 500 are answered.' })
export class LedgerAccountFilter {
  @Field(() => [LedgerAccountKind], { nullable: true }) kind?: LedgerAccountKind[] | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => String, { nullable: true }) currency?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Only the organisation's own." }) own?: boolean | null;
}
