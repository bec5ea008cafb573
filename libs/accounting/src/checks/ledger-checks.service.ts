import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { Clock, Database, Refusal, type Tx } from '@upstander/platform';
import { performance } from 'node:perf_hooks';
import { AccountingAccess } from '../accounting-access.js';
import { Findings, upsertFindingsSql } from './findings.js';
import { changedHistorySql } from './invariants.js';
import { LedgerCheck, reportFrom, type LedgerCheckReport } from './ledger-check.entity.js';
import { digestOf, horizonSql, type SnapshotHorizon, type LedgerCheckpoint } from './ledger-checkpoint.js';
import { IncrementalLedgerCheck, type IncrementalCheckResult } from './incremental-ledger-check.js';
import { raiseQueryLimits, FullLedgerCheck, type RowsRead, type RecountResult } from './full-ledger-check.js';

export interface CheckRequest {
  whole: boolean;
  signal?: AbortSignal;
}

const checkedSumsSql = 'SELECT account_id, sum_minor FROM fundraising.ledger_checked_sum';

@Injectable()
export class LedgerChecks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccountingAccess,
    private readonly wholeCheck: FullLedgerCheck,
    private readonly newCheck: IncrementalLedgerCheck,
  ) {}

  /** Returns the last check. Null if there is none, or if the actor can't see all chapters. */
  async last(actor: Actor): Promise<LedgerCheckReport | null> {
    return this.access.canSeeAllChapters(actor) ? this.findLatest() : null;
  }

  /** @throws Refusal NOT_ALLOWED; CHECK_UNDER_WAY */
  async run(actor: Actor, whole: boolean): Promise<LedgerCheckReport> {
    this.access.requireEverything(actor);
    const check = await this.check({ whole });
    if (!check) throw new Refusal('CHECK_UNDER_WAY', 'The ledger is being checked right now.');
    return check;
  }

  async findLatest(): Promise<LedgerCheckReport | null> {
    const check = await this.findLatestCheck(false);
    return check && reportFrom(check, (await this.findLatestCheck(true))?.checkedAt ?? null);
  }

  /**
   * Runs a check. It is a full check if this database has no checkpoint yet. Returns null without
   * storing anything if another check is running or it was aborted.
   */
  async check({ whole, signal }: CheckRequest): Promise<LedgerCheckReport | null> {
    // The transaction holds the lock for the whole check. It takes no snapshot, so it doesn't block vacuum.
    return this.db.transaction(async (lockTx) => {
      const [lock] = await lockTx.query<{ mine: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtext('check-ledger')) AS mine`,
      );
      if (!lock?.mine) return null;
      await lockTx.query(`SELECT set_config('idle_in_transaction_session_timeout', '0', true)`);
      return this.checkNow(whole, signal);
    });
  }

  private async checkNow(isFullRequested: boolean, signal?: AbortSignal): Promise<LedgerCheckReport | null> {
    const startedAt = performance.now();
    const now = this.clock.now();
    const last = await this.findCheckpoint();
    const before = last?.holds ? last : null;
    const base = before ?? (await this.beginCheckpoint(now));
    const findings = new Findings(now);
    const whole = isFullRequested || !before;
    const recounted = whole ? await this.wholeCheck.recount(base, findings, signal) : null;
    if (whole && !recounted) return null;
    if (before && recounted) await this.compareWithCheckedSums(before, recounted, findings);
    const fresh = await this.newCheck.check(
      base,
      recounted ? recountedSumsSql(recounted) : checkedSumsSql,
      !recounted,
      findings,
    );
    const check: Omit<LedgerCheck, 'id'> = {
      checkedAt: now,
      milliseconds: Math.round(performance.now() - startedAt),
      whole,
      findings: findings.counts,
      ...totalRows(fresh.rowsRead, recounted?.rowsRead),
    };
    const lastFullAt = whole ? now : ((await this.findLatestCheck(true))?.checkedAt ?? null);
    return this.db.transaction(async (tx) => {
      if (!(await isCheckpointUnchanged(tx, last))) return null;
      await moveCheckpoint(tx, base, recounted, fresh, findings.isComplete ? now : null);
      await tx.query(upsertFindingsSql, [JSON.stringify(findings.rows), now]);
      const { identifiers } = await tx.manager.insert(LedgerCheck, { ...check });
      const row = { ...check, ...(identifiers[0] as { id: string }) };
      return reportFrom(row, lastFullAt);
    });
  }

  private findLatestCheck(whole: boolean): Promise<LedgerCheck | null> {
    const newest = { where: whole ? { whole } : {}, order: { checkedAt: 'DESC', whole: 'DESC' } } as const;
    return this.db.dataSource.manager.findOne(LedgerCheck, newest);
  }

  /** Returns the last checkpoint. `holds` is false if another PostgreSQL cluster made it, before a restore. */
  private async findCheckpoint(): Promise<(LedgerCheckpoint & { holds: boolean }) | null> {
    const [checkpoint] = await this.db.query<LedgerCheckpoint & { holds: boolean }>(
      `SELECT p.below, p.cluster, p.restored_from AS "restoredFrom", p.restored_until::text AS "restoredUntil", p.digest,
         p.checked_at AS "checkedAt", p.cluster = h.cluster::bigint AND p.below <= h.below::bigint AS holds
       FROM fundraising.ledger_checkpoint p, (${horizonSql}) h`,
    );
    return checkpoint ?? null;
  }

  /**
   * Creates the first checkpoint from what is committed now. Restored rows may have transaction numbers
   * that this cluster has not assigned yet.
   */
  private beginCheckpoint(now: Date): Promise<LedgerCheckpoint> {
    return this.db.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await raiseQueryLimits(tx);
      const [at] = await tx.query<SnapshotHorizon & { until: string | null }>(
        `SELECT h.*, (SELECT max(t.posted_at)::text FROM ledger.transaction t WHERE t.posted_in >= h.next::bigint) AS until
         FROM (${horizonSql}) h`,
      );
      const { below, next, cluster, until } = at!;
      await tx.query('UPDATE fundraising.balance_transaction SET kept_in = NULL WHERE kept_in >= $1', [next]);
      const restored = { restoredFrom: until && next, restoredUntil: until };
      return { below, cluster, ...restored, digest: '0', checkedAt: now };
    });
  }

  /**
   * Compares the recounted sums with the checked ones. Checked postings are immutable, so any difference
   * is a finding.
   */
  private compareWithCheckedSums(
    before: LedgerCheckpoint,
    recounted: RecountResult,
    findings: Findings,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      await raiseQueryLimits(tx);
      await findings.collect(tx, changedHistorySql(checkedSumsSql, recountedSumsSql(recounted)));
      if (recounted.digest === before.digest || findings.counts['history-changed']) return;
      findings.add({
        kind: 'history-changed',
        about: `ledger:${before.below}`,
        gift_id: null,
        expected: null,
        found: null,
        currency: null,
      });
    });
  }
}

/**
 * True if the checkpoint is unchanged. Another check may have moved it if this one lost its connection
 * and thereby its lock.
 */
async function isCheckpointUnchanged(tx: Tx, last: LedgerCheckpoint | null): Promise<boolean> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('move-ledger-checkpoint'))`);
  const [now] = await tx.query<Pick<LedgerCheckpoint, 'below' | 'cluster' | 'digest'>>(
    'SELECT below, cluster, digest FROM fundraising.ledger_checkpoint',
  );
  return now?.below === last?.below && now?.cluster === last?.cluster && now?.digest === last?.digest;
}

/**
 * Stores the sums together with the checkpoint. If findings were left out (`at` is null), the
 * checkpoint stays, so that they are found again.
 */
async function moveCheckpoint(
  tx: Tx,
  base: LedgerCheckpoint,
  recounted: RecountResult | null,
  fresh: IncrementalCheckResult,
  at: Date | null,
) {
  if (recounted) await tx.query('DELETE FROM fundraising.ledger_checked_sum');
  const sums = [
    ...(recounted ? [...recounted.sums] : []),
    ...(at ? fresh.sums.map(({ account, sum }) => [account, BigInt(sum)] as const) : []),
  ];
  await tx.query(
    `INSERT INTO fundraising.ledger_checked_sum AS s (account_id, sum_minor)
     SELECT account, sum(amount) FROM unnest($1::uuid[], $2::bigint[]) AS a (account, amount) GROUP BY account
     ON CONFLICT (account_id) DO UPDATE SET sum_minor = s.sum_minor + excluded.sum_minor`,
    [sums.map(([account]) => account), sums.map(([, sum]) => String(sum))],
  );
  await tx.query(
    `INSERT INTO fundraising.ledger_checkpoint (below, cluster, restored_from, restored_until, digest, checked_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET below = excluded.below, cluster = excluded.cluster, restored_from = excluded.restored_from,
       restored_until = excluded.restored_until, digest = excluded.digest, checked_at = excluded.checked_at`,
    [
      at ? fresh.below : base.below,
      base.cluster,
      base.restoredFrom,
      base.restoredUntil,
      digestOf(recounted?.digest ?? base.digest, at ? fresh.digest : '0'),
      at ?? base.checkedAt,
    ],
  );
}

function recountedSumsSql({ sums }: RecountResult): string {
  return `SELECT * FROM unnest('{${[...sums.keys()].join()}}'::uuid[], '{${[...sums.values()].join()}}'::bigint[]) AS c (account_id, sum_minor)`;
}

/** Adds the rows of both parts, because a full check also covers new entries. */
function totalRows(fresh: RowsRead, recounted?: RowsRead): Record<keyof RowsRead, string> {
  return {
    transactions: String(fresh.transactions + (recounted?.transactions ?? 0)),
    postings: String(fresh.postings + (recounted?.postings ?? 0)),
    gifts: String(recounted?.gifts ?? fresh.gifts),
    balanceTransactions: String(recounted?.balanceTransactions ?? fresh.balanceTransactions),
  };
}
