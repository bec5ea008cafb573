import { frequencySql, Gift, giftTables, publicName } from '@upstander/accounting';
import { amountsOf, money, type Money } from '@upstander/ledger';
import { selectList } from '@upstander/platform';
import type { ManagedGift } from './managed-gift.js';

const amounts = ['intended', 'cover', 'charged', 'refunded', 'lost'] as const;

export type GiftRecord = Omit<ManagedGift, (typeof amounts)[number] | 'fee'>;

/**
 * Returns the columns of a gift for staff. If `seesDonorSql` is false, the statement itself replaces the name with the
 * public name and leaves out addresses, so later code can't leak them.
 */
export function giftColumns(seesDonorSql: string): string {
  return `${selectList(Gift, 'g', 'staff')},
    ${selectList(Gift, 'g', ['currency', 'feeMinor', ...amounts.map((name) => `${name}Minor` as const)])},
    ${frequencySql} AS frequency,
    ${seesDonorSql} AS "canSeeDonor", CASE WHEN ${seesDonorSql} THEN g.name ELSE ${publicName} END AS name,
    CASE WHEN ${seesDonorSql} THEN d.email END AS email, CASE WHEN ${seesDonorSql} THEN g.donor_id END AS "donorId",
    c.title AS "campaignTitle", c.slug AS "campaignSlug", p.title AS "pageTitle"`;
}

export const giftSource = `${giftTables}
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
