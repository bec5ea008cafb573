import { registerEnumType } from '@nestjs/graphql';

/** Where a sign-up stands. A place is held by `confirmed` and `offered`. */
export const SignupStatus = {
  CONFIRMED: 'confirmed',
  WAITLISTED: 'waitlisted',
  OFFERED: 'offered',
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
    EXPIRED: { description: 'The address was never confirmed, or the offer ran out.' },
  },
});
