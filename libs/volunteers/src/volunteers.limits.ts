import { hour, limits, minute } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const volunteerLimits = limits.define({
  'volunteer-message': {
    counts: 'messages to volunteers by one account, each to at most 100',
    points: 30,
    seconds: hour,
    shared: true,
  },
  'guardian-sign': {
    counts: 'waivers signed by guardians from one network',
    points: 60,
    seconds: minute,
    shared: false,
  },
  'ask-guardian': {
    counts: 'guardians asked to sign by one account',
    points: 5,
    seconds: hour,
    shared: true,
  },
  'hours-claim': {
    counts: 'hours from elsewhere reported by one account',
    points: 60,
    seconds: hour,
    shared: true,
  },
  // Rendering a letter takes a tenth of a second.
  'hours-letter': { counts: 'hours letters rendered for one network', points: 60, seconds: minute, shared: false },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof volunteerLimits> {}
}
