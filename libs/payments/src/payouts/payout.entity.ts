import { Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import {
  ComputedField,
  Code,
  Count,
  Flag,
  Id,
  Instant,
  LocalDate,
  Ref,
  SeenBy,
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ManagedBalanceTransaction } from './balance-transaction.entity.js';
import { ManagedPayoutCorrection } from './payout-correction.entity.js';

const seenBy = 'staff';

@NoPersonalData('stripe_payout_id currency status arrives_on bank_seen_on')
@RecordName('payout', {
  also: ['payoutConfirmation'],
  sql: 'SELECT id, NULL AS name, arrives_on::text AS day FROM fundraising.payout WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/reconciliation/payouts/${id}`,
})
@Entity({ schema: 'fundraising', name: 'payout' })
export class Payout {
  @Id({ seenBy }) id!: string;
  @Code({ seenBy }) stripePayoutId!: string;
  @MinorAmount() amountMinor!: string;
  @CurrencyCode() currency!: string;
  @Code({ seenBy, description: 'Stripe status: pending, in_transit, paid, failed, canceled.' }) status!: string;
  @LocalDate({ seenBy }) arrivesOn!: string;
  @MinorAmount({ nullable: true }) transactionsNetMinor!: string | null;
  /** Number of transactions in the payout, once listed. */
  @Count({ nullable: true }) transactions!: number | null;
  @MinorAmount({ nullable: true }) bankAmountMinor!: string | null;
  @LocalDate({ seenBy, nullable: true, column: 'bank_seen_on' }) bankStatementDate!: string | null;
  @Ref({ nullable: true }) bankConfirmedBy!: string | null;
  @Instant({ seenBy }) createdAt!: Date;
  @Flag() automatic!: boolean;
  /** True if all of its transactions are known. */
  @Flag({ default: false }) tied!: boolean;
}

@ObjectType('Payout', { description: 'A payout from Stripe to the bank.' })
export class ManagedPayout extends SeenBy(Payout, 'staff', ['transactions', 'bankConfirmedBy']) {
  @ComputedField(() => Money) amount!: Money;
  @ComputedField(() => Money, { nullable: true, description: 'Total of the transactions in the payout, once listed.' })
  transactionsNet!: Money | null;
  @ComputedField(() => Int, { nullable: true }) transactionCount!: number | null;
  @ComputedField(() => Money, { nullable: true, description: 'Payout amount minus that total; zero if they match.' })
  discrepancy!: Money | null;
  @ComputedField(() => Money, { nullable: true, description: 'Amount on the bank statement.' })
  bankAmount!: Money | null;
  @ComputedField(() => String, { nullable: true }) bankConfirmedBy!: string | null;
}

@ObjectType({ description: 'A payout with its transactions.' })
export class PayoutDetails extends ManagedPayout {
  @ComputedField(() => [ManagedBalanceTransaction], {
    description: 'Balance transactions in the payout, newest first; at most 1,000.',
  })
  transactions!: ManagedBalanceTransaction[];
  @ComputedField(() => [ManagedPayoutCorrection], {
    description: 'Earlier confirmations that were corrected or undone, newest first.',
  })
  corrections!: ManagedPayoutCorrection[];
}

@ObjectType()
export class PayoutConnection extends SummedConnectionOf(ManagedPayout, 'Payout') {}
