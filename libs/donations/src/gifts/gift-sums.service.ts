import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money, maxSummed, sumsFrom } from '@upstander/ledger';
import { Database, Values } from '@upstander/platform';
import { giftSource } from './gift-columns.js';
import { conditionsOf, giftSearch } from './gift-conditions.js';
import { giftsWithinCondition } from './gift-access.js';
import type { GiftFilter } from './gift-filter.input.js';
import type { GiftSum } from './managed-gift.js';

interface GiftSumRow {
  currency: string;
  rows: number;
  count: number;
  received: string;
  refunded: string;
  lost: string;
}

/** Totals the gifts of a filter by currency. Matches the list; null if there are too many gifts. */
@Injectable()
export class GiftSums {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  async sumGifts(actor: Actor, filter: GiftFilter): Promise<GiftSum[] | null> {
    const values = new Values();
    const seesDonorSql = giftsWithinCondition(this.access, actor, 'gift:see-donor', values);
    const conditions = ['g.paid_at IS NOT NULL', ...conditionsOf(filter, values)];
    // A search by ID doesn't use `seesDonorSql`, but PostgreSQL requires every parameter to be referenced.
    conditions.push(`(${seesDonorSql} OR true)`);
    const readableSql = giftsWithinCondition(this.access, actor, 'gift:read', values);
    if (readableSql !== 'true') conditions.push(readableSql);
    const search = giftSearch(filter.text, seesDonorSql, values);
    if (search) {
      conditions.push(`g.id IN (${search.candidates.map((one) => `(${one})`).join(' UNION ')})`, search.matches);
    }
    const rows = await this.db.query<GiftSumRow>(
      `SELECT r.currency, count(*)::int AS rows, count(*)::int AS count, sum(r.charged_minor)::text AS received,
         sum(r.refunded_minor)::text AS refunded, sum(r.lost_minor)::text AS lost
       FROM (
         SELECT g.currency, g.charged_minor, g.refunded_minor, g.lost_minor
         FROM ${giftSource} WHERE ${conditions.join(' AND ')} LIMIT ${maxSummed + 1}
       ) r GROUP BY r.currency ORDER BY r.currency`,
      values.list,
    );
    return sumsFrom(rows, ({ currency, count, ...sums }) => ({
      count,
      received: money(sums.received, currency),
      refunded: money(sums.refunded, currency),
      lost: money(sums.lost, currency),
    }));
  }
}
