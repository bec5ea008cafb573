import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, Features } from '@upstander/identity';
import { Money, money } from '@upstander/ledger';
import { Database, CachedRead } from '@upstander/platform';
import { publicCampaignSql, raisedSql } from './campaign-columns.js';

@ObjectType({ description: 'All-time total of gifts in one currency.' })
export class GiftTotal {
  @Field(() => Money, { description: 'Total less fee coverage, refunds, and lost disputes.' })
  raised!: Money;
  @Field(() => Int, { description: 'Number of paid gifts.' }) giftCount!: number;
}

const minute = 60_000;

@Resolver()
export class GiftTotalsResolver {
  private readonly sums: CachedRead<GiftTotal[]>;

  constructor(
    private readonly db: Database,
    private readonly features: Features,
  ) {
    this.sums = new CachedRead(() => this.readSums(), minute);
  }

  @Query(() => [GiftTotal], {
    description: 'Totals raised by public campaigns, by currency, largest first; up to a minute old.',
  })
  @Allow('anyone')
  async giftTotals(): Promise<GiftTotal[]> {
    return this.features.isOn('fundraising') ? this.sums.get() : [];
  }

  private async readSums(): Promise<GiftTotal[]> {
    const rows = await this.db.query<{ currency: string; raised: string; gifts: number }>(
      `SELECT c.currency, sum(${raisedSql('t')})::text AS raised, sum(t.gift_count)::integer AS gifts
       FROM fundraising.campaign c JOIN fundraising.progress t ON t.owner_id = c.id
       WHERE ${publicCampaignSql} GROUP BY c.currency ORDER BY sum(${raisedSql('t')}) DESC, c.currency`,
    );
    return rows.map((row) => ({ raised: money(row.raised, row.currency), giftCount: row.gifts }));
  }
}
