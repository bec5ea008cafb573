import { statusOf, type EnumOf } from '@upstander/platform';

export const SignupStatus = statusOf('SignupStatus', 'Where a sign-up stands.', {
  confirmed: { to: ['checked_in', 'completed', 'no_show', 'cancelled', 'expired'], description: 'Has a place.' },
  waitlisted: { to: ['confirmed', 'offered', 'cancelled', 'expired'], description: 'Is on the waitlist.' },
  offered: {
    to: ['confirmed', 'cancelled', 'expired'],
    description: 'Has a freed place held for them until the offer expires.',
  },
  checked_in: { to: ['confirmed', 'completed', 'no_show', 'cancelled'], description: 'Is there.' },
  completed: {
    to: ['confirmed', 'checked_in', 'no_show', 'cancelled'],
    description: 'Was there, and has left or the shift is over.',
  },
  no_show: {
    to: ['confirmed', 'checked_in', 'completed', 'cancelled'],
    description: 'Did not come, as somebody who was there said.',
  },
  cancelled: { to: [], description: 'The place was given up or taken away.' },
  expired: { to: [], description: 'The address was never confirmed, or the offer ran out.' },
});
export type SignupStatus = EnumOf<typeof SignupStatus>;
