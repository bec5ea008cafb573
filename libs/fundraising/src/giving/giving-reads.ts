import { Injectable } from '@nestjs/common';
import { money } from '@upstander/ledger';
import {
  Config,
  connectionFrom,
  countCap,
  Database,
  encodeCursor,
  pageSize,
  SignedIds,
  timeCursor,
} from '@upstander/platform';
import { PlanReads } from '../plans/plan-reads.service.js';
import { ReceiptLinks } from '../receipts/receipt-links.js';
import { wantsUpdates } from './appeal-links.js';
import { maskedEmail } from './masked-email.js';
import type { GivenGift, GivenGiftConnection, GivingYear, MyGiving } from './my-giving.js';

interface GivenRecord extends Omit<
  GivenGift,
  'token' | 'intended' | 'cover' | 'charged' | 'returned' | 'campaignUrl' | 'receipt'
> {
  currency: string;
  intended: string;
  cover: string;
  charged: string;
  returned: string;
  slug: string;
  tokenVersion: number;
  receiptId: string | null;
  receiptNumber: string | null;
  total: number;
}

interface Donor {
  id: string;
  email: string;
  tokenVersion: number;
  updatesWanted: boolean;
}

/** Everything somebody gave, for whoever holds their link. */
@Injectable()
export class GivingReads {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly plans: PlanReads,
    private readonly links: ReceiptLinks,
  ) {}

  /** Null when the link opens nothing. */
  async mine(token: string, page: { first?: number | null; after?: string | null }): Promise<MyGiving | null> {
    const link = this.signedIds.open('giving', token);
    if (!link) return null;
    const [donor] = await this.db.query<Donor>(
      `SELECT d.id, d.email, d.token_version AS "tokenVersion", EXISTS (
         SELECT FROM fundraising.gift g WHERE g.donor_id = d.id AND ${wantsUpdates}
       ) AS "updatesWanted"
       FROM fundraising.donor d WHERE d.id = $1 AND d.token_version = $2`,
      [link.id, link.version],
    );
    if (!donor) return null;
    return {
      token,
      emailMasked: maskedEmail(donor.email),
      gifts: await this.gifts(donor, page),
      plans: await this.plans.ofDonor(donor.id),
      years: await this.years(donor),
      updatesWanted: donor.updatesWanted,
    };
  }

  private async gifts(
    donor: Donor,
    { first, after }: { first?: number | null; after?: string | null },
  ): Promise<GivenGiftConnection> {
    const size = pageSize(first);
    const cursor = timeCursor(after);
    const rows = await this.db.query<GivenRecord>(
      `WITH given AS NOT MATERIALIZED (
         SELECT * FROM fundraising.gift WHERE donor_id = $1 AND paid_at IS NOT NULL AND status <> 'cancelled'
       )
       SELECT g.id, g.status, g.method, CASE WHEN g.plan_id IS NULL THEN 'once' ELSE 'monthly' END AS frequency,
         g.currency, g.intended_minor AS intended, g.cover_minor AS cover, g.charged_minor AS charged,
         g.refunded_minor + g.lost_minor AS returned, g.in_kind_description AS "inKindDescription",
         g.paid_at AS "paidAt", g.token_version AS "tokenVersion", c.title AS "campaignTitle",
         c.time_zone AS "timeZone", c.slug,
         r.id AS "receiptId", r.number::text AS "receiptNumber",
         (SELECT count(*)::integer FROM (SELECT FROM given LIMIT ${countCap + 1}) counted) AS total
       FROM given g JOIN fundraising.campaign c ON c.id = g.campaign_id
         LEFT JOIN LATERAL (
           SELECT r.id, r.number FROM fundraising.receipt r
           WHERE r.gift_id = g.id AND NOT EXISTS (SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id)
           ORDER BY r.number DESC LIMIT 1
         ) r ON true
       WHERE $2::timestamptz IS NULL OR (date_trunc('milliseconds', g.paid_at), g.id) < ($2::timestamptz, $3::uuid)
       ORDER BY date_trunc('milliseconds', g.paid_at) DESC, g.id DESC LIMIT $4`,
      [donor.id, cursor?.at ?? null, cursor?.id ?? null, size + 1],
    );
    return connectionFrom(
      rows.map((row) => this.given(row)),
      {
        size,
        after: cursor !== null,
        total: rows[0]?.total ?? 0,
        cursor: (gift) => encodeCursor([gift.paidAt, gift.id]),
      },
    );
  }

  private given(row: GivenRecord): GivenGift {
    const {
      currency,
      intended,
      cover,
      charged,
      returned,
      slug,
      tokenVersion,
      receiptId,
      receiptNumber,
      total: _,
      ...gift
    } = row;
    return {
      ...gift,
      token: this.signedIds.sign('gift', gift.id, tokenVersion),
      intended: money(intended, currency),
      cover: money(cover, currency),
      charged: money(charged, currency),
      returned: money(returned, currency),
      campaignUrl: `${this.config.PUBLIC_URL}/fundraisers/${slug}`,
      receipt:
        receiptId && receiptNumber ? { number: receiptNumber, pdfUrl: this.links.pdf(receiptId, tokenVersion) } : null,
    };
  }

  private async years(donor: Donor): Promise<GivingYear[]> {
    const rows = await this.db.query<{ year: number; currency: string; total: string; count: number }>(
      `SELECT extract(year FROM g.paid_at AT TIME ZONE c.time_zone)::integer AS year, g.currency,
         sum(g.charged_minor - g.refunded_minor - g.lost_minor) AS total, count(*)::integer AS count
       FROM fundraising.gift g JOIN fundraising.campaign c ON c.id = g.campaign_id
       WHERE g.donor_id = $1 AND g.paid_at IS NOT NULL AND g.status <> 'cancelled'
         AND (g.method = 'in_kind' OR g.charged_minor > g.refunded_minor + g.lost_minor)
       GROUP BY 1, 2 ORDER BY 1 DESC, 2`,
      [donor.id],
    );
    return rows.map(({ year, currency, total, count }) => ({
      year,
      total: money(total, currency),
      count,
      statementUrl: this.links.statement(donor.id, donor.tokenVersion, year),
    }));
  }
}
