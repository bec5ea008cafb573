import { Injectable } from '@nestjs/common';
import { RowSeals } from '@upstander/platform';
import type { RoleRequest } from './role-request.entity.js';

export type SealedRequest = Pick<
  RoleRequest,
  | 'id'
  | 'accountId'
  | 'role'
  | 'chapterId'
  | 'customRoleId'
  | 'status'
  | 'requestedBy'
  | 'requestedAt'
  | 'expiresAt'
  | 'approvedBy'
  | 'approvedAt'
  | 'beginsAt'
>;

/** Requests written outside the application can be neither approved nor activated. */
@Injectable()
export class RequestSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(request: SealedRequest): Buffer {
    return this.seals.create('role-request', valuesOf(request));
  }

  isGenuine(request: SealedRequest & { seal: Buffer | null }): boolean {
    return this.seals.isGenuine('role-request', valuesOf(request), request.seal);
  }
}

function valuesOf(request: SealedRequest) {
  return [
    request.id,
    request.accountId,
    request.role,
    request.chapterId,
    request.status,
    request.requestedBy,
    request.requestedAt,
    request.expiresAt,
    request.approvedBy,
    request.approvedAt,
    request.beginsAt,
    // Appended only if set, so that seals of earlier releases stay valid, and those releases reject a custom role.
    ...(request.customRoleId ? [request.customRoleId] : []),
  ];
}
