export { deviceOf } from './device-name.js';
export * from './help-lines.js';
export { sameInBoth, untranslated } from './i18n/check.js';
export * from './i18n/dates.js';
export { catalogueOf } from './i18n/catalogues.js';
export * from './i18n/locale.js';
export { timesOnTheClock } from './i18n/wall-clock.js';
export * from './money/money.js';
export * from './theme/tokens.js';
