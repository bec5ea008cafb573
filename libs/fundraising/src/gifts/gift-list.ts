import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { connectionFrom, countCap, Database, encodeCursor, keysAfter, pageSize, Values } from '@upstander/platform';
import { giftsWithin } from './gift-access.js';
import { giftColumns, giftSource, managedGiftFrom, type GiftRecord } from './gift-columns.js';
import { conditionsOf, giftTime, searchOf, type Search } from './gift-conditions.js';
import type { GiftFilter, GiftSort } from './gift-filter.input.js';
import type { ManagedGiftConnection } from './managed-gift.js';

const sorts = {
  newest: { key: giftTime, type: 'timestamptz', direction: 'DESC' },
  oldest: { key: giftTime, type: 'timestamptz', direction: 'ASC' },
  largest: { key: 'g.charged_minor', type: 'bigint', direction: 'DESC' },
} as const;

type Page = GiftRecord & { key: string; total: number };

/**
 * The gifts of the actor's chapters, at a million as fast as at ten: keysets, indices, counts up to a cap. No
 * `keysetList`, because what a text finds is read in one of two ways, whichever is shorter.
 */
@Injectable()
export class GiftList {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  async page(
    actor: Actor,
    filter: GiftFilter,
    wish: { sort?: GiftSort | null; first?: number | null; after?: string | null },
  ): Promise<ManagedGiftConnection> {
    const values = new Values();
    const { key, type, direction } = sorts[wish.sort ?? 'newest'];
    const size = pageSize(wish.first);
    const after = keysAfter(wish.after, [
      { sql: key, type },
      { sql: 'g.id', type: 'uuid' },
    ]);
    const sees = giftsWithin(this.access, actor, 'gift:see-donor', values);
    const conditions = conditionsOf(filter, values);
    const mine = giftsWithin(this.access, actor, 'gift:read', values);
    if (mine !== 'true') conditions.push(`g.campaign_id IN (SELECT c.id FROM fundraising.campaign c WHERE ${mine})`);
    const search = searchOf(filter.text, sees, values);
    if (search) conditions.push(search.matches);
    const parts: Parts = {
      search,
      where: conditions.join(' AND ') || 'true',
      behind: after
        ? `(${key}, g.id) ${direction === 'DESC' ? '<' : '>'} (${values.add(after[0])}::${type}, ${values.add(after[1])}::uuid)`
        : 'true',
      order: `${key} ${direction}, g.id ${direction}`,
      limit: values.add(size + 1),
    };
    const rows = await this.db.query<Page>(
      `${prelude(parts)}
       SELECT matching.total, page.* FROM (${counted(parts)}) matching LEFT JOIN LATERAL (
         SELECT ${giftColumns(sees)}, ${key}::text AS key FROM ${giftSource} WHERE g.id IN (${ids(parts)})
         ORDER BY ${parts.order}
       ) page ON true`,
      values.list,
    );
    return connectionFrom(rows[0]?.id ? rows.map(managedGiftFrom) : [], {
      size,
      after: after !== null,
      total: rows[0]?.total ?? 0,
      cursor: (gift) => encodeCursor([(gift as unknown as Page).key, gift.id]),
    });
  }
}

interface Parts {
  search: Search | null;
  where: string;
  behind: string;
  order: string;
  limit: string;
}

/**
 * Up to as many as are counted, by whichever index knows them. When that is all there are, the page is cut from those;
 * only when there are more it is worth reading gifts in order until enough have matched.
 */
function prelude({ search, where }: Parts): string {
  if (!search) return '';
  const near = search.candidates
    .map((one) => `(SELECT t.id FROM (${one}) t LIMIT ${countCap + 1})`)
    .join(' UNION ALL ');
  return `WITH near AS MATERIALIZED (${near}),
    known AS MATERIALIZED (SELECT count(*) <= ${countCap} AS whole FROM near),
    hits AS MATERIALIZED (
      SELECT g.id FROM ${giftSource}
      WHERE (SELECT whole FROM known) AND g.id IN (SELECT n.id FROM near n) AND ${where}
    )`;
}

function counted({ search, where }: Parts): string {
  const scan = `(SELECT count(*)::int FROM (SELECT FROM ${giftSource} WHERE ${where} LIMIT ${countCap + 1}) m)`;
  if (!search) return `SELECT ${scan} AS total`;
  return `SELECT CASE WHEN k.whole THEN (SELECT count(*)::int FROM hits) ELSE ${scan} END AS total FROM known k`;
}

/** The ids of the page. */
function ids({ search, where, behind, order, limit }: Parts): string {
  const inOrder = (condition: string) =>
    `(SELECT g.id FROM ${giftSource} WHERE ${condition} AND ${where} AND ${behind} ORDER BY ${order} LIMIT ${limit})`;
  if (!search) return inOrder('true');
  return `(SELECT g.id FROM fundraising.gift g JOIN hits h ON h.id = g.id WHERE ${behind} ORDER BY ${order} LIMIT ${limit})
    UNION ALL ${inOrder('NOT (SELECT whole FROM known)')}`;
}
