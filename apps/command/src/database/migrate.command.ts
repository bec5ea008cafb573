import { migrate } from '@upstander/db';
import { BoundedClient, readSecret } from '@upstander/platform';
import type { Command } from '../command.js';
import { addressesOf } from './addresses.js';
import { backupOptions } from './backup-options.js';
import { sealSettingsOf } from '../secrets/row-seals-of.js';
import { refuseMismatchedDatabases } from './fitting-databases.js';

export const command: Command = {
  usage: '[--adopt] [--env-file FILE]',
  options: { adopt: { type: 'boolean' } },
  help: `
Creates the tables, functions and rights of this release. Run it once per release, before the new programs start. Existing data
is kept. Besides DATABASE_URL, SEALED_DATABASE_URL, SEALED_KEYS_URL and SEALED_KEYS it needs the URLs of the two databases as
their owner, MIGRATE_DATABASE_URL and MIGRATE_KEYS_URL, which no program may have. --adopt accepts a database from before 0.2.0
that was created by the migrations of that release. With APP_SECRET it also seals, once, the accounts and roles from before
there were seals; without it, “upstander seal-rows” does.`,

  async run({ environment, options, print: say }) {
    const addresses = addressesOf(environment);
    await refuseMismatchedDatabases(addresses);
    const { app, sealed } = addresses;
    const secrets = readSecret(environment, 'APP_SECRET') ? sealSettingsOf(environment) : {};
    const run = await migrate(app, sealed, { adopt: options['adopt'] === true, report: say }, secrets);
    say(run.length > 0 ? `Migrated:\n${listOf(run)}` : 'The database is up to date.');
    if (environment['SEALED_ZONE'] === 'off') for (const line of await sealedRemains(app.owner)) say(line);
  },
};

/** Warns about records that no one erases, because the zone is off. */
async function sealedRemains(owner: string): Promise<string[]> {
  const client = new BoundedClient({
    connectionString: owner,
    options: `${backupOptions} -c search_path=pg_catalog`,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT WHERE to_regclass('sealed.application') IS NOT NULL`);
    if (rows.length === 0) return [];
    const { rows: counts } = await client.query<{ n: number }>(
      'SELECT ((SELECT count(*) FROM sealed.application) + (SELECT count(*) FROM sealed.consultation))::int AS n',
    );
    if (counts[0]!.n === 0) return [];
    return [
      `Warning: SEALED_ZONE is off, but the sealed zone still has ${counts[0]!.n} applications and consultations, and no one erases them. Turn it on with its three SEALED_… settings until they are erased.`,
    ];
  } finally {
    await client.end();
  }
}

/** Functions and policies are only counted, because a first run creates over a hundred. */
function listOf(run: readonly string[]): string {
  const migrations = run.filter((name) => !name.endsWith('.sql'));
  const files = run.length - migrations.length;
  return [...migrations, ...(files > 0 ? [`functions and policies: ${files}`] : [])]
    .map((line) => `  ${line}`)
    .join('\n');
}
