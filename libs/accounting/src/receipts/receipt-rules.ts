/**
 * Amounts from US tax law. Source: IRS Publication 1771, Charitable Contributions: Substantiation and
 * Disclosure Requirements. Facts to design for, not legal advice.
 */
export const usRules = {
  currency: 'USD',
  /** A single gift of at least this amount needs a written acknowledgment. */
  acknowledgmentFromMinor: 25_000n,
  /**
   * A payment above this amount that is partly for goods or services needs a disclosure. The whole
   * payment counts, not just the gift part.
   */
  disclosureAboveMinor: 7_500n,
} as const;

export interface AcknowledgedPayment {
  /** Amount paid and not returned. Each payment of a recurring gift counts separately. */
  paidMinor: bigint;
  currency: string;
  /** Good-faith estimate of the value of goods or services the donor received. */
  goodsValueMinor: bigint;
  /** For gifts in kind, the donor determines the value. */
  inKind: boolean;
}

export interface ReceiptDuties {
  /** True if the law requires a written acknowledgment. Our receipts always are one. */
  acknowledgment: boolean;
  /** True if the donor must be told that only part of the payment may be deductible. */
  disclosure: boolean;
  /** Maximum deductible amount: the payment less the value received. Null for gifts in kind. */
  deductibleMinor: bigint | null;
}

/**
 * Returns the legal requirements. Amounts that can't be compared (other currencies, gifts in kind)
 * count as above the thresholds.
 */
export function receiptDuties({ paidMinor, currency, goodsValueMinor, inKind }: AcknowledgedPayment): ReceiptDuties {
  const compares = currency === usRules.currency && !inKind;
  const partlyForGoods = goodsValueMinor > 0n && !inKind;
  return {
    acknowledgment: !compares || paidMinor >= usRules.acknowledgmentFromMinor,
    disclosure: partlyForGoods && (!compares || paidMinor > usRules.disclosureAboveMinor),
    deductibleMinor: inKind ? null : paidMinor > goodsValueMinor ? paidMinor - goodsValueMinor : 0n,
  };
}
