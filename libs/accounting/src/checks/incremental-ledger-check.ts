import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@upstander/platform';
import { giftTime } from '../gifts/gift.entity.js';
import type { Findings } from './findings.js';
import {
  unconditionalInvariants,
  chargeInvariant,
  disputeInvariant,
  giftInvariant,
  balanceTransactionInvariants,
  poolInvariant,
  bookedProgressInvariant,
  transactionInvariants,
  balanceMismatchSql,
} from './invariants.js';
import {
  digestOf,
  uncheckedCondition,
  selectFreshSums,
  horizonSql,
  transactionDigest,
  type AccountSum,
  type SnapshotHorizon,
  type LedgerCheckpoint,
} from './ledger-checkpoint.js';
import { raiseQueryLimits, type RowsRead } from './full-ledger-check.js';

export interface IncrementalCheckResult {
  below: string;
  sums: AccountSum[];
  digest: string;
  rowsRead: RowsRead;
}

/**
 * Checks entries since a checkpoint in one snapshot: new transactions, the gifts they affect, new
 * balance transactions, and the stored balance of every account.
 */
@Injectable()
export class IncrementalLedgerCheck {
  constructor(private readonly db: Database) {}

  /**
   * Runs the check.
   * @param checked SQL for rows of (account_id, sum_minor) that were checked before
   * @param includeProgress true if no full check verifies the progress totals
   */
  check(
    checkpoint: LedgerCheckpoint,
    checked: string,
    includeProgress: boolean,
    findings: Findings,
  ): Promise<IncrementalCheckResult> {
    return this.db.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await raiseQueryLimits(tx);
      // Avoids sequential scans, because statistics may be outdated for new rows.
      await tx.query(`SELECT set_config('enable_seqscan', 'off', true)`);
      const [{ below } = { below: checkpoint.below }] = await tx.query<SnapshotHorizon>(horizonSql);
      const fresh = uncheckedCondition(checkpoint);
      const subjects = `SELECT t.subject_id FROM ledger.transaction t WHERE ${fresh} AND t.subject_id IS NOT NULL`;
      const newLines = `b.kept_in >= ${checkpoint.below}`;
      // Includes gifts marked as paid that are missing in the ledger.
      const recent = `${giftTime} >= '${daysBefore(checkpoint.checkedAt, 1)}'`;
      const affectedGifts = `g.id IN (${subjects} UNION ALL SELECT g.id FROM fundraising.gift g WHERE ${recent})`;
      const pools = `SELECT a.owner_id FROM ledger.transaction t JOIN ledger.posting p ON p.transaction_id = t.id
        JOIN ledger.account a ON a.id = p.account_id WHERE ${fresh} AND a.kind = 'matching-receivable'`;
      for (const sql of [
        ...transactionInvariants.map((invariant) => invariant.sql(fresh)),
        // Charges that have become two days old since the last check.
        chargeInvariant.sql(`t.posted_at >= '${daysBefore(checkpoint.checkedAt, 3)}'`),
        balanceMismatchSql(checked, fresh),
        giftInvariant.sql(affectedGifts),
        balanceTransactionInvariants.sql(newLines),
        disputeInvariant.sql(
          `d.gift_id IN (${subjects} UNION ALL SELECT b.gift_id FROM fundraising.balance_transaction b WHERE ${newLines})`,
        ),
        poolInvariant.sql(`p.id IN (${pools})`),
        ...(includeProgress ? [bookedProgressInvariant.sql] : []),
        ...unconditionalInvariants.map(({ sql }) => sql),
      ]) {
        await findings.collect(tx, sql);
      }
      const settled = `${fresh} AND t.posted_in < ${below}`;
      const sums = await tx.query<AccountSum>(selectFreshSums(settled));
      const [transactions] = await tx.query<Pick<AccountSum, 'rows' | 'digest'>>(transactionDigest(settled));
      return {
        below,
        sums,
        digest: digestOf(transactions!.digest, ...sums.map(({ digest }) => digest)),
        rowsRead: await countRows(tx, fresh, affectedGifts, newLines),
      };
    });
  }
}

async function countRows(tx: Tx, fresh: string, affectedGifts: string, newLines: string): Promise<RowsRead> {
  const [rowsRead] = await tx.query<RowsRead>(
    `SELECT (SELECT count(*)::integer FROM ledger.transaction t WHERE ${fresh}) AS transactions,
       (SELECT count(*)::integer FROM ledger.transaction t JOIN ledger.posting p ON p.transaction_id = t.id WHERE ${fresh}) AS postings,
       (SELECT count(*)::integer FROM fundraising.gift g WHERE ${affectedGifts}) AS gifts,
       (SELECT count(*)::integer FROM fundraising.balance_transaction b WHERE ${newLines}) AS "balanceTransactions"`,
  );
  return rowsRead!;
}

function daysBefore(at: Date, days: number): string {
  return new Date(at.valueOf() - days * 86_400_000).toISOString();
}
