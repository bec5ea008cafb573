import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Where a sign-up stands. All but the waitlisted, the cancelled and the expired have a place. */
export const SignupStatus = {
  CONFIRMED: 'confirmed',
  WAITLISTED: 'waitlisted',
  OFFERED: 'offered',
  CHECKED_IN: 'checked_in',
  COMPLETED: 'completed',
  NO_SHOW: 'no_show',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
} as const;
export type SignupStatus = (typeof SignupStatus)[keyof typeof SignupStatus];

registerEnumType(SignupStatus, {
  name: 'SignupStatus',
  description: 'Where a sign-up stands.',
  valuesMap: {
    CONFIRMED: { description: 'Has a place.' },
    WAITLISTED: { description: 'Is on the waitlist.' },
    OFFERED: { description: 'Has a freed place held for them until the offer expires.' },
    CHECKED_IN: { description: 'Is there.' },
    COMPLETED: { description: 'Was there, and has left or the shift is over.' },
    NO_SHOW: { description: 'Did not come, as somebody who was there said.' },
    EXPIRED: { description: 'The address was never confirmed, or the offer ran out.' },
  },
});

/** From where to where a sign-up goes; the database keeps to it. What the door says may be taken back. */
export const signupChanges: StatusChanges<SignupStatus> = {
  confirmed: ['checked_in', 'completed', 'no_show', 'cancelled', 'expired'],
  waitlisted: ['confirmed', 'offered', 'cancelled', 'expired'],
  offered: ['confirmed', 'cancelled', 'expired'],
  checked_in: ['confirmed', 'completed', 'no_show', 'cancelled'],
  completed: ['confirmed', 'checked_in', 'no_show', 'cancelled'],
  no_show: ['confirmed', 'checked_in', 'completed', 'cancelled'],
  cancelled: [],
  expired: [],
};
