import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { enumOf, type EnumOf } from '@upstander/platform';

export const LedgerAccountKind = enumOf('LedgerAccountKind', 'Account in the chart of accounts.', {
  'stripe-balance': 'Stripe balance.',
  bank: 'Bank account.',
  'offline-cash': 'Cash and checks not yet deposited.',
  'matching-receivable': 'Amounts due from matching sponsors.',
  'dispute-reserve': 'Amounts withheld while a dispute is open.',
  fund: 'Gifts to a campaign.',
  'fee-cover': 'Fees covered by donors.',
  'matched-promised': 'Matched amounts that sponsors still owe.',
  'matched-received': 'Matched amounts received from sponsors.',
  'processing-fees': 'Stripe processing fees.',
  'dispute-fees': 'Stripe dispute fees.',
  refunded: 'Refunded gifts.',
  'refunded-cover': 'Refunded fee coverage.',
  'disputes-lost': 'Gifts lost to disputes.',
  disbursed: 'Disbursements to beneficiaries.',
  unmatched: 'Unallocated Stripe transactions that match no gift.',
  exchange: 'Currency conversions.',
});
export type LedgerAccountKind = EnumOf<typeof LedgerAccountKind>;

export const NormalSide = enumOf('NormalSide', 'Normal balance side of an account.', {
  debit: 'Increases with debits, like assets and expenses.',
  credit: 'Increases with credits, like funds and liabilities.',
});
export type NormalSide = EnumOf<typeof NormalSide>;

@ObjectType({ description: 'A ledger account.' })
export class LedgerAccount {
  @Field(() => ID) id!: string;
  @Field(() => LedgerAccountKind) kind!: LedgerAccountKind;
  @Field(() => ID, {
    nullable: true,
    description: "ID of the campaign or matching pool that owns the account; null for the organization's own.",
  })
  ownerId!: string | null;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => String) currency!: string;
  @Field(() => NormalSide) normalSide!: NormalSide;
  @Field(() => Money, { description: "Balance on the account's normal side; negative if it is on the other side." })
  balance!: Money;
  @Field(() => Int, { description: 'Number of postings, counted up to 1000.' }) postings!: number;
}

@InputType({ description: 'Filter for accounts; all criteria must match. At most 500 are returned.' })
export class LedgerAccountFilter {
  @Field(() => [LedgerAccountKind], { nullable: true }) kind?: LedgerAccountKind[] | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => String, { nullable: true }) currency?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Only the organization's own accounts." }) own?: boolean | null;
}
