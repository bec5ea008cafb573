/**
 * What United States tax law wants a receipt to say. Source: IRS Publication 1771, Charitable Contributions:
 * Substantiation and Disclosure Requirements. Facts to design for, not legal advice.
 */
export const usRules = {
  currency: 'USD',
  /** A single gift of this much needs a written acknowledgment. */
  acknowledgmentFromMinor: 25_000n,
  /** A payment above this that is partly for goods or services needs a disclosure; the payment counts, not the gift in it. */
  disclosureAboveMinor: 7_500n,
} as const;

export interface Acknowledged {
  /** What was paid and not returned; each payment of a recurring gift on its own. */
  paidMinor: bigint;
  currency: string;
  /** The good-faith value of what the donor got for it. */
  goodsValueMinor: bigint;
  /** Things instead of money: their value is for the donor to say. */
  inKind: boolean;
}

export interface ReceiptDuties {
  /** Whether the law asks for a written acknowledgment of this gift; ours always is one. */
  acknowledgment: boolean;
  /** Whether the donor must be told that only a part may be deducted. */
  disclosure: boolean;
  /** What may be deducted at most: the payment less what was received for it. Null for gifts in kind. */
  deductibleMinor: bigint | null;
}

/** Where an amount cannot be compared (another currency, a gift in kind) the duty is taken to be there. */
export function receiptDuties({ paidMinor, currency, goodsValueMinor, inKind }: Acknowledged): ReceiptDuties {
  const compares = currency === usRules.currency && !inKind;
  const partlyForGoods = goodsValueMinor > 0n && !inKind;
  return {
    acknowledgment: !compares || paidMinor >= usRules.acknowledgmentFromMinor,
    disclosure: partlyForGoods && (!compares || paidMinor > usRules.disclosureAboveMinor),
    deductibleMinor: inKind ? null : paidMinor > goodsValueMinor ? paidMinor - goodsValueMinor : 0n,
  };
}
