import { statusOf, type EnumOf } from '@upstander/platform';

export const RoleRequestStatus = statusOf(
  'RoleRequestStatus',
  'How far it has come: approved ones begin after the waiting time.',
  {
    requested: { initial: true, to: ['approved', 'rejected', 'expired'], description: 'It waits for another admin.' },
    approved: { to: ['active', 'rejected', 'expired'], description: 'Approved; it begins after a wait.' },
    active: { to: ['revoked'], description: 'The role is held.' },
    rejected: { to: [], description: 'Another admin said no.' },
    expired: { to: [], description: 'Nobody answered in time.' },
    revoked: { to: [], description: 'The role was taken away again.' },
  },
);
export type RoleRequestStatusName = EnumOf<typeof RoleRequestStatus>;
