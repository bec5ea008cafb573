import { Injectable } from '@nestjs/common';
import {
  badInput,
  connectionFrom,
  countCap,
  Database,
  decodeCursor,
  encodeCursor,
  isUuid,
  pageSize,
  type Connection,
} from '@upstander/platform';
import { SecurityEvents } from './security-events.js';
import type { SecurityEventEntry, SecurityEventsArgs } from './security-event.type.js';

/** What was written down about accounts and refused tries, for admins. */
@Injectable()
export class SecurityEventReads {
  constructor(
    private readonly db: Database,
    private readonly events: SecurityEvents,
  ) {}

  /** The latest first, a page at a time, what was counted a moment ago included. @throws Refusal BAD_INPUT */
  async list(args: SecurityEventsArgs): Promise<Connection<SecurityEventEntry>> {
    const { kinds, accountId, from, until, first, after } = args;
    if (accountId && !isUuid(accountId)) throw badInput({ accountId: 'not-a-choice' });
    const behind = decodeCursor(after, 1)?.map(String)[0] ?? null;
    if (behind !== null && !/^\d{1,18}$/.test(behind)) throw badInput({ after: 'not-a-cursor' });
    await this.events.flush();
    const size = pageSize(first);
    const wanted = [kinds ?? null, accountId ?? null, from ?? null, until ?? null];
    const rows = await this.db.query<SecurityEventEntry & Record<string, unknown>>(
      `SELECT e.id::text, e.kind, e.at, ${person('a')} AS account, ${person('b')} AS by, e.detail, e.network, e.count
       FROM identity.security_event e
         LEFT JOIN identity.account a ON a.id = e.account_id
         LEFT JOIN identity.account b ON b.id = e.by_account_id
       WHERE ${matches} AND ($5::bigint IS NULL OR e.id < $5) ORDER BY e.id DESC LIMIT $6`,
      [...wanted, behind, size + 1],
    );
    const [counted] = await this.db.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT FROM identity.security_event e WHERE ${matches} LIMIT $5) matching`,
      [...wanted, countCap + 1],
    );
    const cursor = ({ id }: SecurityEventEntry) => encodeCursor([id]);
    return connectionFrom(rows, { size, after: Boolean(after), total: counted?.total ?? 0, cursor });
  }
}

const matches = `($1::text[] IS NULL OR e.kind = ANY ($1)) AND ($2::uuid IS NULL OR $2 IN (e.account_id, e.by_account_id))
  AND ($3::timestamptz IS NULL OR e.at >= $3) AND ($4::timestamptz IS NULL OR e.at < $4)`;

const person = (alias: string) =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;
