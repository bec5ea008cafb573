import { migrate } from '@upstander/db';
import type { Command } from '../command.js';
import { addressesOf } from './addresses.js';

export const command: Command = {
  usage: '[--env-file FILE]',
  help: `
Makes the tables, functions and rights of this release: run it once per release, before the new programs start. What is
there already stays. Besides DATABASE_URL, SEALED_DATABASE_URL, SEALED_KEYS_URL and SEALED_KEYS it needs the addresses of the
two databases as the role that owns them, MIGRATE_DATABASE_URL and MIGRATE_KEYS_URL, which no program may have.`,

  async run({ environment, say }) {
    const { app, sealed } = addressesOf(environment);
    const run = await migrate(app, sealed);
    say(run.length > 0 ? `Migrated: ${run.join(', ')}` : 'The database is up to date.');
  },
};
