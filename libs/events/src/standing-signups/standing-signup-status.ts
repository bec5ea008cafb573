import { statusOf, type EnumOf } from '@upstander/platform';

export const StandingSignupStatus = statusOf('StandingSignupStatus', 'Status of a standing sign-up.', {
  unconfirmed: {
    initial: true,
    to: ['active', 'ended'],
    description: 'Waiting for the email address to be confirmed. Covers only the dates of the form.',
  },
  active: { initial: true, to: ['ended'], description: 'Also signs up for the dates that are added later.' },
  ended: { to: [], description: 'Covers no more dates.' },
});
export type StandingSignupStatus = EnumOf<typeof StandingSignupStatus>;
