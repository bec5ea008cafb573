import { statusOf, type EnumOf } from '@upstander/platform';

export const HoursStatus = statusOf('HoursStatus', 'Whether hours count.', {
  claimed: {
    initial: true,
    to: ['approved', 'rejected'],
    description: 'Given elsewhere, as the volunteer says; somebody has to approve them.',
  },
  approved: { initial: true, to: ['disputed', 'rejected'], description: 'They count.' },
  disputed: {
    to: ['approved', 'rejected'],
    description: 'They count, and the volunteer says that the number is wrong.',
  },
  rejected: { to: ['approved'], description: 'They do not count.' },
});
export type HoursStatus = EnumOf<typeof HoursStatus>;
