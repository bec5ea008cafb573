import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Answer, BigCount, Count, DateTimeScalar, Flag, Id, Instant, Json, SeenBy } from '@upstander/platform';
import { Entity } from 'typeorm';

/** One check of the ledger: what it looked at, and how many discrepancies of each kind it found. */
@Entity({ schema: 'fundraising', name: 'ledger_check' })
export class LedgerCheck {
  @Id({ seenBy: 'staff' }) id!: string;
  @Instant() checkedAt!: Date;
  @Count() milliseconds!: number;
  @BigCount() transactions!: string;
  @BigCount() postings!: string;
  @BigCount() gifts!: string;
  @BigCount() balanceTransactions!: string;
  /** Whether everything was read, or what came since the check before. */
  @Flag({ default: true }) whole!: boolean;
  @Json() findings!: Record<string, number>;
}

@ObjectType({ description: 'So many discrepancies of one kind.' })
export class LedgerFinding {
  @Field(() => String, { description: 'The kind of the discrepancy, such as balance-off.' }) kind!: string;
  @Field(() => Int) count!: number;
}

const counts = ['transactions', 'postings', 'gifts', 'balanceTransactions'] as const;

@ObjectType('LedgerCheck', {
  description: 'One run of the check that compares the ledger with gifts, Stripe and itself.',
})
export class LedgerCheckReport extends SeenBy<Pick<LedgerCheck, 'id'>>(LedgerCheck, 'staff') {
  @Answer(() => DateTimeScalar) at!: Date;
  @Answer(() => Float, { description: 'How long it took.' }) seconds!: number;
  @Answer(() => Int) transactions!: number;
  @Answer(() => Int) postings!: number;
  @Answer(() => Int) gifts!: number;
  @Answer(() => Int, { description: "Lines of Stripe's own ledger." }) balanceTransactions!: number;
  @Answer(() => Boolean, {
    description: 'Whether it read everything that was ever booked, or what came since the check before.',
  })
  whole!: boolean;
  @Answer(() => DateTimeScalar, { nullable: true, description: 'When everything was read last.' })
  wholeAt!: Date | null;
  @Answer(() => Boolean, { description: 'Whether everything agreed.' }) agrees!: boolean;
  @Answer(() => [LedgerFinding], {
    description: 'What did not agree; each is a discrepancy until somebody settles it.',
  })
  findings!: LedgerFinding[];
}

export function reportFrom(check: LedgerCheck, wholeAt: Date | null): LedgerCheckReport {
  const kinds = Object.entries(check.findings).sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = counts.map((name) => [name, Number(check[name])]);
  return {
    ...(Object.fromEntries(numbers) as Record<(typeof counts)[number], number>),
    id: check.id,
    at: check.checkedAt,
    whole: check.whole,
    wholeAt,
    seconds: check.milliseconds / 1000,
    agrees: kinds.length === 0,
    findings: kinds.map(([kind, count]) => ({ kind, count })),
  };
}
