export interface Settings {
  /** Base URL of the hosted pages. */
  url: string;
  /** Percentage as a decimal string. */
  feePercent: string;
  /** Amount in minor units. */
  feeFixed: number;
  /** Percentage fee of a bank debit, and its maximum in minor units (https://stripe.com/pricing). */
  bankFeePercent: string;
  bankFeeMost: number;
  /** At Stripe it takes days. */
  bankAnswersAfterSeconds: number;
  /** Amount in minor units. Stripe doesn't return the fee (https://stripe.com/pricing). */
  disputeFee: number;
  returnDisputeFee: boolean;
  /** Days until a charge becomes available. */
  availableAfterDays: number;
  dailyPayouts: boolean;
  /** Seconds until cards with a later dispute cause it. */
  disputeAfterSeconds: number;
  currency: string;
}

export const ordinarySettings: Settings = {
  url: 'http://127.0.0.1',
  feePercent: '2.9',
  feeFixed: 30,
  bankFeePercent: '0.8',
  bankFeeMost: 500,
  bankAnswersAfterSeconds: 4 * 86_400,
  disputeFee: 1500,
  returnDisputeFee: false,
  availableAfterDays: 2,
  dailyPayouts: false,
  disputeAfterSeconds: 60,
  currency: 'usd',
};

/** Returns the percentage, rounded half up, plus the fixed fee. */
export function feeOf(amount: number, { feePercent, feeFixed }: Settings): number {
  return shareOf(amount, feePercent) + feeFixed;
}

export function bankFeeOf(amount: number, { bankFeePercent, bankFeeMost }: Settings): number {
  return Math.min(shareOf(amount, bankFeePercent), bankFeeMost);
}

function shareOf(amount: number, percent: string): number {
  const [whole = '0', part = ''] = percent.split('.');
  const millionths = Number(whole) * 10_000 + Number(part.padEnd(4, '0').slice(0, 4));
  return Math.floor((amount * millionths + 500_000) / 1_000_000);
}
