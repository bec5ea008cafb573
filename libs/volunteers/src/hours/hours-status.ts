import { statusOf, type EnumOf } from '@upstander/platform';

export const HoursStatus = statusOf('HoursStatus', 'Approval status of hours.', {
  claimed: {
    initial: true,
    to: ['approved', 'rejected'],
    description: 'Reported by the volunteer as given elsewhere; awaiting approval.',
  },
  approved: { initial: true, to: ['disputed', 'rejected'], description: 'Approved; the hours count.' },
  disputed: {
    to: ['approved', 'rejected'],
    description: 'The hours count, but the volunteer disputes the number.',
  },
  rejected: { to: ['approved'], description: 'Declined; the hours do not count.' },
});
export type HoursStatus = EnumOf<typeof HoursStatus>;
