import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
  BigCount,
  Count,
  DateTimeScalar,
  Flag,
  Id,
  Instant,
  Json,
  SeenBy,
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';

@NoPersonalData('findings')
@RecordName('ledgerCheck', {
  sql: `SELECT id, NULL AS name, (checked_at AT TIME ZONE 'UTC')::date::text AS day
    FROM fundraising.ledger_check WHERE id = ANY ($1::uuid[])`,
  path: () => '/ledger/check',
})
@Entity({ schema: 'fundraising', name: 'ledger_check' })
export class LedgerCheck {
  @Id({ seenBy: 'staff' }) id!: string;
  @Instant() checkedAt!: Date;
  @Count() milliseconds!: number;
  @BigCount() transactions!: string;
  @BigCount() postings!: string;
  @BigCount() gifts!: string;
  @BigCount() balanceTransactions!: string;
  /** True for a full check, false for changes since the previous check. */
  @Flag({ default: true }) whole!: boolean;
  @Json() findings!: Record<string, number>;
}

@ObjectType({ description: 'Number of discrepancies of one kind.' })
export class LedgerFinding {
  @Field(() => String, { description: 'Kind of discrepancy, for example balance-off.' }) kind!: string;
  @Field(() => Int) count!: number;
}

const counts = ['transactions', 'postings', 'gifts', 'balanceTransactions'] as const;

@ObjectType('LedgerCheck', {
  description: 'One run of the check that compares the ledger with gifts, with Stripe, and with itself.',
})
export class LedgerCheckReport extends SeenBy<Pick<LedgerCheck, 'id'>>(LedgerCheck, 'staff') {
  @ComputedField(() => DateTimeScalar) at!: Date;
  @ComputedField(() => Float, { description: 'Duration in seconds.' }) seconds!: number;
  @ComputedField(() => Int) transactions!: number;
  @ComputedField(() => Int) postings!: number;
  @ComputedField(() => Int) gifts!: number;
  @ComputedField(() => Int, { description: 'Number of Stripe balance transactions checked.' })
  balanceTransactions!: number;
  @ComputedField(() => Boolean, {
    description: 'True for a full check, false for one that covers changes since the previous check.',
  })
  isFull!: boolean;
  @ComputedField(() => DateTimeScalar, { nullable: true, description: 'When the last full check ran.' })
  lastFullAt!: Date | null;
  @ComputedField(() => Boolean, { description: 'True if no discrepancies were found.' }) agrees!: boolean;
  @ComputedField(() => [LedgerFinding], {
    description: 'Discrepancies found, by kind. Each remains open until it is settled.',
  })
  findings!: LedgerFinding[];
}

export function reportFrom(check: LedgerCheck, lastFullAt: Date | null): LedgerCheckReport {
  const kinds = Object.entries(check.findings).sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = counts.map((name) => [name, Number(check[name])]);
  return {
    ...(Object.fromEntries(numbers) as Record<(typeof counts)[number], number>),
    id: check.id,
    at: check.checkedAt,
    isFull: check.whole,
    lastFullAt,
    seconds: check.milliseconds / 1000,
    agrees: kinds.length === 0,
    findings: kinds.map(([kind, count]) => ({ kind, count })),
  };
}
