import { ConfigError, normalEmail } from '@upstander/platform';
import { asProgram } from '../database/connected.js';
import { UsageError, type Given } from '../command.js';

export const rolesToGive = ['admin', 'advocate', 'finance', 'moderator'];

/**
 * A powerful role by whoever runs the server. It is how the first admin comes to be, who makes all other accounts, and the
 * first of each role that two people have to agree on. Whoever runs this vouches that the account is a person of their own.
 * It has no password yet: its owner asks for a code by mail at /admin and then sets up a second step. Everybody who holds
 * the role is mailed.
 */
export async function giveRole(given: Given, role: string, typed: string, name: string): Promise<void> {
  const email = normalEmail(typed);
  if (!email) throw new UsageError(`“${typed}” is no mail address.`);
  if (!name.trim()) throw new UsageError('The name of the person is missing.');
  const isNew = await asProgram(given, async (client) => {
    const { rows } = await client.query<{ id: string; disabled: boolean }>(
      `INSERT INTO identity.account (email, name, vouched_at) VALUES ($1, $2, now())
       ON CONFLICT (email) DO UPDATE SET vouched_at = coalesce(account.vouched_at, now())
       RETURNING id, disabled_at IS NOT NULL AS disabled`,
      [email, name.trim()],
    );
    const account = rows[0];
    if (!account || account.disabled)
      throw new ConfigError(`The account of ${email} is closed. An admin opens it again.`);
    const { rowCount } = await client.query(
      `INSERT INTO identity."grant" (account_id, role, by_command_line) VALUES ($1, $2, true) ON CONFLICT DO NOTHING`,
      [account.id, role],
    );
    if (!rowCount) return false;
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
    return true;
  });
  given.say(`${email} holds the role ${role}${isNew ? '' : ' already'}.`);
}
