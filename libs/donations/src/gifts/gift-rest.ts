import { Gift, type GivingUrls, type VoidReason } from '@upstander/accounting';
import { accountName } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { selectList } from '@upstander/platform';
import { dedicationOf, type MyDedication } from './dedication.entity.js';
import type { GiftTimelineSource } from './gift-timeline.js';
import type { GiftReceipt } from './managed-gift.js';

const detailColumns = [
  'locale',
  'updatesWanted',
  'employerMatchNote',
  'goodsDescription',
  'goodsValueMinor',
  'externalRef',
  'paymentIntentId',
  'chargeId',
  'checkoutSessionId',
  'tokenVersion',
] as const;

/** Fields of the gift details that the list doesn't have. Times inside JSON are text. */
export interface GiftDetailColumns extends Pick<Gift, (typeof detailColumns)[number]> {
  recordedBy: string | null;
  donorGifts: number;
  lines: GiftTimelineSource['lines'];
  warnings: GiftTimelineSource['warnings'];
  receiptRows: Array<{
    id: string;
    number: string;
    issuedAt: string;
    amountMinor: string;
    voidReason: VoidReason | null;
    voidedAt: string | null;
  }>;
  matches: Array<{ poolId: string; sponsorName: string; amountMinor: string; matchedAt: string }>;
  payoutRow: {
    id: string;
    stripePayoutId: string;
    status: string;
    arrivesOn: string;
    createdAt: string;
    statementDate: string | null;
    confirmedBy: string | null;
  } | null;
  dedication: MyDedication | null;
}

const all = (columns: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(t ORDER BY ${order}), '[]') FROM (SELECT ${columns} FROM ${from}) t)`;

export const giftDetailColumns = `${selectList(Gift, 'g', detailColumns)},
  ${accountName('g.recorded_by')} AS "recordedBy",
  (SELECT count(*)::int FROM fundraising.gift o WHERE o.donor_id = g.donor_id AND o.paid_at IS NOT NULL) AS "donorGifts",
  ${all(
    'b.id, b.type, b.fee_minor::text AS fee, b.currency, b.created_at AS "createdAt"',
    'fundraising.balance_transaction b WHERE b.gift_id = g.id',
    't."createdAt"',
  )} AS lines,
  ${all(
    `w.stripe_warning_id AS id, w.fraud_type AS "fraudType", w.warned_at AS "warnedAt", w.handled_at AS "handledAt",
      w.handled_note AS note, ${accountName('w.handled_by')} AS "handledBy"`,
    'fundraising.fraud_warning w WHERE w.gift_id = g.id',
    't."warnedAt"',
  )} AS warnings,
  ${all(
    `r.id, r.number::text, r.issued_at AS "issuedAt", r.amount_minor::text AS "amountMinor", v.reason AS "voidReason",
      v.voided_at AS "voidedAt"`,
    'fundraising.receipt r LEFT JOIN fundraising.receipt_void v ON v.receipt_id = r.id WHERE r.gift_id = g.id',
    't.number::bigint',
  )} AS "receiptRows",
  ${all(
    `m.pool_id AS "poolId", o.sponsor_name AS "sponsorName", m.amount_minor::text AS "amountMinor",
      m.matched_at AS "matchedAt"`,
    'fundraising.match m JOIN fundraising.matching_pool o ON o.id = m.pool_id WHERE m.gift_id = g.id',
    't."matchedAt"',
  )} AS matches,
  (
    SELECT json_build_object('id', o.id, 'stripePayoutId', o.stripe_payout_id, 'status', o.status,
      'arrivesOn', o.arrives_on, 'createdAt', o.created_at, 'statementDate', o.bank_seen_on,
      'confirmedBy', ${accountName('o.bank_confirmed_by')})
    FROM fundraising.balance_transaction b JOIN fundraising.payout o ON o.id = b.payout_id
    WHERE b.gift_id = g.id AND b.source_id = g.charge_id ORDER BY o.created_at DESC LIMIT 1
  ) AS "payoutRow",
  ${dedicationOf('g.id')} AS dedication`;

export function receiptsFrom(
  columns: GiftDetailColumns & { currency: string },
  urls: Pick<GivingUrls, 'receipt'>,
): GiftReceipt[] {
  return columns.receiptRows.map((receipt) => ({
    id: receipt.id,
    number: receipt.number,
    issuedAt: new Date(receipt.issuedAt),
    amount: money(receipt.amountMinor, columns.currency),
    void: receipt.voidedAt !== null,
    voidReason: receipt.voidReason,
    voidedAt: receipt.voidedAt === null ? null : new Date(receipt.voidedAt),
    pdfUrl: urls.receipt(receipt.id, columns.tokenVersion),
  }));
}
