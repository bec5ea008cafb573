import './ledger.personal-data.js';
export { LedgerModule } from './ledger.module.js';
export { MinorUnitsScalar } from './money/minor-units.scalar.js';
export { amountFault, amountsOf, Money, money, MoneyInput, positiveAmount, sumOf } from './money/money.js';
export { maxSummed, SummedConnectionOf, summedList, sumsFrom, type SummedPage } from './money/summed-list.js';
export { CurrencyCode, MinorAmount } from './money/money-fields.js';
export { splitRefund } from './money/refund-split.js';
export { accountKinds, type AccountKind } from './accounts/account-kind.js';
export { Ledger, type Entry, type EntryPosting } from './transactions/ledger.js';
export {
  reverseDraft as reversed,
  type PostingDraft,
  type TransactionDraft,
} from './transactions/transaction-draft.js';
