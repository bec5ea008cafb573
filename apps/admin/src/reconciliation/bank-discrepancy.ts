import type { MoneyValue } from '@upstander/web-kit';

/** Bank amount less the payout, or null if they match or the bank amount is not known. */
export function bankDiscrepancy(payout: { amount: MoneyValue; bankAmount: MoneyValue | null }): MoneyValue | null {
  const { amount, bankAmount } = payout;
  if (!bankAmount) return null;
  const discrepancy = BigInt(bankAmount.amountMinor) - BigInt(amount.amountMinor);
  return discrepancy === 0n ? null : { amountMinor: String(discrepancy), currency: amount.currency };
}
