import { Injectable } from '@nestjs/common';
import { joinCampaign } from '@upstander/accounting';
import { Access, type Actor } from '@upstander/identity';
import { money, summedList, type SummedPage } from '@upstander/ledger';
import { Clock, selectList, Database, matchesThenScan, isUuid, notFound, Values } from '@upstander/platform';
import { Pledge, type ManagedPledge, type PledgeConnection, type PledgeStatus } from './pledge.entity.js';

type PledgeRow = Omit<ManagedPledge, 'amount' | 'amountGiven'> & { givenMinor: string | null };

/** Parameter $1 is now. Due dates are in the campaign's time zone. */
const columns = `${selectList(Pledge, 'p', 'staff')}, ${selectList(Pledge, 'p', ['amountMinor', 'currency'])},
  c.title AS "campaignTitle", g.intended_minor AS "givenMinor",
  p.status = 'open' AND coalesce(p.due_on < ($1::timestamptz AT TIME ZONE c.time_zone)::date, false) AS overdue`;
const pledgeTables = `fundraising.pledge p ${joinCampaign('p')}`;
const joins = 'LEFT JOIN fundraising.gift g ON g.id = p.gift_id';

@Injectable()
export class PledgeReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** Returns the pledges to campaigns of the actor's chapters, newest first. */
  async list(
    actor: Actor,
    { campaignId, status }: { campaignId?: string | null; status?: PledgeStatus[] | null },
    page: SummedPage,
  ): Promise<PledgeConnection> {
    const values = new Values([this.clock.now()]);
    const conditions: string[] = [];
    const chapters = this.access.chaptersOf(actor, 'pledge:read');
    if (chapters !== 'all') conditions.push(`c.chapter_id = ANY (${values.add(chapters)}::uuid[])`);
    if (campaignId) conditions.push(isUuid(campaignId) ? `p.campaign_id = ${values.add(campaignId)}::uuid` : 'false');
    // Comparing a single status with `=` lets the index provide the sort order.
    if (status?.length === 1) conditions.push(`p.status = ${values.add(status[0])}`);
    else if (status) conditions.push(`p.status = ANY (${values.add(status)}::text[])`);
    const by = [
      { sql: 'p.recorded_at', type: 'timestamptz' },
      { sql: 'p.id', type: 'uuid' },
    ] as const;
    return summedList(
      this.db,
      {
        columns,
        from: pledgeTables,
        joins,
        amount: 'p.amount_minor',
        currency: 'p.currency',
        conditions,
        values,
        by,
        direction: 'DESC',
        page,
        // Filters before sorting, because a chapter has few of all pledges.
        source: chapters === 'all' ? undefined : matchesThenScan(),
      },
      pledgeFrom,
    );
  }

  async byId(id: string): Promise<ManagedPledge> {
    const sql = `SELECT ${columns} FROM ${pledgeTables} ${joins} WHERE p.id = $2`;
    const [row] = await this.db.query<PledgeRow>(sql, [this.clock.now(), id]);
    if (!row) throw notFound('This pledge');
    return pledgeFrom(row);
  }
}

function pledgeFrom(pledge: PledgeRow): ManagedPledge {
  const { amountMinor, givenMinor, currency } = pledge;
  return {
    ...pledge,
    amount: money(amountMinor, currency),
    amountGiven: givenMinor === null ? null : money(givenMinor, currency),
  };
}
