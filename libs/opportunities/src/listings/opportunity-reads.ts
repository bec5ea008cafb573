import { Injectable } from '@nestjs/common';
import {
  Clock,
  connectionFrom,
  countCap,
  Database,
  encodeCursor,
  matches,
  pageSize,
  SharedReads,
  timeCursor,
  Values,
} from '@upstander/platform';
import { opportunityFrom, publicColumns, type OpportunityRecord } from './listing-columns.js';
import type { OpportunityFilter } from './opportunity-filter.input.js';
import type { Opportunity, OpportunityConnection } from './opportunity.js';

export interface Paging {
  first?: number | null;
  after?: string | null;
  /** The names of the fields somebody will look at. */
  asked: ReadonlySet<string>;
}

/** What anybody may read of listings; opportunities.visible_listings is the only door to them. */
@Injectable()
export class OpportunityReads {
  /** What everybody may see is asked for by many at once. */
  private readonly lists = new SharedReads<OpportunityConnection>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** A listing that is on the site now, by its address. */
  async bySlug(slug: string): Promise<Opportunity | null> {
    const [record] = await this.db.named<OpportunityRecord>(
      'opportunity-by-slug',
      `SELECT ${publicColumns({ description: true })}
       FROM opportunities.visible_listings($1) l JOIN opportunities.business b ON b.id = l.business_id
       WHERE l.slug = $2`,
      [this.clock.now(), slug],
    );
    return record ? opportunityFrom(record) : null;
  }

  /**
   * A page of what is on the site now, the newest first.
   * @throws Refusal BAD_INPUT for a page size or a cursor that is none.
   */
  list(filter: OpportunityFilter | null | undefined, { asked, ...page }: Paging): Promise<OpportunityConnection> {
    const description = asked.has('description') || asked.has('descriptionHtml');
    return this.lists.get([filter, page, description], () => this.readList(filter ?? {}, page, description));
  }

  private async readList(
    wanted: OpportunityFilter,
    page: Omit<Paging, 'asked'>,
    description: boolean,
  ): Promise<OpportunityConnection> {
    const size = pageSize(page.first);
    const cursor = timeCursor(page.after);
    const values = new Values([this.clock.now()]);
    const conditions = conditionsOf(wanted, values).join(' AND ') || 'true';
    const behind = cursor
      ? `(l.published_at, l.id) < (${values.add(cursor.at)}::timestamptz, ${values.add(cursor.id)}::uuid)`
      : 'true';
    const limit = values.add(size + 1);
    const rare = looksForRare(wanted);
    const source = (rare ? fewFirst : inOrder)({ conditions, behind, limit });
    const sql = `${source.prelude}
      SELECT number.total, page.*
      FROM (SELECT count(*)::integer AS total FROM ${source.matches}) number LEFT JOIN (
        SELECT ${publicColumns({ description })}
        FROM ${source.page} JOIN opportunities.business b ON b.id = l.business_id
        ORDER BY l.published_at DESC, l.id DESC LIMIT ${limit}
      ) page ON true
      ORDER BY page."publishedAt" DESC, page.id DESC`;
    // For rare things the right plan depends on the very words asked for, so it is made anew.
    const rows = await (rare
      ? this.db.query<OpportunityRecord & { total: number }>(sql, values.list)
      : this.db.prepared<OpportunityRecord & { total: number }>(sql, values.list));
    return connectionFrom(rows[0]?.id ? rows.map(({ total: _, ...record }) => opportunityFrom(record)) : [], {
      size,
      after: cursor !== null,
      total: rows[0]?.total ?? 0,
      cursor: ({ publishedAt, id }) => encodeCursor([publishedAt, id]),
    });
  }
}

interface Parts {
  conditions: string;
  /** The condition for what comes after the cursor. */
  behind: string;
  limit: string;
}

interface Source {
  prelude: string;
  /** A relation with a row for each match, up to one more than are counted. */
  matches: string;
  /** Where the rows of the page come from, called `l`. */
  page: string;
}

const visible = 'opportunities.visible_listings($1) l';

/** The same listings, for a count: told by the businesses that are not approved, which are fewer. */
const counted = `opportunities.listing l WHERE l.status IN ('published', 'expiring') AND l.expires_at > $1
  AND l.business_id NOT IN (SELECT id FROM opportunities.unapproved_businesses($1) x (id))`;

/** Reads listings in order until the page is full: right where the conditions let many through. */
function inOrder({ conditions, behind, limit }: Parts): Source {
  return {
    prelude: '',
    matches: `(SELECT FROM ${counted} AND ${conditions} LIMIT ${countCap + 1}) m`,
    page: `(SELECT l.* FROM ${visible} WHERE ${conditions} AND ${behind}
      ORDER BY l.published_at DESC, l.id DESC LIMIT ${limit}) l`,
  };
}

/**
 * Finds up to as many as are counted by whichever index knows them. When that is all there are, the page is cut from
 * those; only when there are more it is worth reading listings in order until enough have matched.
 */
function fewFirst({ conditions, behind, limit }: Parts): Source {
  return {
    prelude: `WITH found AS MATERIALIZED (
      SELECT l.id, l.published_at FROM ${visible} WHERE ${conditions} LIMIT ${countCap + 1}
    ), number AS MATERIALIZED (SELECT count(*) > ${countCap} AS is_large FROM found)`,
    matches: 'found',
    page: `(
      SELECT l.id FROM found l WHERE NOT (SELECT is_large FROM number) AND ${behind}
      UNION ALL (
        SELECT l.id FROM ${visible} WHERE (SELECT is_large FROM number) AND ${conditions} AND ${behind}
        ORDER BY l.published_at DESC, l.id DESC LIMIT ${limit}
      )
    ) k JOIN ${visible} ON l.id = k.id`,
  };
}

/** Whether a filter asks for something of which there may be anything from none to everything. */
function looksForRare(filter: OpportunityFilter): boolean {
  return Boolean(filter.search?.trim() || filter.place?.trim() || filter.barriers?.length);
}

function conditionsOf(filter: OpportunityFilter, values: Values): string[] {
  const conditions: string[] = [];
  if (filter.kind?.length) conditions.push(`l.kind = ANY (${values.add(filter.kind)}::text[])`);
  if (typeof filter.remote === 'boolean') conditions.push(filter.remote ? 'l.remote' : 'NOT l.remote');
  if (filter.barriers?.length) conditions.push(`l.eases @> ${values.add(filter.barriers)}::text[]`);
  if (filter.place) conditions.push(...matches('l.place_text', filter.place, values));
  if (filter.search) conditions.push(...matches('l.search_text', filter.search, values));
  return conditions;
}
