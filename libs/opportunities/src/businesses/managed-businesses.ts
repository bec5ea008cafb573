import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  connectionFrom,
  countCap,
  Database,
  decodeCursor,
  encodeCursor,
  isDay,
  isUuid,
  notThere,
  pageSize,
  timeCursor,
} from '@upstander/platform';
import type { BusinessSort, ManageBusinessesFilter } from './business.input.js';
import { managedFrom, managedSelect, type ManagedRecord } from './managed-columns.js';
import type { ManagedBusiness, ManagedBusinessConnection } from './managed-business.js';
import { waitsForStaff } from './business-status.js';
import { statusNow } from './members/business-members.js';

interface Wish {
  filter?: ManageBusinessesFilter | null;
  sort?: BusinessSort | null;
  first?: number | null;
  after?: string | null;
}

interface Order {
  key: string;
  type: 'timestamptz' | 'text' | 'date';
  direction: 'ASC' | 'DESC';
}

const orders: Readonly<Record<BusinessSort, Order>> = {
  newest: { key: 'b.created_at', type: 'timestamptz', direction: 'DESC' },
  oldest: { key: 'b.created_at', type: 'timestamptz', direction: 'ASC' },
  name: { key: 'lower(b.legal_name)', type: 'text', direction: 'ASC' },
  ending: { key: `coalesce(b.approved_until, 'infinity')`, type: 'date', direction: 'ASC' },
};

/** What those who vet businesses read of them. */
@Injectable()
export class ManagedBusinesses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** A page of all businesses. @throws Refusal BAD_INPUT. */
  async list(actor: Actor, wish: Wish): Promise<ManagedBusinessConnection> {
    const values: unknown[] = [this.clock.now(), actor.accountId];
    const add = (value: unknown) => `$${values.push(value)}`;
    const order = orders[wish.sort ?? 'newest'];
    const { key, type, direction } = order;
    const matching = conditions(wish.filter, add).join(' AND ') || 'true';
    const size = pageSize(wish.first);
    const cursor = cursorOf(wish.after, order);
    const behind = cursor
      ? `AND (${key}, b.id) ${direction === 'ASC' ? '>' : '<'} (${add(cursor[0])}::${type}, ${add(cursor[1])}::uuid)`
      : '';
    const rows = await this.db.query<ManagedRecord & { total: number; sortKey: string }>(
      `WITH page AS MATERIALIZED (
         SELECT b.id, ${key} AS key FROM opportunities.business b WHERE ${matching} ${behind}
         ORDER BY ${key} ${direction}, b.id ${direction} LIMIT ${add(size + 1)}
       )
       SELECT number.total, found.*
       FROM (SELECT count(*)::integer AS total FROM (
           SELECT FROM opportunities.business b WHERE ${matching} LIMIT ${countCap + 1}) m) number
         LEFT JOIN LATERAL (
           SELECT ${managedSelect('page.key::text AS "sortKey", page.key AS "order"', 'JOIN page ON page.id = b.id')}
         ) found ON true
       ORDER BY found."order" ${direction}, found.id ${direction}`,
      values,
    );
    const keys = new Map(rows.map((row) => [row.id, row.sortKey]));
    const found = rows[0]?.id ? rows.map((row) => managedFrom(row)) : [];
    return connectionFrom(found, {
      size,
      after: cursor !== null,
      total: rows[0]?.total ?? 0,
      cursor: ({ id }) => encodeCursor([keys.get(id) ?? '', id]),
    });
  }

  /** @throws Refusal NOT_FOUND. */
  async one(actor: Actor, id: string): Promise<ManagedBusiness> {
    const [row] = isUuid(id)
      ? await this.db.query<ManagedRecord>(`SELECT ${managedSelect('', '')} WHERE b.id = $3`, [
          this.clock.now(),
          actor.accountId,
          id,
        ])
      : [];
    if (!row) throw notThere('This business');
    return managedFrom(row);
  }
}

function conditions(filter: ManageBusinessesFilter | null | undefined, add: (value: unknown) => string): string[] {
  const found: string[] = [];
  if (filter?.status) found.push(`${statusNow('$1')} = ANY (${add(filter.status)}::text[])`);
  if (filter?.waiting) found.push(waitsForStaff);
  if (filter?.endingBefore)
    found.push(`b.status = 'approved' AND b.approved_until < ${add(filter.endingBefore)}::date`);
  const words = filter?.search?.trim().split(/\s+/).filter(Boolean).slice(0, 6) ?? [];
  for (const word of words) {
    const escaped = add(word.replace(/[\\%_]/g, '\\$&'));
    found.push(`b.search_text LIKE '%' || platform.fold(${escaped}) || '%'`);
  }
  return found;
}

/** The row a page starts behind. @throws Refusal BAD_INPUT when the cursor was not made here, or for another order. */
function cursorOf(after: string | null | undefined, { type }: Order): [string, string] | null {
  if (type === 'timestamptz') {
    const cursor = timeCursor(after);
    return cursor && [cursor.at, cursor.id];
  }
  const keys = decodeCursor(after, 2);
  if (!keys) return null;
  const [key, id] = keys.map(String) as [string, string];
  const isKey = type === 'date' ? key === 'infinity' || isDay(key) : !key.includes('\0') && key.length <= 300;
  if (!isKey || !isUuid(id)) throw badInput({ after: 'not-a-cursor' });
  return [key, id];
}
