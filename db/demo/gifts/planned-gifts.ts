import { campaignIdeas } from '../fundraising/campaigns.js';
import type { CampaignKey } from '../fundraising/campaign-ideas.js';
import { pageIdeas } from '../fundraising/page-ideas.js';
import type { Random } from '../random.js';
import { donors, words, type Donor } from './donors.js';

export interface PlannedGift {
  donor: Donor;
  campaign: CampaignKey;
  page: string | null;
  at: Date;
  amountMinor: number;
  monthly: boolean;
  coverFee: boolean;
  anonymous: boolean;
  message: string;
  updatesWanted: boolean;
  card: string;
}

/** Number of people with a one-time gift, and of those who start a recurring gift. */
export interface GiverCounts {
  once?: number;
  recurringGifts?: number;
}

/** Number of gifts out of a hundred for each campaign. */
const shares: ReadonlyArray<[CampaignKey, number]> = [
  ['nights', 47],
  ['harbor', 22],
  ['law', 16],
  ['backpacks', 15],
];
const amounts: Readonly<Record<string, readonly number[]>> = {
  nights: [2_500, 2_500, 3_100, 6_200, 6_200, 6_200, 10_000, 12_400, 25_000, 62_000],
  harbor: [2_500, 5_000, 5_000, 7_500, 10_000, 20_000, 50_000],
  law: [1_500, 4_500, 9_000, 9_000, 18_000, 27_000],
  backpacks: [1_200, 1_900, 3_800, 3_800, 3_800, 7_600, 10_000],
};
const monthlyAmounts = [1_000, 1_500, 2_000, 2_500, 3_100, 6_200] as const;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** In time order. Recurring gifts continue automatically. */
export function plannedGifts(
  random: Random,
  now: Date,
  { once = 1_400, recurringGifts = 62 }: GiverCounts,
): PlannedGift[] {
  const givers = donors(random, Math.max(20, Math.round(once / 3)));
  const gifts = Array.from({ length: once }, () =>
    planGift(random, now, random.pick(givers), campaignOf(random), false),
  );
  // Recurring gifts start at any time in the fourteen months.
  const monthly = givers.slice(0, recurringGifts).map((donor, i) => {
    const planned = planGift(random, now, donor, i % 5 === 4 ? 'law' : 'nights', true);
    return { ...planned, amountMinor: random.pick(monthlyAmounts), card: failingCard(i) };
  });
  return [...gifts, ...monthly].sort((one, other) => one.at.valueOf() - other.at.valueOf());
}

const failingCard = (i: number): string => (i % 17 === 3 || i % 17 === 11 ? 'fails_later' : 'succeeds');

function campaignOf(random: Random): CampaignKey {
  let left = random.integerBetween(1, 100);
  for (const [key, share] of shares) if ((left -= share) <= 0) return key;
  return 'nights';
}

function planGift(random: Random, now: Date, donor: Donor, campaign: CampaignKey, monthly: boolean): PlannedGift {
  const at = giftTime(random, now, campaign, monthly);
  const here = pageIdeas.filter((page) => page.campaign === campaign && page.status === 'live');
  const open = here.filter(({ ago }) => now.valueOf() - ago * DAY < at.valueOf());
  const page = open.length > 0 && random.next() < 0.3 ? random.pick(open).slug : null;
  const locale = campaignIdeas[campaign].language === 'es' && random.next() < 0.8 ? 'es' : donor.locale;
  return {
    donor: { ...donor, locale },
    campaign,
    page: monthly ? null : page,
    at,
    amountMinor: random.pick(amounts[campaign] ?? [5_000]),
    monthly,
    coverFee: random.next() < 0.4,
    anonymous: random.next() < 0.17,
    message: words(random, locale),
    updatesWanted: random.next() < 0.35,
    card: cardOf(random),
  };
}

/** Most cards work. The rest are declined, or the donor never pays. */
function cardOf(random: Random): string {
  const chance = random.next();
  if (chance < 0.03) return 'declined';
  if (chance < 0.045) return 'insufficient_funds';
  if (chance < 0.07) return 'nobody';
  return chance < 0.12 ? 'mastercard' : 'succeeds';
}

/** Gifts are more frequent at the start and the end of a campaign, and during the day. */
function giftTime(random: Random, now: Date, campaign: CampaignKey, monthly: boolean): Date {
  const { publishedAgo = 30, stoppedAgo: stopped = 0, endsAgo = -1 } = campaignIdeas[campaign];
  const stoppedAgo = Math.max(stopped, endsAgo + 0.8);
  const length = publishedAgo - stoppedAgo - 1.2;
  const curve = random.next();
  const progress = monthly
    ? random.next() * 0.9
    : curve < 0.3
      ? random.next() ** 3
      : curve > 0.85
        ? 1 - random.next() ** 3
        : random.next();
  const day = Math.floor(publishedAgo - 0.2 - progress * length);
  const minute = Math.floor((0.62 + 0.3 * (random.next() + random.next() - 1)) * 1_440);
  const time =
    now.valueOf() - day * DAY - (now.valueOf() % DAY) + minute * MINUTE + random.integerBetween(0, 59) * 1_000;
  const first = now.valueOf() - publishedAgo * DAY + 5 * MINUTE;
  const last = now.valueOf() - stoppedAgo * DAY - 30 * MINUTE;
  return new Date(Math.min(Math.max(time, first), last));
}
