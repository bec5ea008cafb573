export { currenciesWith, decimals, isCurrency, smallestStep } from './currencies.js';
export { decimalText, formatMoney, parseMoney } from './decimal.js';
export { maxGiftMinor, maxGoalMinor } from './limits.js';
export { feeOn, smallestCover, type FeeRates } from './fee-cover.js';
export { segmentsOf, type TextSegments } from './text-segments.js';
