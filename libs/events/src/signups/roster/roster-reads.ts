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
  notThere,
  pageSize,
  type Tx,
} from '@upstander/platform';
import { placeInLine } from '../signup-reads.service.js';
import { RosterAccess } from './roster-access.js';
import type { RosterConnection, RosterEntry, RosterFilter } from './roster-entry.js';

const entry = `
  SELECT u.id, u.name, v.email, u.phone, u.locale, u.status, ${placeInLine} AS position,
    u.proven_at IS NOT NULL AS "addressConfirmed",
    CASE WHEN u.status = 'offered' THEN u.offer_expires_at END AS "offerExpiresAt",
    u.created_at AS "createdAt", u.overlap_reason AS "overlapReason", u.shift_id AS "shiftId",
    (extract(epoch FROM u.created_at) * 1000000)::bigint::text AS micros
  FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id`;

/** Which sign-ups are meant: of the event $1, perhaps of the shift $2, with a status of $3, with the text $4, confirmed or not as $5 says. */
const meant = `
  u.shift_id IN (SELECT id FROM events.shift WHERE event_id = $1 AND ($2::uuid IS NULL OR id = $2))
  AND u.repeat_of IS NULL AND ($5::boolean IS NULL OR (u.proven_at IS NOT NULL) = $5) AND ($3::text[] IS NULL OR u.status = ANY ($3))
  AND ($4::text IS NULL OR platform.fold(u.name) LIKE platform.fold($4) OR v.email::text ILIKE $4 OR u.phone LIKE $4)`;

/** Who is on an event, in the order in which they signed up. */
@Injectable()
export class RosterReads {
  constructor(
    private readonly db: Database,
    private readonly access: RosterAccess,
  ) {}

  /** @throws Refusal NOT_FOUND unless the event is the actor's; BAD_INPUT for a page or a cursor that is none. */
  async page(
    actor: Actor,
    eventId: string,
    filter: RosterFilter,
    page: { first?: number | null; after?: string | null },
  ): Promise<RosterConnection> {
    await this.access.event(actor, eventId);
    const size = pageSize(page.first);
    const after = cursorOf(page.after);
    if (filter.shiftId && !isUuid(filter.shiftId)) throw badInput({ 'filter.shiftId': 'not-an-id' });
    const text = filter.text?.trim();
    const values = [
      eventId,
      filter.shiftId ?? null,
      filter.status ?? null,
      text ? `%${escaped(text)}%` : null,
      filter.addressConfirmed ?? null,
    ];
    const [rows, [counted]] = await Promise.all([
      this.db.query<RosterEntry & { micros: string }>(
        `${entry} WHERE ${meant} AND ($6::bigint IS NULL OR
           (u.created_at, u.id) > (timestamptz 'epoch' + $6::bigint * interval '1 microsecond', $7::uuid))
         ORDER BY u.created_at, u.id LIMIT $8`,
        [...values, after?.[0] ?? null, after?.[1] ?? null, size + 1],
      ),
      this.db.query<{ total: number }>(
        `SELECT count(*)::integer AS total FROM (
           SELECT FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id WHERE ${meant} LIMIT ${countCap + 1}
         ) m`,
        values,
      ),
    ]);
    return connectionFrom(rows, {
      size,
      after: after !== null,
      total: counted?.total ?? 0,
      cursor: ({ micros, id }) => encodeCursor([micros, id]),
    });
  }

  /** One entry, for callers who already know that it may be seen. */
  async entry(id: string, within: Tx | Database = this.db): Promise<RosterEntry> {
    const [row] = await within.query<RosterEntry & Record<string, unknown>>(`${entry} WHERE u.id = $1`, [id]);
    if (!row) throw notThere('This sign-up');
    return row;
  }
}

/** The moment (microseconds since 1970: a Date would lose the order of a crowd) and the id of the row before a page. */
function cursorOf(after: string | null | undefined): [string, string] | null {
  const keys = decodeCursor(after, 2);
  if (!keys) return null;
  const [micros, id] = keys.map(String) as [string, string];
  if (!/^\d{1,17}$/.test(micros) || !isUuid(id)) throw badInput({ after: 'not-a-cursor' });
  return [micros, id];
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
