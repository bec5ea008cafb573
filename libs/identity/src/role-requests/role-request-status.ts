import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** How far a request for a powerful role has come. */
export const RoleRequestStatus = {
  REQUESTED: 'requested',
  APPROVED: 'approved',
  ACTIVE: 'active',
  REJECTED: 'rejected',
  EXPIRED: 'expired',
  REVOKED: 'revoked',
} as const;
export type RoleRequestStatusName = (typeof RoleRequestStatus)[keyof typeof RoleRequestStatus];
registerEnumType(RoleRequestStatus, {
  name: 'RoleRequestStatus',
  description: 'How far it has come: approved ones begin after the waiting time.',
});

/** From where to where a request goes; the database keeps to it. */
export const roleRequestChanges: StatusChanges<RoleRequestStatusName> = {
  begins: ['requested'],
  requested: ['approved', 'rejected', 'expired'],
  approved: ['active', 'rejected', 'expired'],
  active: ['revoked'],
  rejected: [],
  expired: [],
  revoked: [],
};
