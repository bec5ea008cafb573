import { readFileSync } from 'node:fs';
import { adminHostFaults } from './applications.js';
import { discreetNumberFaults, discreetSenderFaults } from './discreet-sender.js';
import { findUnknownSettings } from './unknown-settings.js';
import { plainConnection, plainSentinels, checkSentinels } from './production.js';
import { plainExceptions, findUnencrypted, unencryptedSentinels } from './require-tls.js';
import type { Setting, SettingValues } from './setting.js';
import { DecidedSettings, type LogoFile } from './decided-settings.js';
import { settings, type Settings } from './settings.js';

/**
 * Settings of this process, by environment variable name: `config.PUBLIC_URL`. Settings that an admin can change are
 * read again at every use, so don't copy them at startup.
 */
export interface Config extends Settings {}
export class Config {
  readonly program: 'api' | 'worker';
  readonly #environment: Settings;
  readonly #decided: DecidedSettings;

  constructor(values: Settings, program: 'api' | 'worker' = 'api', decided = new DecidedSettings()) {
    this.#environment = values;
    this.#decided = decided;
    Object.assign(this, values);
    for (const name of decidedNames()) {
      const get = () => decided.valueOf(name, values[name]);
      Object.defineProperty(this, name, { get, enumerable: true });
    }
    this.program = program;
    Object.freeze(this);
  }

  /** Replaces all values decided by admins. Null clears an optional setting. Other settings keep the environment's. */
  decide(values: Readonly<Record<string, unknown>>): void {
    this.#decided.replace(values);
  }

  /** Returns the value from the environment, which applies unless an admin changed it. */
  defaultOf<Name extends keyof Settings>(name: Name): Settings[Name] {
    return this.#environment[name];
  }

  /** Another object after each change by an admin, for caches of what was made with the old values. */
  get revision(): object {
    return this.#decided.revision;
  }

  /** Logo uploaded by an admin, or null. */
  get logo(): LogoFile | null {
    return this.#decided.valueOf('LOGO', null) as LogoFile | null;
  }

  /** Color of buttons in emails. */
  get mailColor(): string {
    return this.ACTION_COLOR ?? this.MAIL_COLOR;
  }

  /** True if the API allows introspection: by default everywhere except in production. */
  get introspection(): boolean {
    return this.GRAPHQL_INTROSPECTION ?? this.NODE_ENV !== 'production';
  }

  /** True if the API accepts arbitrary GraphQL documents: by default everywhere except in production. */
  get freeDocuments(): boolean {
    return this.GRAPHQL_FREE_DOCUMENTS ?? this.NODE_ENV !== 'production';
  }

  get isSecure(): boolean {
    return this.PUBLIC_URL.startsWith('https:');
  }

  /** Address of the application that serves the admin, without a trailing slash. */
  get adminUrl(): string {
    return this.ADMIN_URL ?? this.PUBLIC_URL;
  }

  withJobTimeout(): Config {
    const values = { ...this.#environment, DATABASE_STATEMENT_SECONDS: this.DATABASE_JOB_SECONDS };
    return new Config(values, 'worker', this.#decided);
  }

  get contactEmail(): string {
    return this.CONTACT_EMAIL ?? this.MAIL_FROM;
  }
}

function decidedNames(): Array<keyof Settings> {
  return settings
    .all()
    .filter(([, { decidedIn }]) => decidedIn !== undefined)
    .map(([name]) => name as keyof Settings);
}

/** The message lists each missing or invalid setting. */
export class ConfigError extends Error {}

const workerOnlySettings = ['WORKER_DATABASE_URL', 'WORKER_SEALED_DATABASE_URL', 'WORKER_SEALED_KEYS_URL'] as const;
const migrationsOnly = ['MIGRATE_DATABASE_URL', 'MIGRATE_KEYS_URL', ...workerOnlySettings] as const;

/** @throws ConfigError listing everything that is missing or invalid */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const values: Record<string, unknown> = {};
  const complaints: string[] = [];
  for (const [name, definition] of settings.all()) {
    const { text, wrong: problem } = textOf(environment, nameIn(environment, name, definition), definition.secret);
    if (problem) {
      complaints.push(`${problem}\n  ${definition.about}`);
      continue;
    }
    const result = definition.schema.safeParse(text === '' ? undefined : text);
    if (result.success) values[name] = result.data;
    else complaints.push(describeFault(name, definition, text, result.error.issues[0]?.message));
  }
  complaints.push(...incomplete(values), ...conflicts(values));
  const config = new Config(values as unknown as Settings);
  complaints.push(...checkSentinels(config), ...adminHostFaults(config));
  complaints.push(...discreetSenderFaults(values), ...discreetNumberFaults(values));
  if (config.REQUIRE_TLS) complaints.push(...plainConnections(config));
  if (config.NODE_ENV === 'production') {
    complaints.push(
      ...inProduction(values),
      ...(config.REQUIRE_TLS ? [] : plainSentinels(config)),
      ...migrationsOnly.filter((name) => environment[name]).map(programsOnlyProblem),
    );
  }
  if (complaints.length > 0) {
    // A misspelled variable may explain a missing setting.
    complaints.push(...findUnknownSettings(environment).map(({ says: message }) => message));
    throw new ConfigError(`Upstander cannot start with this configuration:\n\n${complaints.join('\n\n')}\n`);
  }
  return config;
}

function nameIn(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  { formerName }: Setting,
): string {
  return formerName !== undefined && !environment[name]?.trim() && environment[formerName] ? formerName : name;
}

/** Secrets can be read from the file named in `<NAME>_FILE`. */
function textOf(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  secret = false,
): { text?: string | undefined; wrong?: string } {
  const text = environment[name]?.trim();
  const path = secret ? environment[`${name}_FILE`] : undefined;
  if (!path) return isQuoted(text) ? { wrong: describeQuotes(name) } : { text };
  if (text) return { wrong: `${name}_FILE and ${name} are both set: remove one of them.` };
  try {
    return { text: readFileSync(path, 'utf8').trim() };
  } catch {
    return { wrong: `${name}_FILE names a file that cannot be read.` };
  }
}

/** True if the value is still quoted. `docker run --env-file` doesn't strip quotes. */
function isQuoted(text = ''): boolean {
  return /^"[^"]+"$|^'[^']+'$/.test(text);
}

function describeQuotes(name: string): string {
  return `${name} is in quotes, which are read as part of the value: remove them.`;
}

/**
 * Returns a secret that only the command line reads, or undefined.
 * @throws ConfigError if its file can't be read, or REQUIRE_TLS refuses the address
 */
export function readSecret(environment: Readonly<Record<string, string | undefined>>, name: string) {
  const { text, wrong: problem } = textOf(environment, name, true);
  const fault = problem ?? (environment['REQUIRE_TLS'] === 'true' ? findUnencrypted(text, name) : null);
  if (fault) throw new ConfigError(fault);
  return text === '' ? undefined : text;
}

/** @throws ConfigError if the secret is missing */
export function requireSecret(environment: Readonly<Record<string, string | undefined>>, name: string, what: string) {
  const text = readSecret(environment, name);
  if (text === undefined) throw new ConfigError(`${name} is missing: ${what}. See “Roles” in docs/operator-guide.md.`);
  return text;
}

function incomplete(values: Readonly<Record<string, unknown>>): string[] {
  const missing = new Map<string, string>();
  for (const [name, definition] of settings.all().filter(([settingName]) => settingName in values)) {
    for (const other of definition.requiredSettings?.(values[name]) ?? []) {
      if (other in values && values[other] === undefined && !missing.has(other)) missing.set(other, name);
    }
  }
  return [...missing].map(([name, by]) => formatFault(name, settings.get(name), `is missing, and ${by} needs it`));
}

function conflicts(values: SettingValues): string[] {
  return settings
    .all()
    .map(([name, definition]) => (name in values ? definition.conflict?.(values[name], values) : null))
    .filter((complaint) => complaint != null);
}

function inProduction(values: Readonly<Record<string, unknown>>): string[] {
  const allowed = (values['PLAIN_CONNECTIONS_TO'] ?? []) as Settings['PLAIN_CONNECTIONS_TO'];
  return settings
    .all()
    .filter(([name]) => name in values)
    .flatMap(([name, definition]) => [
      definition.productionProblem?.(values[name], name, values),
      values['REQUIRE_TLS'] ? null : plainConnection(values[name], name, allowed),
    ])
    .filter((complaint) => complaint != null);
}

/** Returns a sentence for each connection that REQUIRE_TLS refuses. */
export function plainConnections(config: Config): string[] {
  const values = config as unknown as Readonly<Record<string, unknown>>;
  const faults = settings.all().map(([name, setting]) => findUnencrypted(values[name], name, setting));
  return [
    ...faults.filter((fault) => fault !== null),
    ...unencryptedSentinels(config),
    ...plainExceptions(config.PLAIN_CONNECTIONS_TO),
  ];
}

function programsOnlyProblem(name: (typeof migrationsOnly)[number]): string {
  const settingOfWorker = workerOnlySettings.find((ownName) => ownName === name)?.replace('WORKER_', '');
  if (settingOfWorker)
    return `${name} is only for the migrations: give this URL to the worker as its ${settingOfWorker}, and to no other program except “upstander serve”.`;
  return `${name} is only for the migrations: an attacker who takes over this program must not get the owner's rights.`;
}

function describeFault(name: string, definition: Setting, text: string | undefined, problem = 'is invalid'): string {
  // Keeps an invalid secret out of the log.
  return formatFault(
    name,
    definition,
    !text ? 'is missing' : definition.secret ? problem : `is ${quoteValue(text)}: ${problem}`,
  );
}

/** At most 80 characters, with invisible characters escaped. */
function quoteValue(text: string): string {
  const maxLength = 80;
  const printable = text
    .slice(0, maxLength)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (one) => `\\u{${one.codePointAt(0)!.toString(16)}}`);
  return `"${printable}${text.length > maxLength ? '…' : ''}"`;
}

function formatFault(name: string, { about, example }: Setting, message: string): string {
  return `${name} ${message}\n  ${about}\n  Example: ${name}=${example}`;
}
