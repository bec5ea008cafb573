import { listAdvocates, type SealedSettings } from '@upstander/advocacy';
import { AccountSeals, GrantSeals, type Queryable, type RoleName, type SealedAccount } from '@upstander/identity';
import { ConfigError, normalEmail, RowSeals, type Config } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { toQueryable, runAsProgram } from '../database/connected.js';
import { sealSettingsOf } from '../secrets/row-seals-of.js';
import { UsageError, type ParsedArguments } from '../command.js';

export const grantableRoles = ['admin', 'advocate', 'finance', 'moderator'];

/**
 * For the first admin, and for the first holders of roles that two people must approve. The operator vouches that the
 * account belongs to a real person, who signs in by email and sets up two-step sign-in.
 */
export async function giveRole(given: ParsedArguments, role: string, typed: string, name: string): Promise<void> {
  const email = normalEmail(typed);
  if (!email) throw new UsageError(`“${typed}” is not an email address.`);
  if (!name.trim()) throw new UsageError('The person’s name is missing.');
  const settings = sealSettingsOf(given.environment);
  const seals = new RowSeals(settings as Config);
  const { id, isNew } = await runAsProgram(given, async (client) => {
    const db = toQueryable(client);
    const account = await vouchedAccount(db, new AccountSeals(seals), email, name.trim());
    const grants = new GrantSeals(seals);
    const grant = {
      accountId: account.id,
      role: role as RoleName,
      chapterId: null,
      byCommandLine: true,
      requestId: null,
    };
    const isNew = await grants.insert(db, { ...grant, grantedBy: null, at: new Date() });
    if (!isNew) {
      await replaceUnsealed(db, grants, account.id, role);
      return { id: account.id, isNew };
    }
    await client.query(
      `INSERT INTO identity.security_event (kind, account_id, at, detail) VALUES ('role-granted', $1, now(), 'command-line')`,
      [account.id],
    );
    await client.query(
      `INSERT INTO identity.notice (kind, recipient_id, account_id, role, created_at)
       SELECT 'role-begun', g.account_id, $1, $2, now() FROM identity."grant" g
         JOIN identity.account a ON a.id = g.account_id WHERE g.role = $2 AND g.chapter_id IS NULL AND a.disabled_at IS NULL
       GROUP BY g.account_id`,
      [account.id, role],
    );
    return { id: account.id, isNew };
  });
  if (role === 'advocate' && !(await listAdvocates(settings as SealedSettings, [id])))
    given.print('These settings have no sealed zone, so its list of advocates was not changed.');
  given.print(`${email} ${isNew ? 'now' : 'already'} has the role ${role}.`);
}

async function vouchedAccount(db: Queryable, seals: AccountSeals, email: string, name: string): Promise<SealedAccount> {
  const newId = randomUUID();
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO identity.account (id, email, name, vouched_at, seal) VALUES ($1, $2, $3, now(), $4)
     ON CONFLICT (email) DO UPDATE SET vouched_at = coalesce(account.vouched_at, now()) RETURNING id`,
    [newId, email, name, seals.sealOfNew(newId, email)],
  );
  const account = row ? await seals.find(db, row.id) : null;
  if (!account || account.disabledAt)
    throw new ConfigError(`The account of ${email} is closed. An admin can reopen it.`);
  const state = seals.stateOf(account);
  if (state === 'changed')
    throw new ConfigError(
      `The account of ${email} was changed outside Upstander. Check it, then run “upstander seal-rows”.`,
    );
  if (state === 'unsealed') await seals.sealAccount(db, account);
  return account;
}

/** Replaces a role without a genuine seal, for which the operator vouches. */
async function replaceUnsealed(db: Queryable, grants: GrantSeals, accountId: string, role: string): Promise<void> {
  const grantsHeld = await grants.findVerifiedRoles(db, accountId);
  if (grantsHeld.some((grant) => grant.role === role && grant.chapterId === null)) return;
  await db.query(`DELETE FROM identity."grant" WHERE account_id = $1 AND role = $2 AND chapter_id IS NULL`, [
    accountId,
    role,
  ]);
  const grant = { accountId, role: role as RoleName, chapterId: null, byCommandLine: true, requestId: null };
  await grants.insert(db, { ...grant, grantedBy: null, at: new Date() });
}
