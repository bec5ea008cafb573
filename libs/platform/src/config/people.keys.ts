import { count, key } from './config-key.js';

/** Settings about the people who sign in, and what they may together. */
export const peopleKeys = {
  SECURITY_EVENT_DAYS: key(
    count(180, 7),
    'How many days sign-ins, refused tries and reached limits are kept; what was done to an account stays as long as it.',
    '180',
  ),
  STAFF_IDLE_MINUTES: key(
    count(120, 5),
    'After how many minutes without a request somebody who signed in with a second step is signed out.',
    '120',
  ),
} as const;
