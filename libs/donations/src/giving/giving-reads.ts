import { Injectable } from '@nestjs/common';
import {
  frequencySql,
  Gift,
  joinCampaign,
  ReceiptLinks,
  type ValidReceipt,
  validReceiptOf,
} from '@upstander/accounting';
import { amountsOf, money } from '@upstander/ledger';
import { selectList, Config, Database, keysetList, SignedIds, Values, type PageArgs } from '@upstander/platform';
import { Donor } from '../gifts/donor.entity.js';
import { RecurringGiftReads } from '../recurring-gifts/recurring-gift-reads.service.js';
import { wantsUpdatesCondition } from './appeal-links.js';
import { maskedEmail } from '@upstander/platform';
import type { GivenGift, GivenGiftConnection, GivingYear, MyGiving } from './my-giving.js';

const columns = [
  'id',
  'status',
  'method',
  'currency',
  'intendedMinor',
  'coverMinor',
  'chargedMinor',
  'inKindDescription',
  'paidAt',
  'tokenVersion',
] as const;

type GivenGiftRecord = Omit<
  GivenGift,
  'intended' | 'cover' | 'charged' | 'returned' | 'token' | 'campaignUrl' | 'receipt'
> & { returnedMinor: string; slug: string; receipt: ValidReceipt | null };

type KnownDonor = Pick<Donor, 'id' | 'email' | 'tokenVersion'>;

@Injectable()
export class GivingReads {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly recurringGifts: RecurringGiftReads,
    private readonly links: ReceiptLinks,
  ) {}

  /** Returns null if the link is invalid. */
  async findMine(token: string, page: PageArgs): Promise<MyGiving | null> {
    const link = this.signedIds.verify('giving', token);
    if (!link) return null;
    const [donor] = await this.db.query<KnownDonor & { updatesWanted: boolean }>(
      `SELECT ${selectList(Donor, 'd', ['id', 'email', 'tokenVersion'])}, EXISTS (
         SELECT FROM fundraising.gift g WHERE g.donor_id = d.id AND ${wantsUpdatesCondition}
       ) AS "updatesWanted"
       FROM fundraising.donor d WHERE d.id = $1 AND d.token_version = $2`,
      [link.id, link.version],
    );
    if (!donor) return null;
    return {
      token,
      emailMasked: maskedEmail(donor.email),
      gifts: await this.readGifts(donor, page),
      recurringGifts: await this.recurringGifts.findByDonor(donor.id),
      years: await this.readYears(donor),
      updatesWanted: donor.updatesWanted,
    };
  }

  private async readGifts(donor: KnownDonor, page: PageArgs): Promise<GivenGiftConnection> {
    const values = new Values([donor.id]);
    return keysetList<GivenGiftRecord, GivenGift>(
      this.db,
      {
        columns: `${selectList(Gift, 'g', columns)}, ${frequencySql} AS frequency,
          g.refunded_minor + g.lost_minor AS "returnedMinor", c.title AS "campaignTitle", c.time_zone AS "timeZone",
          c.slug, ${validReceiptOf('g.id')} AS receipt`,
        from: 'fundraising.gift g',
        joins: joinCampaign('g'),
        conditions: ['g.donor_id = $1', 'g.paid_at IS NOT NULL', "g.status <> 'cancelled'"],
        values,
        by: { 'g.paid_at': 'timestamptz', 'g.id': 'uuid' },
        direction: 'DESC',
        page,
      },
      (row) => this.givenGiftFrom(row),
    );
  }

  private givenGiftFrom({ slug, receipt, ...gift }: GivenGiftRecord): GivenGift {
    const { tokenVersion } = gift;
    return {
      ...gift,
      ...amountsOf(gift, ['intended', 'cover', 'charged', 'returned']),
      token: this.signedIds.sign('gift', gift.id, tokenVersion),
      campaignUrl: `${this.config.PUBLIC_URL}/fundraisers/${slug}`,
      receipt: receipt && { number: receipt.number, pdfUrl: this.links.pdf(receipt.id, tokenVersion) },
    };
  }

  private async readYears(donor: KnownDonor): Promise<GivingYear[]> {
    const rows = await this.db.query<{ year: number; currency: string; total: string; count: number }>(
      `SELECT extract(year FROM g.paid_at AT TIME ZONE c.time_zone)::integer AS year, g.currency,
         sum(g.charged_minor - g.refunded_minor - g.lost_minor) AS total, count(*)::integer AS count
       FROM fundraising.gift g ${joinCampaign('g')}
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
