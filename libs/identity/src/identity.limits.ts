import type { Defined } from '@upstander/platform';
import { day, hour, limits, minute } from './rate-limits/limits.js';

/**
 * Limits "by account" count the typed address, known or not.
 * If a stranger exhausts them, the owner can still sign in on a known browser, or anywhere with an emailed code.
 */
export const identityLimits = limits.define({
  'sign-in-by-account': {
    counts: 'wrong or right passwords for one typed address, on browsers its owner never used',
    points: 10,
    seconds: 15 * minute,
    shared: true,
  },
  'sign-in-by-address': {
    counts: 'wrong passwords from one network, on browsers where the owner never signed in',
    points: 'FAILED_SIGN_INS_PER_NETWORK',
    seconds: 15 * minute,
    shared: true,
    returnable: true,
  },
  // Attempts elsewhere don't count on a browser the owner has used before.
  'sign-in-by-device': {
    counts: 'passwords on a browser where the owner signed in before',
    points: 10,
    seconds: 15 * minute,
    shared: true,
  },
  // Applies to a browser, session or personal link of the owner, so strangers can't exhaust it.
  'email-request-by-owner': {
    counts: 'emails of one kind requested by the proven owner of an address',
    points: 5,
    seconds: hour,
    shared: true,
  },
  'email-request-by-network': {
    counts: 'emails of one kind requested from one network that led to no sign-in; above it a puzzle',
    points: 'EMAIL_REQUESTS_PER_NETWORK',
    seconds: hour,
    shared: true,
    returnable: true,
  },
  'email-request-by-network-solved': {
    counts: 'the same, with solved puzzles; above it a refusal',
    points: 'SOLVED_EMAIL_REQUESTS_PER_NETWORK',
    seconds: hour,
    shared: true,
    returnable: true,
  },
  'email-request-here': {
    counts: 'emails of one kind requested for one typed address from one network; above it a puzzle',
    points: 5,
    seconds: hour,
    shared: true,
  },
  'email-request-by-address': {
    counts: 'sign-in codes, or links of all kinds, requested for one typed address; above it a puzzle',
    points: 15,
    seconds: hour,
    shared: true,
  },
  // Exhausting the next limit takes sixty solved puzzles from six networks every hour.
  'email-request-solved-here': {
    counts: 'emails of one kind for solved puzzles, to one typed address from one network',
    points: 10,
    seconds: hour,
    shared: true,
  },
  // With five attempts per 8-digit code, an hour's codes allow 375 guesses in 100 million.
  'email-request-solved': {
    counts: 'emails of one kind for solved puzzles, to one typed address',
    points: 60,
    seconds: hour,
    shared: true,
  },
  'code-try-by-browser': {
    counts: 'mailed codes tried in the browser that asked',
    points: 10,
    seconds: 15 * minute,
    shared: true,
  },
  'code-try-by-address': {
    counts: 'wrong mailed codes typed in one network',
    points: 'FAILED_SIGN_INS_PER_NETWORK',
    seconds: 15 * minute,
    shared: true,
    returnable: true,
  },
  'second-step': {
    counts: 'codes of the app, for one account that gave the first step',
    points: 5,
    seconds: 15 * minute,
    shared: true,
  },
  // Six digits with one step of tolerance: at this rate, an even chance of guessing takes over 15 years.
  'second-step-by-day': { counts: 'the same, in a day', points: 30, seconds: day, shared: true },
  // Search terms aren't stored. A global search costs more than a page view.
  search: {
    counts: 'searches of the public pages, from one network',
    points: 'SEARCHES_PER_MINUTE',
    seconds: minute,
    shared: false,
  },
  'my-data-file': {
    counts: 'files with all of somebody’s data, for one network',
    points: 20,
    seconds: hour,
    shared: true,
  },
  'prove-again': {
    counts: 'the password asked for again, for one account',
    points: 10,
    seconds: 15 * minute,
    shared: true,
  },
});

declare module './rate-limits/limits.js' {
  interface Limits extends Defined<typeof identityLimits> {}
}
