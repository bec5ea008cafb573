import { ConfigError, importPostcodes, readGazetteer } from '@upstander/platform';
import { readFileSync } from 'node:fs';
import { UsageError, type Command } from '../command.js';
import { asProgram } from './connected.js';

export const command: Command = {
  usage: '<gazetteer file> [--env-file FILE]',
  help: `
Reads where ZIP codes lie out of a gazetteer file of the US Census (ZIP Code Tabulation Areas), as it is unpacked. A newer one
is read over it. Needs DATABASE_URL.`,

  async run({ words: [path, ...others], environment, say }) {
    if (!path || others.length > 0) throw new UsageError('One file is needed: the gazetteer.');
    const places = readGazetteer(contentOf(path));
    await asProgram({ environment }, (client) => importPostcodes(client, places), {
      connectionTimeoutMillis: 10_000,
      query_timeout: 120_000,
    });
    say(`${places.length.toLocaleString('en')} postcodes are known now.`);
  },
};

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`The file ${path} cannot be read.`);
  }
}
