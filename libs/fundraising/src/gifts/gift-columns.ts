import { money } from '@upstander/ledger';
import { publicName } from './donor-display.js';
import type { ManagedGift } from './managed-gift.js';

type Amounts = 'intended' | 'cover' | 'charged' | 'fee' | 'refunded' | 'lost';

/** A gift as the statement below answers it; amounts are PostgreSQL's bigint text. */
export type GiftRecord = Omit<ManagedGift, Amounts> &
  Record<Exclude<Amounts, 'fee'>, string> & {
    fee: string | null;
    currency: string;
    /** The time it began, to the microsecond: JavaScript's would lose a part. */
    began: string;
  };

/**
 * `sees` is the condition under which the asking account may know who gave: to the others a name is what the donor shows
 * everybody, and every address is left out by the statement itself, so that nothing after it can let them slip.
 */
export function giftColumns(sees: string): string {
  return `g.id, g.status, g.method, g.source, CASE WHEN g.plan_id IS NULL THEN 'once' ELSE 'monthly' END AS frequency,
    ${sees} AS "seesDonor", CASE WHEN ${sees} THEN g.name ELSE ${publicName} END AS name,
    CASE WHEN ${sees} THEN d.email END AS email, CASE WHEN ${sees} THEN g.donor_id END AS "donorId", g.anonymous,
    g.message, g.intended_minor AS intended, g.cover_minor AS cover, g.charged_minor AS charged, g.fee_minor AS fee,
    g.refunded_minor AS refunded, g.lost_minor AS lost, g.currency, g.campaign_id AS "campaignId",
    c.title AS "campaignTitle", c.slug AS "campaignSlug", g.page_id AS "pageId", p.title AS "pageTitle",
    g.plan_id AS "planId", g.created_at AS "createdAt", g.created_at::text AS began, g.paid_at AS "paidAt",
    g.failure_code AS "failureCode", g.in_kind_description AS "inKindDescription"`;
}

export const giftSource = `fundraising.gift g JOIN fundraising.campaign c ON c.id = g.campaign_id
  LEFT JOIN fundraising.page p ON p.id = g.page_id LEFT JOIN fundraising.donor d ON d.id = g.donor_id`;

export function managedGiftFrom<Record extends GiftRecord>(
  record: Record,
): Omit<Record, Amounts> & Pick<ManagedGift, Amounts> {
  const { intended, cover, charged, fee, refunded, lost, ...gift } = record;
  const amount = (minor: string) => money(minor, record.currency);
  return {
    ...gift,
    intended: amount(intended),
    cover: amount(cover),
    charged: amount(charged),
    fee: fee === null ? null : amount(fee),
    refunded: amount(refunded),
    lost: amount(lost),
  };
}
