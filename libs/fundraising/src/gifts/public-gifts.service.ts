import { Injectable } from '@nestjs/common';
import { money } from '@upstander/ledger';
import { connectionFrom, countCap, Database, encodeCursor, pageSize, timeCursor } from '@upstander/platform';
import type { PublicGift, PublicGiftConnection } from './public-gift.js';

interface PublicGiftRecord extends Omit<PublicGift, 'amount'> {
  amountMinor: string;
  currency: string;
  /** To the microsecond. */
  key: string;
}

/**
 * Gifts that are there: what was given back, lost or is being disputed is not shown. An anonymous name stays here. The
 * campaign is looked up and not joined: its gifts are then read from their index in the order of the list, and no further
 * than the page.
 */
const visible = `g.campaign_id = (
    SELECT c.id FROM fundraising.campaign c WHERE c.slug = $1 AND c.status IN ('live', 'paused', 'ended')
  ) AND g.paid_at IS NOT NULL AND g.status IN ('paid', 'partly_refunded')
  AND g.intended_minor > g.refunded_intended_minor + g.lost_intended_minor`;

/** What everybody may see of gifts. */
@Injectable()
export class PublicGifts {
  constructor(private readonly db: Database) {}

  async list(slug: string, first?: number | null, after?: string | null): Promise<PublicGiftConnection> {
    const size = pageSize(first);
    const behind = timeCursor(after);
    const rows = await this.db.query<PublicGiftRecord>(
      `SELECT g.id, CASE WHEN NOT g.anonymous THEN g.name END AS name, g.message, g.paid_at AS "paidAt",
         g.paid_at::text AS key, g.plan_id IS NOT NULL AS monthly, g.currency,
         g.intended_minor - g.refunded_intended_minor - g.lost_intended_minor AS "amountMinor"
       FROM fundraising.gift g WHERE ${visible}
         AND ($2::timestamptz IS NULL OR (g.paid_at, g.id) < ($2::timestamptz, $3::uuid))
       ORDER BY g.paid_at DESC, g.id DESC LIMIT $4`,
      [slug, behind?.at ?? null, behind?.id ?? null, size + 1],
    );
    const [counted] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT FROM fundraising.gift g WHERE ${visible} LIMIT ${countCap + 1}) g`,
      [slug],
    );
    return connectionFrom(rows.map(publicGift), {
      size,
      after: behind !== null,
      total: counted?.n ?? 0,
      cursor: (gift) => encodeCursor([(gift as PublicGift & { key: string }).key, gift.id]),
    });
  }
}

function publicGift({ amountMinor, currency, ...gift }: PublicGiftRecord): PublicGift & { key: string } {
  return { ...gift, amount: money(amountMinor, currency) };
}
