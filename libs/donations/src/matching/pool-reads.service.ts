import { Injectable } from '@nestjs/common';
import { joinCampaign } from '@upstander/accounting';
import { Access, type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { Clock, selectList, Database, isUuid, notFound } from '@upstander/platform';
import type { JsonDates } from './in-json.js';
import { MatchingPool, type ManagedMatchingPool, type PoolStatus, type PublicMatch } from './matching-pool.entity.js';
import { poolAmounts } from './pool-sums.js';
import { SponsorPayment, type ManagedSponsorPayment } from './sponsor-payment.entity.js';

type PaymentRecord = JsonDates<Omit<ManagedSponsorPayment, 'amount'>, 'recordedAt'>;
type PoolRow = MatchingPool &
  Pick<ManagedMatchingPool, 'campaignTitle' | 'timeZone' | 'giftCount'> & { payments: PaymentRecord[] | null };

const sums = ['capMinor', 'perGiftCapMinor', 'matchedMinor', 'receivedMinor', 'currency'] as const;

const select = `SELECT ${selectList(MatchingPool, 'p', 'staff')}, ${selectList(MatchingPool, 'p', sums)},
    c.title AS "campaignTitle", c.time_zone AS "timeZone", m.n AS "giftCount", s.payments
  FROM fundraising.matching_pool p ${joinCampaign('p')}
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS n FROM fundraising.match m WHERE m.pool_id = p.id AND m.amount_minor > 0
    ) m
    CROSS JOIN LATERAL (
      SELECT json_agg(s ORDER BY s."recordedAt", s.id) AS payments FROM (
        SELECT ${selectList(SponsorPayment, 's', 'staff')}, s.amount_minor::text AS "amountMinor"
        FROM fundraising.sponsor_payment s WHERE s.pool_id = p.id
      ) s
    ) s`;

@Injectable()
export class PoolReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** Returns the sponsors that currently match gifts, by campaign. A used-up pool is included, with 0 left. */
  async publicOf(campaignIds: readonly string[]): Promise<Map<string, PublicMatch[]>> {
    const rows = await this.db.query<Omit<PublicMatch, 'cap' | 'perGiftCap' | 'remaining'>>(
      `SELECT ${selectList(MatchingPool, 'p', 'anyone')}, ${selectList(MatchingPool, 'p', ['campaignId', ...sums])},
         CASE WHEN NOT sponsor_hidden THEN sponsor_name END AS "sponsorName"
       FROM fundraising.matching_pool p
       WHERE campaign_id = ANY ($1::uuid[]) AND starts_at <= $2 AND ends_at > $2 AND closed_at IS NULL
       ORDER BY starts_at, id`,
      [campaignIds, this.clock.now()],
    );
    const matches = new Map<string, PublicMatch[]>(campaignIds.map((id) => [id, []]));
    for (const match of rows) matches.get(match.campaignId)?.push({ ...match, ...poolAmounts(match) });
    return matches;
  }

  /** Returns the pools of the caller's chapters, newest first; at most 200. */
  async list(actor: Actor, campaignId?: string | null): Promise<ManagedMatchingPool[]> {
    if (campaignId && !isUuid(campaignId)) return [];
    const chapters = this.access.chaptersOf(actor, 'matching-pool:read');
    const rows = await this.db.query<PoolRow>(
      `${select} WHERE ($1 OR c.chapter_id = ANY ($2::uuid[])) AND ($3::uuid IS NULL OR p.campaign_id = $3)
       ORDER BY p.created_at DESC, p.id LIMIT 200`,
      [chapters === 'all', chapters === 'all' ? [] : chapters, campaignId ?? null],
    );
    return rows.map((row) => poolFrom(row, this.clock.now()));
  }

  async byId(id: string): Promise<ManagedMatchingPool> {
    const [row] = await this.db.query<PoolRow>(`${select} WHERE p.id = $1`, [id]);
    if (!row) throw notFound('This match');
    return poolFrom(row, this.clock.now());
  }
}

function poolFrom(row: PoolRow, now: Date): ManagedMatchingPool {
  const { matchedMinor, receivedMinor, currency } = row;
  return {
    ...row,
    ...poolAmounts(row),
    status: statusOf(row, now),
    matched: money(matchedMinor, currency),
    received: money(receivedMinor, currency),
    outstanding: money(BigInt(matchedMinor) - BigInt(receivedMinor), currency),
    payments: (row.payments ?? []).map((payment) => ({
      ...payment,
      amount: money(payment.amountMinor, currency),
      recordedAt: new Date(payment.recordedAt),
    })),
  };
}

function statusOf(pool: MatchingPool, now: Date): PoolStatus {
  if (pool.closedAt) return 'closed';
  if (pool.endsAt <= now) return 'ended';
  if (pool.startsAt > now) return 'upcoming';
  return BigInt(pool.matchedMinor) >= BigInt(pool.capMinor) ? 'used_up' : 'open';
}
