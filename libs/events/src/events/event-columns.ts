import { selectList, toApiTimestamp } from '@upstander/platform';
import { cardOfShift, shiftsFrom } from '../shifts/shift-columns.js';
import { seriesOf } from './event-series.js';
import { Event } from './event.entity.js';

/**
 * Columns to read. A card has those of a list entry. The other fields (mainly descriptions) are as long as the rest of
 * a page together.
 */
export type Extent = 'card' | 'everything';

const cardOfEvent = [
  'id',
  'slug',
  'title',
  'summary',
  'startsAt',
  'endsAt',
  'timeZone',
  'status',
  'online',
  'place',
  'languages',
  'opensAt',
  'seriesId',
] as const;

/** API fields available in a card: of the event, its chapter and its shifts. */
export const cardFields: ReadonlySet<string> = new Set([
  ...cardOfEvent,
  'chapter',
  'name',
  'shifts',
  ...cardOfShift,
  'placesLeft',
  'miles',
  'otherDates',
]);

const text = { instants: 'text' } as const;

const chapter = `c.id AS "chapterId", c.name AS "chapterName", c.slug AS "chapterSlug", c.time_zone AS "chapterTimeZone"`;
const columns = {
  card: `${selectList(Event, 'e', cardOfEvent, text)}, ${chapter}`,
  everything: `${selectList(Event, 'e', 'anyone', text)}, ${chapter}, c.city AS "chapterCity", e.original_local AS "originalLocal", ${seriesOf}`,
};
/** Returns the columns of an event `e` and its chapter, for a query that has the join `chapterOfEvent`. */
export const eventColumns = (extent: Extent): string => columns[extent];

export const chapterOfEvent = 'JOIN identity.chapter c ON c.id = e.chapter_id';

/** A row of `eventColumns` and `shiftsOf`; timestamps are text. */
export type EventRecord = Omit<
  Event,
  'chapter' | 'shifts' | 'startsAt' | 'endsAt' | 'publishedAt' | 'updatedAt' | 'opensAt' | 'opensToMembersAt'
> & {
  startsAt: string;
  endsAt: string;
  opensAt: string | null;
  /** Not in a card. */
  opensToMembersAt?: string | null;
  updatedAt?: string;
  publishedAt?: string | null;
  chapterCity?: string;
  /** Only in lists near a location. */
  postcode?: string | null;
  chapterName: string;
  chapterSlug: string;
  chapterTimeZone: string;
  shifts: Event['shifts'] | null;
};

/**
 * Converts a row to an event. Modifies the row in place and keeps timestamps as API text, because copying every field
 * is slower.
 */
export function eventFrom(record: EventRecord): Event {
  const event = record as unknown as Event;
  record.startsAt = toApiTimestamp(record.startsAt);
  record.endsAt = toApiTimestamp(record.endsAt);
  if (record.opensAt) record.opensAt = toApiTimestamp(record.opensAt);
  if (record.publishedAt) record.publishedAt = toApiTimestamp(record.publishedAt);
  if (record.opensToMembersAt) record.opensToMembersAt = toApiTimestamp(record.opensToMembersAt);
  event.shifts = shiftsFrom(record.shifts);
  event.chapter = {
    id: record.chapterId,
    name: record.chapterName,
    slug: record.chapterSlug,
    timeZone: record.chapterTimeZone,
    city: record.chapterCity!,
  };
  return event;
}
