import { Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import { Answer, Code, Count, Flag, Id, Instant, LocalDate, Ref, SeenBy } from '@upstander/platform';
import { Entity } from 'typeorm';
import { ManagedBalanceTransaction } from './balance-transaction.entity.js';
import { ManagedPayoutCorrection } from './payout-correction.entity.js';

const seenBy = 'staff';

/** Money on its way from Stripe to the bank. */
@Entity({ schema: 'fundraising', name: 'payout' })
export class Payout {
  @Id({ seenBy }) id!: string;
  @Code({ seenBy }) stripePayoutId!: string;
  @MinorAmount() amountMinor!: string;
  @CurrencyCode() currency!: string;
  @Code({ seenBy, description: "Stripe's word: pending, in_transit, paid, failed, canceled." }) status!: string;
  @LocalDate({ seenBy }) arrivesOn!: string;
  @MinorAmount({ nullable: true }) transactionsNetMinor!: string | null;
  /** How many lines it pays out, once they were listed. */
  @Count({ nullable: true }) transactions!: number | null;
  @MinorAmount({ nullable: true }) bankAmountMinor!: string | null;
  @LocalDate({ seenBy, nullable: true }) bankSeenOn!: string | null;
  @Ref({ nullable: true }) bankConfirmedBy!: string | null;
  @Instant({ seenBy }) createdAt!: Date;
  @Flag() automatic!: boolean;
  /** Whether all its lines are known. */
  @Flag({ default: false }) tied!: boolean;
}

/** Whoever confirmed it is their name here. */
@ObjectType('Payout', { description: 'Money on its way from Stripe to the bank.' })
export class ManagedPayout extends SeenBy(Payout, 'staff', ['transactions', 'bankConfirmedBy']) {
  @Answer(() => Money) amount!: Money;
  @Answer(() => Money, { nullable: true, description: 'The sum of what it pays out, once that was listed.' })
  transactionsNet!: Money | null;
  @Answer(() => Int, { nullable: true }) transactionCount!: number | null;
  @Answer(() => Money, { nullable: true, description: 'Amount less that sum: zero when everything agrees.' })
  discrepancy!: Money | null;
  @Answer(() => Money, { nullable: true, description: 'What the bank statement says.' }) bankAmount!: Money | null;
  @Answer(() => String, { nullable: true }) bankConfirmedBy!: string | null;
}

@ObjectType({ description: 'A payout with what it pays out.' })
export class PayoutDetails extends ManagedPayout {
  @Answer(() => [ManagedBalanceTransaction], { description: 'At most 1,000 of them, the latest first.' })
  transactions!: ManagedBalanceTransaction[];
  @Answer(() => [ManagedPayoutCorrection], {
    description: 'Earlier confirmations that were corrected or undone, newest first.',
  })
  corrections!: ManagedPayoutCorrection[];
}

@ObjectType()
export class PayoutConnection extends SummedConnectionOf(ManagedPayout, 'Payout') {}
