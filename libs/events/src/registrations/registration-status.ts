import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const RegistrationStatus = statusOf('RegistrationStatus', 'Status of a registration.', {
  confirmed: { initial: true, to: ['cancelled', 'expired'], description: 'Everyone in the party has a spot.' },
  waitlisted: {
    initial: true,
    to: ['confirmed', 'cancelled', 'expired'],
    description: 'The party is on the waitlist.',
  },
  cancelled: { to: [], description: 'Canceled by the participant or by staff.' },
  expired: { to: [], description: 'The email address was never confirmed.' },
});
export type RegistrationStatus = EnumOf<typeof RegistrationStatus>;

export const RegistrationPhase = enumOf('RegistrationPhase', 'If an event takes registrations now.', {
  off: 'Turned off by the organizer, or the event is not public.',
  not_open_yet: 'Opens later.',
  open: 'Open, with spots left.',
  waitlist: 'Open, but new parties join the waitlist.',
  full: 'No spots are left, and there is no waitlist.',
  closed: 'Closed, or the event has started.',
});
export type RegistrationPhase = EnumOf<typeof RegistrationPhase>;

export const RegistrationOrder = enumOf('RegistrationOrder', 'Sort order of registrations.', {
  newest: 'Newest first.',
  oldest: 'Oldest first.',
  name: 'By name.',
  party: 'Largest party first.',
});
export type RegistrationOrder = EnumOf<typeof RegistrationOrder>;
