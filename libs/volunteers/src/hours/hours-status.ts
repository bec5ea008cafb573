import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Whether hours count. */
export const HoursStatus = {
  CLAIMED: 'claimed',
  APPROVED: 'approved',
  DISPUTED: 'disputed',
  REJECTED: 'rejected',
} as const;
export type HoursStatus = (typeof HoursStatus)[keyof typeof HoursStatus];

registerEnumType(HoursStatus, {
  name: 'HoursStatus',
  description: 'Whether hours count.',
  valuesMap: {
    CLAIMED: { description: 'Given elsewhere, as the volunteer says; somebody has to approve them.' },
    APPROVED: { description: 'They count.' },
    DISPUTED: { description: 'They count, and the volunteer says that the number is wrong.' },
    REJECTED: { description: 'They do not count.' },
  },
});

/** From where to where hours go; the database keeps to it. */
export const hoursChanges: StatusChanges<HoursStatus> = {
  begins: ['claimed', 'approved'],
  claimed: ['approved', 'rejected'],
  approved: ['disputed', 'rejected'],
  disputed: ['approved', 'rejected'],
  rejected: ['approved'],
};
