import type { Defined } from '@upstander/platform';
import { day, hour, limits, minute } from './rate-limits/limits.js';

/**
 * Limits "by account" count the typed address, known or not.
 * If a stranger exhausts them, the owner can still sign in on a known browser, or anywhere with an emailed code.
 */
export const identityLimits = limits.define({
  'logo-upload': { counts: 'logos uploaded by one account', points: 30, seconds: hour, shared: true },
  'sign-in-by-account': {
    counts: 'passwords tried for one typed address, on browsers its owner never used',
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
    counts: 'emails of one kind requested by the verified owner of an address',
    points: 5,
    seconds: hour,
    shared: true,
  },
  'email-request-by-network': {
    counts: 'emails of one kind requested from one network without a sign-in; above it, a challenge',
    points: 'EMAIL_REQUESTS_PER_NETWORK',
    seconds: hour,
    shared: true,
    returnable: true,
  },
  'email-request-by-network-solved': {
    counts: 'the same, with solved challenges; above it, requests are rejected',
    points: 'SOLVED_EMAIL_REQUESTS_PER_NETWORK',
    seconds: hour,
    shared: true,
    returnable: true,
  },
  'email-request-here': {
    counts: 'emails of one kind requested for one typed address from one network; above it, a challenge',
    points: 5,
    seconds: hour,
    shared: true,
  },
  'email-request-by-address': {
    counts: 'sign-in codes, or links of all kinds, requested for one typed address; above it, a challenge',
    points: 15,
    seconds: hour,
    shared: true,
  },
  // Exhausting the next limit takes sixty solved puzzles from six networks every hour.
  'email-request-solved-here': {
    counts: 'emails of one kind with solved challenges, to one typed address from one network',
    points: 10,
    seconds: hour,
    shared: true,
  },
  // With five attempts per 8-digit code, an hour's codes allow 375 guesses in 100 million.
  'email-request-solved': {
    counts: 'emails of one kind with solved challenges, to one typed address',
    points: 60,
    seconds: hour,
    shared: true,
  },
  'code-try-by-browser': {
    counts: 'emailed codes tried in the browser that requested them',
    points: 10,
    seconds: 15 * minute,
    shared: true,
  },
  'code-try-by-address': {
    counts: 'wrong emailed codes from one network',
    points: 'FAILED_SIGN_INS_PER_NETWORK',
    seconds: 15 * minute,
    shared: true,
    returnable: true,
  },
  // Signatures can't be guessed; this limits the cost of checking them.
  'passkey-by-address': {
    counts: 'rejected passkeys from one network',
    points: 'FAILED_SIGN_INS_PER_NETWORK',
    seconds: 15 * minute,
    shared: true,
    returnable: true,
  },
  // Codes of the provider can't be guessed; this limits the requests that we send there.
  'sso-by-address': {
    counts: 'failed single sign-ons from one network',
    points: 'FAILED_SIGN_INS_PER_NETWORK',
    seconds: 15 * minute,
    shared: true,
    returnable: true,
  },
  'second-step': {
    counts: 'authenticator codes and passkeys for one account that passed the first step',
    points: 5,
    seconds: 15 * minute,
    shared: true,
  },
  // Six digits with one step of tolerance: at this rate, an even chance of guessing takes over 15 years.
  'second-step-by-day': { counts: 'the same, in one day', points: 30, seconds: day, shared: true },
  // Search terms aren't stored. A global search costs more than a page view.
  search: {
    counts: 'searches of the public pages, from one network',
    points: 'SEARCHES_PER_MINUTE',
    seconds: minute,
    shared: false,
  },
  'my-data-file': {
    counts: 'personal data exports for one network',
    points: 20,
    seconds: hour,
    shared: true,
  },
  'prove-again': {
    counts: 'repeated password checks for one account',
    points: 10,
    seconds: 15 * minute,
    shared: true,
  },
});

declare module './rate-limits/limits.js' {
  interface Limits extends Defined<typeof identityLimits> {}
}
