import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of this process, over what a file of lines `NAME=value` says.
 * @throws ConfigError where the file cannot be read.
 */
export function environmentWith(file?: string): Environment {
  if (file === undefined) return process.env;
  try {
    return { ...(parseEnv(readFileSync(file, 'utf8')) as Environment), ...process.env };
  } catch {
    throw new ConfigError(`The settings file ${file} cannot be read.`);
  }
}
