import { DataRequests, exportOfPerson, keptOf } from '@upstander/identity';
import { Config, ConfigError, Database } from '@upstander/platform';
import { createWriteStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { UsageError, type Command } from '../command.js';
import { wholeOrNothing } from '../whole-or-nothing.js';
import { withServices } from './services.js';
import { whoseData } from './whose.js';

export const command: Command = {
  usage: '<email> --to FILE [--language en|es] [--env-file FILE]',
  help: `
Writes what is kept of a person into a ZIP: of each kind a table and a file for programs. For somebody who asked and cannot open
the link of /my-data; make sure by another way that it is them. Only you can read the file: give it to them alone, then delete it.
It is noted as a request that was answered. Needs the settings of the programs.
--to names the file, which is not there yet.
--language is that of the file that explains the others; en unless said.`,
  options: { to: { type: 'string' }, language: { type: 'string' } },

  async run(given) {
    const { email, locale } = whoseData(given);
    const file = given.options['to'] as string | undefined;
    if (!file) throw new UsageError('--to FILE is missing.');
    await withServices(given, async (services) => {
      const db = services.get(Database, { strict: false });
      const kept = await keptOf(db, email);
      if (kept.length === 0) throw new ConfigError(`Nothing is kept of ${email}.`);
      const { ORGANISATION_NAME: site, TIME_ZONE: timeZone } = services.get(Config, { strict: false });
      const zip = exportOfPerson(db, email, { locale, site, timeZone });
      await write(file, zip as ReadableStream<Uint8Array>);
      await services.get(DataRequests, { strict: false }).exported(email, locale);
      given.say(`${file} holds what is kept of ${email}:`);
      for (const { noun, count } of kept) given.say(`  ${noun}: ${count}`);
    });
  },
};

/** Writes a new file that only its owner can read. Never overwrites a file. */
async function write(file: string, zip: ReadableStream<Uint8Array>): Promise<void> {
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  let opened = false;
  target.once('open', () => (opened = true));
  const clear = () => {
    if (opened) rmSync(file, { force: true });
  };
  try {
    await wholeOrNothing(clear, () => pipeline(Readable.fromWeb(zip), target));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new ConfigError(`${file} is there already.`) : error;
  }
}
