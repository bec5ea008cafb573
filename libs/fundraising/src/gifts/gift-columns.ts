import { amountsOf, money, type Money } from '@upstander/ledger';
import { columnsOf } from '@upstander/platform';
import { publicName } from './donor-display.js';
import { Gift } from './gift.entity.js';
import type { ManagedGift } from './managed-gift.js';

const amounts = ['intended', 'cover', 'charged', 'refunded', 'lost'] as const;

/** A gift as the statement below answers it: without what is made of its amounts. */
export type GiftRecord = Omit<ManagedGift, (typeof amounts)[number] | 'fee'>;

/**
 * `sees` is the condition under which the asking account may know who gave: to the others a name is what the donor shows
 * everybody, and every address is left out by the statement itself, so that nothing after it can let them slip.
 */
export function giftColumns(sees: string): string {
  return `${columnsOf(Gift, 'g', 'staff')},
    ${columnsOf(Gift, 'g', ['currency', 'feeMinor', ...amounts.map((name) => `${name}Minor` as const)])},
    CASE WHEN g.recurring_gift_id IS NULL THEN 'once' ELSE 'monthly' END AS frequency,
    ${sees} AS "seesDonor", CASE WHEN ${sees} THEN g.name ELSE ${publicName} END AS name,
    CASE WHEN ${sees} THEN d.email END AS email, CASE WHEN ${sees} THEN g.donor_id END AS "donorId",
    c.title AS "campaignTitle", c.slug AS "campaignSlug", p.title AS "pageTitle"`;
}

export const giftSource = `fundraising.gift g JOIN fundraising.campaign c ON c.id = g.campaign_id
  LEFT JOIN fundraising.page p ON p.id = g.page_id LEFT JOIN fundraising.donor d ON d.id = g.donor_id`;

export function managedGiftFrom<Row extends GiftRecord>(
  row: Row,
): Row & Record<(typeof amounts)[number], Money> & Pick<ManagedGift, 'fee'> {
  return {
    ...row,
    ...amountsOf(row, amounts),
    fee: row.feeMinor === null ? null : money(row.feeMinor, row.currency),
  };
}
