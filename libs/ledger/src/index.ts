export { ledgerEntities } from './ledger.entities.js';
export { LedgerModule } from './ledger.module.js';
export { decimals, isCurrency, smallestStep } from './money/currencies.js';
export { decimalText, formatMoney, parseMoney } from './money/decimal.js';
export { feeOn, smallestCover, type FeeRates } from './money/fee-cover.js';
export { MinorUnitsScalar } from './money/minor-units.scalar.js';
export { Money, money, MoneyInput, positiveAmount, sumOf } from './money/money.js';
export { splitRefund } from './money/refund-split.js';
