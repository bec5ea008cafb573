import { Injectable } from '@nestjs/common';
import { money } from '@upstander/ledger';
import { connectionFrom, countCap, Database, encodeCursor, pageSize, timeCursor } from '@upstander/platform';
import { publicName } from './donor-display.js';
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

/** Those of a page: a team's own, and those of the pages in it. Only a page that is shown has any. */
const ofPage = `g.page_id = ANY (ARRAY(
    SELECT m.id FROM fundraising.page p JOIN fundraising.page m ON m.id = p.id OR m.team_id = p.id
    WHERE p.campaign_id = g.campaign_id AND p.slug = $2 AND p.status = 'live'
  ))`;

/** What everybody may see of gifts. */
@Injectable()
export class PublicGifts {
  constructor(private readonly db: Database) {}

  async list(
    slug: string,
    { first, after, pageSlug }: { first?: number | null; after?: string | null; pageSlug?: string | null } = {},
  ): Promise<PublicGiftConnection> {
    // A name of no page finds no gift; without one the pages are not looked at.
    const condition = pageSlug ? `${visible} AND ${ofPage}` : visible;
    const which = pageSlug ? [slug, pageSlug] : [slug];
    const size = pageSize(first);
    const behind = timeCursor(after);
    const rows = await this.db.query<PublicGiftRecord>(
      `SELECT g.id, ${publicName} AS name, g.message, g.paid_at AS "paidAt",
         g.paid_at::text AS key, g.plan_id IS NOT NULL AS monthly, g.currency,
         g.intended_minor - g.refunded_intended_minor - g.lost_intended_minor AS "amountMinor"
       FROM fundraising.gift g WHERE ${condition}
         AND ($${which.length + 1}::timestamptz IS NULL OR (g.paid_at, g.id) < ($${which.length + 1}::timestamptz, $${which.length + 2}::uuid))
       ORDER BY g.paid_at DESC, g.id DESC LIMIT $${which.length + 3}`,
      [...which, behind?.at ?? null, behind?.id ?? null, size + 1],
    );
    const [counted] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT FROM fundraising.gift g WHERE ${condition} LIMIT ${countCap + 1}) g`,
      which,
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
