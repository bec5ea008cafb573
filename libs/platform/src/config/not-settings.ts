import type { Logger } from '../logging/logger.js';
import type { Environment } from './environment.js';
import { settings } from './settings.js';

/** What is read besides the settings: by the migrations, by `upstander backup`, and by deploy/postgres/roles.sh. */
const readByOthers = ['MIGRATE_DATABASE_URL', 'MIGRATE_KEYS_URL', 'WORKER_DATABASE_URL', 'PG_BIN', 'SEALED_PASSWORD'];

/** Settings alone begin so. Other beginnings, such as DATABASE_ or MAIL_, hosters and other programs use as well. */
const ours = /^(?:SEALED|FILES_S3)_/;

/** Kubernetes and Docker tell every container so where the services beside it are: SEALED_SECRETS_SERVICE_HOST. */
const ofServices = /_(?:SERVICE_(?:HOST|PORT)|PORT$|PORT_\d+_(?:TCP|UDP))/;

/** Names that another system gave, whose library reads more of them than are settings here. */
const ofOthers = /^OTEL_/;

/** A name in the environment that looks like a setting and is none: whatever it says is not heard. */
export interface NotASetting {
  readonly name: string;
  /** The setting that was meant, where it can be told. */
  readonly meant?: string;
  readonly says: string;
}

/**
 * Finds misspelt settings: names that are almost one that is not set, or begin as settings alone do. Names only: what such
 * a variable says may be a secret.
 */
export function notSettings(environment: Environment): NotASetting[] {
  const known = [...settings.names(), ...readByOthers];
  const heard = new Set([...known, ...known.filter(mayBeFile).map((name) => `${name}_FILE`)]);
  return Object.keys(environment)
    .filter((name) => !heard.has(name) && !ofOthers.test(name))
    .sort()
    .flatMap((name) => {
      const meant = nearest(name.toUpperCase(), known);
      // A variable of another program may well look like a setting that is given beside it.
      const isOthers = !ours.test(name) || ofServices.test(name);
      if (isOthers && (meant === undefined || environment[meant])) return [];
      return [{ name, ...(meant !== undefined && { meant }), says: sentenceOn(name, meant) }];
    });
}

/** Says it once, when a program begins. */
export function warnOfNotSettings(logger: Pick<Logger, 'warn'>, environment: Environment = process.env): void {
  const found = notSettings(environment);
  if (found.length === 0) return;
  const names = found.map(({ name, meant }) => (meant === undefined ? name : `${name} (${meant}?)`)).join(', ');
  logger.warn({ names }, 'what looks like a setting is none, and is not heard');
}

function sentenceOn(name: string, meant: string | undefined): string {
  const says = `${name} is no setting, and nothing reads it`;
  if (meant === undefined) return `${says}.`;
  return name === `${meant}_FILE` ? `${says}: only secrets are read from files.` : `${says}: is ${meant} meant?`;
}

/** Only secrets are read from files. */
function mayBeFile(name: string): boolean {
  return readByOthers.includes(name) || settings.get(name).secret === true;
}

/** The setting that a name almost is: a letter or two away, with its words in another order, or as a file. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((one) => ({ one, away: name === `${one}_FILE` || isReordered(name, one) ? 0 : distance(name, one) }))
    .filter(({ one, away }) => away <= mostAway(one))
    .sort((a, b) => a.away - b.away);
  return best?.one;
}

/** Short names are near to too many others: PORT to none, DATABASE_POOL to DATABASE_PORT by two letters. */
function mostAway({ length }: string): number {
  return length < 5 ? -1 : length < 16 ? 1 : 2;
}

function isReordered(name: string, one: string): boolean {
  const sorted = (words: string) => words.split('_').sort().join('_');
  return sorted(name) === sorted(one);
}

/** How many letters must be put in, taken out, changed, or changed places with their neighbour (optimal string alignment). */
function distance(from: string, to: string): number {
  let [before, last] = [[] as number[], Array.from({ length: to.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = last[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, changed, swapped));
    }
    [before, last] = [last, row];
  }
  return last[to.length]!;
}
