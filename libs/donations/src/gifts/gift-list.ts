import { Injectable } from '@nestjs/common';
import { giftTime } from '@upstander/accounting';
import { Access, type Actor } from '@upstander/identity';
import { Database, matchesThenScan, keysetList, Values, type SortKey, type PageArgs } from '@upstander/platform';
import { giftsWithinCondition } from './gift-access.js';
import { giftColumns, giftSource, managedGiftFrom, type GiftRecord } from './gift-columns.js';
import { conditionsOf, giftSearch } from './gift-conditions.js';
import type { GiftFilter, GiftSort } from './gift-filter.input.js';
import type { ManagedGiftConnection } from './managed-gift.js';

const byTime: SortKey = { sql: giftTime, type: 'timestamptz' };
const sorts = {
  newest: { by: byTime, direction: 'DESC' },
  oldest: { by: byTime, direction: 'ASC' },
  largest: { by: { sql: 'g.charged_minor', type: 'bigint' }, direction: 'DESC' },
} as const;

/** Lists gifts of the actor's chapters. Keyset pages, indexes and capped counts keep it fast at a million gifts. */
@Injectable()
export class GiftList {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  page(
    actor: Actor,
    filter: GiftFilter,
    { sort, ...page }: PageArgs & { sort?: GiftSort | null },
  ): Promise<ManagedGiftConnection> {
    const values = new Values();
    const { by, direction } = sorts[sort ?? 'newest'];
    const seesDonorSql = giftsWithinCondition(this.access, actor, 'gift:see-donor', values);
    const conditions = conditionsOf(filter, values);
    const readableSql = giftsWithinCondition(this.access, actor, 'gift:read', values);
    if (readableSql !== 'true')
      conditions.push(`g.campaign_id IN (SELECT c.id FROM fundraising.campaign c WHERE ${readableSql})`);
    const search = giftSearch(filter.text, seesDonorSql, values);
    if (search) conditions.push(search.matches);
    return keysetList(
      this.db,
      {
        columns: giftColumns(seesDonorSql),
        from: giftSource,
        conditions,
        values,
        direction,
        page,
        by: [by, { sql: 'g.id', type: 'uuid' }],
        source: search ? matchesThenScan(search.candidates) : undefined,
      },
      managedGiftFrom<GiftRecord>,
    );
  }
}
