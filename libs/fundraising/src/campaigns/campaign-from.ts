import { money } from '@upstander/ledger';
import type { Config } from '@upstander/platform';
import type { Beneficiary } from '../beneficiaries/beneficiary.js';
import { fileUrl } from '../files/file-url.js';
import type { PublicGift } from '../gifts/public-gift.js';
import type { PublicMatch } from '../matching/public-match.js';
import type { CampaignPage } from '../pages/campaign-page.js';
import type { CampaignUpdate } from '../updates/campaign-update.js';
import type { CampaignStatus } from './campaign-status.js';
import type { Campaign, CampaignCover } from './campaign.js';
import type { PublicDisbursement, Waterfall } from './waterfall.js';

/** What the database answers for a cover. */
export interface CoverRecord {
  coverId: string | null;
  coverAlt: string;
  coverWidth: number | null;
  coverHeight: number | null;
}

const sums = ['charged', 'fees', 'refunds', 'disputes', 'matched', 'net', 'disbursed', 'held'] as const;

/** The lateral of a waterfall: amounts as text, so that none is rounded on the way. */
export type WaterfallRecord = Record<(typeof sums)[number], string> & {
  disbursements: Array<
    Omit<PublicDisbursement, 'amount' | 'proofUrl'> & { amountMinor: string; proofId: string | null }
  > | null;
};

/** What cardColumns and partSources answer; parts that were not asked for are not there. */
export interface CampaignRecord extends CoverRecord {
  id: string;
  slug: string;
  title: string;
  summary: string;
  story?: string;
  language: string;
  status: CampaignStatus;
  currency: string;
  goalMinor: string;
  raisedMinor: string;
  giftCount: number;
  timeZone: string;
  startsOn: string | null;
  endsOn: string | null;
  publishedAt: Date | null;
  organizerName: string;
  chapterName: string | null;
  eventIds: string[];
  beneficiary: Beneficiary;
  acceptsGifts: boolean;
  waterfall?: WaterfallRecord;
  matching?: Array<
    Omit<PublicMatch, 'cap' | 'remaining' | 'endsAt'> & {
      capMinor: string;
      leftMinor: string;
      currency: string;
      endsAt: string;
    }
  > | null;
  pages?: PageRecord[] | null;
  updates?: Array<Omit<CampaignUpdate, 'publishedAt'> & { publishedAt: string }> | null;
  recentGifts?: Array<Omit<PublicGift, 'amount' | 'paidAt'> & { amountMinor: string; paidAt: string }> | null;
}

/** A page, as the lateral of a campaign has it. */
export type PageRecord = Pick<
  CampaignPage,
  'id' | 'slug' | 'kind' | 'title' | 'story' | 'giftCount' | 'ownerName' | 'teamSlug' | 'language'
> & {
  goalMinor: string | null;
  raisedMinor: string;
};

/** The settings a donor is told of. */
export type GivingSettings = Pick<Config, 'MINIMUM_GIFT_MINOR' | 'STRIPE_FEE_PERCENT' | 'STRIPE_FEE_FIXED_MINOR'>;

/** The campaign of the API, out of a row. */
export function campaignFrom(record: CampaignRecord, settings: GivingSettings, now: Date): Campaign {
  const { goalMinor, raisedMinor, coverId, coverAlt, coverWidth, coverHeight, currency } = record;
  return {
    ...pickPlain(record),
    story: record.story ?? '',
    goal: money(goalMinor, currency),
    raised: money(raisedMinor, currency),
    cover: coverFrom({ coverId, coverAlt, coverWidth, coverHeight }),
    minimum: money(settings.MINIMUM_GIFT_MINOR, currency),
    feePercent: settings.STRIPE_FEE_PERCENT,
    feeFixed: money(settings.STRIPE_FEE_FIXED_MINOR, currency),
    waterfall: waterfallFrom(record.waterfall, currency, now),
    matching: (record.matching ?? []).map(({ capMinor, leftMinor, currency: of, endsAt, ...match }) => ({
      ...match,
      cap: money(capMinor, of),
      remaining: money(leftMinor, of),
      endsAt: new Date(endsAt),
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

type Plain = Omit<
  Campaign,
  | 'story'
  | 'goal'
  | 'raised'
  | 'cover'
  | 'minimum'
  | 'feePercent'
  | 'feeFixed'
  | 'waterfall'
  | 'matching'
  | 'pages'
  | 'updates'
  | 'recentGifts'
>;

function pickPlain(record: CampaignRecord): Plain {
  const { id, slug, title, summary, language, status, currency, giftCount, timeZone, startsOn, endsOn } = record;
  const { publishedAt, organizerName, chapterName, eventIds, beneficiary, acceptsGifts } = record;
  return {
    ...{ id, slug, title, summary, language, status, currency, giftCount, timeZone, startsOn, endsOn },
    ...{ publishedAt, organizerName, chapterName, eventIds, beneficiary, acceptsGifts },
  };
}

export function coverFrom({ coverId, coverAlt, coverWidth, coverHeight }: CoverRecord): CampaignCover | null {
  return (
    (coverId && { url: fileUrl(coverId), width: coverWidth ?? 0, height: coverHeight ?? 0, alt: coverAlt }) || null
  );
}

/** The waterfall of a campaign; without a record (nobody asked) all of it is nothing. */
export function waterfallFrom(record: WaterfallRecord | undefined, currency: string, asOf: Date): Waterfall {
  const lines = Object.fromEntries(sums.map((line) => [line, money(record?.[line] ?? 0, currency)]));
  return {
    ...(lines as unknown as Pick<Waterfall, (typeof sums)[number]>),
    asOf,
    disbursements: (record?.disbursements ?? []).map(({ amountMinor, proofId, ...disbursement }) => ({
      ...disbursement,
      amount: money(amountMinor, currency),
      proofUrl: proofId && fileUrl(proofId),
    })),
  };
}

/** A page under a campaign. */
export function pageFrom(
  { goalMinor, raisedMinor, ...page }: PageRecord,
  campaign: { slug: string; title: string; currency: string; acceptsGifts: boolean },
): CampaignPage {
  return {
    ...page,
    goal: goalMinor === null ? null : money(goalMinor, campaign.currency),
    raised: money(raisedMinor, campaign.currency),
    campaignSlug: campaign.slug,
    campaignTitle: campaign.title,
    acceptsGifts: campaign.acceptsGifts,
    url: `/fundraisers/${campaign.slug}/${page.slug}`,
  };
}
