import { readFileSync } from 'node:fs';
import { notSettings } from './not-settings.js';
import { plainConnection, plainSentinels, sentinelsFit } from './production.js';
import type { Setting } from './setting.js';
import { settings, type Settings } from './settings.js';

/** The checked settings of this process, by the names the operator knows: `config.PUBLIC_URL`. */
export interface Config extends Settings {}
export class Config {
  /** Which program this is, for its log. */
  readonly program: 'api' | 'worker';

  constructor(values: Settings, program: 'api' | 'worker' = 'api') {
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

const migrationsOnly = ['MIGRATE_DATABASE_URL', 'MIGRATE_KEYS_URL', 'WORKER_DATABASE_URL'] as const;

/**
 * Reads the settings out of an environment and checks all of them at once.
 * @throws ConfigError with one message about everything that is missing or wrong.
 */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const values: Record<string, unknown> = {};
  const complaints: string[] = [];
  for (const [name, of] of settings.all()) {
    const { text, wrong } = textOf(environment, name, of.secret);
    if (wrong) {
      complaints.push(`${wrong}\n  ${of.about}`);
      continue;
    }
    const result = of.schema.safeParse(text === '' ? undefined : text);
    if (result.success) values[name] = result.data;
    else complaints.push(complain(name, of, text, result.error.issues[0]?.message));
  }
  complaints.push(...incomplete(values));
  const config = new Config(values as unknown as Settings);
  complaints.push(...sentinelsFit(config));
  if (config.NODE_ENV === 'production') {
    complaints.push(
      ...inProduction(values),
      ...plainSentinels(config),
      ...migrationsOnly.filter((name) => environment[name]).map(notForPrograms),
    );
  }
  if (complaints.length > 0) {
    // What is missing may be there by another name.
    complaints.push(...notSettings(environment).map(({ says }) => says));
    throw new ConfigError(`Upstander cannot start with this configuration:\n\n${complaints.join('\n\n')}\n`);
  }
  return config;
}

/** A setting as it was given; a secret may stand in a file instead, as vaults and containers hand it over. */
function textOf(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  secret = false,
): { text?: string | undefined; wrong?: string } {
  const text = environment[name]?.trim();
  const path = secret ? environment[`${name}_FILE`] : undefined;
  if (!path) return isQuoted(text) ? { wrong: quoted(name) } : { text };
  if (text) return { wrong: `${name}_FILE and ${name} are both set: which of them counts?` };
  try {
    return { text: readFileSync(path, 'utf8').trim() };
  } catch {
    return { wrong: `${name}_FILE names a file that cannot be read.` };
  }
}

/** As by `docker run --env-file`, which takes every character of a line for the value. */
function isQuoted(text = ''): boolean {
  return /^"[^"]+"$|^'[^']+'$/.test(text);
}

function quoted(name: string): string {
  return `${name} stands between quotes, and whatever started this program handed them on: leave them out.`;
}

/**
 * A secret that is no setting of the programs, such as the owner's address: as it was given, or from its file; undefined
 * where there is neither.
 * @throws ConfigError where its file cannot be read.
 */
export function givenSetting(environment: Readonly<Record<string, string | undefined>>, name: string) {
  const { text, wrong } = textOf(environment, name, true);
  if (wrong) throw new ConfigError(wrong);
  return text === '' ? undefined : text;
}

/** The same where nothing can be done without it. @throws ConfigError, which says what it is. */
export function neededSetting(environment: Readonly<Record<string, string | undefined>>, name: string, what: string) {
  const text = givenSetting(environment, name);
  if (text === undefined) throw new ConfigError(`${name} is missing: ${what}. See “Roles” in docs/operator-guide.md.`);
  return text;
}

/** What a setting needs beside it: a sentence for each of those that could be read. */
function incomplete(values: Readonly<Record<string, unknown>>): string[] {
  const missing = new Map<string, string>();
  for (const [name, of] of settings.all().filter(([known]) => known in values)) {
    for (const other of of.needs?.(values[name]) ?? []) {
      if (other in values && values[other] === undefined && !missing.has(other)) missing.set(other, name);
    }
  }
  return [...missing].map(([name, by]) => complaint(name, settings.get(name), `is missing, and ${by} needs it`));
}

/** What development may do and production may not: a sentence for each of the settings that could be read. */
function inProduction(values: Readonly<Record<string, unknown>>): string[] {
  const allowed = (values['PLAIN_CONNECTIONS_TO'] ?? []) as Settings['PLAIN_CONNECTIONS_TO'];
  return settings
    .all()
    .filter(([name]) => name in values)
    .flatMap(([name, of]) => [of.inProduction?.(values[name], name), plainConnection(values[name], name, allowed)])
    .filter((complaint) => complaint != null);
}

function notForPrograms(name: (typeof migrationsOnly)[number]): string {
  if (name === 'WORKER_DATABASE_URL')
    return `${name} is for the migrations alone: give this address to the worker as its DATABASE_URL, and to no other program.`;
  return `${name} is for the migrations alone: whoever gets into this program must not get the owner's rights with it.`;
}

function complain(name: string, of: Setting, text: string | undefined, why = 'is not right'): string {
  // A secret's wrong value must not end up in a log.
  return complaint(name, of, !text ? 'is missing' : of.secret ? why : `is ${shown(text)}: ${why}`);
}

/** As much of a wrong value as fits into a sentence of one line; what nobody sees, or turns what they see around, by its number. */
function shown(text: string): string {
  const most = 80;
  const seen = text
    .slice(0, most)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (one) => `\\u{${one.codePointAt(0)!.toString(16)}}`);
  return `"${seen}${text.length > most ? '…' : ''}"`;
}

function complaint(name: string, { about, example }: Setting, says: string): string {
  return `${name} ${says}\n  ${about}\n  Example: ${name}=${example}`;
}
