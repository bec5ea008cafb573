import { smallestCover, smallestStep } from '@upstander/money';
import type { MoneyValue } from '@upstander/web-kit';

export interface CampaignFees {
  /** Decimal text, e.g. '2.9'. */
  feePercent: string;
  feeFixed: MoneyValue;
}

/** The gift, the added fee and the total, shown before the donor decides. */
export interface Covered {
  intended: MoneyValue;
  cover: MoneyValue;
  charged: MoneyValue;
}

/** Returns the exact amounts before sending, calculated with the API's code. */
export function addFeeCover(intended: MoneyValue, { feePercent, feeFixed }: CampaignFees): Covered {
  const gift = BigInt(intended.amountMinor);
  const rates = { percent: feePercent, fixedMinor: BigInt(feeFixed.amountMinor) };
  const cover = smallestCover(gift, rates, smallestStep(intended.currency));
  const money = (minor: bigint): MoneyValue => ({ amountMinor: minor.toString(), currency: intended.currency });
  return { intended, cover: money(cover), charged: money(gift + cover) };
}
