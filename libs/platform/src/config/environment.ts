import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Merges settings files (`NAME=value` lines) with the environment, which overrides them.
 * @throws ConfigError if a file can't be read
 */
export function environmentWith(files: readonly string[] = []): Environment {
  return Object.assign({}, ...files.map(linesOf), process.env) as Environment;
}

/** Makes these the variables of the process, because libraries read NODE_ENV while they load. */
export function adoptEnvironment(environment: Environment): void {
  Object.assign(process.env, { NODE_ENV: 'production', ...environment });
}

function linesOf(file: string): Environment {
  try {
    // Windows editors write a byte order mark, which would become part of the first name.
    return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Environment;
  } catch {
    throw new ConfigError(`The settings file ${file} cannot be read.`);
  }
}
