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

/** Calendar entries of series: one UID per series, and a RECURRENCE-ID for each date that differs (RFC 5545). */
@Injectable()
export class SeriesCalendar {
  constructor(private readonly db: Database) {}

  /** Returns the entries of a public series, or null if there is none or it has no dates. */
  async entries(slug: string, locale: 'en' | 'es', settings: Config): Promise<CalendarEntry[] | null> {
    const [series] = await this.db.query<SeriesFacts>(
      `SELECT r.id, r.slug, r.title, r.version, r.updated_at AS "updatedAt",
         (r.template ->> 'durationMinutes')::integer AS "durationMinutes"
       FROM events.series r WHERE r.slug = $1 AND r.status <> 'draft'`,
      [slug],
    );
    if (!series) return null;
    const occurrences = await this.occurrences('e.series_id = $1', series.id);
    const [first] = occurrences;
    if (!first) return null;
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
    const [occurrence] = await this.occurrences('e.id = $1 AND e.series_id IS NOT NULL', id);
    return occurrence ? this.entryOf(occurrence, locale, settings) : null;
  }

  private occurrences(condition: string, value: string): Promise<Occurrence[]> {
    return this.db.query<Occurrence & Record<string, unknown>>(
      `SELECT event.*, e.series_id AS "seriesId", ${originalAt} AS "originalAt"
       FROM (${selectEventFacts}) event JOIN events.event e ON e.id = event.id JOIN events.series r ON r.id = e.series_id
       WHERE ${condition} ORDER BY e.original_local LIMIT ${maxDates}`,
      [value],
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
