import type { Tx } from '@upstander/platform';
import type { GrantedRole, RoleName } from '../roles/role.js';
import { RoleRequest } from './role-request.entity.js';
import { activeGrants } from '../accounts/rows/account-columns.js';

export function lockRequest(tx: Tx, id: string): Promise<RoleRequest | null> {
  return tx.manager.findOne(RoleRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** SQL condition: active account with the role in this chapter or in the whole organization. */
const holdersCondition = `g.role = $1 AND (g.chapter_id IS NULL OR g.chapter_id = $2)`;

export function isHolder(
  grants: readonly GrantedRole[],
  { role, chapterId }: { role: RoleName; chapterId: string | null },
): boolean {
  return grants.some((grant) => grant.role === role && (grant.chapterId === null || grant.chapterId === chapterId));
}

export async function countOtherHolders(
  tx: Tx,
  {
    role,
    chapterId,
    but: excludedIds,
  }: { role: RoleName; chapterId: string | null; but: ReadonlyArray<string | null> },
): Promise<number> {
  const [row] = await tx.query<{ others: number }>(
    `SELECT count(DISTINCT a.id)::int AS others FROM ${activeGrants}
     WHERE ${holdersCondition} AND a.id <> ALL ($3::uuid[])`,
    [role, chapterId, excludedIds.filter((id) => id !== null)],
  );
  return row?.others ?? 0;
}
