import { statusOf, type EnumOf } from '@upstander/platform';

export const SignupStatus = statusOf('SignupStatus', 'Status of a sign-up.', {
  confirmed: {
    to: ['waitlisted', 'checked_in', 'completed', 'no_show', 'cancelled', 'expired'],
    description: 'Has a spot.',
  },
  waitlisted: { to: ['confirmed', 'offered', 'cancelled', 'expired'], description: 'On the waitlist.' },
  offered: {
    to: ['confirmed', 'waitlisted', 'cancelled', 'expired'],
    description: 'Offered an open spot, reserved until the offer expires.',
  },
  checked_in: { to: ['confirmed', 'completed', 'no_show', 'cancelled'], description: 'Checked in.' },
  completed: {
    to: ['confirmed', 'checked_in', 'no_show', 'cancelled'],
    description: 'Attended; the volunteer left or the shift ended.',
  },
  no_show: {
    to: ['confirmed', 'checked_in', 'completed', 'cancelled'],
    description: 'Marked as a no-show.',
  },
  cancelled: { to: [], description: 'Canceled by the volunteer or by staff.' },
  expired: { to: [], description: 'The email address was never confirmed, or the offer expired.' },
});
export type SignupStatus = EnumOf<typeof SignupStatus>;
