import { isUuid, notFound, type Tx } from '@upstander/platform';
import type { DataRequest } from './data-request.entity.js';

export type LockedRequest = Pick<
  DataRequest,
  'id' | 'kind' | 'status' | 'email' | 'needsSecondApproval' | 'askedBy' | 'byOperator' | 'withdrawalAskedBy'
>;

/** @throws Refusal NOT_FOUND */
export async function lockRequest(tx: Tx, id: string): Promise<LockedRequest> {
  const [request] = isUuid(id)
    ? await tx.query<LockedRequest & Record<string, unknown>>(
        `SELECT id, kind, status, email, two_people AS "needsSecondApproval", asked_by AS "askedBy", by_operator AS "byOperator",
           withdrawal_asked_by AS "withdrawalAskedBy"
         FROM identity.data_request WHERE id = $1 FOR UPDATE`,
        [id],
      )
    : [];
  if (!request) throw notFound('This request');
  return request;
}
