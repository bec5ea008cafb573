import type { Tx } from '@upstander/platform';
import { noteCredential } from './credential-history.js';
import type { CredentialType } from './credential-type.entity.js';
import type { Credential } from './credential.entity.js';

/** Records a valid credential and returns its ID. A pending claim is approved instead, in the same statement. */
export async function insertApproved(
  tx: Tx,
  type: Pick<CredentialType, 'id' | 'kind' | 'name'>,
  credential: Pick<Credential, 'volunteerId' | 'issuedOn' | 'expiresOn' | 'evidence'> & { by: string | null; at: Date },
): Promise<string> {
  const { volunteerId, issuedOn, expiresOn, evidence, by, at } = credential;
  const [row] = await tx.query<{ id: string }>(
    `WITH claim AS (
       UPDATE volunteers.credential SET status = 'approved', issued_on = $3, expires_on = $4, evidence = $5,
         decided_by = $6, decided_at = $7, updated_at = $7
       WHERE volunteer_id = $1 AND type_id = $2 AND status = 'claimed' RETURNING id
     ), made AS (
       INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, issued_on, expires_on, evidence,
         decided_by, decided_at, created_at, updated_at)
       SELECT $1, $2, $8, 'approved', $3, $4, $5, $6, $7, $7, $7 WHERE NOT EXISTS (SELECT FROM claim) RETURNING id
     ) SELECT id FROM claim UNION ALL SELECT id FROM made`,
    [volunteerId, type.id, issuedOn, expiresOn, evidence, by, at, type.kind],
  );
  await noteCredential(tx, { volunteerId, typeName: type.name }, { status: 'approved', at, by });
  return row!.id;
}
