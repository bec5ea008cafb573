import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { maskedEmail } from '../giving/masked-email.js';
import { failureWords } from '../plans/failure-words.js';
import { GivingUrls } from '../receipts/giving-urls.js';
import type { GiftDraft } from './gift-draft.js';
import { displayOf, type ShownAs } from './donor-display.js';
import type { GiftStatus } from './gift-status.js';
import type { Dedication, MyGift } from './my-gift.js';

interface MyGiftRecord {
  id: string;
  status: GiftStatus;
  intended: string;
  cover: string;
  charged: string;
  returned: string;
  currency: string;
  locale: LocaleName;
  anonymous: boolean;
  shownAs: ShownAs;
  createdAt: Date;
  paidAt: Date | null;
  failureCode: string | null;
  campaignSlug: string;
  campaignTitle: string;
  timeZone: string;
  checkoutUrl: string | null;
  email: string | null;
  tokenVersion: number;
  plan: { id: string; version: number } | null;
  receipt: { id: string; number: string } | null;
  dedication: Dedication | null;
}

const select = `
  SELECT g.id, g.status, g.intended_minor AS intended, g.cover_minor AS cover, g.charged_minor AS charged,
    g.refunded_minor + g.lost_minor AS returned, g.currency, g.locale, g.anonymous, g.shown_as AS "shownAs", g.created_at AS "createdAt",
    g.paid_at AS "paidAt", g.failure_code AS "failureCode", c.slug AS "campaignSlug", c.title AS "campaignTitle",
    c.time_zone AS "timeZone",
    CASE WHEN g.status IN ('pending', 'failed') THEN g.checkout_url END AS "checkoutUrl", d.email,
    g.token_version AS "tokenVersion",
    CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'version', p.token_version) END AS plan,
    r.receipt, CASE WHEN w.gift_id IS NOT NULL THEN json_build_object('kind', w.kind, 'honouree', w.honouree,
      'notifyName', w.notify_name, 'notifyEmail', w.notify_email, 'message', w.message) END AS dedication
  FROM fundraising.gift g JOIN fundraising.campaign c ON c.id = g.campaign_id
    LEFT JOIN fundraising.donor d ON d.id = g.donor_id
    LEFT JOIN fundraising.plan p ON p.id = g.plan_id
    LEFT JOIN fundraising.dedication w ON w.gift_id = g.id
    LEFT JOIN LATERAL (
      SELECT json_build_object('id', r.id, 'number', r.number::text) AS receipt FROM fundraising.receipt r
      WHERE r.gift_id = g.id AND NOT EXISTS (SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id)
      ORDER BY r.number DESC LIMIT 1
    ) r ON true
  WHERE g.id = $1 AND g.token_version = $2`;

/** What a donor sees by the link to one gift. */
@Injectable()
export class MyGifts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly urls: GivingUrls,
  ) {}

  /** Null when the link opens nothing. What it says comes from our books: the return from Stripe proves nothing. */
  async byToken(token: string): Promise<MyGift | null> {
    const link = this.signedIds.open('gift', token);
    if (!link) return null;
    const [record] = await this.db.query<MyGiftRecord>(select, [link.id, link.version]);
    return record ? this.gift(record) : null;
  }

  /**
   * What was typed for a gift that was not paid, for the browser that typed it: the link alone, which stands in the
   * address, does not open it, only with the key that the form made. Null for any other, and after a day.
   */
  async draft(token: string, idempotencyKey: string): Promise<GiftDraft | null> {
    const link = this.signedIds.open('gift', token);
    if (!link || idempotencyKey === '') return null;
    const dayAgo = new Date(this.clock.now().valueOf() - 86_400_000);
    const [draft] = await this.db.query<GiftDraft>(
      `SELECT g.name, d.email, g.message, g.employer_match_note AS "employerMatchNote",
         g.updates_wanted AS "updatesWanted"
       FROM fundraising.gift g JOIN fundraising.donor d ON d.id = g.donor_id
       WHERE g.id = $1 AND g.token_version = $2 AND g.idempotency_key = $3 AND g.created_at > $4
         AND g.status IN ('pending', 'failed', 'expired')`,
      [link.id, link.version, idempotencyKey, dayAgo],
    );
    return draft ?? null;
  }

  private gift(record: MyGiftRecord): MyGift {
    const { currency, tokenVersion, plan, receipt, email, locale, shownAs, ...gift } = record;
    return {
      ...gift,
      display: displayOf(record),
      intended: money(gift.intended, currency),
      cover: money(gift.cover, currency),
      charged: money(gift.charged, currency),
      returned: money(gift.returned, currency),
      frequency: plan ? 'monthly' : 'once',
      failureWords: gift.status === 'failed' ? failureWords(gift.failureCode, locale) : null,
      campaignUrl: `${this.config.PUBLIC_URL}/fundraisers/${gift.campaignSlug}`,
      receipt: receipt && { number: receipt.number, pdfUrl: this.urls.receipt(receipt.id, tokenVersion) },
      planToken: plan && this.signedIds.sign('plan', plan.id, plan.version),
      emailMasked: email ? maskedEmail(email) : '',
    };
  }
}
