import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Config, Database, isUuid, keysetList, matches, notThere, Values } from '@upstander/platform';
import { managedColumns, managedOpportunityFrom, managedJoins, type ManagedRecord } from './managed-columns.js';
import type {
  ManagedOpportunity,
  ManagedOpportunityConnection,
  ManageOpportunitiesFilter,
} from './managed-opportunity.js';

/** What staff read of listings, whatever their state. */
@Injectable()
export class ManagedOpportunities {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** A page of all listings, the latest first. @throws Refusal BAD_INPUT. */
  async list(
    actor: Actor,
    filter: ManageOpportunitiesFilter | null | undefined,
    page: { first?: number | null; after?: string | null },
  ): Promise<ManagedOpportunityConnection> {
    const values = this.values(actor);
    return keysetList<ManagedRecord, ManagedOpportunity>(
      this.db,
      {
        columns: managedColumns,
        from: 'opportunities.listing l',
        joins: managedJoins,
        conditions: conditionsOf(filter ?? {}, values),
        values,
        by: [
          { sql: 'l.created_at', type: 'timestamptz' },
          { sql: 'l.id', type: 'uuid' },
        ],
        direction: 'DESC',
        page,
      },
      managedOpportunityFrom,
    );
  }

  /** @throws Refusal NOT_FOUND when there is none. */
  async byId(actor: Actor, id: string): Promise<ManagedOpportunity> {
    if (!isUuid(id)) throw notThere('This listing');
    const values = this.values(actor);
    const sql = `SELECT ${managedColumns} FROM opportunities.listing l ${managedJoins} WHERE l.id = ${values.add(id)}`;
    const [record] = await this.db.query<ManagedRecord>(sql, values.list);
    if (!record) throw notThere('This listing');
    return managedOpportunityFrom(record);
  }

  /** The values every statement begins with, as managedColumns expects them. */
  private values(actor: Actor): Values {
    return new Values([this.clock.now(), this.config.LISTING_RENEWALS, actor.accountId]);
  }
}

function conditionsOf(filter: ManageOpportunitiesFilter, values: Values): string[] {
  const conditions: string[] = [];
  if (filter.status?.length) conditions.push(`l.status = ANY (${values.add(filter.status)}::text[])`);
  if (filter.kind?.length) conditions.push(`l.kind = ANY (${values.add(filter.kind)}::text[])`);
  if (filter.businessId) {
    conditions.push(isUuid(filter.businessId) ? `l.business_id = ${values.add(filter.businessId)}::uuid` : 'false');
  }
  if (typeof filter.flagged === 'boolean') {
    const found = 'EXISTS (SELECT FROM opportunities.red_flag f WHERE f.listing_id = l.id)';
    conditions.push(filter.flagged ? found : `NOT ${found}`);
  }
  if (filter.search) conditions.push(...matches('l.search_text', filter.search, values));
  return conditions;
}
