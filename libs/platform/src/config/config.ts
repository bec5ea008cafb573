import { readFileSync } from 'node:fs';
import type { ConfigKey } from './config-key.js';
import { configKeys, type ConfigValues } from './config.keys.js';
import { inProduction } from './production.js';

/** The checked settings of this process, by the names the operator knows: `config.PUBLIC_URL`. */
export interface Config extends ConfigValues {}
export class Config {
  /** Which program this is, for its log. */
  readonly program: 'api' | 'worker';

  constructor(values: ConfigValues, program: 'api' | 'worker' = 'api') {
    Object.assign(this, values);
    this.program = program;
    Object.freeze(this);
  }

  /** Whether the api tells its schema to whoever asks: while people build on it, and in production where the operator says so. */
  get introspection(): boolean {
    return this.GRAPHQL_INTROSPECTION ?? this.NODE_ENV !== 'production';
  }

  /** Whether the api answers documents that are not of our own pages: while people build on it, and in production where the operator says so. */
  get freeDocuments(): boolean {
    return this.GRAPHQL_FREE_DOCUMENTS ?? this.NODE_ENV !== 'production';
  }

  /** Whether people reach us by https, so that cookies may be `__Host-` and `Secure`. */
  get secure(): boolean {
    return this.PUBLIC_URL.startsWith('https:');
  }

  /** The same for a program in which nobody waits: its statements may take as long as a job's. */
  forJobs(): Config {
    return new Config({ ...this, DATABASE_STATEMENT_SECONDS: this.DATABASE_JOB_SECONDS }, 'worker');
  }

  /** Where a person of the organisation reads what people write. */
  get contactEmail(): string {
    return this.CONTACT_EMAIL ?? this.MAIL_FROM;
  }
}

/** A setting is missing or wrong; the message names each, why it is needed and an example. */
export class ConfigError extends Error {}

const ownersOnly = ['MIGRATE_DATABASE_URL', 'MIGRATE_KEYS_URL'] as const;

/**
 * Reads the settings out of an environment and checks all of them at once.
 * @throws ConfigError with one message about everything that is missing or wrong.
 */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const values: Record<string, unknown> = {};
  const complaints: string[] = [];
  for (const [name, key] of Object.entries<ConfigKey>(configKeys)) {
    const { text, wrong } = textOf(environment, name, key);
    if (wrong) {
      complaints.push(`${name}_FILE ${wrong}\n  ${key.about}`);
      continue;
    }
    const result = key.schema.safeParse(text === '' ? undefined : text);
    if (result.success) values[name] = result.data;
    else complaints.push(complain(name, key, text, result.error.issues[0]?.message));
  }
  const config = new Config(values as ConfigValues);
  if (complaints.length === 0 && config.NODE_ENV === 'production') {
    complaints.push(...inProduction(config), ...ownersOnly.filter((name) => environment[name]).map(notForPrograms));
  }
  if (complaints.length > 0) {
    throw new ConfigError(`Upstander cannot start with this configuration:\n\n${complaints.join('\n\n')}\n`);
  }
  return config;
}

/** A setting as it was given; a secret may stand in a file instead, as vaults and containers hand it over. */
function textOf(
  environment: Record<string, string | undefined>,
  name: string,
  { secret }: ConfigKey,
): { text?: string | undefined; wrong?: string } {
  const text = environment[name]?.trim();
  const path = secret ? environment[`${name}_FILE`] : undefined;
  if (!path) return { text };
  if (text) return { wrong: `and ${name} are both set: which of them counts?` };
  try {
    return { text: readFileSync(path, 'utf8').trim() };
  } catch {
    return { wrong: 'names a file that cannot be read.' };
  }
}

function notForPrograms(name: string): string {
  return `${name} is for the migrations alone: whoever gets into this program must not get the owner's rights with it.`;
}

function complain(name: string, key: ConfigKey, text: string | undefined, why = 'is not right'): string {
  // A secret's wrong value must not end up in a log.
  const shown = text === undefined ? 'is missing' : key.secret ? why : `is "${text}": ${why}`;
  return `${name} ${shown}\n  ${key.about}\n  Example: ${name}=${key.example}`;
}
