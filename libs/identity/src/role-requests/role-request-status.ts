import { registerEnumType } from '@nestjs/graphql';

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
