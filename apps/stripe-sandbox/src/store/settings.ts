/** What an account of the local Stripe costs and how it behaves; anything may be said otherwise. */
export interface Settings {
  /** Where the pretend Checkout pages are. */
  url: string;
  /** Stripe's share of a charge, as decimal text in per cent. */
  feePercent: string;
  /** What is taken for every charge, in the smallest unit. */
  feeFixed: number;
  /** Stripe's share of a debit of a bank account in per cent, and the most that it takes (https://stripe.com/pricing). */
  bankFeePercent: string;
  bankFeeMost: number;
  /** Seconds until the bank answers a debit: days at Stripe. */
  bankAnswersAfterSeconds: number;
  /** What a dispute costs, in the smallest unit; Stripe does not give it back (https://stripe.com/pricing). */
  disputeFee: number;
  returnDisputeFee: boolean;
  /** Days until the money of a charge may be paid out. */
  availableAfterDays: number;
  /** Whether what is available is paid out every day by itself. */
  dailyPayouts: boolean;
  /** Seconds until the donor who picked "dispute later" does. */
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

/** Stripe's share of an amount: the percentage rounded half up to a whole unit, and the fixed part. */
export function feeOf(amount: number, { feePercent, feeFixed }: Settings): number {
  return shareOf(amount, feePercent) + feeFixed;
}

/** Stripe's share of a debit of a bank account: a percentage, up to the most. */
export function bankFeeOf(amount: number, { bankFeePercent, bankFeeMost }: Settings): number {
  return Math.min(shareOf(amount, bankFeePercent), bankFeeMost);
}

function shareOf(amount: number, percent: string): number {
  const [whole = '0', part = ''] = percent.split('.');
  const millionths = Number(whole) * 10_000 + Number(part.padEnd(4, '0').slice(0, 4));
  return Math.floor((amount * millionths + 500_000) / 1_000_000);
}
