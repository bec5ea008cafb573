import { Database, type Config } from '@upstander/platform';
import { Injectable } from '@nestjs/common';
import { selectEventFacts, type EventFacts } from '../signups/signup-facts.js';
import { eventEntry } from './calendar-entries.js';
import type { CalendarEntry } from './icalendar.js';

interface SeriesFacts extends Record<string, unknown> {
  id: string;
  slug: string;
  title: string;
  version: number;
  updatedAt: Date;
  durationMinutes: number;
}

interface Occurrence extends EventFacts {
  seriesId: string;
  /** Start by the rule of the series. */
  originalAt: Date;
}

/** SQL: the planned start of event `e` of series `r`, as an instant. */
const originalAt = 'e.original_local AT TIME ZONE r.time_zone';

/** At most a year of dates, and those that are over. */
const maxDates = 2_000;
/** Of all series in a feed. */
const maxFeedSeries = 200;
const maxFeedDates = 5_000;

const selectSeries = `SELECT r.id, r.slug, r.title, r.version, r.updated_at AS "updatedAt",
    (r.template ->> 'durationMinutes')::integer AS "durationMinutes"
  FROM events.series r WHERE r.status <> 'draft'`;

interface FeedQuestion {
  chapterId: string | null;
  /** Leaves out dates that ended earlier. */
  since: Date;
}

/** Calendar entries of series: one UID per series, and a RECURRENCE-ID for each date that differs (RFC 5545). */
@Injectable()
export class SeriesCalendar {
  constructor(private readonly db: Database) {}

  /** Returns the entries of a public series, or null if there is none or it has no dates. */
  async entries(slug: string, locale: 'en' | 'es', settings: Config): Promise<CalendarEntry[] | null> {
    const [series] = await this.db.query<SeriesFacts>(`${selectSeries} AND r.slug = $1`, [slug]);
    if (!series) return null;
    const occurrences = await this.occurrences('e.series_id = $1', [series.id]);
    const entries = this.entriesOf(series, occurrences, locale, settings);
    return entries.length > 0 ? entries : null;
  }

  /** Returns the entries of all public series, or of those of a chapter, with the same UIDs as in their own files. */
  async feed({ chapterId, since }: FeedQuestion, locale: 'en' | 'es', settings: Config): Promise<CalendarEntry[]> {
    const series = await this.db.query<SeriesFacts>(
      `${selectSeries} AND ($1::uuid IS NULL OR r.chapter_id = $1)
         AND EXISTS (SELECT FROM events.event e WHERE e.series_id = r.id AND e.ends_at > $2)
       ORDER BY r.created_at DESC, r.id LIMIT ${maxFeedSeries}`,
      [chapterId, since],
    );
    const dates = await this.occurrences(
      'e.series_id = ANY ($1::uuid[]) AND e.ends_at > $2',
      [series.map(({ id }) => id), since],
      maxFeedDates,
    );
    const datesBySeries = new Map(series.map(({ id }): [string, Occurrence[]] => [id, []]));
    for (const date of dates) datesBySeries.get(date.seriesId)?.push(date);
    return series.flatMap((one) => this.entriesOf(one, datesBySeries.get(one.id) ?? [], locale, settings));
  }

  private entriesOf(
    series: SeriesFacts,
    occurrences: readonly Occurrence[],
    locale: 'en' | 'es',
    settings: Config,
  ): CalendarEntry[] {
    const [first] = occurrences;
    if (!first) return [];
    const master: CalendarEntry = {
      ...this.entryOf(first, locale, settings),
      recurrenceId: undefined,
      sequence: series.version - 1,
      revisedAt: series.updatedAt,
      startsAt: first.originalAt,
      endsAt: endOf(first, series),
      cancelled: false,
      title: series.title,
      url: `${settings.PUBLIC_URL}/events/${series.slug}`,
      // With the first one: some calendars expect it, and for others a repeated date counts once.
      recurrenceDates: occurrences.map((one) => one.originalAt),
    };
    const different = occurrences
      .filter((one) => isDifferent(one, series, first))
      .map((one) => this.entryOf(one, locale, settings));
    return [master, ...different];
  }

  /** Returns the entry of one date of a series, or null for an event that is not part of one. */
  async entryOfDate(id: string, locale: 'en' | 'es', settings: Config): Promise<CalendarEntry | null> {
    const [occurrence] = await this.occurrences('e.id = $1 AND e.series_id IS NOT NULL', [id]);
    return occurrence ? this.entryOf(occurrence, locale, settings) : null;
  }

  private occurrences(condition: string, values: readonly unknown[], most = maxDates): Promise<Occurrence[]> {
    return this.db.query<Occurrence & Record<string, unknown>>(
      `SELECT event.*, e.series_id AS "seriesId", ${originalAt} AS "originalAt"
       FROM (${selectEventFacts}) event JOIN events.event e ON e.id = event.id JOIN events.series r ON r.id = e.series_id
       WHERE ${condition} ORDER BY e.original_local, e.id LIMIT ${most}`,
      values,
    );
  }

  private entryOf(occurrence: Occurrence, locale: 'en' | 'es', settings: Config): CalendarEntry {
    const { seriesId, originalAt: recurrenceId } = occurrence;
    return { ...eventEntry(occurrence, locale, settings), uid: seriesId, recurrenceId };
  }
}

function endOf({ originalAt: from }: Pick<Occurrence, 'originalAt'>, { durationMinutes }: SeriesFacts): Date {
  return new Date(from.valueOf() + durationMinutes * 60_000);
}

function isDifferent(one: Occurrence, series: SeriesFacts, first: Occurrence): boolean {
  return (
    one.status === 'cancelled' ||
    one.startsAt.valueOf() !== one.originalAt.valueOf() ||
    one.endsAt.valueOf() !== endOf(one, series).valueOf() ||
    one.title !== series.title ||
    one.place !== first.place ||
    one.online !== first.online
  );
}
