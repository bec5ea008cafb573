import { migrate } from '@upstander/db';
import { givenSetting, neededSetting } from '@upstander/platform';
import type { Command } from '../command.js';

export const command: Command = {
  usage: '[--adopt] [--env-file FILE]',
  help: `
Makes the tables, functions and rights of this release: run it once per release, before the new programs start. What is
there already stays. Besides DATABASE_URL, SEALED_DATABASE_URL, SEALED_KEYS_URL and SEALED_KEYS it needs the addresses of the
two databases as the role that owns them, MIGRATE_DATABASE_URL and MIGRATE_KEYS_URL, which no program may have.

A database from before 0.2.0, the first release, is left alone: with --adopt you say that it was made by the code of 0.2.0.`,

  options: { adopt: { type: 'boolean' } },

  async run({ environment, options, say }) {
    const owner = neededSetting(environment, 'MIGRATE_DATABASE_URL', 'the database, as the role that owns it');
    const program = neededSetting(
      environment,
      'DATABASE_URL',
      'the same database, as the role of the api and the worker',
    );
    const [zone, keys, wrapping] = ['SEALED_DATABASE_URL', 'SEALED_KEYS_URL', 'SEALED_KEYS'].map((name) =>
      givenSetting(environment, name),
    );
    const sealed = zone &&
      keys && {
        program: zone,
        keys: {
          owner: neededSetting(environment, 'MIGRATE_KEYS_URL', 'SEALED_KEYS_URL, as the role that owns it'),
          program: keys,
        },
        wrapping,
      };
    const run = await migrate({ owner, program }, sealed || undefined, { adopt: options['adopt'] === true });
    say(run.length > 0 ? `Migrated: ${run.join(', ')}` : 'The database is up to date.');
  },
};
