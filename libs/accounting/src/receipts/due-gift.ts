import { selectList } from '@upstander/platform';
import { Gift, monthlySql } from '../gifts/gift.entity.js';
import type { ReceiptedGift } from './receipt-content.js';
import type { VoidReason } from './void-reason.js';
import { giftTables } from '../campaign-joins.js';

/**
 * SQL for the remaining amount of a gift: the charge less refunds and losses; -1 if it was recorded by
 * mistake and canceled.
 */
export const remainingMinorSql = `CASE WHEN g.status = 'cancelled' THEN -1
  ELSE g.charged_minor - g.refunded_minor - g.lost_minor END`;

const columns = [
  'id',
  'name',
  'locale',
  'method',
  'source',
  'currency',
  'paidAt',
  'inKindDescription',
  'intendedMinor',
  'coverMinor',
  'refundedMinor',
  'lostMinor',
  'goodsDescription',
  'goodsValueMinor',
] as const;

/**
 * Locks gifts with outdated receipts, oldest first. Skips rows locked by others, because they remain
 * due. Parameters: $1 maximum number of gifts.
 */
export const selectDueGifts = `
  SELECT ${selectList(Gift, 'g', columns)}, ${monthlySql} AS monthly, ${remainingMinorSql} AS standing, d.email,
    c.title AS "campaignTitle", c.time_zone AS "timeZone", CASE WHEN b.kind = 'partner' THEN b.name END AS partner,
    r.id AS "lastId", r.number AS "lastNumber", r.amount_minor AS "lastAmount", r.is_void AS "lastVoid"
  FROM ${giftTables}
    JOIN fundraising.beneficiary b ON b.id = c.beneficiary_id
    LEFT JOIN fundraising.donor d ON d.id = g.donor_id
    LEFT JOIN LATERAL (
      SELECT r.id, r.number, r.amount_minor, EXISTS (
        SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id
      ) AS is_void
      FROM fundraising.receipt r WHERE r.gift_id = g.id ORDER BY r.number DESC LIMIT 1
    ) r ON true
  WHERE g.paid_at IS NOT NULL AND g.receipted_minor IS DISTINCT FROM ${remainingMinorSql}
  ORDER BY g.paid_at, g.id LIMIT $1
  FOR NO KEY UPDATE OF g SKIP LOCKED`;

export interface DueGiftRow extends Pick<Gift, (typeof columns)[number]> {
  paidAt: Date;
  monthly: boolean;
  standing: string;
  email: string | null;
  campaignTitle: string;
  timeZone: string;
  partner: string | null;
  lastId: string | null;
  lastNumber: string | null;
  lastAmount: string | null;
  lastVoid: boolean | null;
}

export interface ReceiptChanges {
  voids: { id: string; reason: VoidReason } | null;
  issues: boolean;
  mail: 'gift-thanks' | 'gift-refunded' | null;
}

export function decideReceiptChanges(gift: DueGiftRow): ReceiptChanges {
  const left = BigInt(gift.standing);
  const inKind = gift.method === 'in_kind';
  const isValid = gift.lastId !== null && !gift.lastVoid;
  // An anonymous collection is income, but no one can receive a receipt for it.
  const hasDonor = gift.email !== null || gift.name !== '';
  const issues =
    hasDonor && (left > 0n || (inKind && left === 0n)) && !(isValid && BigInt(gift.lastAmount ?? 0) === left);
  const isUnchanged = isValid && BigInt(gift.lastAmount ?? 0) === left;
  const voids = isValid && !isUnchanged ? { id: gift.lastId!, reason: reasonOf(gift, left) } : null;
  return { voids, issues, mail: emailTemplate(gift, { issues, voids: voids !== null, left }) };
}

function reasonOf(gift: DueGiftRow, left: bigint): VoidReason {
  if (gift.standing === '-1') return 'cancelled';
  if (left > BigInt(gift.lastAmount ?? 0)) return 'changed';
  return BigInt(gift.lostMinor) > 0n ? 'dispute-lost' : 'refunded';
}

function emailTemplate(
  gift: DueGiftRow,
  changes: { issues: boolean; voids: boolean; left: bigint },
): ReceiptChanges['mail'] {
  // Donors of imported gifts are not emailed about the past.
  if (gift.email === null || gift.source === 'import') return null;
  if (gift.lastId !== null) return changes.voids || changes.issues ? 'gift-refunded' : null;
  if (changes.issues) return 'gift-thanks';
  // Everything was refunded before a receipt was issued.
  return changes.left === 0n && BigInt(gift.refundedMinor) > 0n ? 'gift-refunded' : null;
}

export function receiptedGift(gift: DueGiftRow): ReceiptedGift {
  return {
    ...gift,
    intendedMinor: BigInt(gift.intendedMinor),
    coverMinor: BigInt(gift.coverMinor),
    returnedMinor: BigInt(gift.refundedMinor) + BigInt(gift.lostMinor),
    goodsValueMinor: BigInt(gift.goodsValueMinor),
  };
}
