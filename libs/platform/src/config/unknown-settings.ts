import type { Environment } from './environment.js';
import { settings } from './settings.js';

/** Variables read by the migrations, `upstander backup` and deploy/postgres/roles.sh. */
const readByOthers = [
  'MIGRATE_DATABASE_URL',
  'MIGRATE_KEYS_URL',
  'WORKER_DATABASE_URL',
  'WORKER_SEALED_DATABASE_URL',
  'WORKER_SEALED_KEYS_URL',
  'PG_BIN',
  'SEALED_PASSWORD',
  'ARCHIVE_PASSPHRASE',
  'ARCHIVE_S3_ENDPOINT',
  'ARCHIVE_S3_REGION',
  'ARCHIVE_S3_ACCESS_KEY_ID',
  'ARCHIVE_S3_SECRET_ACCESS_KEY',
];

/** Prefixes used only by our settings. Hosting providers also set DATABASE_ and MAIL_ variables. */
const ownPrefix = /^(?:SEALED|FILES_S3)_/;

/** Kubernetes and Docker service variables, for example SEALED_SECRETS_SERVICE_HOST. */
const serviceVariable = /_(?:SERVICE_(?:HOST|PORT)|PORT$|PORT_\d+_(?:TCP|UDP))/;

/** OpenTelemetry libraries read more OTEL_ variables than we define as settings. */
const otherLibraryPrefix = /^OTEL_/;

/** An environment variable that looks like a setting but isn't one. */
export interface UnknownSetting {
  readonly name: string;
  readonly suggestion?: string;
  readonly says: string;
}

/**
 * Finds names close to an unset setting, or with a prefix only our settings use. Returns no values, because they may be
 * secrets.
 */
export function findUnknownSettings(environment: Environment): UnknownSetting[] {
  const knownNames = [...settings.names(), ...readByOthers];
  const former = settings.all().flatMap(([, { formerName }]) => formerName ?? []);
  const accepted = new Set([
    ...knownNames,
    ...former,
    ...knownNames.filter(isReadByOthers).map((name) => `${name}_FILE`),
  ]);
  return Object.keys(environment)
    .filter((name) => !accepted.has(name) && !otherLibraryPrefix.test(name))
    .sort()
    .flatMap((name) => {
      const suggestion = findNearest(name.toUpperCase(), knownNames);
      // A variable of another program may resemble a setting that is already set.
      const canBeForeign = !ownPrefix.test(name) || serviceVariable.test(name);
      if (canBeForeign && (suggestion === undefined || environment[suggestion])) return [];
      return [{ name, ...(suggestion !== undefined && { suggestion }), says: describeProblem(name, suggestion) }];
    });
}

export function warnAboutUnknownSettings(
  logger: { warn(fields: object, sentence: string): void },
  environment: Environment = process.env,
): void {
  const unknownSettings = findUnknownSettings(environment);
  if (unknownSettings.length === 0) return;
  const names = unknownSettings
    .map(({ name, suggestion }) => (suggestion === undefined ? name : `${name} (${suggestion}?)`))
    .join(', ');
  logger.warn({ names }, 'unknown settings are ignored');
}

function describeProblem(name: string, suggestion: string | undefined): string {
  const message = `${name} is not a setting and has no effect`;
  if (suggestion === undefined) return `${message}.`;
  return name === `${suggestion}_FILE`
    ? `${message}: only secrets are read from files.`
    : `${message}: did you mean ${suggestion}?`;
}

function isReadByOthers(name: string): boolean {
  return readByOthers.includes(name) || settings.get(name).secret === true;
}

/** Returns the setting within the allowed edit distance, with reordered words, or without `_FILE`. */
function findNearest(name: string, knownNames: readonly string[]): string | undefined {
  const [best] = knownNames
    .map((setting) => ({ setting, edits: countEdits(name, setting) }))
    .filter(({ setting, edits }) => edits <= maxDistance(setting))
    .sort((a, b) => a.edits - b.edits);
  return best?.setting;
}

function maxDistance({ length }: string): number {
  return length < 5 ? -1 : length < 16 ? 1 : 2;
}

/** Infinity if the lengths alone differ too much, because every start compares each variable with each setting. */
function countEdits(name: string, setting: string): number {
  if (name === `${setting}_FILE` || isReordered(name, setting)) return 0;
  return Math.abs(name.length - setting.length) > maxDistance(setting) ? Infinity : distance(name, setting);
}

function isReordered(name: string, setting: string): boolean {
  if (name.length !== setting.length) return false;
  const sortWords = (words: string) => words.split('_').sort().join('_');
  return sortWords(name) === sortWords(setting);
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbors. */
function distance(from: string, to: string): number {
  let [before, last] = [[] as number[], Array.from({ length: to.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = last[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, changed, isSwapped));
    }
    [before, last] = [last, row];
  }
  return last[to.length]!;
}
