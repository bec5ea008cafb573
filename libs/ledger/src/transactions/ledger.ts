import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@upstander/platform';
import type { AccountKind } from '../accounts/account-kind.js';
import { toPostingItem, requireBalanced, type TransactionDraft } from './transaction-draft.js';

export interface Entry {
  id: string;
  kind: string;
  externalRef: string;
  subjectId: string | null;
  happenedAt: Date;
  postedAt: Date;
  postings: EntryPosting[];
}

export interface EntryPosting {
  accountId: string;
  kind: AccountKind;
  ownerId: string | null;
  currency: string;
  amountMinor: bigint;
}

type Reader = Pick<Tx, 'query'>;

@Injectable()
export class Ledger {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Posts transactions and updates balances in one call.
   * Returns false for drafts with an existing external reference.
   * @throws RangeError if a draft doesn't sum to zero in each currency
   */
  async post(tx: Tx, drafts: readonly TransactionDraft[]): Promise<boolean[]> {
    if (drafts.length === 0) return [];
    drafts.forEach(requireBalanced);
    const rows = await tx.query<{ ord: number; posted: boolean }>(
      'SELECT ord, posted FROM ledger.post_transactions($1, $2)',
      [JSON.stringify(drafts.map(toPostingItem)), this.clock.now()],
    );
    const posted = new Map(rows.map((row) => [row.ord, row.posted]));
    return drafts.map((_, ord) => posted.get(ord) ?? false);
  }

  /**
   * Returns balances by account kind: debits positive, credits negative.
   * Each campaign or pool has one currency. Other currencies go through the exchange account.
   */
  async balancesOf(
    ownerIds: readonly string[],
    reader: Reader = this.db,
  ): Promise<Map<string, Map<AccountKind, bigint>>> {
    const rows = await reader.query<{ owner: string; kind: AccountKind; balance: string }>(
      `SELECT a.owner_id AS owner, a.kind, b.balance_minor AS balance
       FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
       WHERE a.owner_id = ANY ($1::uuid[])`,
      [ownerIds],
    );
    const balances = new Map(ownerIds.map((id) => [id, new Map<AccountKind, bigint>()]));
    for (const { owner, kind, balance } of rows) {
      const kinds = balances.get(owner);
      if (kinds?.has(kind)) throw new RangeError(`${owner} has ${kind} in two currencies.`);
      kinds?.set(kind, BigInt(balance));
    }
    return balances;
  }

  /** Returns the organization's own balances, for example at Stripe, at the bank and in cash. */
  async balancesOfOrganization(currency: string, reader: Reader = this.db): Promise<Map<AccountKind, bigint>> {
    const rows = await reader.query<{ kind: AccountKind; balance: string }>(
      `SELECT a.kind, b.balance_minor AS balance
       FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
       WHERE a.owner_id IS NULL AND a.currency = $1`,
      [currency],
    );
    return new Map(rows.map(({ kind, balance }) => [kind, BigInt(balance)]));
  }

  /** Returns the transactions of these gifts, payouts or disbursements, in chronological order. */
  async transactionsOf(subjectIds: readonly string[], reader: Reader = this.db): Promise<Entry[]> {
    return this.entries('t.subject_id = ANY ($1::uuid[])', [subjectIds], reader);
  }

  async transactions(ids: readonly string[], reader: Reader = this.db): Promise<Entry[]> {
    return this.entries('t.id = ANY ($1::uuid[])', [ids], reader);
  }

  private async entries(which: string, params: readonly unknown[], reader: Reader): Promise<Entry[]> {
    const rows = await reader.query<
      Omit<Entry, 'postings'> & { postings: Array<Omit<EntryPosting, 'amountMinor'> & { amountMinor: string }> }
    >(
      `SELECT t.id, t.kind, t.external_ref AS "externalRef", t.subject_id AS "subjectId", t.happened_at AS "happenedAt",
         t.posted_at AS "postedAt", p.postings
       FROM ledger.transaction t CROSS JOIN LATERAL (
         SELECT json_agg(json_build_object('accountId', a.id, 'kind', a.kind, 'ownerId', a.owner_id, 'currency', a.currency,
           'amountMinor', p.amount_minor::text) ORDER BY p.n) AS postings
         FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id WHERE p.transaction_id = t.id
       ) p
       WHERE ${which}
       ORDER BY t.happened_at, t.posted_at, t.id`,
      params,
    );
    return rows.map((row) => ({
      ...row,
      postings: row.postings.map((posting) => ({ ...posting, amountMinor: BigInt(posting.amountMinor) })),
    }));
  }
}
