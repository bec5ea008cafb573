import { RowSeals, type Config, type Database } from '@upstander/platform';
import { powerfulRoles } from '../roles/role.js';
import { AccountSeals, sealedAccountColumns, type SealedAccount } from '../seals/account-seals.js';
import { GrantSeals, type SealedGrant } from '../seals/grant-seals.js';
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
 * them.
 */
export async function verifyPower(
  db: SqlExecutor,
  settings: SealSettings,
  vouchMode: 'none' | 'genuine' | 'all',
): Promise<UnsealedRow[]> {
  const seals = new RowSeals(settings as Config);
  const [accounts, grants] = [new AccountSeals(seals), new GrantSeals(seals)];
  const unsealedRows: UnsealedRow[] = [];
  for (const account of await db.query<SealedAccount>(
    `SELECT ${sealedAccountColumns} FROM identity.account a ORDER BY a.email FOR UPDATE`,
  )) {
    if (accounts.isCurrent(account)) continue;
    if (vouchMode === 'all' || (vouchMode === 'genuine' && accounts.stateOf(account) === 'sealed'))
      await accounts.sealAccount(db, account);
    else if (accounts.stateOf(account) !== 'sealed')
      unsealedRows.push({ what: 'account', email: account.email, role: null });
  }
  const roles = await db.query<SealedGrant & { seal: Buffer | null; email: string }>(
    `SELECT ${grantColumns}, a.email::text FROM identity."grant" g JOIN identity.account a ON a.id = g.account_id
     WHERE g.role = ANY ($1) ORDER BY g.role, a.email`,
    [powerfulRoles],
  );
  for (const { seal, email, ...grant } of roles) {
    if (grants.isCurrent(grant, seal)) continue;
    if (vouchMode === 'all' || (vouchMode === 'genuine' && grants.counts(grant, seal)))
      await db.query('UPDATE identity."grant" SET seal = $2 WHERE id = $1', [grant.id, grants.sealOf(grant)]);
    else if (!grants.counts(grant, seal)) unsealedRows.push({ what: 'role', email, role: grant.role });
  }
  if (vouchMode !== 'none') await sealRequests(db, new RequestSeals(seals), vouchMode);
  return unsealedRows;
}

/** Open requests aren't listed for review, because an admin reads each one before approval. */
async function sealRequests(db: SqlExecutor, seals: RequestSeals, vouchMode: 'genuine' | 'all'): Promise<void> {
  const open = await db.query<SealedRequest & { seal: Buffer | null }>(
    `SELECT id, account_id AS "accountId", role, chapter_id AS "chapterId", status, requested_by AS "requestedBy",
       requested_at AS "requestedAt", expires_at AS "expiresAt", approved_by AS "approvedBy",
       approved_at AS "approvedAt", begins_at AS "beginsAt", seal
     FROM identity.role_request WHERE status IN ('requested', 'approved')`,
  );
  for (const request of open) {
    if (vouchMode === 'genuine' && !seals.isGenuine(request)) continue;
    await db.query('UPDATE identity.role_request SET seal = $2 WHERE id = $1', [request.id, seals.sealOf(request)]);
  }
}
