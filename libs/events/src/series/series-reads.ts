import { Injectable } from '@nestjs/common';
import { Access, chapterBySlug, chapterJson, type Actor } from '@upstander/identity';
import { Clock, Database, keysetList, notFound, selectList, Values, type PageArgs } from '@upstander/platform';
import type { SeriesFilter, SeriesSort } from './series-filter.input.js';
import { Series, type SeriesConnection } from './series.entity.js';

const columns = (now: string) => `${selectList(Series, 'x', 'anyone')}, x.chapter_id AS "chapterId",
  ${chapterJson('x.chapter_id')} AS chapter,
  (SELECT count(*)::integer FROM events.event e
    WHERE e.series_id = x.id AND e.status IN ('draft', 'published') AND e.starts_at > ${now}) AS "upcomingCount",
  (SELECT min(e.starts_at) FROM events.event e
    WHERE e.series_id = x.id AND e.status IN ('draft', 'published') AND e.starts_at > ${now}) AS "nextStartsAt"`;

@Injectable()
export class SeriesReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** @throws Refusal BAD_INPUT */
  async list(
    actor: Actor,
    filter: SeriesFilter | null | undefined,
    sort: SeriesSort | null | undefined,
    page: PageArgs,
  ): Promise<SeriesConnection> {
    const values = new Values();
    const conditions: string[] = [];
    const chapters = this.access.chaptersOf(actor, 'series:read');
    if (chapters !== 'all') conditions.push(`x.chapter_id = ANY (${values.add(chapters)}::uuid[])`);
    if (filter?.chapter) conditions.push(`x.chapter_id = ${chapterBySlug(values.add(filter.chapter))}`);
    if (filter?.status) conditions.push(`x.status = ANY (${values.add(filter.status)}::text[])`);
    for (const word of (filter?.text ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 6))
      conditions.push(`strpos(platform.fold(x.title), platform.fold(${values.add(word)})) > 0`);
    const newest = sort === 'newest';
    return keysetList<Series & Record<string, unknown>>(this.db, {
      columns: columns(`${values.add(this.clock.now())}::timestamptz`),
      from: 'events.series x',
      conditions,
      values,
      by: [
        newest ? { sql: 'x.created_at', type: 'timestamptz' } : { sql: 'platform.fold(x.title)', type: 'text' },
        { sql: 'x.id', type: 'uuid' },
      ],
      direction: newest ? 'DESC' : 'ASC',
      page,
    });
  }

  /** @throws Refusal NOT_FOUND */
  async findFor(actor: Actor, id: string): Promise<Series> {
    await this.access.require(actor, 'series:read', [id], 'This series');
    return this.byId(id);
  }

  /** The caller must already have checked access. @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<Series> {
    const [row] = await this.db.query<Series & Record<string, unknown>>(
      `SELECT ${columns('$2::timestamptz')} FROM events.series x WHERE x.id = $1`,
      [id, this.clock.now()],
    );
    if (!row) throw notFound('This series');
    return row;
  }
}
