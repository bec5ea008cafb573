import { smallestCover, smallestStep } from '@upstander/money';
import type { MoneyValue } from '@upstander/web-kit';

export interface CampaignFees {
  /** Decimal text, e.g. '2.9'. */
  feePercent: string;
  feeFixed: MoneyValue;
}

/** The gift, the added fee and the total, shown before the donor decides. */
export interface CoveredAmounts {
  intendedAmount: MoneyValue;
  cover: MoneyValue;
  chargedAmount: MoneyValue;
}

/** Returns the exact amounts before sending, calculated with the API's code. */
export function addFeeCover(intendedAmount: MoneyValue, { feePercent, feeFixed }: CampaignFees): CoveredAmounts {
  const gift = BigInt(intendedAmount.amountMinor);
  const rates = { percent: feePercent, fixedMinor: BigInt(feeFixed.amountMinor) };
  const cover = smallestCover(gift, rates, smallestStep(intendedAmount.currency));
  const money = (minor: bigint): MoneyValue => ({ amountMinor: minor.toString(), currency: intendedAmount.currency });
  return { intendedAmount, cover: money(cover), chargedAmount: money(gift + cover) };
}
