import { Injectable } from '@nestjs/common';
import { RowSeals } from '@upstander/platform';
import type { RoleRequest } from '../role-requests/role-request.entity.js';

/** Values that the seal of a role request covers: the request, its requester and subject, and its approval. */
export type SealedRequest = Pick<
  RoleRequest,
  | 'id'
  | 'accountId'
  | 'role'
  | 'chapterId'
  | 'status'
  | 'requestedBy'
  | 'requestedAt'
  | 'expiresAt'
  | 'approvedBy'
  | 'approvedAt'
  | 'beginsAt'
>;

/** Seals role requests, so that rows written past the programs are neither approved nor put into effect. */
@Injectable()
export class RequestSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(request: SealedRequest): Buffer {
    return this.seals.make('role-request', valuesOf(request));
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
  ];
}
