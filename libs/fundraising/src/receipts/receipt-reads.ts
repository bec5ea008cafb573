import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import {
  badInput,
  connectionFrom,
  countCap,
  Database,
  decodeCursor,
  encodeCursor,
  isUuid,
  pageSize,
} from '@upstander/platform';
import { BooksAccess } from '../books/books-access.js';
import { receiptColumns, receiptFrom, receiptJoins, type ReceiptRecord } from './receipt-columns.js';
import type { ReceiptConnection, ReceiptFilter } from './receipt.js';
import { ReceiptLinks } from './receipt-links.js';

/** Receipts as those who look after the money see them. */
@Injectable()
export class ReceiptReads {
  constructor(
    private readonly db: Database,
    private readonly access: BooksAccess,
    private readonly links: ReceiptLinks,
  ) {}

  async page(
    actor: Actor,
    filter: ReceiptFilter,
    { first, after }: { first?: number | null; after?: string | null },
  ): Promise<ReceiptConnection> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    if (cursor && !/^\d{1,18}$/.test(String(cursor[0]))) throw badInput({ after: 'not-a-cursor' });
    const values: unknown[] = [];
    const value = (one: unknown) => `$${values.push(one)}`;
    const where = this.conditions(actor, filter, value);
    const behind = cursor ? `AND r.number < ${value(cursor[0])}` : '';
    const limit = value(size + 1);
    const rows = await this.db.query<ReceiptRecord & { total: number }>(
      `WITH matches AS NOT MATERIALIZED (SELECT r.id, r.number FROM ${receiptJoins} WHERE ${where}),
         page AS (SELECT id FROM matches r WHERE true ${behind} ORDER BY number DESC LIMIT ${limit})
       SELECT ${receiptColumns},
         (SELECT count(*)::integer FROM (SELECT FROM matches LIMIT ${countCap + 1}) counted) AS total
       FROM ${receiptJoins} WHERE r.id IN (SELECT id FROM page) ORDER BY r.number DESC`,
      values,
    );
    const total = rows[0]?.total ?? 0;
    return connectionFrom(
      rows.map(({ total: _, ...row }) => receiptFrom(row, this.links)),
      { size, after: cursor !== null, total, cursor: ({ number }) => encodeCursor([number]) },
    );
  }

  private conditions(actor: Actor, filter: ReceiptFilter, value: (one: unknown) => string): string {
    const { all, chapters } = this.access.scope(actor, 'receipt:read');
    const conditions = [all ? 'true' : `c.chapter_id = ANY (${value(chapters)}::uuid[])`];
    if (filter.campaignId) {
      conditions.push(isUuid(filter.campaignId) ? `g.campaign_id = ${value(filter.campaignId)}` : 'false');
    }
    if (filter.status) conditions.push(filter.status === 'void' ? 'v.receipt_id IS NOT NULL' : 'v.receipt_id IS NULL');
    if (filter.year) {
      conditions.push(`extract(year FROM g.paid_at AT TIME ZONE c.time_zone) = ${value(filter.year)}`);
    }
    const text = filter.text?.trim();
    if (text)
      conditions.push(/^\d{1,18}$/.test(text) ? `r.number = ${value(text)}` : named(value(`%${escaped(text)}%`)));
    return conditions.join(' AND ');
  }
}

/** By the name on a gift or the address of its donor. */
function named(pattern: string): string {
  return `r.gift_id IN (
    SELECT n.id FROM fundraising.gift n WHERE n.name ILIKE ${pattern}
    UNION
    SELECT n.id FROM fundraising.donor d JOIN fundraising.gift n ON n.donor_id = d.id WHERE d.email::text ILIKE ${pattern}
  )`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
