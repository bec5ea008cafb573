import { RowSeals, type Config, type Database } from '@upstander/platform';
import { powerfulRoles } from '../roles/role.js';
import { accountEmail } from '../accounts/rows/account-columns.js';
import { AccountSeals } from '../accounts/rows/account-seals.js';
import { CustomRoleSeals, type SealedCustomGrant, type SealedCustomRole } from '../custom-roles/custom-role-seals.js';
import { PasskeySeals } from '../passkeys/passkey-seals.js';
import { GrantSeals, type SealedGrant } from '../seals/grant-seals.js';
import { IdentitySeals } from '../single-sign-on/identity-seals.js';
import { RequestSeals, type SealedRequest } from '../role-requests/request-seals.js';

type SqlExecutor = Pick<Database, 'query'>;

/** Listed for an operator to review before sealing it. */
export interface UnsealedRow {
  what: 'account' | 'role';
  email: string;
  role: string | null;
}

export type SealSettings = Pick<Config, 'APP_SECRET'> & Partial<Pick<Config, 'APP_SECRET_OLD'>>;

const grantColumns = `g.id, g.account_id AS "accountId", g.role, g.chapter_id AS "chapterId",
  g.by_command_line AS "byCommandLine", g.request_id AS "requestId", g.seal`;

/**
 * Returns accounts and powerful roles without a current seal.
 * `genuine` seals rows with a valid seal of an older secret. `all` seals every row, for an operator who has reviewed
 * them. It deletes passkeys and single sign-on links without a valid seal, which their owners can add again.
 */
export async function verifyPower(
  db: SqlExecutor,
  settings: SealSettings,
  vouchMode: 'none' | 'genuine' | 'all',
): Promise<UnsealedRow[]> {
  const seals = new RowSeals(settings as Config);
  const [accounts, grants] = [new AccountSeals(seals), new GrantSeals(seals)];
  const unsealedRows: UnsealedRow[] = [];
  for (const account of await accounts.lockAll(db)) {
    if (accounts.isCurrent(account)) continue;
    if (vouchMode === 'all' || (vouchMode === 'genuine' && accounts.stateOf(account) === 'sealed'))
      await accounts.sealAccount(db, account);
    else if (accounts.stateOf(account) !== 'sealed')
      unsealedRows.push({ what: 'account', email: account.email, role: null });
  }
  const roles = await db.query<SealedGrant & { seal: Buffer | null; email: string }>(
    `SELECT ${grantColumns}, ${accountEmail('g.account_id')}::text AS email FROM identity."grant" g
     WHERE g.role = ANY ($1) ORDER BY g.role, ${accountEmail('g.account_id')}`,
    [powerfulRoles],
  );
  for (const { seal, email, ...grant } of roles) {
    if (grants.isCurrent(grant, seal)) continue;
    if (vouchMode === 'all' || (vouchMode === 'genuine' && grants.counts(grant, seal)))
      await db.query('UPDATE identity."grant" SET seal = $2 WHERE id = $1', [grant.id, grants.sealOf(grant)]);
    else if (!grants.counts(grant, seal)) unsealedRows.push({ what: 'role', email, role: grant.role });
  }
  unsealedRows.push(...(await verifyCustomRoles(db, new CustomRoleSeals(seals), vouchMode)));
  if (vouchMode !== 'none') {
    await sealRequests(db, new RequestSeals(seals), vouchMode);
    await new PasskeySeals(seals).renew(db, { mayDelete: vouchMode === 'all' });
    await new IdentitySeals(seals).renew(db, { mayDelete: vouchMode === 'all' });
  }
  return unsealedRows;
}

/** A grant counts only if its role's seal is valid too, so the role isn't listed for itself. */
async function verifyCustomRoles(
  db: SqlExecutor,
  seals: CustomRoleSeals,
  vouchMode: 'none' | 'genuine' | 'all',
): Promise<UnsealedRow[]> {
  const genuineRoles = new Set<string>();
  const roles = await db.query<SealedCustomRole & { seal: Buffer }>(
    `SELECT id, base_role AS "baseRole", view_areas AS "viewAreas", manage_areas AS "manageAreas", seal
     FROM identity.custom_role`,
  );
  for (const { seal, ...role } of roles) {
    if (vouchMode !== 'all' && !seals.isGenuineRole(role, seal)) continue;
    genuineRoles.add(role.id);
    if (vouchMode !== 'none')
      await db.query('UPDATE identity.custom_role SET seal = $2 WHERE id = $1', [role.id, seals.sealOfRole(role)]);
  }
  const unsealedRows: UnsealedRow[] = [];
  const grants = await db.query<SealedCustomGrant & { seal: Buffer; email: string; name: string }>(
    `SELECT g.id, g.account_id AS "accountId", g.custom_role_id AS "customRoleId", g.chapter_id AS "chapterId",
       g.by_command_line AS "byCommandLine", g.request_id AS "requestId", g.seal, ${accountEmail('g.account_id')}::text AS email, r.name
     FROM identity.custom_grant g JOIN identity.custom_role r ON r.id = g.custom_role_id
     ORDER BY r.name, ${accountEmail('g.account_id')}`,
  );
  for (const { seal, email, name, ...grant } of grants) {
    const isGenuine = vouchMode === 'all' || seals.isGenuineGrant(grant, seal);
    if (isGenuine && vouchMode !== 'none')
      await db.query('UPDATE identity.custom_grant SET seal = $2 WHERE id = $1', [grant.id, seals.sealOfGrant(grant)]);
    if (!isGenuine || !genuineRoles.has(grant.customRoleId)) unsealedRows.push({ what: 'role', email, role: name });
  }
  return unsealedRows;
}

/** Open requests aren't listed for review, because an admin reads each one before approval. */
async function sealRequests(db: SqlExecutor, seals: RequestSeals, vouchMode: 'genuine' | 'all'): Promise<void> {
  const open = await db.query<SealedRequest & { seal: Buffer | null }>(
    `SELECT id, account_id AS "accountId", role, chapter_id AS "chapterId", status, requested_by AS "requestedBy",
       requested_at AS "requestedAt", expires_at AS "expiresAt", custom_role_id AS "customRoleId", approved_by AS "approvedBy",
       approved_at AS "approvedAt", begins_at AS "beginsAt", seal
     FROM identity.role_request WHERE status IN ('requested', 'approved')`,
  );
  for (const request of open) {
    if (vouchMode === 'genuine' && !seals.isGenuine(request)) continue;
    await db.query('UPDATE identity.role_request SET seal = $2 WHERE id = $1', [request.id, seals.sealOf(request)]);
  }
}
