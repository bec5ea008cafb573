import type { Defined } from '@upstander/platform';
import { day, hour, limits, minute } from './rate-limits/limits.js';

/**
 * The ones "by account" count the typed address, known or not. A password can be tried often enough for tired fingers;
 * shut by a stranger's tries, it still opens where its owner signed in before, and the account by a mailed code everywhere.
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
  // Where the owner has signed in before, what strangers try counts for nothing.
  'sign-in-by-device': {
    counts: 'passwords on a browser where the owner signed in before',
    points: 10,
    seconds: 15 * minute,
    shared: true,
  },
  // A browser on which the owner signed in, their session or their personal link: strangers cannot use this up.
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
  // To use up the next one, strangers have to solve sixty puzzles from six networks every hour.
  'email-request-solved-here': {
    counts: 'emails of one kind for solved puzzles, to one typed address from one network',
    points: 10,
    seconds: hour,
    shared: true,
  },
  // With five tries a code of eight digits, all the codes of an hour are worth 375 guesses in a hundred million.
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
  // Six digits with one step of tolerance: at this rate even odds on a guess take more than fifteen years.
  'second-step-by-day': { counts: 'the same, in a day', points: 30, seconds: day, shared: true },
  // The words are kept nowhere; a search of everything costs more than a page.
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
