import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';

export const LedgerAccountKind = {
  STRIPE_BALANCE: 'stripe-balance',
  BANK: 'bank',
  OFFLINE_CASH: 'offline-cash',
  MATCHING_RECEIVABLE: 'matching-receivable',
  DISPUTE_RESERVE: 'dispute-reserve',
  FUND: 'fund',
  FEE_COVER: 'fee-cover',
  MATCHED_PROMISED: 'matched-promised',
  MATCHED_RECEIVED: 'matched-received',
  PROCESSING_FEES: 'processing-fees',
  DISPUTE_FEES: 'dispute-fees',
  REFUNDED: 'refunded',
  REFUNDED_COVER: 'refunded-cover',
  DISPUTES_LOST: 'disputes-lost',
  DISBURSED: 'disbursed',
  UNMATCHED: 'unmatched',
  EXCHANGE: 'exchange',
} as const;
export type LedgerAccountKind = (typeof LedgerAccountKind)[keyof typeof LedgerAccountKind];
registerEnumType(LedgerAccountKind, { name: 'LedgerAccountKind', description: 'The chart of accounts.' });

export const NormalSide = { DEBIT: 'debit', CREDIT: 'credit' } as const;
export type NormalSide = (typeof NormalSide)[keyof typeof NormalSide];
registerEnumType(NormalSide, { name: 'NormalSide', description: 'The side on which an account usually stands.' });

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
