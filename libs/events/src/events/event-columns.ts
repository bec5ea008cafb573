import type { Chapter } from '@upstander/identity';
import type { Shift } from '../shifts/shift.js';
import type { Event } from './event.js';

const shortColumns = `
  e.id, e.slug, e.title, e.summary, e.online, e.place, e.online_url AS "onlineUrl",
  e.time_zone AS "timeZone", e.starts_at_local AS "startsAtLocal", e.ends_at_local AS "endsAtLocal",
  e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.contact_name AS "contactName",
  e.contact_email AS "contactEmail", e.image_url AS "imageUrl", array_to_json(e.languages) AS languages,
  e.accessibility, e.bring, e.status, e.cancel_reason AS "cancelReason", e.updated_at AS "updatedAt",
  c.id AS "chapterId", c.name AS "chapterName", c.slug AS "chapterSlug", c.time_zone AS "chapterTimeZone",
  c.city AS "chapterCity"`;

/**
 * The columns of an event and its chapter, for a statement in which they are called `e` and `c`. A description is as
 * long as everything else of a page together: without `descriptions` it stays where it is, and the event's is empty.
 */
export const eventColumns = ({ descriptions }: { descriptions: boolean }): string =>
  `${shortColumns}, ${descriptions ? 'e.description' : `'' AS description`}`;

/** The shifts of the event whose id is `eventId`, as JSON in the organizer's order: part of the same statement. */
export const shiftsOf = (eventId: string): string => `
  LEFT JOIN LATERAL (
    SELECT json_agg(s) AS shifts FROM (
      SELECT s.id, s.role, s.starts_at AT TIME ZONE 'UTC' AS "startsAt", s.ends_at AT TIME ZONE 'UTC' AS "endsAt",
        s.starts_at_local AS "startsAtLocal", s.ends_at_local AS "endsAtLocal", s.capacity, s.taken, s.waiting,
        greatest(s.capacity - s.taken, 0) AS "placesLeft", s.minimum_age AS "minimumAge", s.note
      FROM events.shift s WHERE s.event_id = ${eventId} ORDER BY s.position, s.id
    ) s
  ) shift_list ON true`;

/** What `eventColumns` and `shiftsOf` answer. */
export type EventRecord = Omit<Event, 'chapter' | 'shifts'> & {
  startsAt: Date;
  chapterId: string;
  chapterName: string;
  chapterSlug: string;
  chapterTimeZone: string;
  chapterCity: string;
  shifts: Shift[] | null;
};

/** The event of the API, out of a row. The row itself becomes the event: a copy of every field would cost more. */
export function eventFrom(record: EventRecord): Event & { startsAt: Date } {
  const chapter: Event['chapter'] = {
    id: record.chapterId,
    name: record.chapterName,
    slug: record.chapterSlug,
    timeZone: record.chapterTimeZone,
    city: record.chapterCity,
  } satisfies Partial<Chapter>;
  const shifts = record.shifts ?? [];
  for (const shift of shifts) {
    shift.startsAt = instantFrom(shift.startsAt as string);
    shift.endsAt = instantFrom(shift.endsAt as string);
    shift.startsAtLocal = shift.startsAtLocal.slice(0, 16);
    shift.endsAtLocal = shift.endsAtLocal.slice(0, 16);
  }
  return Object.assign(record, { chapter, shifts });
}

/** JSON from PostgreSQL carries an instant as '2026-12-05T17:00:00' (in UTC, as asked for), with a fraction if any. */
function instantFrom(text: string): string {
  return text.length === 19 ? `${text}.000Z` : `${text.padEnd(23, '0').slice(0, 23)}Z`;
}
