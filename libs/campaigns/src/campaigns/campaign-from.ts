import { fileUrl } from '@upstander/accounting';
import { type InJson, poolAmounts, type PublicGift, type PublicMatch } from '@upstander/donations';
import { money } from '@upstander/ledger';
import type { Config } from '@upstander/platform';
import type { CampaignPage } from './page.entity.js';
import type { CampaignUpdate } from './update.entity.js';
import type { CampaignCover } from './campaign-cover.js';
import type { Campaign } from './campaign.entity.js';
import type { PublicDisbursement, Waterfall } from './waterfall.js';

export interface CoverRecord extends Pick<Campaign, 'coverFileId' | 'coverAlt'> {
  coverWidth: number | null;
  coverHeight: number | null;
}

const sums = ['charged', 'fees', 'refunds', 'disputes', 'matched', 'net', 'disbursed', 'held'] as const;

/** Ledger totals of a campaign. Amounts are text, so none are rounded. */
export type WaterfallRecord = Record<(typeof sums)[number], string> & {
  disbursements: Array<
    Omit<PublicDisbursement, 'amount' | 'evidenceUrl'> & { amountMinor: string; evidenceFileId: string | null }
  > | null;
};

type ComputedFields = 'goal' | 'raised' | 'cover' | 'minimum' | 'feePercent' | 'feeFixed';
type Parts = 'waterfall' | 'matching' | 'pages' | 'updates' | 'recentGifts';

/** Result row of `cardColumns` and `partSources`. Parts that were not requested are undefined. */
export interface CampaignRecord extends Omit<Campaign, ComputedFields | Parts>, CoverRecord {
  raisedMinor: string;
  waterfall?: WaterfallRecord;
  matching?: Array<InJson<Omit<PublicMatch, 'cap' | 'perGiftCap' | 'remaining'>, 'endsAt'>> | null;
  pages?: PageRecord[] | null;
  updates?: Array<Omit<CampaignUpdate, 'publishedAt'> & { publishedAt: string }> | null;
  recentGifts?: Array<Omit<PublicGift, 'amount' | 'paidAt'> & { amountMinor: string; paidAt: string }> | null;
}

export type PageRecord = Omit<
  CampaignPage,
  'goal' | 'raised' | 'campaignSlug' | 'campaignTitle' | 'acceptsGifts' | 'url'
> & { raisedMinor: string };

export type GivingSettings = Pick<Config, 'MINIMUM_GIFT_MINOR' | 'STRIPE_FEE_PERCENT' | 'STRIPE_FEE_FIXED_MINOR'>;

export function campaignFrom(record: CampaignRecord, settings: GivingSettings, now: Date): Campaign {
  const { currency } = record;
  return {
    ...record,
    goal: money(record.goalMinor, currency),
    raised: money(record.raisedMinor, currency),
    cover: coverFrom(record),
    minimum: money(settings.MINIMUM_GIFT_MINOR, currency),
    feePercent: settings.STRIPE_FEE_PERCENT,
    feeFixed: money(settings.STRIPE_FEE_FIXED_MINOR, currency),
    waterfall: waterfallFrom(record.waterfall, currency, now),
    matching: (record.matching ?? []).map((match) => ({
      ...match,
      ...poolAmounts(match),
      endsAt: new Date(match.endsAt),
    })),
    pages: (record.pages ?? []).map((page) => pageFrom(page, record)),
    updates: (record.updates ?? []).map((update) => ({ ...update, publishedAt: new Date(update.publishedAt) })),
    recentGifts: (record.recentGifts ?? []).map(({ amountMinor, paidAt, ...gift }) => ({
      ...gift,
      amount: money(amountMinor, currency),
      paidAt: new Date(paidAt),
    })),
  };
}

export function coverFrom({ coverFileId, coverAlt, coverWidth, coverHeight }: CoverRecord): CampaignCover | null {
  return coverFileId
    ? { url: fileUrl(coverFileId), width: coverWidth ?? 0, height: coverHeight ?? 0, alt: coverAlt }
    : null;
}

/** Converts ledger totals to a waterfall. Without a record, all amounts are zero. */
export function waterfallFrom(record: WaterfallRecord | undefined, currency: string, asOf: Date): Waterfall {
  const lines = Object.fromEntries(sums.map((line) => [line, money(record?.[line] ?? 0, currency)]));
  return {
    ...(lines as unknown as Pick<Waterfall, (typeof sums)[number]>),
    asOf,
    disbursements: (record?.disbursements ?? []).map(({ amountMinor, evidenceFileId, ...disbursement }) => ({
      ...disbursement,
      amount: money(amountMinor, currency),
      evidenceUrl: evidenceFileId && fileUrl(evidenceFileId),
    })),
  };
}

export function pageFrom(
  page: PageRecord,
  campaign: Pick<Campaign, 'slug' | 'title' | 'currency' | 'acceptsGifts'>,
): CampaignPage {
  return {
    ...page,
    goal: page.goalMinor === null ? null : money(page.goalMinor, campaign.currency),
    raised: money(page.raisedMinor, campaign.currency),
    campaignSlug: campaign.slug,
    campaignTitle: campaign.title,
    acceptsGifts: campaign.acceptsGifts,
    url: `/fundraisers/${campaign.slug}/${page.slug}`,
  };
}
