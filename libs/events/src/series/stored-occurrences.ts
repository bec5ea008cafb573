import type { Tx } from '@upstander/platform';
import type { EventPart } from '../events/event-parts.js';
import type { Event } from '../events/event.entity.js';
import { lockShiftsOfEvents, type StoredShift } from '../shifts/series-shifts.js';

/** An event of a series, locked. */
export interface StoredOccurrence extends Pick<
  Event,
  | 'id'
  | 'status'
  | 'title'
  | 'place'
  | 'online'
  | 'onlineUrl'
  | 'timeZone'
  | 'startsAt'
  | 'endsAt'
  | 'startsAtLocal'
  | 'endsAtLocal'
  | 'opensAtLocal'
  | 'opensToMembersAtLocal'
> {
  [column: string]: unknown;
  originalLocal: string;
  overrides: EventPart[];
  shifts: StoredShift[];
}

/** Locks and returns the events of a series whose planned start is `from` or later, in order, with their shifts. */
export async function lockOccurrences(tx: Tx, seriesId: string, from: string): Promise<StoredOccurrence[]> {
  await tx.query(
    'SELECT FROM events.event WHERE series_id = $1 AND original_local >= $2 ORDER BY id FOR NO KEY UPDATE',
    [seriesId, from],
  );
  const events = await tx.query<StoredOccurrence>(
    `SELECT id, status, title, place, online, online_url AS "onlineUrl", time_zone AS "timeZone",
       starts_at AS "startsAt", ends_at AS "endsAt", starts_at_local AS "startsAtLocal", ends_at_local AS "endsAtLocal",
       opens_at_local AS "opensAtLocal", opens_to_members_at_local AS "opensToMembersAtLocal",
       original_local AS "originalLocal", overrides, '[]'::json AS shifts
     FROM events.event WHERE series_id = $1 AND original_local >= $2 ORDER BY original_local`,
    [seriesId, from],
  );
  const shifts = await lockShiftsOfEvents(
    tx,
    events.map(({ id }) => id),
  );
  const byEvent = new Map(events.map((event) => [event.id, event]));
  for (const shift of shifts) byEvent.get(shift.eventId)!.shifts.push(shift);
  return events;
}
