import { DataRequests, exportOfPerson, countStoredData } from '@upstander/identity';
import { Config, ConfigError, Database } from '@upstander/platform';
import { createWriteStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { UsageError, type Command } from '../command.js';
import { clearOnFailure } from '../clear-on-failure.js';
import { withServices } from './services.js';
import { readPersonArguments } from './person-arguments.js';

export const command: Command = {
  usage: '<email> --to FILE [--language en|es] [--env-file FILE]',
  help: `
Exports the data about a person into a ZIP file, as tables and in a machine-readable format. Use it for someone who asked for it
and cannot open the link to /my-data, and verify the person in another way. Only you can read the file: give it to no one else,
then delete it. The export is recorded as an answered request. Needs the settings of the programs.
--to is the new file.
--language is the language of the explanation in the ZIP; en by default.`,
  options: { to: { type: 'string' }, language: { type: 'string' } },

  async run(given) {
    const { email, locale } = readPersonArguments(given);
    const file = given.options['to'] as string | undefined;
    if (!file) throw new UsageError('--to FILE is missing.');
    await withServices(given, async (services) => {
      const db = services.get(Database, { strict: false });
      const kept = await countStoredData(db, email);
      if (kept.length === 0) throw new ConfigError(`There is no data about ${email}.`);
      const { ORGANIZATION_NAME: site, TIME_ZONE: timeZone } = services.get(Config, { strict: false });
      const zip = exportOfPerson(db, email, { locale, site, timeZone });
      await write(file, zip as ReadableStream<Uint8Array>);
      await services.get(DataRequests, { strict: false }).completeExport(email, locale);
      given.print(`${file} contains the data about ${email}:`);
      for (const { kind, count } of kept) given.print(`  ${kind}: ${count}`);
    });
  },
};

/** Never overwrites a file. Only its owner can read it. */
async function write(file: string, zip: ReadableStream<Uint8Array>): Promise<void> {
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  let opened = false;
  target.once('open', () => (opened = true));
  const clear = () => {
    if (opened) rmSync(file, { force: true });
  };
  try {
    await clearOnFailure(clear, () => pipeline(Readable.fromWeb(zip), target));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new ConfigError(`${file} already exists.`) : error;
  }
}
