import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, mapInSteps } from '@upstander/platform';
import { countLocalTimeOccurrences, instantToWall, moveWall } from '../time/wall-time.js';
import { holidayOn } from './federal-holidays.js';
import { occurrenceOf } from './occurrence-details.js';
import { readSeries, SeriesService } from './series.service.js';
import type { SeriesInput } from './series.input.js';
import type { SeriesDatePreview, SeriesPreview } from './series-preview.js';

@Injectable()
export class SeriesPreviews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly series: SeriesService,
  ) {}

  /** Nothing is saved. @throws Refusal BAD_INPUT listing the fields; NOT_FOUND */
  async preview(actor: Actor, input: SeriesInput, seriesId: string | null): Promise<SeriesPreview> {
    await this.access.require(actor, 'chapter:plan-events', [input.event.chapterId], 'This chapter');
    const { series } = readSeries(input);
    const today = instantToWall(this.clock.now(), series.timeZone);
    const planned = (await this.series.datesAhead(series)).filter(({ local }) => !seriesId || local > today);
    const dates = await mapInSteps(planned, ({ local, isExtra, skipped }) => {
      const { event } = occurrenceOf(series, local);
      const times = countLocalTimeOccurrences(local, series.timeZone);
      const shown: SeriesDatePreview = {
        local,
        startsAtLocal: event.startsAtLocal,
        isExtra,
        isExcluded: skipped === 'excluded',
        holiday: holidayOn(local.slice(0, 10)),
        takesPlace: skipped === null,
        clockChange: times === 0 ? 'skipped' : times === 2 ? 'repeated' : null,
        neighbors: times === 1 ? [] : [moveWall(local, -60), moveWall(local, 60)],
        clashes: [],
      };
      return { shown, startsAt: event.startsAt, endsAt: event.endsAt };
    });
    const own = { eventId: input.fromEventId ?? null, seriesId };
    await this.addClashes(series.chapterId, own, dates);
    const shown = dates.map((date) => date.shown);
    return { dates: shown, count: shown.filter(({ takesPlace }) => takesPlace).length };
  }

  private async addClashes(
    chapterId: string,
    own: { eventId: string | null; seriesId: string | null },
    dates: ReadonlyArray<{ shown: SeriesDatePreview; startsAt: Date; endsAt: Date }>,
  ): Promise<void> {
    const rows = await this.db.query<{ index: number; titles: string[] }>(
      `SELECT d.index::integer - 1 AS index, (array_agg(e.title ORDER BY e.starts_at, e.id))[1:5] AS titles
       FROM unnest($3::timestamptz[], $4::timestamptz[]) WITH ORDINALITY AS d (starts_at, ends_at, index)
         JOIN events.event e ON e.chapter_id = $1 AND e.status IN ('draft', 'published')
           AND e.starts_at < d.ends_at AND e.starts_at > d.starts_at - interval '7 days' AND e.ends_at > d.starts_at
       WHERE e.id IS DISTINCT FROM $2::uuid AND ($5::uuid IS NULL OR e.series_id IS DISTINCT FROM $5::uuid) GROUP BY d.index`,
      [chapterId, own.eventId, dates.map(({ startsAt }) => startsAt), dates.map(({ endsAt }) => endsAt), own.seriesId],
    );
    for (const { index, titles } of rows) dates[index]!.shown.clashes = titles;
  }
}
