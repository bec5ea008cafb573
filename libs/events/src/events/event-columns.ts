import type { Shift } from '../shifts/shift.js';
import type { Event } from './event.js';

/**
 * How much of an event is read. A card is what lists show; everything else (descriptions above all) is as long as the
 * rest of a page together, so it stays in the database unless a query asks for it.
 */
export type Extent = 'card' | 'everything';

/** The fields of the API that a card has, of an event, its chapter and its shifts. */
export const cardFields: ReadonlySet<string> = new Set(
  `id slug title summary startsAt endsAt timeZone status online place languages chapter name shifts
   role capacity taken waiting placesLeft`.split(/\s+/),
);

/** An instant as text in UTC: a page has a hundred and sixty, and making a Date of each only to write it again costs. */
const utc = (column: string): string => `(${column} AT TIME ZONE 'UTC')::text`;

const card = `e.id, e.slug, e.title, e.summary, e.online, e.place, e.time_zone AS "timeZone", ${utc('e.starts_at')} AS "startsAt",
  ${utc('e.ends_at')} AS "endsAt", array_to_json(e.languages) AS languages, e.status,
  c.id AS "chapterId", c.name AS "chapterName", c.slug AS "chapterSlug", c.time_zone AS "chapterTimeZone"`;

const everything = `${card}, e.description, e.online_url AS "onlineUrl", e.starts_at_local AS "startsAtLocal",
  e.ends_at_local AS "endsAtLocal", e.contact_name AS "contactName", e.contact_email AS "contactEmail",
  e.image_url AS "imageUrl", e.accessibility, e.bring, e.cancel_reason AS "cancelReason", e.updated_at AS "updatedAt", e.version,
  c.city AS "chapterCity"`;

const shiftCard = `s.id, s.role, ${utc('s.starts_at')} AS "startsAt", ${utc('s.ends_at')} AS "endsAt",
  s.capacity, s.taken, s.waiting, greatest(s.capacity - s.taken, 0) AS "placesLeft"`;

const wholeShift = `${shiftCard}, s.starts_at_local AS "startsAtLocal", s.ends_at_local AS "endsAtLocal",
  s.minimum_age AS "minimumAge", s.note`;

/** The columns of an event and its chapter, for a statement in which they are called `e` and `c`. */
export const eventColumns = (extent: Extent): string => (extent === 'card' ? card : everything);

/** The shifts of the event whose id is `eventId`, as JSON in the organizer's order: part of the same statement. */
export const shiftsOf = (eventId: string, extent: Extent): string => `
  LEFT JOIN LATERAL (
    SELECT json_agg(s) AS shifts FROM (
      SELECT ${extent === 'card' ? shiftCard : wholeShift}
      FROM events.shift s WHERE s.event_id = ${eventId} ORDER BY s.position, s.id
    ) s
  ) shift_list ON true`;

/** What `eventColumns` and `shiftsOf` answer. */
export type EventRecord = Omit<Event, 'chapter' | 'shifts'> & {
  startsAt: string;
  endsAt: string;
  chapterId: string;
  chapterName: string;
  chapterSlug: string;
  chapterTimeZone: string;
  chapterCity: string;
  shifts: Shift[] | null;
};

/**
 * The event of the API, out of a row; of a card, the other fields are not there and nobody asks for them. The row itself
 * becomes the event: a copy of every field would cost more.
 */
export function eventFrom(record: EventRecord): Event & { startsAt: string } {
  const shifts = record.shifts ?? [];
  for (const shift of shifts) {
    shift.startsAt = instantFrom(shift.startsAt as string);
    shift.endsAt = instantFrom(shift.endsAt as string);
    if (!shift.startsAtLocal) continue;
    shift.startsAtLocal = shift.startsAtLocal.slice(0, 16);
    shift.endsAtLocal = shift.endsAtLocal.slice(0, 16);
  }
  const event = record as unknown as Event & { startsAt: string };
  event.startsAt = instantFrom(record.startsAt);
  event.endsAt = instantFrom(record.endsAt);
  event.shifts = shifts;
  event.chapter = {
    id: record.chapterId,
    name: record.chapterName,
    slug: record.chapterSlug,
    timeZone: record.chapterTimeZone,
    city: record.chapterCity,
  };
  return event;
}

/** '2026-12-05 17:00:00', which PostgreSQL gives with a fraction if there is any, as the API writes instants. */
function instantFrom(text: string): string {
  const time = text.length === 19 ? `${text.slice(11)}.000` : text.slice(11).padEnd(12, '0');
  return `${text.slice(0, 10)}T${time}Z`;
}
