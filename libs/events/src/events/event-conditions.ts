import { chapterBySlug } from '@upstander/identity';
import { badInput, type NearPostcode, type Values } from '@upstander/platform';
import type { EventFilter } from './event-filter.input.js';
import { isSupportedDate } from './event-rules.js';

const hour = 3_600_000;
const day = 24 * hour;

/** Hides drafts and long-canceled events. */
export function publicCondition(values: Values, now: Date): string {
  // Phrased to match the partial indexes.
  return `e.status IN ('published', 'cancelled') AND (e.status = 'published' OR e.ends_at > ${values.add(now)})`;
}

/** Today is in each event's own time zone. */
export function fromTodayCondition(values: Values, now: Date): string {
  const at = values.add(now);
  // The first bound uses the index: no day is longer than 25 hours. The second is evaluated for few rows.
  return `e.starts_at >= ${values.add(earliestOf({}, now))}
    AND (e.starts_at >= ${at} OR e.starts_at_local >= date_trunc('day', ${at}::timestamptz AT TIME ZONE e.time_zone))`;
}

/** Weeks start on Monday, in local time. The bounds on `starts_at` are for the index and cover every time zone. */
function weekendCondition(values: Values, now: Date): string {
  const week = `date_trunc('week', ${values.add(now)}::timestamptz AT TIME ZONE e.time_zone)`;
  const [earliest, latest] = [-2 * day - hour, 7 * day + hour].map((span) =>
    values.add(new Date(now.valueOf() + span)),
  );
  return `e.starts_at >= ${earliest} AND e.starts_at < ${latest}
    AND e.starts_at_local >= ${week} + interval '5 days' AND e.starts_at_local < ${week} + interval '7 days'`;
}

/** Online events always match. */
export function nearby(nearbyPostcodes: readonly NearPostcode[], values: Values): string {
  return `(e.online OR e.postcode = ANY (${values.add(nearbyPostcodes.map(({ code }) => code))}::text[]))`;
}

/** Returns an instant before which no event matching the filter starts. */
export function earliestOf(filter: EventFilter, now: Date): Date {
  return filter.from ? dayBegins(filter.from) : new Date(now.valueOf() - day - hour);
}

/**
 * Days are local to the event. Each also gets a wide bound on `starts_at` for the index (UTC−12 to UTC+14).
 * @throws Refusal BAD_INPUT for a date outside the supported years or an invalid weekday
 */
export function conditionsOf(filter: EventFilter, values: Values, now: Date): string[] {
  const conditions: string[] = [];
  if (filter.ids) conditions.push(`e.id = ANY(${values.add(uuids(filter.ids))}::uuid[])`);
  if (filter.seriesId) conditions.push(`e.series_id = ANY(${values.add(uuids([filter.seriesId]))}::uuid[])`);
  for (const bound of ['from', 'to'] as const) {
    const date = filter[bound];
    if (date && !isSupportedDate(date)) throw badInput({ [`filter.${bound}`]: 'out-of-range' });
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
  if (filter.thisWeekend) conditions.push(weekendCondition(values, now));
  const { weekday } = filter;
  if (weekday != null) {
    if (weekday < 1 || weekday > 7) throw badInput({ 'filter.weekday': 'out-of-range' });
    conditions.push(`extract(isodow FROM e.starts_at_local) = ${values.add(weekday)}::integer`);
  }
  if (filter.chapter) {
    conditions.push(`e.chapter_id = ${chapterBySlug(values.add(filter.chapter))}`);
  }
  if (typeof filter.remote === 'boolean') conditions.push(filter.remote ? 'e.online' : 'NOT e.online');
  if (filter.language) conditions.push(`e.languages @> ARRAY[${values.add(filter.language.toLowerCase())}::text]`);
  if (filter.place) conditions.push(...matches('platform.fold(e.place)', filter.place, values));
  if (filter.text) conditions.push(...matches('e.search_text', filter.text, values));
  return conditions;
}

export function isSelectivityUnknown(filter: EventFilter): boolean {
  return Boolean(filter.ids || filter.seriesId || filter.text?.trim() || filter.place?.trim() || filter.language);
}

const maxIds = 50;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Drops invalid IDs, which match no event. */
function uuids(ids: readonly string[]): string[] {
  if (ids.length > maxIds) throw badInput({ 'filter.ids': 'too-many' });
  return ids.filter((id) => uuid.test(id));
}

/** Returns the start of a day in the first time zone that reaches it. */
function dayBegins(date: string): Date {
  return new Date(Date.parse(date) - 14 * hour);
}

/** Returns the end of a day in the last time zone that leaves it. */
function dayIsOver(date: string): Date {
  return new Date(Date.parse(date) + day + 12 * hour);
}

const maxWords = 6;

/**
 * Matches every word anywhere in a folded text, using trigrams. If all words are shorter than three letters, matches
 * the beginning.
 */
function matches(foldedSql: string, text: string, values: Values): string[] {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, maxWords);
  const long = words.filter((word) => word.length >= 3);
  if (long.length === 0 && words.length > 0) {
    const start = values.add(escapeLike(words.join(' ')));
    return [`left(${foldedSql}, 40) LIKE platform.fold(${start}) || '%'`];
  }
  return words.map((word) => `${foldedSql} LIKE '%' || platform.fold(${values.add(escapeLike(word))}) || '%'`);
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
