export { currenciesWith, decimals, isCurrency, smallestStep } from './currencies.js';
export { decimalText, formatMoney, parseMoney } from './decimal.js';
export { mostGiftMinor, mostGoalMinor } from './limits.js';
export { feeOn, smallestCover, type FeeRates } from './fee-cover.js';
