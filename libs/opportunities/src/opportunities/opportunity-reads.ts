import { Injectable } from '@nestjs/common';
import {
  capped,
  Clock,
  Database,
  fewFirst,
  keysetList,
  matches,
  SharedReads,
  Values,
  type KeysetParts,
  type KeysetSource,
} from '@upstander/platform';
import { opportunityFrom, publicColumns, type OpportunityRecord } from './opportunity-columns.js';
import type { OpportunityFilter } from './opportunity-filter.input.js';
import type { PublicOpportunity, OpportunityConnection } from './public-opportunity.js';

export interface Paging {
  first?: number | null;
  after?: string | null;
  /** The names of the fields somebody will look at. */
  asked: ReadonlySet<string>;
}

/** What anybody may read of opportunities; opportunities.visible_opportunities is the only door to them. */
@Injectable()
export class OpportunityReads {
  /** What everybody may see is asked for by many at once. */
  private readonly lists = new SharedReads<OpportunityConnection>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** An opportunity that is on the site now, by its address. */
  async bySlug(slug: string): Promise<PublicOpportunity | null> {
    const [record] = await this.db.named<OpportunityRecord>(
      'opportunity-by-slug',
      `SELECT ${publicColumns({ description: true })}
       FROM opportunities.visible_opportunities($1) o JOIN opportunities.business b ON b.id = o.business_id
       WHERE o.slug = $2`,
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
    const values = new Values([this.clock.now()]);
    const rare = looksForRare(wanted);
    return keysetList<OpportunityRecord, PublicOpportunity>(
      // For rare things the right plan depends on the very words asked for, so it is made again.
      rare ? this.db : { query: (sql, params) => this.db.prepared(sql, params) },
      {
        columns: publicColumns({ description }),
        from: 'opportunities.visible_opportunities($1) o',
        joins: 'JOIN opportunities.business b ON b.id = o.business_id',
        conditions: conditionsOf(wanted, values),
        values,
        page,
        by: [
          { sql: 'o.published_at', type: 'timestamptz', as: 'publishedAt' },
          { sql: 'o.id', type: 'uuid', as: 'id' },
        ],
        direction: 'DESC',
        source: rare ? fewFirst() : countedByBusiness,
      },
      opportunityFrom,
    );
  }
}

/**
 * In order, cut before the businesses of the page are looked up: a planner that knows no values joins them all. The count is
 * told by the businesses that are not approved, which are fewer.
 */
function countedByBusiness({ from, where, keys, behind, orderOf, limit }: KeysetParts): KeysetSource {
  const shown = `o.status IN ('published', 'expiring') AND o.expires_at > $1
    AND o.business_id NOT IN (SELECT id FROM opportunities.unapproved_businesses($1) x (id))`;
  return {
    matches: capped('opportunities.opportunity o', `${shown} AND ${where}`),
    from: `(SELECT o.* FROM ${from} WHERE ${where} AND ${behind(keys)} ORDER BY ${orderOf(keys)} LIMIT ${limit}) o`,
    where: 'true',
    keys,
  };
}

/** Whether a filter asks for something of which there may be anything from none to everything. */
function looksForRare(filter: OpportunityFilter): boolean {
  return Boolean(filter.search?.trim() || filter.place?.trim() || filter.barriers?.length);
}

function conditionsOf(filter: OpportunityFilter, values: Values): string[] {
  const conditions: string[] = [];
  if (filter.kind?.length) conditions.push(`o.kind = ANY (${values.add(filter.kind)}::text[])`);
  if (typeof filter.remote === 'boolean') conditions.push(filter.remote ? 'o.remote' : 'NOT o.remote');
  if (filter.barriers?.length) conditions.push(`o.eases @> ${values.add(filter.barriers)}::text[]`);
  if (filter.place) conditions.push(...matches('o.place_text', filter.place, values));
  if (filter.search) conditions.push(...matches('o.search_text', filter.search, values));
  return conditions;
}
