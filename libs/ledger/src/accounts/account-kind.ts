/** Chart of accounts. Normal side and owner of each kind are stored in ledger.account_kind. */
export const accountKinds = [
  'stripe-balance',
  'bank',
  'offline-cash',
  'matching-receivable',
  'dispute-reserve',
  'fund',
  'fee-cover',
  'matched-promised',
  'matched-received',
  'processing-fees',
  'dispute-fees',
  'refunded',
  'refunded-cover',
  'disputes-lost',
  'disbursed',
  'unmatched',
  'exchange',
] as const;

export type AccountKind = (typeof accountKinds)[number];
