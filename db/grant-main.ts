import { ConfigError, normalEmail } from '@upstander/platform';
import pg from 'pg';

/**
 * `node dist/db/grant-main.js <role> <address> <name>`: a powerful role by whoever runs the server. It is how the first
 * admin comes to be, who makes all other accounts, and the first of each role that two people have to agree on. Whoever
 * runs this vouches that the account is a person of their own. It has no password yet: its owner asks for a code by mail
 * at /admin and then sets up a second step. Everybody who holds the role is mailed.
 */
const roles = ['admin', 'advocate', 'finance', 'moderator'];
const [role = '', typed = '', name] = process.argv.slice(2);
const email = normalEmail(typed);
const url = process.env['DATABASE_URL'];
if (!url) throw new ConfigError('DATABASE_URL is missing: the database in which the role is given.');
if (!roles.includes(role) || !email || !name?.trim()) {
  throw new ConfigError(`Usage: node dist/db/grant-main.js <${roles.join('|')}> <address> <name>`);
}
const client = new pg.Client({
  connectionString: url,
  connectionTimeoutMillis: 10_000,
  statement_timeout: 10_000,
  query_timeout: 12_000,
});
await client.connect();
try {
  await client.query('BEGIN');
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
  if (rowCount) {
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
  }
  await client.query('COMMIT');
  console.log(rowCount ? `${email} holds the role ${role}.` : `${email} holds the role ${role} already.`);
} finally {
  await client.end();
}
