import { AccountSeals, GrantSeals, sealedAccountColumns, SessionSeals, type SealedAccount } from '@upstander/identity';
import { MemberSeals } from '@upstander/opportunities';
import { RowSeals, type Config, type Database } from '@upstander/platform';
import { testSecret } from './config.js';

const rows = new RowSeals({ APP_SECRET: testSecret } as Config);

/** What the programs of a test seal their rows with. */
export const seals = {
  accounts: new AccountSeals(rows),
  grants: new GrantSeals(rows),
  members: new MemberSeals(rows),
  sessions: new SessionSeals(rows),
};

type Asking = Pick<Database, 'query'>;

/** Seals accounts again after a test wrote to them; all accounts unless it names some. */
export async function sealAccounts(db: Asking, ids?: readonly string[]): Promise<void> {
  const accounts = await db.query<SealedAccount>(
    `SELECT ${sealedAccountColumns} FROM identity.account a WHERE $1::uuid[] IS NULL OR a.id = ANY ($1)`,
    [ids ?? null],
  );
  for (const account of accounts) await seals.accounts.vouch(db, account);
}

/** Gives a powerful role as the command line does. */
export async function givePower(db: Asking, accountId: string, role: 'admin' | 'advocate' | 'finance' | 'moderator') {
  const grant = { accountId, role, chapterId: null, byCommandLine: true, requestId: null } as const;
  await seals.grants.insert(db, { ...grant, grantedBy: null, at: new Date() });
}

/** Keeps everyone signed in for so many days from `now`, as if they had just been here. */
export async function extendSessions(db: Asking, now: Date, days: number): Promise<void> {
  const expiresAt = new Date(now.valueOf() + days * 86_400_000);
  const open = await db.query<{ id: string }>('SELECT id FROM identity.session WHERE revoked_at IS NULL');
  for (const { id } of open) {
    const session = await seals.sessions.find(db, id);
    if (!session) continue;
    await db.query('UPDATE identity.session SET last_seen_at = $4, expires_at = $2, seal = $3 WHERE id = $1', [
      ...[id, expiresAt, seals.sessions.sealOf({ ...session, expiresAt }), now],
    ]);
  }
}
