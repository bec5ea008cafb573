import { money } from '@upstander/ledger';
import type { Receipt } from './receipt.js';
import type { ReceiptLinks } from './receipt-links.js';

/** A receipt `r` of the gift `g`, as staff see it. */
export const receiptColumns = `r.id, r.number::text AS number, r.issued_at AS "issuedAt", r.amount_minor AS amount,
  r.currency, r.locale, v.reason AS "voidReason", v.voided_at AS "voidedAt", old.number::text AS "replacesNumber",
  new.number::text AS "replacedByNumber", r.gift_id AS "giftId", g.token_version AS "giftVersion", g.method,
  r.content ->> 'donorName' AS "donorName", r.content ->> 'campaignTitle' AS "campaignTitle"`;

export const receiptJoins = `fundraising.receipt r
  JOIN fundraising.gift g ON g.id = r.gift_id
  JOIN fundraising.campaign c ON c.id = g.campaign_id
  LEFT JOIN fundraising.receipt_void v ON v.receipt_id = r.id
  LEFT JOIN fundraising.receipt old ON old.id = r.replaces_id
  LEFT JOIN fundraising.receipt new ON new.replaces_id = r.id`;

export interface ReceiptRecord extends Omit<Receipt, 'amount' | 'status' | 'pdfUrl'> {
  amount: string;
  currency: string;
  method: string;
  giftVersion: number;
}

export function receiptFrom(
  { amount, currency, method, giftVersion, ...row }: ReceiptRecord,
  links: ReceiptLinks,
): Receipt {
  return {
    ...row,
    amount: method === 'in_kind' ? null : money(amount, currency),
    status: row.voidedAt === null ? 'valid' : 'void',
    pdfUrl: links.pdf(row.id, giftVersion),
  };
}
