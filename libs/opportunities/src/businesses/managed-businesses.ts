import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import {
  Clock,
  Database,
  isUuid,
  keysetList,
  notFound,
  Values,
  type SortKey,
  type PageArgs,
} from '@upstander/platform';
import { businessSource } from './business-columns.js';
import type { BusinessSort, ManageBusinessesFilter } from './business.input.js';
import { managedColumns, managedFrom, type ManagedRecord } from './managed-columns.js';
import type { ManagedBusiness, ManagedBusinessConnection } from './managed-business.js';
import { statusNow, pendingCondition } from './business-status.js';

interface ListRequest extends PageArgs {
  filter?: ManageBusinessesFilter | null;
  sort?: BusinessSort | null;
}

const orders: Readonly<Record<BusinessSort, { key: SortKey; direction: 'ASC' | 'DESC' }>> = {
  newest: { key: { sql: 'b.created_at', type: 'timestamptz' }, direction: 'DESC' },
  oldest: { key: { sql: 'b.created_at', type: 'timestamptz' }, direction: 'ASC' },
  name: { key: { sql: 'lower(b.legal_name)', type: 'text' }, direction: 'ASC' },
  // Businesses without an end date sort last.
  ending: { key: { sql: `coalesce(b.approved_until, '9998-12-31'::date)`, type: 'date' }, direction: 'ASC' },
};

@Injectable()
export class ManagedBusinesses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BAD_INPUT */
  async list(actor: Actor, request: ListRequest): Promise<ManagedBusinessConnection> {
    const values = new Values([this.clock.now(), actor.accountId]);
    const { key, direction } = orders[request.sort ?? 'newest'];
    return keysetList<ManagedRecord, ManagedBusiness>(
      this.db,
      {
        columns: managedColumns,
        from: 'opportunities.business b',
        joins: businessSource,
        conditions: conditions(request.filter, values),
        values,
        by: [key, { sql: 'b.id', type: 'uuid' }],
        direction,
        page: request,
      },
      managedFrom,
    );
  }

  /** @throws Refusal NOT_FOUND */
  async findOne(actor: Actor, id: string): Promise<ManagedBusiness> {
    const [row] = isUuid(id)
      ? await this.db.query<ManagedRecord>(
          `SELECT ${managedColumns} FROM opportunities.business b ${businessSource} WHERE b.id = $3`,
          [this.clock.now(), actor.accountId, id],
        )
      : [];
    if (!row) throw notFound('This business');
    return managedFrom(row);
  }
}

function conditions(filter: ManageBusinessesFilter | null | undefined, values: Values): string[] {
  const conditionList: string[] = [];
  if (filter?.status) conditionList.push(`${statusNow('$1')} = ANY (${values.add(filter.status)}::text[])`);
  if (filter?.waiting) conditionList.push(pendingCondition);
  if (filter?.endingBefore)
    conditionList.push(`b.status = 'approved' AND b.approved_until < ${values.add(filter.endingBefore)}::date`);
  const searchWords = filter?.search?.trim().split(/\s+/).filter(Boolean).slice(0, 6) ?? [];
  for (const word of searchWords) {
    const escaped = values.add(word.replace(/[\\%_]/g, '\\$&'));
    conditionList.push(`b.search_text LIKE '%' || platform.fold(${escaped}) || '%'`);
  }
  return conditionList;
}
