import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@upstander/platform';
import { giftTime } from '../gifts/gift-conditions.js';
import type { Findings } from './findings.js';
import {
  ofCharges,
  ofDisputes,
  ofGifts,
  ofLines,
  ofPools,
  ofPostings,
  ofProgress,
  ofTransactions,
} from './invariants.js';
import {
  digestOf,
  partSums,
  checkedOf,
  transactionDigest,
  within,
  type AccountSum,
  type Part,
  type Range,
} from './ledger-checkpoint.js';

/** So many rows are read in one statement: a few seconds, for which no table is kept from being cleaned. */
const rowsOfAPart = 100_000;

/** The scan over all gifts is the longest statement: minutes at tens of millions of them. */
const mostForOne = 2 * 60 * 60;

/** How much was read. */
export interface RowsRead {
  transactions: number;
  postings: number;
  gifts: number;
  balanceTransactions: number;
}

/** What the part that is checked sums to, read again. */
export interface Recounted {
  sums: Map<string, bigint>;
  digest: string;
  rowsRead: RowsRead;
}

/** What is gone through, in the order of an index. */
interface Walked {
  from: string;
  key: string;
  type: 'uuid' | 'timestamptz';
}

/**
 * Reads everything there is, a part at a time. Each part is judged by one moment of its own: what belongs together is written
 * in one transaction, and what is checked does not change, so the sums of parts read at different times are the sum of the whole.
 */
@Injectable()
export class WholeCheck {
  constructor(private readonly db: Database) {}

  /** Null when it was told to stop. */
  async recount(range: Range, findings: Findings, signal?: AbortSignal): Promise<Recounted | null> {
    const rowsRead: RowsRead = { transactions: 0, postings: 0, gifts: 0, balanceTransactions: 0 };
    const sums = new Map<string, bigint>();
    let digest = '0';
    const checked = checkedOf(range);

    const ledger: Walked = { from: 'ledger.transaction t', key: 't.id', type: 'uuid' };
    const walkedLedger = await this.walk(ledger, signal, async (tx, part) => {
      const of = within('t.id', 'uuid', part);
      for (const { sql } of [...ofTransactions, ofCharges]) await findings.of(tx, sql(of));
      await findings.of(tx, ofPostings.sql(within('p.transaction_id', 'uuid', part)));
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

    // Paid meanwhile, a gift moves on to where it is looked at again.
    const gifts: Walked = { from: 'fundraising.gift g', key: giftTime, type: 'timestamptz' };
    const walkedGifts = await this.walk(gifts, signal, async (tx, part) => {
      const of = within(giftTime, 'timestamptz', part);
      await findings.of(tx, ofGifts.sql(of));
      rowsRead.gifts += await counted(tx, `fundraising.gift g WHERE ${of}`);
    });
    if (!walkedGifts) return null;

    const lines: Walked = { from: 'fundraising.balance_transaction b', key: 'b.created_at', type: 'timestamptz' };
    const walkedLines = await this.walk(lines, signal, async (tx, part) => {
      const of = within('b.created_at', 'timestamptz', part);
      await findings.of(tx, ofLines.sql(of));
      rowsRead.balanceTransactions += await counted(tx, `fundraising.balance_transaction b WHERE ${of}`);
    });
    if (!walkedLines) return null;

    for (const sql of [ofDisputes.sql('true'), ofPools.sql('true'), ofProgress.sql]) {
      if (signal?.aborted) return null;
      await this.db.transaction(async (tx) => {
        await roomForSums(tx);
        await findings.of(tx, sql);
      });
    }
    return { sums, digest, rowsRead };
  }

  /** Goes through a table by an index, a part in a transaction. False when it was told to stop. */
  private async walk(
    { from, key, type }: Walked,
    signal: AbortSignal | undefined,
    look: (tx: Tx, part: Part) => Promise<void>,
  ): Promise<boolean> {
    let above: string | null = null;
    do {
      if (signal?.aborted) return false;
      above = await this.db.transaction(async (tx): Promise<string | null> => {
        await roomForSums(tx);
        // Rows of a part are found by indexes, whatever the statistics of the moment say.
        await tx.query(`SELECT set_config('enable_seqscan', 'off', true)`);
        const [end] = await tx.query<{ upTo: string }>(
          `SELECT (${key})::text AS "upTo" FROM ${from} WHERE ${within(key, type, { above, upTo: null })}
           ORDER BY ${key} OFFSET ${rowsOfAPart - 1} LIMIT 1`,
        );
        const part = { above, upTo: end?.upTo ?? null };
        await look(tx, part);
        return part.upTo;
      });
    } while (above !== null);
    return true;
  }
}

/** Sums fit in memory, instead of being sorted on disk; and no statement is worth being compiled. */
export async function roomForSums(tx: Tx): Promise<void> {
  await tx.mayTake(mostForOne);
  await tx.query(`SELECT set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`);
}

async function counted(tx: Tx, from: string): Promise<number> {
  const [row] = await tx.query<{ rows: number }>(`SELECT count(*)::integer AS rows FROM ${from}`);
  return row!.rows;
}
