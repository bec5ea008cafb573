import type { LocaleName } from '@upstander/identity';
import type { MailRow } from '@upstander/notifications';
import { selectList, type Database } from '@upstander/platform';
import type { GiftStatus } from '../../gifts/gift-status.js';
import { Gift } from '../../gifts/gift.entity.js';
import type { GivingUrls } from '../giving-urls.js';
import type { ReceiptContent } from '../receipt-content.js';
import type { VoidReason } from '../void-reason.js';
import { joinCampaign } from '../../campaign-joins.js';

export interface ReceiptFacts extends Pick<Gift, 'name' | 'anonymous' | 'method' | 'currency' | 'recurringGiftId'> {
  giftId: string;
  giftVersion: number;
  giftStatus: GiftStatus;
  campaignTitle: string;
  intendedMinor: bigint;
  returnedMinor: bigint;
  recurringGiftVersion: number;
  donorId: string;
  donorVersion: number;
  dedicated: boolean;
  receipt: { id: string; number: string; content: ReceiptContent; amountMinor: bigint; void: boolean } | null;
  voided: { number: string; amountMinor: bigint } | null;
  reason: VoidReason | null;
}

export interface ReceiptMailData {
  receipt?: string | null;
  voided?: string | null;
  reason?: VoidReason | null;
}

interface Row extends Omit<ReceiptFacts, 'intendedMinor' | 'returnedMinor' | 'receipt' | 'voided' | 'reason'> {
  intended: string;
  returned: string;
  receipt: { id: string; number: string; content: ReceiptContent; amount: string; void: boolean } | null;
  voided: { number: string; amount: string } | null;
}

export async function receiptFacts(db: Database, mails: readonly MailRow[]): Promise<Map<string, ReceiptFacts>> {
  const said = new Map(mails.map(({ id, data }) => [id, data as ReceiptMailData]));
  const rows = await db.query<Row & { mailId: string }>(
    `SELECT m.id AS "mailId", g.id AS "giftId", g.token_version AS "giftVersion", g.status AS "giftStatus",
       ${selectList(Gift, 'g', ['name', 'anonymous', 'method', 'currency', 'recurringGiftId'])}, c.title AS "campaignTitle",
       g.intended_minor AS intended, g.refunded_minor + g.lost_minor AS returned, coalesce(p.token_version, 0) AS "recurringGiftVersion",
       d.id AS "donorId", d.token_version AS "donorVersion",
       EXISTS (SELECT FROM fundraising.dedication e WHERE e.gift_id = g.id) AS dedicated,
       CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'number', r.number::text, 'content', r.content,
         'amount', r.amount_minor::text,
         'void', EXISTS (SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id)) END AS receipt,
       CASE WHEN o.id IS NOT NULL THEN
         json_build_object('number', o.number::text, 'amount', o.amount_minor::text) END AS voided
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) AS m (id, gift, receipt, voided)
       JOIN fundraising.gift g ON g.id = m.gift
       ${joinCampaign('g')}
       JOIN fundraising.donor d ON d.id = g.donor_id
       LEFT JOIN fundraising.recurring_gift p ON p.id = g.recurring_gift_id
       LEFT JOIN fundraising.receipt r ON r.id = m.receipt AND r.gift_id = g.id
       LEFT JOIN fundraising.receipt o ON o.id = m.voided AND o.gift_id = g.id`,
    [
      [...said.keys()],
      mails.map(({ subjectId }) => subjectId),
      [...said.values()].map(({ receipt }) => receipt),
      [...said.values()].map(({ voided }) => voided),
    ],
  );
  return new Map(
    rows.map(({ mailId, intended, returned, receipt, voided, ...rest }) => [
      mailId,
      {
        ...rest,
        intendedMinor: BigInt(intended),
        returnedMinor: BigInt(returned),
        receipt: receipt && { ...receipt, amountMinor: BigInt(receipt.amount) },
        voided: voided && { ...voided, amountMinor: BigInt(voided.amount) },
        reason: said.get(mailId)?.reason ?? null,
      },
    ]),
  );
}

export function giftUrls(urls: GivingUrls, facts: ReceiptFacts, locale: LocaleName) {
  return {
    pdf: facts.receipt && urls.receipt(facts.receipt.id, facts.giftVersion),
    gift: urls.giftUrl(facts.giftId, facts.giftVersion, locale),
    recurringGift:
      facts.recurringGiftId && urls.recurringGift(facts.recurringGiftId, facts.recurringGiftVersion, locale),
    giving: urls.givingUrl(facts.donorId, facts.donorVersion, locale),
  };
}
