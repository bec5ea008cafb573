import { smallestCover, smallestStep } from '@upstander/money';
import type { MoneyValue } from '@upstander/web-kit';

export interface CampaignFees {
  /** Decimal text, e.g. '2.9'. */
  feePercent: string;
  feeFixed: MoneyValue;
}

export interface CoveredAmounts {
  intendedAmount: MoneyValue;
  cover: MoneyValue;
  chargedAmount: MoneyValue;
}

/** Calculated with the API's code, so that it's exact. */
export function addFeeCover(intendedAmount: MoneyValue, { feePercent, feeFixed }: CampaignFees): CoveredAmounts {
  const gift = BigInt(intendedAmount.amountMinor);
  const rates = { percent: feePercent, fixedMinor: BigInt(feeFixed.amountMinor) };
  const cover = smallestCover(gift, rates, smallestStep(intendedAmount.currency));
  const money = (minor: bigint): MoneyValue => ({ amountMinor: minor.toString(), currency: intendedAmount.currency });
  return { intendedAmount, cover: money(cover), chargedAmount: money(gift + cover) };
}
