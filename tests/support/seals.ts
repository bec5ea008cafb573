import {
  AccountSeals,
  CustomRoleSeals,
  GrantSeals,
  IdentitySeals,
  PasskeySeals,
  RequestSeals,
  sealedAccountColumns,
  SessionSeals,
  type RoleName,
  type SealedAccount,
} from '@upstander/identity';
import { MemberSeals } from '@upstander/opportunities';
import { RowSeals, type Config, type Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { testSecret } from './config.js';

const rows = new RowSeals({ APP_SECRET: testSecret } as Config);

export const seals = {
  accounts: new AccountSeals(rows),
  customRoles: new CustomRoleSeals(rows),
  grants: new GrantSeals(rows),
  identities: new IdentitySeals(rows),
  members: new MemberSeals(rows),
  passkeys: new PasskeySeals(rows),
  requests: new RequestSeals(rows),
  sessions: new SessionSeals(rows),
};

type Queryable = Pick<Database, 'query'>;

/** All accounts by default. */
export async function sealAccounts(db: Queryable, ids?: readonly string[]): Promise<void> {
  const accounts = await db.query<SealedAccount>(
    `SELECT ${sealedAccountColumns} FROM identity.account a WHERE $1::uuid[] IS NULL OR a.id = ANY ($1)`,
    [ids ?? null],
  );
  for (const account of accounts) await seals.accounts.sealAccount(db, account);
}

/** Grants a powerful role as by the command line. */
export async function assignRole(
  db: Queryable,
  accountId: string,
  role: 'admin' | 'advocate' | 'finance' | 'moderator',
) {
  const grant = { accountId, role, chapterId: null, byCommandLine: true, requestId: null } as const;
  await seals.grants.insert(db, { ...grant, grantedBy: null, at: new Date() });
}

/** Creates a request for a powerful role waiting for a second person. */
export async function aRoleRequest(
  db: Queryable,
  roleRequest: { accountId: string; role: RoleName; chapterId: string | null; requestedBy: string },
): Promise<string> {
  const requestedAt = new Date();
  const request = {
    id: randomUUID(),
    customRoleId: null,
    ...roleRequest,
    status: 'requested' as const,
    requestedAt,
    approvedBy: null,
    approvedAt: null,
    expiresAt: new Date(requestedAt.valueOf() + 7 * 86_400_000),
    beginsAt: null,
  };
  await db.query(
    `INSERT INTO identity.role_request
       (id, account_id, role, chapter_id, status, requested_by, requested_at, expires_at, seal)
     VALUES ($1, $2, $3, $4, 'requested', $5, $6, $7, $8)`,
    [
      request.id,
      request.accountId,
      request.role,
      request.chapterId,
      request.requestedBy,
      requestedAt,
      request.expiresAt,
      seals.requests.sealOf(request),
    ],
  );
  return request.id;
}

export async function extendSessions(db: Queryable, now: Date, days: number): Promise<void> {
  const expiresAt = new Date(now.valueOf() + days * 86_400_000);
  const openSessions = await db.query<{ id: string }>('SELECT id FROM identity.session WHERE revoked_at IS NULL');
  for (const { id } of openSessions) {
    const session = await seals.sessions.find(db, id);
    if (!session) continue;
    await db.query('UPDATE identity.session SET last_seen_at = $4, expires_at = $2, seal = $3 WHERE id = $1', [
      id,
      expiresAt,
      seals.sessions.sealOf({ ...session, expiresAt }),
      now,
    ]);
  }
}
