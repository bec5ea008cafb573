export { amountFragment } from './fragments/amount.js';
export { credentialRow } from './fragments/credential.js';
export { eventFacts, eventRow } from './fragments/event.js';
export { moneyTrail, type MoneyTrailData } from './fragments/money-trail.js';
export { ask, textOf, type Send, type WireAnswer } from './ask.js';
export * from './graphql.js';
export * from './refusal.js';
