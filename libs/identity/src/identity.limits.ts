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
  'sign-in-by-address': { counts: 'passwords from one network', points: 50, seconds: 15 * minute, shared: true },
  // Where the owner has signed in before, what strangers try counts for nothing.
  'sign-in-by-device': {
    counts: 'passwords on a browser where the owner signed in before',
    points: 10,
    seconds: 15 * minute,
    shared: true,
  },
  'code-mail-by-address': {
    counts: 'codes to be mailed, from one network',
    points: 30,
    seconds: hour,
    shared: true,
  },
  // Above these two a solved puzzle is asked for instead: a stranger who has codes sent keeps nobody out.
  'code-mail-by-account-here': {
    counts: 'codes mailed to one address for one network; above it a puzzle',
    points: 5,
    seconds: hour,
    shared: true,
  },
  'code-mail-by-account': {
    counts: 'codes mailed to one address for everybody; above it a puzzle',
    points: 15,
    seconds: hour,
    shared: true,
  },
  'code-mail-by-device': {
    counts: 'codes mailed to one address where its owner signed in before',
    points: 5,
    seconds: hour,
    shared: true,
  },
  // With five tries a code of eight digits, all the mails of an hour are worth 225 guesses in a hundred million.
  'code-mail-by-account-solved': {
    counts: 'codes mailed to one address for solved puzzles',
    points: 30,
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
    counts: 'mailed codes tried from one network',
    points: 50,
    seconds: 15 * minute,
    shared: true,
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
  'my-data-link': { counts: 'links to their data asked for by one network', points: 20, seconds: hour, shared: true },
  'my-data-link-by-email': { counts: 'the same, for one typed address', points: 5, seconds: hour, shared: true },
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
