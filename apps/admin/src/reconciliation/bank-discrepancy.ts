import type { MoneyValue } from '@upstander/web-kit';

/** Null if the amounts match or the bank amount is unknown. */
export function bankDiscrepancy(payout: { amount: MoneyValue; bankAmount: MoneyValue | null }): MoneyValue | null {
  const { amount, bankAmount } = payout;
  if (!bankAmount) return null;
  const discrepancy = BigInt(bankAmount.amountMinor) - BigInt(amount.amountMinor);
  return discrepancy === 0n ? null : { amountMinor: String(discrepancy), currency: amount.currency };
}
