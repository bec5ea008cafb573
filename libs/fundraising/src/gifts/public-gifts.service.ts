import { Injectable } from '@nestjs/common';
import { money } from '@upstander/ledger';
import { columnsOf, Database, keysetList, Values } from '@upstander/platform';
import { publicName } from './donor-display.js';
import { Gift } from './gift.entity.js';
import type { PublicGift, PublicGiftConnection } from './public-gift.js';

type PublicGiftRecord = Omit<PublicGift, 'amount'> & { amountMinor: string; currency: string };

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
    { pageSlug, ...page }: { first?: number | null; after?: string | null; pageSlug?: string | null } = {},
  ): Promise<PublicGiftConnection> {
    return keysetList<PublicGiftRecord, PublicGift>(
      this.db,
      {
        columns: `${columnsOf(Gift, 'g', ['id', 'message', 'paidAt', 'currency'])}, ${publicName} AS name,
          g.recurring_gift_id IS NOT NULL AS monthly,
          g.intended_minor - g.refunded_intended_minor - g.lost_intended_minor AS "amountMinor"`,
        from: 'fundraising.gift g',
        // A name of no page finds no gift; without one the pages are not looked at.
        conditions: pageSlug ? [visible, ofPage] : [visible],
        values: new Values(pageSlug ? [slug, pageSlug] : [slug]),
        by: [
          { sql: 'g.paid_at', type: 'timestamptz' },
          { sql: 'g.id', type: 'uuid' },
        ],
        direction: 'DESC',
        page,
      },
      ({ amountMinor, currency, ...gift }) => ({ ...gift, amount: money(amountMinor, currency) }),
    );
  }
}
