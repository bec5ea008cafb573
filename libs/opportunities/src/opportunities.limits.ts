import { day, hour, minute, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const opportunityLimits = limits.define({
  'opportunity-save': { counts: 'opportunities saved by one account', points: 60, seconds: hour, shared: true },
  // The form checks while the user types.
  'opportunity-check': {
    counts: 'opportunities checked by the rules for one account',
    points: 120,
    seconds: minute,
    shared: false,
  },
  // Recipients of these emails didn't ask for them.
  'business-register': { counts: 'businesses registered by one account', points: 10, seconds: day, shared: true },
  'business-register-by-address': {
    counts: 'businesses registered from one network',
    points: 20,
    seconds: day,
    shared: true,
  },
  'domain-mail-by-account': {
    counts: 'domain verification emails by one account',
    points: 10,
    seconds: day,
    shared: true,
  },
  'domain-mail-by-business': {
    counts: 'domain verification emails for one business',
    points: 10,
    seconds: day,
    shared: true,
  },
  'domain-mail-by-recipient': {
    counts: 'domain verification emails to one address',
    points: 3,
    seconds: day,
    shared: true,
  },
  'business-invitation': { counts: 'invitations by one account of a business', points: 30, seconds: day, shared: true },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof opportunityLimits> {}
}
