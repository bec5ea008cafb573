import { isUuid } from '@upstander/platform';
import type { SealedTx } from '../database/sealed-tx.js';

export interface TeamKeyRow extends Record<string, unknown> {
  keyId: string;
  publicKey: Buffer;
  createdAt: Date;
  createdBy: string;
}

/** Newest first; browsers use the first one. */
export async function teamKeys(tx: SealedTx): Promise<TeamKeyRow[]> {
  return tx.query(
    `SELECT id AS "keyId", public_key AS "publicKey", created_at AS "createdAt", created_by AS "createdBy"
     FROM sealed.team_key ORDER BY created_at DESC, id DESC`,
  );
}

export async function teamKey(tx: SealedTx, keyId: string): Promise<TeamKeyRow | null> {
  if (!isUuid(keyId)) return null;
  return (await teamKeys(tx)).find((key) => key.keyId === keyId.toLowerCase()) ?? null;
}
