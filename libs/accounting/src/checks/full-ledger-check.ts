import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@upstander/platform';
import { giftTime } from '../gifts/gift.entity.js';
import type { Findings } from './findings.js';
import {
  chargeInvariant,
  disputeInvariant,
  giftInvariant,
  balanceTransactionInvariants,
  poolInvariant,
  postingInvariant,
  progressInvariant,
  transactionInvariants,
} from './invariants.js';
import {
  digestOf,
  partSums,
  checkedCondition,
  transactionDigest,
  partCondition,
  type AccountSum,
  type Part,
  type Range,
} from './ledger-checkpoint.js';

/** Rows per statement: a few seconds, during which vacuum is delayed. */
const rowsPerPart = 100_000;

/** Statement timeout in seconds. The scan of all gifts takes minutes at tens of millions of gifts. */
const statementTimeoutSeconds = 2 * 60 * 60;

export interface RowsRead {
  transactions: number;
  postings: number;
  gifts: number;
  balanceTransactions: number;
}

export interface RecountResult {
  sums: Map<string, bigint>;
  digest: string;
  rowsRead: RowsRead;
}

interface ScannedTable {
  from: string;
  key: string;
  type: 'uuid' | 'timestamptz';
}

/**
 * Checks everything in parts, each in its own snapshot. Related rows are written in one transaction
 * and checked rows are immutable, so parts read at different times add up.
 */
@Injectable()
export class FullLedgerCheck {
  constructor(private readonly db: Database) {}

  /** Returns null if aborted. */
  async recount(range: Range, findings: Findings, signal?: AbortSignal): Promise<RecountResult | null> {
    const rowsRead: RowsRead = { transactions: 0, postings: 0, gifts: 0, balanceTransactions: 0 };
    const sums = new Map<string, bigint>();
    let digest = '0';
    const checked = checkedCondition(range);

    const ledger: ScannedTable = { from: 'ledger.transaction t', key: 't.id', type: 'uuid' };
    const walkedLedger = await this.scan(ledger, signal, async (tx, part) => {
      const of = partCondition('t.id', 'uuid', part);
      for (const { sql } of [...transactionInvariants, chargeInvariant]) await findings.collect(tx, sql(of));
      await findings.collect(tx, postingInvariant.sql(partCondition('p.transaction_id', 'uuid', part)));
      const [transactions] = await tx.query<Pick<AccountSum, 'rows' | 'digest'>>(
        transactionDigest(`${of} AND ${checked}`),
      );
      rowsRead.transactions += transactions!.rows;
      digest = digestOf(digest, transactions!.digest);
      for (const one of await tx.query<AccountSum>(partSums(part, checked))) {
        sums.set(one.account, (sums.get(one.account) ?? 0n) + BigInt(one.sum));
        rowsRead.postings += one.rows;
        digest = digestOf(digest, one.digest);
      }
    });
    if (!walkedLedger) return null;

    // A gift that is paid in the meantime moves to a later position and is checked there.
    const gifts: ScannedTable = { from: 'fundraising.gift g', key: giftTime, type: 'timestamptz' };
    const walkedGifts = await this.scan(gifts, signal, async (tx, part) => {
      const of = partCondition(giftTime, 'timestamptz', part);
      await findings.collect(tx, giftInvariant.sql(of));
      rowsRead.gifts += await countRows(tx, `fundraising.gift g WHERE ${of}`);
    });
    if (!walkedGifts) return null;

    const lines: ScannedTable = { from: 'fundraising.balance_transaction b', key: 'b.created_at', type: 'timestamptz' };
    const walkedLines = await this.scan(lines, signal, async (tx, part) => {
      const of = partCondition('b.created_at', 'timestamptz', part);
      await findings.collect(tx, balanceTransactionInvariants.sql(of));
      rowsRead.balanceTransactions += await countRows(tx, `fundraising.balance_transaction b WHERE ${of}`);
    });
    if (!walkedLines) return null;

    for (const sql of [disputeInvariant.sql('true'), poolInvariant.sql('true'), progressInvariant.sql]) {
      if (signal?.aborted) return null;
      await this.db.transaction(async (tx) => {
        await raiseQueryLimits(tx);
        await findings.collect(tx, sql);
      });
    }
    return { sums, digest, rowsRead };
  }

  /** Scans a table by an index, one transaction per part. Returns false if aborted. */
  private async scan(
    { from, key, type }: ScannedTable,
    signal: AbortSignal | undefined,
    checkPart: (tx: Tx, part: Part) => Promise<void>,
  ): Promise<boolean> {
    let above: string | null = null;
    do {
      if (signal?.aborted) return false;
      above = await this.db.transaction(async (tx): Promise<string | null> => {
        await raiseQueryLimits(tx);
        // Avoids sequential scans, because statistics may be outdated.
        await tx.query(`SELECT set_config('enable_seqscan', 'off', true)`);
        const [end] = await tx.query<{ upTo: string }>(
          `SELECT (${key})::text AS "upTo" FROM ${from} WHERE ${partCondition(key, type, { above, upTo: null })}
           ORDER BY ${key} OFFSET ${rowsPerPart - 1} LIMIT 1`,
        );
        const part = { above, upTo: end?.upTo ?? null };
        await checkPart(tx, part);
        return part.upTo;
      });
    } while (above !== null);
    return true;
  }
}

/** Raises the time limit, sorts in memory, and turns off JIT, which isn't worth it here. */
export async function raiseQueryLimits(tx: Tx): Promise<void> {
  await tx.setStatementTimeout(statementTimeoutSeconds);
  await tx.query(`SELECT set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`);
}

async function countRows(tx: Tx, from: string): Promise<number> {
  const [row] = await tx.query<{ rows: number }>(`SELECT count(*)::integer AS rows FROM ${from}`);
  return row!.rows;
}
