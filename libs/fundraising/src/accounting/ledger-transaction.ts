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

@ObjectType({ description: 'Something that happened to money; written once, never changed.' })
export class LedgerTransaction {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'A word such as charge, fee, refund, payout.' }) kind!: string;
  @Field(() => String, { description: 'What happened outside, said once, such as charge:ch_….' }) externalRef!: string;
  @Field(() => ID, { nullable: true, description: 'The gift, payout or disbursement this is about.' })
  subjectId!: string | null;
  @Field(() => DateTimeScalar) happenedAt!: Date;
  @Field(() => DateTimeScalar) postedAt!: Date;
  @Field(() => [LedgerPosting]) postings!: LedgerPosting[];
}

@ObjectType()
export class LedgerTransactionConnection extends SummedConnectionOf(LedgerTransaction, 'LedgerTransaction') {}

@InputType({ description: 'Which transactions to list; everything said must hold.' })
export class LedgerTransactionFilter {
  @Field(() => ID, { nullable: true }) accountId?: string | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => ID, { nullable: true }) subjectId?: string | null;
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Happened at or after.' }) from?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Happened before.' }) to?: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'The beginning of an external reference, or the part after its colon.',
  })
  text?: string | null;
}
