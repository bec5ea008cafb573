import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Money, SummedConnectionOf } from '@upstander/ledger';
import { DateTimeScalar } from '@upstander/platform';
import { LedgerAccountKind } from './ledger-account.js';

@ObjectType({ description: 'One side of a transaction: either a debit or a credit.' })
export class LedgerPosting {
  @Field(() => ID) accountId!: string;
  @Field(() => LedgerAccountKind) kind!: LedgerAccountKind;
  @Field(() => ID, { nullable: true }) ownerId!: string | null;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => Money, { nullable: true }) debit!: Money | null;
  @Field(() => Money, { nullable: true }) credit!: Money | null;
}

@ObjectType({ description: 'A ledger transaction. It never changes once posted.' })
export class LedgerTransaction {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Kind of transaction, for example charge, fee, refund, or payout.' })
  kind!: string;
  @Field(() => String, { description: 'Unique reference to the external event, for example charge:ch_….' })
  externalRef!: string;
  @Field(() => ID, { nullable: true, description: 'ID of the gift, payout, or disbursement.' })
  subjectId!: string | null;
  @Field(() => DateTimeScalar) happenedAt!: Date;
  @Field(() => DateTimeScalar) postedAt!: Date;
  @Field(() => [LedgerPosting]) postings!: LedgerPosting[];
  @Field(() => Money, {
    nullable: true,
    description: "Balance of the filter's account after this transaction; null unless the filter names an account.",
  })
  balance!: Money | null;
}

@ObjectType()
export class LedgerTransactionConnection extends SummedConnectionOf(LedgerTransaction, 'LedgerTransaction') {}

@InputType({ description: 'Filter for transactions; all criteria must match.' })
export class LedgerTransactionFilter {
  @Field(() => ID, { nullable: true }) accountId?: string | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => ID, { nullable: true }) subjectId?: string | null;
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only transactions at or after this time.' })
  from?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only transactions before this time.' }) to?: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Start of an external reference, or the part after its colon.',
  })
  text?: string | null;
}
