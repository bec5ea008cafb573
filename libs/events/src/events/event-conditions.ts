import { badInput, type NearPostcode } from '@upstander/platform';
import type { EventFilter } from './event-filter.input.js';
import { isOurTime } from './event-rules.js';

/** Collects the values of a statement: `add` answers the placeholder that stands for the value. */
export class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

const hour = 3_600_000;
const day = 24 * hour;

/** The condition that leaves out what the public does not see: drafts, and what is over or was cancelled long ago. */
export function publicOnly(values: Values, now: Date): string {
  // In these words, so that the partial indices fit.
  return `e.status IN ('published', 'cancelled') AND (e.status = 'published' OR e.ends_at > ${values.add(now)})`;
}

/** The condition for events from today on, each by the calendar of its own zone. */
export function fromToday(values: Values, now: Date): string {
  const at = values.add(now);
  // The first bound is for the index: no day is longer than 25 hours. The rest is worked out for few rows.
  return `e.starts_at >= ${values.add(earliestOf({}, now))}
    AND (e.starts_at >= ${at} OR e.starts_at_local >= date_trunc('day', ${at}::timestamptz AT TIME ZONE e.time_zone))`;
}

/**
 * The condition for events that begin on the Saturday or Sunday of the week we are in, which begins on Monday where the event
 * is. The instants are for the index: in no zone does that weekend begin earlier, or end later.
 */
function thisWeekend(values: Values, now: Date): string {
  const week = `date_trunc('week', ${values.add(now)}::timestamptz AT TIME ZONE e.time_zone)`;
  const [earliest, latest] = [-2 * day - hour, 7 * day + hour].map((span) =>
    values.add(new Date(now.valueOf() + span)),
  );
  return `e.starts_at >= ${earliest} AND e.starts_at < ${latest}
    AND e.starts_at_local >= ${week} + interval '5 days' AND e.starts_at_local < ${week} + interval '7 days'`;
}

/** The condition for what is at most so far away: online is near everybody. */
export function nearby(near: readonly NearPostcode[], values: Values): string {
  return `(e.online OR e.postcode = ANY (${values.add(near.map(({ code }) => code))}::text[]))`;
}

/** An instant before which no event that the filter lets through starts: today's, or that of its `from`. */
export function earliestOf(filter: EventFilter, now: Date): Date {
  return filter.from ? dayBegins(filter.from) : new Date(now.valueOf() - day - hour);
}

/**
 * The conditions of a filter, over events called `e`. Days are those of the event's own calendar; beside each stands a
 * bound on the instant (zones reach from UTC−12 to UTC+14), because the instant is what the index is in order of.
 * @throws Refusal BAD_INPUT for a day no calendar of ours has.
 */
export function conditionsOf(filter: EventFilter, values: Values, now: Date): string[] {
  const conditions: string[] = [];
  if (filter.ids) conditions.push(`e.id = ANY(${values.add(uuids(filter.ids))}::uuid[])`);
  for (const side of ['from', 'to'] as const) {
    const date = filter[side];
    if (date && !isOurTime(date)) throw badInput({ [`filter.${side}`]: 'out-of-range' });
  }
  if (filter.from) {
    const from = values.add(filter.from);
    const earliest = values.add(dayBegins(filter.from));
    conditions.push(`e.starts_at >= ${earliest} AND e.starts_at_local >= ${from}::date`);
  }
  if (filter.to) {
    const to = values.add(filter.to);
    const latest = values.add(dayIsOver(filter.to));
    conditions.push(`e.starts_at < ${latest} AND e.starts_at_local < ${to}::date + 1`);
  }
  if (filter.thisWeekend) conditions.push(thisWeekend(values, now));
  if (filter.chapter) {
    conditions.push(`e.chapter_id = (SELECT id FROM identity.chapter WHERE slug = ${values.add(filter.chapter)})`);
  }
  if (typeof filter.remote === 'boolean') conditions.push(filter.remote ? 'e.online' : 'NOT e.online');
  if (filter.language) conditions.push(`e.languages @> ARRAY[${values.add(filter.language.toLowerCase())}::text]`);
  if (filter.place) conditions.push(...matches('platform.fold(e.place)', filter.place, values));
  if (filter.text) conditions.push(...matches('e.search_text', filter.text, values));
  return conditions;
}

/** The condition for a shift after `now` with a place left, where other conditions have narrowed the events down. */
export function withFreePlaces(values: Values, now: Date): string {
  return `EXISTS (
    SELECT FROM events.shift f WHERE f.event_id = e.id AND NOT f.is_full AND f.starts_at > ${values.add(now)} OFFSET 0
  )`;
}

/** Whether a filter asks for something of which there may be anything from none to everything. */
export function looksForRare(filter: EventFilter): boolean {
  return Boolean(filter.ids || filter.text?.trim() || filter.place?.trim() || filter.language);
}

const mostIds = 50;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The ids of a filter; what is no id of ours fits no event and is left out. */
function uuids(ids: readonly string[]): string[] {
  if (ids.length > mostIds) throw badInput({ 'filter.ids': 'too-many' });
  return ids.filter((id) => uuid.test(id));
}

/** The instant at which a day begins in the zone where it begins first. */
function dayBegins(date: string): Date {
  return new Date(Date.parse(date) - 14 * hour);
}

/** The instant at which a day is over in the zone where it lasts longest. */
function dayIsOver(date: string): Date {
  return new Date(Date.parse(date) + day + 12 * hour);
}

const mostWords = 6;

/** Every word somewhere in a folded text, by its trigrams; fewer than three letters only match its beginning. */
function matches(folded: string, wanted: string, values: Values): string[] {
  const words = wanted.trim().split(/\s+/).filter(Boolean).slice(0, mostWords);
  const long = words.filter((word) => word.length >= 3);
  if (long.length === 0 && words.length > 0) {
    const start = values.add(escaped(words.join(' ')));
    return [`left(${folded}, 40) LIKE platform.fold(${start}) || '%'`];
  }
  return words.map((word) => `${folded} LIKE '%' || platform.fold(${values.add(escaped(word))}) || '%'`);
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
