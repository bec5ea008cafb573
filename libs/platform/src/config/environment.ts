import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of this process, over what files of lines `NAME=value` say, the later over the earlier.
 * @throws ConfigError where one cannot be read.
 */
export function environmentWith(files: readonly string[] = []): Environment {
  return Object.assign({}, ...files.map(linesOf), process.env) as Environment;
}

function linesOf(file: string): Environment {
  try {
    // Editors of Windows put a mark before the first name, of which it would become a part.
    return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Environment;
  } catch {
    throw new ConfigError(`The settings file ${file} cannot be read.`);
  }
}
