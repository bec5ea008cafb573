import { isUuid } from '@upstander/platform';
import type { SealedTx } from '../sealed/sealed-tx.js';

export interface TeamKeyRow extends Record<string, unknown> {
  keyId: string;
  publicKey: Buffer;
  createdAt: Date;
  createdBy: string;
}

/** The keys of the team, newest first: the first is the one that browsers seal for. */
export async function teamKeys(tx: SealedTx): Promise<TeamKeyRow[]> {
  return tx.query(
    `SELECT id AS "keyId", public_key AS "publicKey", created_at AS "createdAt", created_by AS "createdBy"
     FROM sealed.team_key ORDER BY created_at DESC, id DESC`,
  );
}

/** One of them; null when there is none of this id. */
export async function teamKey(tx: SealedTx, keyId: string): Promise<TeamKeyRow | null> {
  if (!isUuid(keyId)) return null;
  return (await teamKeys(tx)).find((key) => key.keyId === keyId.toLowerCase()) ?? null;
}
