import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { runOnce } from './programs.mjs';

export async function demoLogins(databaseUrl) {
  const [{ password, totpSecret }, people] = await Promise.all([findLogins(), inDatabase(databaseUrl)]);
  return { password, totpSecret, people };
}

/** Uses a separate process, because the module imports half the server. */
async function findLogins() {
  const demo = pathToFileURL(join(root, 'dist/db/demo/index.js')).href;
  const code = `import { demoPassword as password, demoTotpSecret as totpSecret } from '${demo}';
    console.log(JSON.stringify({ password, totpSecret }));`;
  return JSON.parse(await runOnce('-e', [code], { cwd: root, env: process.env, nodeArgs: ['--input-type=module'] }));
}

async function inDatabase(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT a.email, coalesce(r.name, CASE WHEN shared.id IS NOT NULL THEN 'co-organizer' END, g.role) AS role, c.name AS chapter, a.password_hash IS NOT NULL AS "hasPassword"
       FROM identity.account a
       JOIN identity."grant" g ON g.account_id = a.id
       LEFT JOIN identity.chapter c ON c.id = g.chapter_id
       LEFT JOIN identity.custom_grant own ON own.account_id = a.id
       LEFT JOIN identity.record_grant shared ON shared.account_id = a.id
       LEFT JOIN identity.custom_role r ON r.id = own.custom_role_id
       WHERE a.email LIKE '%@demo.example'
       ORDER BY g.role <> 'admin', g.role <> 'organizer', a.password_hash IS NULL, a.email`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
