import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { Clock, Database, Refusal, type Tx } from '@upstander/platform';
import { performance } from 'node:perf_hooks';
import { AccountingAccess } from './accounting-access.js';
import { LedgerCheck, reportFrom, type LedgerCheckReport } from './ledger-check.entity.js';
import { invariants } from './invariants.js';

/** So many discrepancies of one invariant become rows in one check; the rest is counted, and found again when these are settled. */
const shown = 1000;

/** The sums go over everything that was ever booked: minutes at millions of postings, hours at hundreds of millions. */
const mostForAll = 6 * 60 * 60;

interface Finding {
  kind: string;
  about: string;
  gift_id: string | null;
  expected: string | null;
  found: string | null;
  currency: string | null;
}

type CheckResult = Pick<LedgerCheck, 'transactions' | 'postings' | 'gifts' | 'balanceTransactions'>;

/** Proves the ledger against itself, against gifts and against Stripe. */
@Injectable()
export class LedgerChecks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccountingAccess,
  ) {}

  /** Null when there was none, or for those who do not look after everything. */
  async last(actor: Actor): Promise<LedgerCheckReport | null> {
    return this.access.seesEverything(actor) ? this.latest() : null;
  }

  /** @throws Refusal NOT_ALLOWED, CHECK_UNDER_WAY. */
  async run(actor: Actor): Promise<LedgerCheckReport> {
    this.access.requireEverything(actor);
    const check = await this.check();
    if (!check) throw new Refusal('CHECK_UNDER_WAY', 'The ledger is being checked at this moment.');
    return check;
  }

  async latest(): Promise<LedgerCheckReport | null> {
    const newest = { where: {}, order: { checkedAt: 'DESC' } } as const;
    const check = await this.db.dataSource.manager.findOne(LedgerCheck, newest);
    return check && reportFrom(check);
  }

  /** Checks everything now. Null when another process is at it. */
  async check(): Promise<LedgerCheckReport | null> {
    const begun = performance.now();
    const now = this.clock.now();
    const seen = await this.db.transaction((tx) => this.findDiscrepancies(tx, now));
    if (!seen) return null;
    const { findings, counts, looked } = seen;
    const milliseconds = Math.round(performance.now() - begun);
    const check = { ...looked, checkedAt: now, milliseconds, findings: counts };
    return this.db.transaction(async (tx) => {
      await tx.query(keep, [JSON.stringify(findings), now]);
      const { identifiers } = await tx.manager.insert(LedgerCheck, { ...check });
      return reportFrom({ ...check, ...(identifiers[0] as { id: string }) });
    });
  }

  /** Looks at one moment of everything, so that a gift that is being booked is either there or not. */
  private async findDiscrepancies(
    tx: Tx,
    now: Date,
  ): Promise<{ findings: Finding[]; counts: Record<string, number>; looked: CheckResult } | null> {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    const [turn] = await tx.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtext('check-ledger')) AS mine`,
    );
    if (!turn?.mine) return null;
    await tx.mayTake(mostForAll);
    // Sums over everything fit in memory, instead of being sorted on disk; a plan for one gift would be the wrong one.
    await tx.query(`SELECT set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`);
    const findings: Finding[] = [];
    const counts: Record<string, number> = {};
    for (const { sql } of invariants) {
      const rows = await tx.query<Finding & { of_kind: number; nth: string }>(
        `SELECT * FROM (
           SELECT found.*, (count(*) OVER (PARTITION BY kind))::integer AS of_kind,
             row_number() OVER (PARTITION BY kind ORDER BY about) AS nth
           FROM (${sql.replaceAll('$now', `'${now.toISOString()}'`)}) AS found (kind, about, gift_id, expected, found,
             currency)
         ) numbered WHERE nth <= ${shown}`,
      );
      for (const { of_kind: count, nth: _, ...finding } of rows) {
        findings.push(finding);
        counts[finding.kind] = count;
      }
    }
    const [looked] = await tx.query<CheckResult>(
      `SELECT (SELECT count(*) FROM ledger.transaction) AS transactions, (SELECT count(*) FROM ledger.posting) AS postings,
         (SELECT count(*) FROM fundraising.gift) AS gifts,
         (SELECT count(*) FROM fundraising.balance_transaction) AS "balanceTransactions"`,
    );
    return { findings, counts, looked: looked! };
  }
}

/**
 * What is found again is the same row with today's figures. What somebody settled stays settled, as long as it is off by
 * the same: only something new asks for attention.
 */
const keep = `
  INSERT INTO fundraising.discrepancy AS d (kind, about, gift_id, expected_minor, found_minor, currency, found_at)
  SELECT f.kind, f.about, f.gift_id, f.expected, f.found, f.currency, $2
  FROM jsonb_to_recordset($1::jsonb) AS f (kind text, about text, gift_id uuid, expected bigint, found bigint, currency text)
  WHERE NOT EXISTS (
    SELECT FROM fundraising.discrepancy s
    WHERE s.kind = f.kind AND s.about = f.about AND s.settled_at IS NOT NULL
      AND s.expected_minor IS NOT DISTINCT FROM f.expected AND s.found_minor IS NOT DISTINCT FROM f.found
  )
  ORDER BY f.kind, f.about
  ON CONFLICT (kind, about) WHERE settled_at IS NULL
    DO UPDATE SET expected_minor = excluded.expected_minor, found_minor = excluded.found_minor`;
