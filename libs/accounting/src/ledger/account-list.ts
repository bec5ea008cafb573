import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { Database, isUuid } from '@upstander/platform';
import { AccountingAccess } from '../accounting-access.js';
import type { LedgerAccount, LedgerAccountFilter } from './ledger-account.js';
import { ownerColumns, ownerJoins } from './owners.js';

@Injectable()
export class AccountList {
  constructor(
    private readonly db: Database,
    private readonly access: AccountingAccess,
  ) {}

  async listAccounts(actor: Actor, filter: LedgerAccountFilter): Promise<LedgerAccount[]> {
    const { all, chapters } = this.access.scope(actor, 'accounting:read');
    if (filter.campaignId && !isUuid(filter.campaignId)) return [];
    const rows = await this.db.query<Omit<LedgerAccount, 'balance'> & { balance: string }>(
      `SELECT a.id, a.kind, a.owner_id AS "ownerId", ${ownerColumns.name} AS "ownerName", a.currency, k.normal AS "normalSide",
         CASE k.normal WHEN 'credit' THEN -coalesce(b.balance_minor, 0) ELSE coalesce(b.balance_minor, 0) END AS balance,
         (
           SELECT count(*)::integer FROM (
             SELECT FROM ledger.posting p WHERE p.account_id = a.id LIMIT 1000
           ) counted
         ) AS postings
       FROM ledger.account a JOIN ledger.account_kind k ON k.kind = a.kind
         LEFT JOIN ledger.balance b ON b.account_id = a.id
         ${ownerJoins}
       WHERE ($1 OR ${ownerColumns.chapter} = ANY ($2::uuid[]))
         AND ($3::text[] IS NULL OR a.kind = ANY ($3))
         AND ($4::uuid IS NULL OR ${ownerColumns.campaign} = $4)
         AND ($5::text IS NULL OR a.currency = $5)
         AND ($6::boolean IS NOT TRUE OR a.owner_id IS NULL)
       ORDER BY k.position, "ownerName" NULLS FIRST, a.currency, a.id LIMIT 500`,
      [all, chapters, filter.kind ?? null, filter.campaignId ?? null, filter.currency ?? null, filter.own ?? null],
    );
    return rows.map(({ balance, ...row }) => ({ ...row, balance: money(balance, row.currency) }));
  }
}
