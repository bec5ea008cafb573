import { Injectable } from '@nestjs/common';
import { displayOf, Gift, giftTables, GivingUrls, type ValidReceipt, validReceiptOf } from '@upstander/accounting';
import { amountsOf } from '@upstander/ledger';
import { Clock, selectList, Config, Database, SignedIds } from '@upstander/platform';
import { maskedEmail } from '@upstander/platform';
import { failureMessage } from './failure-words.js';
import { dedicationOf } from './dedication.entity.js';
import type { GiftDraft, MyGift } from './my-gift.js';

const extraColumns = [
  'currency',
  'intendedMinor',
  'coverMinor',
  'chargedMinor',
  'locale',
  'shownAs',
  'tokenVersion',
] as const;

/** Delay before `notify-honourees` notifies anyone, in milliseconds. */
const noticeDelay = 86_400_000;

type ComputedFields =
  | 'intended'
  | 'cover'
  | 'charged'
  | 'returned'
  | 'display'
  | 'frequency'
  | 'failureMessage'
  | 'campaignUrl';

type MyGiftRecord = Omit<MyGift, ComputedFields | 'receipt' | 'recurringGiftToken' | 'emailMasked'> & {
  returnedMinor: string;
  email: string | null;
  recurringGift: { id: string; version: number } | null;
  receipt: ValidReceipt | null;
  /** Time when the dedication was last saved; null if it names no one to notify. */
  toNotifySince: Date | null;
};

const select = `
  SELECT ${selectList(Gift, 'g', 'owner')}, ${selectList(Gift, 'g', extraColumns)},
    g.refunded_minor + g.lost_minor AS "returnedMinor", c.slug AS "campaignSlug", c.title AS "campaignTitle",
    c.time_zone AS "timeZone",
    CASE WHEN g.status IN ('pending', 'failed') THEN g.checkout_url END AS "checkoutUrl", d.email,
    CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'version', p.token_version) END AS "recurringGift",
    ${validReceiptOf('g.id')} AS receipt, ${dedicationOf('g.id')} AS dedication,
    (SELECT w.created_at FROM fundraising.dedication w WHERE w.gift_id = g.id AND w.notify_email IS NOT NULL) AS "toNotifySince"
  FROM ${giftTables}
    LEFT JOIN fundraising.donor d ON d.id = g.donor_id
    LEFT JOIN fundraising.recurring_gift p ON p.id = g.recurring_gift_id
  WHERE g.id = $1 AND g.token_version = $2`;

@Injectable()
export class MyGifts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly urls: GivingUrls,
  ) {}

  /** The status comes from our ledger, never from the redirect by Stripe. */
  async byToken(token: string): Promise<MyGift | null> {
    const link = this.signedIds.verify('gift', token);
    if (!link) return null;
    const [record] = await this.db.query<MyGiftRecord>(select, [link.id, link.version]);
    return record ? this.toMyGift(record) : null;
  }

  /**
   * Returns the form data of an unpaid gift to the browser that entered it, for one day. The link alone
   * is not enough, because it is in the URL: the idempotency key of the form is required too.
   */
  async draft(token: string, idempotencyKey: string): Promise<GiftDraft | null> {
    const link = this.signedIds.verify('gift', token);
    if (!link || idempotencyKey === '') return null;
    const dayAgo = new Date(this.clock.now().valueOf() - 86_400_000);
    const [draft] = await this.db.query<GiftDraft>(
      `SELECT ${selectList(Gift, 'g', ['name', 'message', 'employerMatchNote', 'updatesWanted'])}, d.email
       FROM fundraising.gift g JOIN fundraising.donor d ON d.id = g.donor_id
       WHERE g.id = $1 AND g.token_version = $2 AND g.idempotency_key = $3 AND g.created_at > $4
         AND g.status IN ('pending', 'failed', 'expired')`,
      [link.id, link.version, idempotencyKey, dayAgo],
    );
    return draft ?? null;
  }

  private toMyGift(record: MyGiftRecord): MyGift {
    const { recurringGift, receipt, email, toNotifySince, ...gift } = record;
    const noticeAt = toNotifySince && new Date(toNotifySince.valueOf() + noticeDelay);
    return {
      ...gift,
      dedication: gift.dedication && { ...gift.dedication, noticeAt },
      ...amountsOf(record, ['intended', 'cover', 'charged', 'returned']),
      display: displayOf(record),
      frequency: recurringGift ? 'monthly' : 'once',
      failureMessage: gift.status === 'failed' ? failureMessage(gift.failureCode, gift.locale) : null,
      campaignUrl: `${this.config.PUBLIC_URL}/fundraisers/${gift.campaignSlug}`,
      receipt: receipt && { number: receipt.number, pdfUrl: this.urls.receipt(receipt.id, gift.tokenVersion) },
      recurringGiftToken:
        recurringGift && this.signedIds.sign('recurring-gift', recurringGift.id, recurringGift.version),
      emailMasked: email ? maskedEmail(email) : '',
    };
  }
}
