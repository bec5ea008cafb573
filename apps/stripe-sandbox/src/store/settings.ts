/** Settings of the simulated Stripe account. */
export interface Settings {
  /** Base URL of the hosted pages. */
  url: string;
  /** Percentage fee of a charge, as a decimal string. */
  feePercent: string;
  /** Fixed fee of a charge in minor units. */
  feeFixed: number;
  /** Percentage fee of a bank debit, and its maximum in minor units (https://stripe.com/pricing). */
  bankFeePercent: string;
  bankFeeMost: number;
  /** Seconds until a bank debit is resolved; days at Stripe. */
  bankAnswersAfterSeconds: number;
  /** Dispute fee in minor units. Stripe doesn't return it (https://stripe.com/pricing). */
  disputeFee: number;
  returnDisputeFee: boolean;
  /** Days until a charge becomes available. */
  availableAfterDays: number;
  /** True to pay out the available balance every day. */
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

/** Returns the fee of a card charge: percentage rounded half up, plus the fixed fee. */
export function feeOf(amount: number, { feePercent, feeFixed }: Settings): number {
  return shareOf(amount, feePercent) + feeFixed;
}

/** Returns the fee of a bank debit: a percentage up to the maximum. */
export function bankFeeOf(amount: number, { bankFeePercent, bankFeeMost }: Settings): number {
  return Math.min(shareOf(amount, bankFeePercent), bankFeeMost);
}

function shareOf(amount: number, percent: string): number {
  const [whole = '0', part = ''] = percent.split('.');
  const millionths = Number(whole) * 10_000 + Number(part.padEnd(4, '0').slice(0, 4));
  return Math.floor((amount * millionths + 500_000) / 1_000_000);
}
