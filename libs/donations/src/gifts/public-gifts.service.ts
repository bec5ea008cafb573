import { Injectable } from '@nestjs/common';
import { Gift, monthlySql, publicName } from '@upstander/accounting';
import { money } from '@upstander/ledger';
import { selectList, Database, keysetList, Values, type PageArgs } from '@upstander/platform';
import type { PublicGift, PublicGiftConnection } from './public-gift.js';

type PublicGiftRecord = Omit<PublicGift, 'amount'> & { amountMinor: string; currency: string };

/**
 * Excludes refunded, lost and disputed gifts. A subquery instead of a join lets PostgreSQL read gifts
 * from their index in list order and stop at the end of the page.
 */
const visible = `g.campaign_id = (
    SELECT c.id FROM fundraising.campaign c WHERE c.slug = $1 AND c.status IN ('live', 'paused', 'ended')
  ) AND g.paid_at IS NOT NULL AND g.status IN ('paid', 'partly_refunded')
  AND g.intended_minor > g.refunded_intended_minor + g.lost_intended_minor`;

/** Gifts of a live page, including the pages of team members. */
const pageCondition = `g.page_id = ANY (ARRAY(
    SELECT m.id FROM fundraising.page p JOIN fundraising.page m ON m.id = p.id OR m.team_id = p.id
    WHERE p.campaign_id = g.campaign_id AND p.slug = $2 AND p.status = 'live'
  ))`;

@Injectable()
export class PublicGifts {
  constructor(private readonly db: Database) {}

  async list(
    slug: string,
    { pageSlug, ...page }: PageArgs & { pageSlug?: string | null } = {},
  ): Promise<PublicGiftConnection> {
    return keysetList<PublicGiftRecord, PublicGift>(
      this.db,
      {
        columns: `${selectList(Gift, 'g', ['id', 'message', 'paidAt', 'currency'])}, ${publicName} AS name,
          ${monthlySql} AS monthly,
          g.intended_minor - g.refunded_intended_minor - g.lost_intended_minor AS "amountMinor"`,
        from: 'fundraising.gift g',
        // An unknown page matches no gifts. Without a page, the pages are not queried.
        conditions: pageSlug ? [visible, pageCondition] : [visible],
        values: new Values(pageSlug ? [slug, pageSlug] : [slug]),
        by: { 'g.paid_at': 'timestamptz', 'g.id': 'uuid' },
        direction: 'DESC',
        page,
      },
      ({ amountMinor, currency, ...gift }) => ({ ...gift, amount: money(amountMinor, currency) }),
    );
  }
}
