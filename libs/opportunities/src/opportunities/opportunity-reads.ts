import { Injectable } from '@nestjs/common';
import { Features } from '@upstander/identity';
import {
  capped,
  Clock,
  Database,
  matchesThenScan,
  keysetList,
  matches,
  SharedReads,
  Values,
  type KeysetParts,
  type KeysetSource,
  type PageArgs,
} from '@upstander/platform';
import { opportunityFrom, publicColumns, type OpportunityRecord } from './opportunity-columns.js';
import type { OpportunityFilter } from './opportunity-filter.input.js';
import type { PublicOpportunity, OpportunityConnection } from './public-opportunity.js';

export interface Paging extends PageArgs {
  asked: ReadonlySet<string>;
}

/** All reads go through opportunities.visible_opportunities. */
@Injectable()
export class OpportunityReads {
  /** Shared between concurrent requests, because the results are public. */
  private readonly lists = new SharedReads<OpportunityConnection>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly features: Features,
  ) {}

  async bySlug(slug: string): Promise<PublicOpportunity | null> {
    const [record] = await this.db.queryNamed<OpportunityRecord>(
      'opportunity-by-slug',
      `SELECT ${publicColumns({ description: true })}
       FROM opportunities.visible_opportunities($1) o JOIN opportunities.business b ON b.id = o.business_id
       WHERE o.slug = $2`,
      [this.clock.now(), slug],
    );
    return record ? opportunityFrom(record) : null;
  }

  /**
   * Returns a page of published opportunities, newest first.
   * @throws Refusal BAD_INPUT for an invalid page size or cursor
   */
  list(filter: OpportunityFilter | null | undefined, { asked, ...page }: Paging): Promise<OpportunityConnection> {
    const description = asked.has('description') || asked.has('descriptionHtml');
    return this.lists.get([filter, page, description], () => this.readList(filter ?? {}, page, description));
  }

  private async readList(
    filter: OpportunityFilter,
    page: Omit<Paging, 'asked'>,
    description: boolean,
  ): Promise<OpportunityConnection> {
    const values = new Values([this.clock.now()]);
    const isRare = isSelective(filter);
    return keysetList<OpportunityRecord, PublicOpportunity>(
      // The best plan for a rare filter depends on its values, so these queries are planned each time.
      isRare ? this.db : { query: (sql, params) => this.db.prepared(sql, params) },
      {
        columns: publicColumns({ description }),
        from: 'opportunities.visible_opportunities($1) o',
        joins: 'JOIN opportunities.business b ON b.id = o.business_id',
        // Other pages list opportunities too, so without them the list is empty instead of refused.
        conditions: this.features.isOn('opportunities') ? conditionsOf(filter, values) : ['false'],
        values,
        page,
        by: [
          { sql: 'o.published_at', type: 'timestamptz', as: 'publishedAt' },
          { sql: 'o.id', type: 'uuid', as: 'id' },
        ],
        direction: 'DESC',
        source: isRare ? matchesThenScan() : countedByBusiness,
      },
      opportunityFrom,
    );
  }
}

/**
 * Sorts and limits before joining businesses, because a generic plan would join all of them. The count subtracts
 * unapproved businesses, which are few.
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

/** True if a filter may match anything from no rows to all of them. */
function isSelective(filter: OpportunityFilter): boolean {
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
