import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { aCampaign, type CampaignParts } from './factories.fundraising.js';

export interface PendingGiftParts {
  campaignId?: string;
  campaign?: CampaignParts;
  pageId?: string | null;
  name?: string;
  email?: string;
  anonymous?: boolean;
  intendedMinor?: number;
  coverMinor?: number;
  currency?: string;
  status?: 'pending' | 'processing' | 'failed' | 'expired';
  sessionId?: string | null;
  at?: Date;
}

export async function aPendingGift(
  db: Database,
  gift: PendingGiftParts = {},
): Promise<{ id: string; campaignId: string; email: string }> {
  const campaignId = gift.campaignId ?? (await aCampaign(db, gift.campaign)).id;
  const email = gift.email ?? `${randomUUID()}@example.org`;
  const at = gift.at ?? new Date();
  const intended = gift.intendedMinor ?? 5_000;
  const coverMinor = gift.coverMinor ?? 0;
  const [donor] = await db.query<{ id: string }>(
    `INSERT INTO fundraising.donor (email, created_at) VALUES ($1, $2)
     ON CONFLICT (email) DO UPDATE SET email = donor.email RETURNING id`,
    [email, at],
  );
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO fundraising.gift (campaign_id, page_id, donor_id, name, anonymous, method, source, status, currency,
       intended_minor, cover_minor, charged_minor, checkout_session_id, created_at)
     VALUES ($1, $2, $3, $4, $5, 'stripe', 'site', $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      campaignId,
      gift.pageId ?? null,
      donor!.id,
      gift.name ?? 'Ana Reyes',
      gift.anonymous ?? false,
      gift.status ?? 'pending',
      gift.currency ?? 'USD',
      intended,
      coverMinor,
      intended + coverMinor,
      gift.sessionId === undefined ? `cs_${randomUUID()}` : gift.sessionId,
      at,
    ],
  );
  return { id: row!.id, campaignId, email };
}

export interface GiftFacts {
  status: string;
  paid: boolean;
  charge: string | null;
  refunded: number;
  lost: number;
}

export async function giftFacts(db: Database, id: string): Promise<GiftFacts> {
  const [row] = await db.query<GiftFacts>(
    `SELECT status, paid_at IS NOT NULL AS paid, charge_id AS charge, refunded_minor::int AS refunded,
       lost_minor::int AS lost
     FROM fundraising.gift WHERE id = $1`,
    [id],
  );
  return row!;
}

/** Both must always match. */
export async function progressOf(
  db: Database,
  ownerId: string,
): Promise<{ count: number; raised: number; agrees: boolean }> {
  const [row] = await db.query<{ count: number; raised: number; agrees: boolean }>(
    `SELECT coalesce(t.gift_count, 0)::int AS count,
       coalesce(t.intended_minor - t.refunded_minor - t.lost_minor, 0)::int AS raised,
       coalesce(t.gift_count, 0) = g.n AND coalesce(t.intended_minor - t.refunded_minor - t.lost_minor, 0) = g.raised
         AS agrees
     FROM (
       SELECT count(*) AS n,
         coalesce(sum(intended_minor - refunded_intended_minor - lost_intended_minor), 0) AS raised
       FROM fundraising.gift WHERE (campaign_id = $1 OR page_id = $1) AND paid_at IS NOT NULL
     ) g LEFT JOIN fundraising.progress t ON t.owner_id = $1`,
    [ownerId],
  );
  return row!;
}

/** Returns nonzero accounts of a campaign and the organization, as '<kind>' → minor units. */
export async function balancesOf(db: Database, campaignId: string): Promise<Record<string, number>> {
  const rows = await db.query<{ kind: string; balance: string }>(
    `SELECT a.kind, sum(p.amount_minor) AS balance
     FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
     WHERE p.transaction_id IN (
       SELECT q.transaction_id FROM ledger.posting q JOIN ledger.account b ON b.id = q.account_id WHERE b.owner_id = $1
     )
     GROUP BY a.kind HAVING sum(p.amount_minor) <> 0 ORDER BY a.kind`,
    [campaignId],
  );
  return Object.fromEntries(rows.map(({ kind, balance }) => [kind, Number(balance)]));
}
