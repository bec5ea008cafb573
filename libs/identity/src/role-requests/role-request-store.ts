import type { Tx } from '@upstander/platform';
import type { RoleName } from '../grants/role.js';
import type { RoleRequestStatusName } from './role-request-status.js';

export interface HeldRequest {
  id: string;
  accountId: string;
  role: RoleName;
  chapterId: string | null;
  status: RoleRequestStatusName;
  requestedBy: string | null;
  expiresAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  beginsAt: Date | null;
}

/** Locks a request and reads it; null when it is not there. */
export async function holdRequest(tx: Tx, id: string): Promise<HeldRequest | null> {
  const [row] = await tx.query<HeldRequest>(
    `SELECT id, account_id AS "accountId", role, chapter_id AS "chapterId", status, requested_by AS "requestedBy",
       expires_at AS "expiresAt", approved_by AS "approvedBy", approved_at AS "approvedAt", begins_at AS "beginsAt"
     FROM identity.role_request WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Who holds a role where it is given: there, or for the whole organisation. */
const holds = `g.role = $1 AND (g.chapter_id IS NULL OR g.chapter_id = $2) AND a.disabled_at IS NULL`;

/** Whether somebody holds this role there now. */
export async function isHolder(
  tx: Tx,
  accountId: string | null,
  { role, chapterId }: { role: RoleName; chapterId: string | null },
): Promise<boolean> {
  const held = await tx.query(
    `SELECT FROM identity."grant" g JOIN identity.account a ON a.id = g.account_id
     WHERE ${holds} AND a.id = $3 FOR SHARE OF g, a`,
    [role, chapterId, accountId],
  );
  return held.length > 0;
}

/** How many hold it there beside these. */
export async function otherHolders(
  tx: Tx,
  { role, chapterId, but }: { role: RoleName; chapterId: string | null; but: ReadonlyArray<string | null> },
): Promise<number> {
  const [row] = await tx.query<{ others: number }>(
    `SELECT count(DISTINCT a.id)::int AS others FROM identity."grant" g JOIN identity.account a ON a.id = g.account_id
     WHERE ${holds} AND a.id <> ALL ($3::uuid[])`,
    [role, chapterId, but.filter((id) => id !== null)],
  );
  return row?.others ?? 0;
}
