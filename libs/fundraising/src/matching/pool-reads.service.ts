import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { Clock, Database, isUuid, notThere } from '@upstander/platform';
import type { ManagedMatchingPool, PoolStatus } from './managed-matching-pool.js';
import type { PublicMatch } from './public-match.js';

interface Found {
  id: string;
  campaignId: string;
  campaignTitle: string;
  timeZone: string;
  sponsorName: string;
  sponsorHidden: boolean;
  ratioPercent: number;
  capMinor: string;
  perGiftCapMinor: string | null;
  matchedMinor: string;
  receivedMinor: string;
  currency: string;
  giftCount: number;
  startsAt: Date;
  endsAt: Date;
  closedAt: Date | null;
  payments: Array<{ id: string; amount: string; receivedOn: string; reference: string; recordedAt: string }>;
}

const select = `SELECT p.id, p.campaign_id AS "campaignId", c.title AS "campaignTitle", c.time_zone AS "timeZone", p.sponsor_name AS "sponsorName",
    p.sponsor_hidden AS "sponsorHidden", p.ratio_percent AS "ratioPercent", p.cap_minor AS "capMinor",
    p.per_gift_cap_minor AS "perGiftCapMinor", p.matched_minor AS "matchedMinor", p.received_minor AS "receivedMinor",
    p.currency, p.starts_at AS "startsAt", p.ends_at AS "endsAt", p.closed_at AS "closedAt", m.n AS "giftCount",
    s.payments
  FROM fundraising.matching_pool p JOIN fundraising.campaign c ON c.id = p.campaign_id
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS n FROM fundraising.match m WHERE m.pool_id = p.id AND m.amount_minor > 0
    ) m
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('id', s.id, 'amount', s.amount_minor::text, 'receivedOn', s.received_on,
        'reference', s.reference, 'recordedAt', s.recorded_at) ORDER BY s.recorded_at, s.id), '[]') AS payments
      FROM fundraising.sponsor_payment s WHERE s.pool_id = p.id
    ) s`;

/** Who matches what: for the public, and for those who look after the money. */
@Injectable()
export class PoolReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** The sponsors who match gifts to these campaigns now, by campaign; one that is used up still shows, with 0 left. */
  async publicOf(campaignIds: readonly string[]): Promise<Map<string, PublicMatch[]>> {
    const rows = await this.db.query<{
      campaignId: string;
      id: string;
      sponsorName: string | null;
      ratioPercent: number;
      cap: string;
      remaining: string;
      currency: string;
      endsAt: Date;
    }>(
      `SELECT campaign_id AS "campaignId", id, CASE WHEN NOT sponsor_hidden THEN sponsor_name END AS "sponsorName",
         ratio_percent AS "ratioPercent", cap_minor AS cap, cap_minor - matched_minor AS remaining, currency,
         ends_at AS "endsAt"
       FROM fundraising.matching_pool
       WHERE campaign_id = ANY ($1::uuid[]) AND starts_at <= $2 AND ends_at > $2 AND closed_at IS NULL
       ORDER BY starts_at, id`,
      [campaignIds, this.clock.now()],
    );
    const matches = new Map<string, PublicMatch[]>(campaignIds.map((id) => [id, []]));
    for (const { campaignId, cap, remaining, currency, ...match } of rows) {
      matches.get(campaignId)?.push({ ...match, cap: money(cap, currency), remaining: money(remaining, currency) });
    }
    return matches;
  }

  /** The pools of the actor's chapters, the latest first; at most 200. */
  async list(actor: Actor, campaignId?: string | null): Promise<ManagedMatchingPool[]> {
    if (campaignId && !isUuid(campaignId)) return [];
    const chapters = this.access.chaptersOf(actor, 'matching-pool:read');
    const rows = await this.db.query<Found>(
      `${select} WHERE ($1 OR c.chapter_id = ANY ($2::uuid[])) AND ($3::uuid IS NULL OR p.campaign_id = $3)
       ORDER BY p.created_at DESC, p.id LIMIT 200`,
      [chapters === 'all', chapters === 'all' ? [] : chapters, campaignId ?? null],
    );
    return rows.map((row) => poolFrom(row, this.clock.now()));
  }

  async byId(id: string): Promise<ManagedMatchingPool> {
    const [row] = await this.db.query<Found>(`${select} WHERE p.id = $1`, [id]);
    if (!row) throw notThere('This match');
    return poolFrom(row, this.clock.now());
  }
}

function poolFrom(row: Found, now: Date): ManagedMatchingPool {
  const { capMinor, perGiftCapMinor, matchedMinor, receivedMinor, currency, payments, ...pool } = row;
  return {
    ...pool,
    status: statusOf(row, now),
    cap: money(capMinor, currency),
    perGiftCap: perGiftCapMinor === null ? null : money(perGiftCapMinor, currency),
    matched: money(matchedMinor, currency),
    remaining: money(BigInt(capMinor) - BigInt(matchedMinor), currency),
    received: money(receivedMinor, currency),
    outstanding: money(BigInt(matchedMinor) - BigInt(receivedMinor), currency),
    payments: payments.map(({ amount, recordedAt, ...payment }) => ({
      ...payment,
      amount: money(amount, currency),
      recordedAt: new Date(recordedAt),
    })),
  };
}

function statusOf(pool: Found, now: Date): PoolStatus {
  if (pool.closedAt) return 'closed';
  if (pool.endsAt <= now) return 'ended';
  if (pool.startsAt > now) return 'ahead';
  return BigInt(pool.matchedMinor) >= BigInt(pool.capMinor) ? 'used_up' : 'open';
}
