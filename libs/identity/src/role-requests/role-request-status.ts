import { statusOf, type EnumOf } from '@upstander/platform';

export const RoleRequestStatus = statusOf(
  'RoleRequestStatus',
  'Status of a role request. Approved roles take effect after a waiting period.',
  {
    requested: {
      initial: true,
      to: ['approved', 'rejected', 'expired'],
      description: 'Awaiting approval by another admin.',
    },
    approved: {
      to: ['active', 'rejected', 'expired'],
      description: 'Approved; takes effect after the waiting period.',
    },
    active: { to: ['revoked'], description: 'The role is in effect.' },
    rejected: { to: [], description: 'Declined by another admin.' },
    expired: { to: [], description: 'No admin responded in time.' },
    revoked: { to: [], description: 'The role was revoked.' },
  },
);
export type RoleRequestStatusName = EnumOf<typeof RoleRequestStatus>;
