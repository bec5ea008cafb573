export { amountFragment } from './fragments/amount.js';
export { eventFacts } from './fragments/event.js';
export { ask, textOf, type Send, type WireAnswer } from './ask.js';
export * from './graphql.js';
export * from './refusal.js';
