export { deviceOf } from './device-name.js';
export * from './help-lines.js';
export * from './i18n/dates.js';
export * from './i18n/locale.js';
export { limits } from './limits.js';
export { timesOnTheClock } from './i18n/wall-clock.js';
export * from './money/money.js';
export * from './theme/tokens.js';
export * from './words/catalogue.js';
