import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { money, summedList, type Money, type SummedPage } from '@upstander/ledger';
import { Database, isUuid, Values } from '@upstander/platform';
import { AccountingAccess } from '../accounting-access.js';
import type {
  LedgerPosting,
  LedgerTransaction,
  LedgerTransactionConnection,
  LedgerTransactionFilter,
} from './ledger-transaction.js';
import { ownerColumns, ownerJoins } from './owners.js';
import { conditionsOf } from './transaction-conditions.js';

interface TransactionRecord extends Omit<LedgerTransaction, 'postings' | 'balance'> {
  postings: Array<Omit<LedgerPosting, 'debit' | 'credit'> & { currency: string; amount: string }>;
}

const columns = `t.id, t.kind, t.external_ref AS "externalRef", t.subject_id AS "subjectId",
  t.happened_at AS "happenedAt", t.posted_at AS "postedAt", (
    SELECT json_agg(json_build_object('accountId', a.id, 'kind', a.kind, 'ownerId', a.owner_id,
      'ownerName', ${ownerColumns.name}, 'currency', a.currency, 'amount', p.amount_minor::text) ORDER BY p.n)
    FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id ${ownerJoins}
    WHERE p.transaction_id = t.id
  ) AS postings`;

/** Keyset pagination keeps the list fast at a million rows. */
@Injectable()
export class TransactionList {
  constructor(
    private readonly db: Database,
    private readonly access: AccountingAccess,
  ) {}

  async page(actor: Actor, filter: LedgerTransactionFilter, page: SummedPage): Promise<LedgerTransactionConnection> {
    const values = new Values();
    const conditions = conditionsOf(filter, await this.accountsOf(actor, filter), values);
    // All postings of a transaction sum to zero, so a total is only shown for a single account.
    const sum = page.sums && isUuid(filter.accountId ?? '') ? accountChange(values.add(filter.accountId)) : noTotal;
    const list = await summedList<TransactionRecord, LedgerTransaction>(
      this.db,
      {
        columns,
        from: 'ledger.transaction t',
        conditions,
        ...sum,
        values,
        by: { 't.happened_at': 'timestamptz', 't.id': 'uuid' },
        direction: 'DESC',
        page,
      },
      transactionFrom,
    );
    if (!isUuid(filter.accountId ?? '') || list.edges.length === 0) return list;
    const nodes = list.edges.map(({ node }) => node);
    const balances = await this.balancesAfter(filter.accountId!, nodes);
    for (const node of nodes) node.balance = balances.get(node.id) ?? null;
    return list;
  }

  /**
   * Returns the balance of an account after each transaction, whatever the list is filtered by. It subtracts what was
   * posted later from the current balance, so the first pages read few postings.
   */
  private async balancesAfter(
    accountId: string,
    transactions: readonly LedgerTransaction[],
  ): Promise<Map<string, Money>> {
    const rows = await this.db.query<{ id: string; balance: string; currency: string }>(
      `WITH shown AS (SELECT t.id, t.happened_at FROM ledger.transaction t WHERE t.id = ANY ($2::uuid[])),
       oldest AS (SELECT s.happened_at, s.id FROM shown s ORDER BY s.happened_at, s.id LIMIT 1),
       since AS (
         SELECT t.id, t.happened_at, sum(p.amount_minor) AS amount
         FROM oldest o JOIN ledger.transaction t ON (t.happened_at, t.id) >= (o.happened_at, o.id)
           JOIN ledger.posting p ON p.transaction_id = t.id AND p.account_id = $1
         GROUP BY t.id, t.happened_at
       ),
       line AS (
         SELECT s.id, coalesce(b.balance_minor, 0) - sum(s.amount) OVER later + s.amount AS debits
         FROM since s LEFT JOIN ledger.balance b ON b.account_id = $1
         WINDOW later AS (ORDER BY s.happened_at DESC, s.id DESC ROWS UNBOUNDED PRECEDING)
       )
       SELECT line.id, (CASE k.normal WHEN 'credit' THEN -line.debits ELSE line.debits END)::text AS balance, a.currency
       FROM line JOIN ledger.account a ON a.id = $1 JOIN ledger.account_kind k ON k.kind = a.kind
       WHERE line.id = ANY ($2::uuid[])`,
      [accountId, transactions.map(({ id }) => id)],
    );
    return new Map(rows.map(({ id, balance, currency }) => [id, money(balance, currency)]));
  }

  /**
   * Returns the accounts of which one must be affected, or null for any. With few postings, the query
   * starts from them; with many, it scans the latest transactions.
   */
  private async accountsOf(
    actor: Actor,
    { accountId, campaignId }: LedgerTransactionFilter,
  ): Promise<{ ids: string[]; few: boolean } | null> {
    const { all, chapters } = this.access.scope(actor, 'accounting:read');
    if (all && !accountId && !campaignId) return null;
    if ([accountId, campaignId].some((id) => id && !isUuid(id))) return { ids: [], few: true };
    const rows = await this.db.query<{ id: string; postings: number }>(
      `SELECT a.id, (
         SELECT count(*)::integer FROM (SELECT FROM ledger.posting p WHERE p.account_id = a.id LIMIT 2001) counted
       ) AS postings
       FROM ledger.account a ${ownerJoins}
       WHERE ($1 OR ${ownerColumns.chapter} = ANY ($2::uuid[])) AND ($3::uuid IS NULL OR a.id = $3)
         AND ($4::uuid IS NULL OR ${ownerColumns.campaign} = $4)`,
      [all, chapters, accountId ?? null, campaignId ?? null],
    );
    const postings = rows.reduce((sum, row) => sum + row.postings, 0);
    return { ids: rows.map(({ id }) => id), few: postings <= 2000 };
  }
}

const noTotal = { amount: 'NULL::bigint', currency: "''::text" };

/** Returns SQL for the change of an account by transaction `t`: debits less credits. */
function accountChange(account: string) {
  return {
    amount: `(SELECT sum(p.amount_minor) FROM ledger.posting p WHERE p.transaction_id = t.id AND p.account_id = ${account}::uuid)`,
    currency: `(SELECT a.currency FROM ledger.account a WHERE a.id = ${account}::uuid)`,
  };
}

function transactionFrom(row: TransactionRecord): LedgerTransaction {
  return {
    ...row,
    balance: null,
    postings: row.postings.map(({ amount, currency, ...posting }) => {
      const minor = BigInt(amount);
      return {
        ...posting,
        debit: minor > 0n ? money(minor, currency) : null,
        credit: minor < 0n ? money(-minor, currency) : null,
      };
    }),
  };
}
