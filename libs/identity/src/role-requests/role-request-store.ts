import type { Tx } from '@upstander/platform';
import type { GrantedRole, RoleName } from '../grants/role.js';
import { RoleRequest } from './role-request.entity.js';

/** Locks a request and reads it; null when it is not there. */
export function lockRequest(tx: Tx, id: string): Promise<RoleRequest | null> {
  return tx.manager.findOne(RoleRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** Who holds a role where it is given: there, or for the whole organisation. */
const holds = `g.role = $1 AND (g.chapter_id IS NULL OR g.chapter_id = $2) AND a.disabled_at IS NULL`;

/** True if one of these roles, as `GrantSeals.powerOf` reads them, is this role for this chapter or for all. */
export function isHolder(
  grants: readonly GrantedRole[],
  { role, chapterId }: { role: RoleName; chapterId: string | null },
): boolean {
  return grants.some((grant) => grant.role === role && (grant.chapterId === null || grant.chapterId === chapterId));
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
