import { Injectable } from '@nestjs/common';
import { chapterJson } from '@upstander/identity';
import {
  Clock,
  PublicReads,
  safeHtml,
  selectList,
  SharedReads,
  Values,
  type PageArgs,
  type PublicSource,
} from '@upstander/platform';
import { publicCondition } from '../events/event-conditions.js';
import { eventPage } from '../events/event-pages.js';
import { Series } from '../series/series.entity.js';
import type { SeriesPage } from './series-page.js';

const upcoming = (column: string) =>
  `(SELECT ${column} FROM events.event e WHERE e.series_id = r.id AND e.status = 'published' AND e.ends_at > $2)`;

const oneSeries = `
  SELECT ${selectList(Series, 'r', 'anyone')}, r.chapter_id AS "chapterId", ${chapterJson('r.chapter_id')} AS chapter,
    ${upcoming('count(*)::integer')} AS "upcomingCount",
    ${upcoming('min(e.starts_at)')} AS "nextStartsAt"
  FROM events.series r WHERE r.slug = $1 AND r.status <> 'draft'`;

@Injectable()
export class SeriesPageReads {
  /** Concurrent requests for the same page share one query. */
  private readonly pages = new SharedReads<SeriesPage | null>();

  constructor(
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
  ) {}

  /** Returns a published or ended series with its dates. @throws Refusal BAD_INPUT for an invalid page or cursor */
  bySlug(slug: string, page: PageArgs): Promise<SeriesPage | null> {
    const from = this.visitors.source();
    return this.pages.get([from.where, slug, page], () => this.read(from, slug, page));
  }

  private async read(from: PublicSource, slug: string, page: PageArgs): Promise<SeriesPage | null> {
    const now = this.clock.now();
    const [series] = await from.queryNamed<Series & Record<string, unknown>>('series-by-slug', oneSeries, [slug, now]);
    if (!series) return null;
    const values = new Values();
    const conditions = [
      `e.series_id = ${values.add(series.id)}::uuid`,
      publicCondition(values, now),
      `e.ends_at > ${values.add(now)}`,
    ];
    const dates = await eventPage(from, { conditions, values, way: 'rare', ...page });
    return {
      series,
      descriptionHtml: safeHtml(series.template.description),
      dates,
    };
  }
}
