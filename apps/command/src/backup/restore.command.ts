import { migrate, migrationsOf } from '@upstander/db';
import { ConfigError } from '@upstander/platform';
import { join, resolve } from 'node:path';
import { UsageError, type Command, type Given } from '../command.js';
import { addressesOf, type AllAddresses } from '../database/addresses.js';
import { refuseUnfitting } from '../database/fitting-databases.js';
import { secretsFit } from '../secrets/secrets-fit.js';
import { asOwner, backsUp, countRows, isEmpty, serverOf } from './contents.js';
import { differences, readManifest, refuseDamaged, type Dumped, type Manifest } from './manifest.js';
import { toolFor } from './postgres-tools.js';
import { restoreInto } from './restore-into.js';

export const command: Command = {
  usage: '--from DIR [--keep-keys] [--env-file FILE]',
  help: `
Restores a backup that “upstander backup” made into two empty databases, compares the number of rows of every table, brings the
tables up to this release, and opens what is sealed with APP_SECRET and SEALED_KEYS, so that a wrong one is found today. It needs
the roles (“upstander roles”), the settings of the programs, and MIGRATE_DATABASE_URL and MIGRATE_KEYS_URL; no superuser. What is
not empty is left alone.
--keep-keys: the database of the keys is there and stays as it is, as when only the other one was lost.`,
  options: { from: { type: 'string' }, 'keep-keys': { type: 'boolean' } },

  async run(given) {
    const { from } = given.options;
    if (typeof from !== 'string' || given.words.length > 0) throw new UsageError('--from says out of which folder.');
    const folder = resolve(from);
    const manifest = readManifest(folder);
    const addresses = addressesOf(given.environment);
    const parts = partsOf(manifest, addresses, Boolean(given.options['keep-keys']));
    refuseNewer(manifest);
    for (const { dumped } of parts) await refuseDamaged(folder, dumped);
    await refuseUnfitting(addresses);
    for (const { url, name } of parts) await refuseUnfit(url, name, manifest, addresses);
    const tool = await toolFor('pg_restore', manifest.tool, given.environment);
    for (const { url, dumped, name } of parts) {
      given.say(`Restoring ${name} from ${dumped.file} …`);
      const server = await asOwner(url, serverOf);
      await restoreInto(tool, join(folder, dumped.file), { url, server, said: backsUp });
      const wrong = differences(dumped.rows, await asOwner(url, countRows));
      if (wrong.length > 0)
        throw new ConfigError(`These tables have another number of rows than the backup says: ${wrong.join(', ')}.`);
      given.say(`${Object.keys(dumped.rows).length} tables have the rows they had on ${manifest.madeAt}.`);
    }
    const run = await migrate(addresses.app, addresses.sealed);
    given.say(
      run.length > 0 ? `Migrated to this release: ${run.length} steps.` : 'The tables are those of this release.',
    );
    return tellWhetherItOpens(given, manifest);
  },
};

interface Part {
  readonly name: string;
  readonly url: string;
  readonly dumped: Dumped;
}

function partsOf({ app, keys }: Manifest, { app: { owner }, sealed }: AllAddresses, keepKeys: boolean): Part[] {
  if (keys && !sealed)
    throw new ConfigError(
      'The backup has a sealed zone: SEALED_DATABASE_URL, SEALED_KEYS_URL, SEALED_KEYS and MIGRATE_KEYS_URL are needed.',
    );
  const parts = [{ name: 'the database', url: owner, dumped: app }];
  if (keys && sealed && !keepKeys)
    parts.push({ name: 'the database of the keys', url: sealed.keys.owner, dumped: keys });
  return parts;
}

/** An older program doesn't understand the tables of a newer release. */
function refuseNewer({ app, keys, release }: Manifest): void {
  const known = new Set(Object.values(migrationsOf).flatMap((some) => some.map(({ name }) => name)));
  const unknown = [...app.migrations, ...(keys?.migrations ?? [])].filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new ConfigError(
      `The backup is of release ${release}, which is newer than this program (it has run ${unknown[0]}): restore it with that one.`,
    );
}

async function refuseUnfit(url: string, name: string, manifest: Manifest, addresses: AllAddresses): Promise<void> {
  await asOwner(url, async (client) => {
    if (!(await isEmpty(client)))
      throw new ConfigError(
        `Nothing was restored, as ${name} is not empty: a backup is restored into a new one only. If nothing in it is needed, drop it, and make it again as “upstander roles” prints.`,
      );
    const { rows } = await client.query<{ missing: string[] }>(
      `SELECT ARRAY(SELECT r FROM unnest($1::text[]) r WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r)) AS missing`,
      [addresses.roles],
    );
    const { missing } = rows[0]!;
    const server = await serverOf(client);
    if (missing.length > 0)
      throw new ConfigError(
        `There is no role ${missing.join(', ')} on this server: “upstander roles” prints how to make it.`,
      );
    if (server < manifest.server)
      throw new ConfigError(
        `The backup is of PostgreSQL ${manifest.server}, and ${name} is on ${server}: take a server as new.`,
      );
  });
}

async function tellWhetherItOpens(given: Given, { files }: Manifest): Promise<number> {
  const complaints = await secretsFit(given.environment);
  if (complaints.length > 0) {
    for (const complaint of complaints) given.say(complaint);
    given.say(
      'Everything is restored; with these settings the programs would not start. Set them right, then: upstander doctor.',
    );
    return 1;
  }
  given.say('APP_SECRET and SEALED_KEYS open what is sealed. What to do now:');
  given.say('1. upstander doctor, with the settings of the programs.');
  given.say(
    '2. Start the worker and the api. What was sent after the backup is not in it: mails of before are not sent again,',
  );
  given.say('   and what Stripe took since is booked within a minute from Stripe’s list.');
  given.say(
    '3. Look at Ledger → Check, and at Access log: the trail says which of its rows are missing at the end, if any.',
  );
  if (files)
    given.say(
      `4. ${files.count} files were in the bucket ${files.bucket} then: “upstander move-files --check” says whether they are there.`,
    );
  return 0;
}
