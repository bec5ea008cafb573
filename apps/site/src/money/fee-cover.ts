import { smallestCover, smallestStep } from '@upstander/money';
import type { MoneyValue } from '@upstander/web-kit';

/** What a card payment costs, as a campaign says it. */
export interface CampaignFees {
  /** Decimal text, such as '2.9'. */
  feePercent: string;
  feeFixed: MoneyValue;
}

/** What a donor sees before ticking: the gift, what covering adds, and what is then paid. */
export interface Covered {
  intended: MoneyValue;
  cover: MoneyValue;
  charged: MoneyValue;
}

/** The cents that the page shows before anything is sent, by the lines with which the API charges them. */
export function covered(intended: MoneyValue, { feePercent, feeFixed }: CampaignFees): Covered {
  const gift = BigInt(intended.amountMinor);
  const rates = { percent: feePercent, fixedMinor: BigInt(feeFixed.amountMinor) };
  const cover = smallestCover(gift, rates, smallestStep(intended.currency));
  const money = (minor: bigint): MoneyValue => ({ amountMinor: minor.toString(), currency: intended.currency });
  return { intended, cover: money(cover), charged: money(gift + cover) };
}
