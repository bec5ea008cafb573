import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, Values } from '@upstander/platform';
import type { Party } from './party.js';
import { shiftTables } from '../shifts/shift-joins.js';

const maxParties = 5;
const shortestText = 2;
/** Number of days in which the parties of a past event are still found. */
const retentionDays = 7;

@Injectable()
export class Parties {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** Returns active registrations and groups of current, upcoming and recent events by name or address, next event first. */
  async find(actor: Actor, text: string): Promise<Party[]> {
    const typed = text.trim();
    if (typed.length < shortestText) return [];
    const values = new Values();
    const part = values.add(`%${typed.replace(/[\\%_]/g, '\\$&')}%`);
    const since = values.add(new Date(this.clock.now().valueOf() - retentionDays * 86_400_000));
    const chapters = this.access.chaptersOf(actor, 'roster:read');
    const isOwn = chapters === 'all' ? 'true' : `e.chapter_id = ANY (${values.add(chapters)}::uuid[])`;
    const event = `e.id AS "eventId", e.title AS "eventTitle", e.starts_at AS "startsAt", e.time_zone AS "timeZone"`;
    const matches = (column: string) => `platform.fold(${column}) LIKE platform.fold(${part})`;
    return this.db.query<Party & Record<string, unknown>>(
      `SELECT r.id, 'registration' AS kind, r.name, r.party AS people, ${event}
       FROM events.event e JOIN events.registration r ON r.event_id = e.id
       WHERE e.ends_at > ${since} AND ${isOwn} AND r.repeat_of IS NULL AND r.status IN ('confirmed', 'waitlisted')
         AND (${matches('r.name')} OR r.email::text ILIKE ${part})
       UNION ALL
       SELECT u.id, 'group', u.group_name, 1 + u.guests, ${event} FROM ${shiftTables} JOIN events.signup u ON u.shift_id = s.id
       WHERE e.ends_at > ${since} AND ${isOwn} AND u.group_name IS NOT NULL AND u.repeat_of IS NULL
         AND u.status NOT IN ('cancelled', 'expired') AND ${matches('u.group_name')}
       ORDER BY "startsAt", name, id LIMIT ${maxParties}`,
      values.list,
    );
  }
}
