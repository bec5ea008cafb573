import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import {
  Clock,
  Database,
  keysetList,
  nestColumns,
  notFound,
  selectList,
  Values,
  type PageArgs,
} from '@upstander/platform';
import type { SeriesFilter, SeriesSort } from './series-filter.input.js';
import { Series, type SeriesConnection } from './series.entity.js';

const source = `events.series x JOIN identity.chapter c ON c.id = x.chapter_id`;
const columns = (now: string) => `${selectList(Series, 'x', 'anyone')}, x.chapter_id AS "chapterId",
  c.id AS "chapter.id", c.name AS "chapter.name", c.slug AS "chapter.slug", c.time_zone AS "chapter.timeZone",
  c.city AS "chapter.city",
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
    if (filter?.chapter) conditions.push(`c.slug = ${values.add(filter.chapter)}`);
    if (filter?.status) conditions.push(`x.status = ANY (${values.add(filter.status)}::text[])`);
    for (const word of (filter?.text ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 6))
      conditions.push(`strpos(platform.fold(x.title), platform.fold(${values.add(word)})) > 0`);
    const newest = sort === 'newest';
    return keysetList<Record<string, unknown>, Series>(
      this.db,
      {
        columns: columns(`${values.add(this.clock.now())}::timestamptz`),
        from: source,
        conditions,
        values,
        by: [
          newest ? { sql: 'x.created_at', type: 'timestamptz' } : { sql: 'platform.fold(x.title)', type: 'text' },
          { sql: 'x.id', type: 'uuid' },
        ],
        direction: newest ? 'DESC' : 'ASC',
        page,
      },
      (row) => nestColumns<Series>(row),
    );
  }

  /** @throws Refusal NOT_FOUND */
  async findFor(actor: Actor, id: string): Promise<Series> {
    await this.access.require(actor, 'series:read', [id], 'This series');
    return this.byId(id);
  }

  /** The caller must already have checked access. @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<Series> {
    const [row] = await this.db.query<Record<string, unknown>>(
      `SELECT ${columns('$2::timestamptz')} FROM ${source} WHERE x.id = $1`,
      [id, this.clock.now()],
    );
    if (!row) throw notFound('This series');
    return nestColumns<Series>(row);
  }
}
