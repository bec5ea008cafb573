import { ConfigError, normalEmail } from '@upstander/platform';
import pg from 'pg';

/**
 * `node dist/db/first-admin-main.js <address> <name>`: the account that makes all others. It has no password yet: its
 * owner asks for a code by mail at /admin and then sets up a second step.
 */
const [typed = '', name] = process.argv.slice(2);
const email = normalEmail(typed);
const url = process.env['DATABASE_URL'];
if (!url) throw new ConfigError('DATABASE_URL is missing: the database that gets its first admin.');
if (!email || !name) throw new ConfigError('Usage: node dist/db/first-admin-main.js <address> <name>');
const client = new pg.Client({
  connectionString: url,
  connectionTimeoutMillis: 10_000,
  statement_timeout: 10_000,
  query_timeout: 12_000,
});
await client.connect();
try {
  const { rowCount } = await client.query(
    `WITH made AS (
       INSERT INTO identity.account (email, name)
       SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM identity."grant" WHERE role = 'admin') RETURNING id
     )
     INSERT INTO identity."grant" (account_id, role) SELECT id, 'admin' FROM made`,
    [email, name],
  );
  console.log(rowCount ? `${email} is the first admin.` : 'There is an admin already; admins make further accounts.');
} finally {
  await client.end();
}
