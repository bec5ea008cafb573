import { migrate } from '@upstander/db';
import { readSecret } from '@upstander/platform';
import type { Command } from '../command.js';
import { addressesOf } from './addresses.js';
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
    const run = await migrate(app, sealed, { adopt: options['adopt'] === true }, secrets);
    say(run.length > 0 ? `Migrated:\n${listOf(run)}` : 'The database is up to date.');
  },
};

/** Functions and policies are only counted, because a first run creates over a hundred. */
function listOf(run: readonly string[]): string {
  const migrations = run.filter((name) => !name.endsWith('.sql'));
  const files = run.length - migrations.length;
  return [...migrations, ...(files > 0 ? [`functions and policies: ${files}`] : [])]
    .map((line) => `  ${line}`)
    .join('\n');
}
