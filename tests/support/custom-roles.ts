import type { RoleName, StaffAreaName } from '@upstander/identity';
import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { seals } from './seals.js';

type Queryable = Pick<Database, 'query'>;

interface CustomRoleParts {
  name?: string;
  baseRole?: RoleName;
  viewAreas?: StaffAreaName[];
  manageAreas?: StaffAreaName[];
}

export const bookkeeperAreas: StaffAreaName[] = [
  'disbursements',
  'gifts',
  'ledger',
  'receipts',
  'recurring_gifts',
  'reports',
];

export async function aCustomRole(db: Queryable, parts: CustomRoleParts = {}): Promise<string> {
  const { baseRole = 'finance', viewAreas = [], manageAreas = [] } = parts;
  const role = { id: randomUUID(), baseRole, viewAreas, manageAreas };
  await db.query(
    `INSERT INTO identity.custom_role (id, name, base_role, view_areas, manage_areas, created_at, seal)
     VALUES ($1, $2, $3, $4, $5, now(), $6)`,
    [role.id, parts.name ?? `Role ${role.id}`, baseRole, viewAreas, manageAreas, seals.customRoles.sealOfRole(role)],
  );
  return role.id;
}

/** Grants a custom role as by the command line. */
export async function assignCustomRole(
  db: Queryable,
  accountId: string,
  customRoleId: string,
  chapterId: string | null = null,
): Promise<void> {
  const grant = { id: randomUUID(), accountId, customRoleId, chapterId, byCommandLine: true, requestId: null };
  await db.query(
    `INSERT INTO identity.custom_grant (id, account_id, custom_role_id, chapter_id, by_command_line, created_at, seal)
     VALUES ($1, $2, $3, $4, true, now(), $5)`,
    [grant.id, accountId, customRoleId, chapterId, seals.customRoles.sealOfGrant(grant)],
  );
}
