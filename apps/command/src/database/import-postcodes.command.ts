import { ConfigError, importPostcodes, readGazetteer } from '@upstander/platform';
import { readFileSync } from 'node:fs';
import { UsageError, type Command } from '../command.js';
import { runAsProgram } from './connected.js';

export const command: Command = {
  usage: '<gazetteer file> [--env-file FILE]',
  help: `
Imports ZIP code locations from an unpacked gazetteer file of the US Census (ZIP Code Tabulation Areas). Import a newer file
over an older one. Needs DATABASE_URL.`,

  async run({ words: [path, ...others], environment, print: say }) {
    if (!path || others.length > 0) throw new UsageError('The gazetteer file is required.');
    const places = readGazetteer(contentOf(path));
    await runAsProgram({ environment }, (client) => importPostcodes(client, places), {
      connectionTimeoutMillis: 10_000,
      query_timeout: 120_000,
    });
    say(`${places.length.toLocaleString('en')} ZIP codes imported.`);
  },
};

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`The file ${path} cannot be read.`);
  }
}
