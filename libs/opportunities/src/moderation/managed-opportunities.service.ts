import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Clock,
  Config,
  Database,
  isUuid,
  keysetList,
  matches,
  notFound,
  Values,
  type PageArgs,
} from '@upstander/platform';
import { managedColumns, managedOpportunityFrom, managedJoins, type ManagedRecord } from './managed-columns.js';
import type {
  ManagedOpportunity,
  ManagedOpportunityConnection,
  ManageOpportunitiesFilter,
} from './managed-opportunity.js';

@Injectable()
export class ManagedOpportunities {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws Refusal BAD_INPUT */
  async list(
    actor: Actor,
    filter: ManageOpportunitiesFilter | null | undefined,
    page: PageArgs,
  ): Promise<ManagedOpportunityConnection> {
    const values = this.values(actor);
    return keysetList<ManagedRecord, ManagedOpportunity>(
      this.db,
      {
        columns: managedColumns,
        from: 'opportunities.opportunity o',
        joins: managedJoins,
        conditions: conditionsOf(filter ?? {}, values),
        values,
        by: { 'o.created_at': 'timestamptz', 'o.id': 'uuid' },
        direction: 'DESC',
        page,
      },
      managedOpportunityFrom,
    );
  }

  /** @throws Refusal NOT_FOUND */
  async byId(actor: Actor, id: string): Promise<ManagedOpportunity> {
    if (!isUuid(id)) throw notFound('This opportunity');
    const values = this.values(actor);
    const sql = `SELECT ${managedColumns} FROM opportunities.opportunity o ${managedJoins} WHERE o.id = ${values.add(id)}`;
    const [record] = await this.db.query<ManagedRecord>(sql, values.list);
    if (!record) throw notFound('This opportunity');
    return managedOpportunityFrom(record);
  }

  /** The first parameters of every statement, as `managedColumns` expects them. */
  private values(actor: Actor): Values {
    return new Values([this.clock.now(), this.config.OPPORTUNITY_RENEWALS, actor.accountId]);
  }
}

function conditionsOf(filter: ManageOpportunitiesFilter, values: Values): string[] {
  const conditions: string[] = [];
  if (filter.status?.length) conditions.push(`o.status = ANY (${values.add(filter.status)}::text[])`);
  if (filter.kind?.length) conditions.push(`o.kind = ANY (${values.add(filter.kind)}::text[])`);
  if (filter.businessId) {
    conditions.push(isUuid(filter.businessId) ? `o.business_id = ${values.add(filter.businessId)}::uuid` : 'false');
  }
  if (typeof filter.flagged === 'boolean') {
    const found = 'EXISTS (SELECT FROM opportunities.red_flag f WHERE f.opportunity_id = o.id)';
    conditions.push(filter.flagged ? found : `NOT ${found}`);
  }
  if (filter.search) conditions.push(...matches('o.search_text', filter.search, values));
  return conditions;
}
