import type { Logger } from '../logging/logger.js';
import type { Environment } from './environment.js';
import { settings } from './settings.js';

/** What is read besides the settings: by the migrations, by `upstander backup`, and by deploy/postgres/roles.sh. */
const readByOthers = ['MIGRATE_DATABASE_URL', 'MIGRATE_KEYS_URL', 'PG_BIN', 'SEALED_PASSWORD'];

/** What begins like so many settings is meant for us; other beginnings, such as APP_ or DATA_, other programs have as well. */
const enoughToBeOurs = 4;
const ours = ['SMTP', 'GRAPHQL', 'MIGRATE'];

/** Kubernetes and Docker tell every container so where the services beside it are: REDIS_SERVICE_HOST, REDIS_PORT_6379_TCP. */
const ofServices = /_(?:SERVICE_(?:HOST|PORT)|PORT$|PORT_\d+_(?:TCP|UDP))/;

/** Names that other systems gave, and npm's own. */
const ofOthers = /^(?:OTEL_|npm_)/i;

/** A name in the environment that looks like a setting and is none: whatever it says is not heard. */
export interface NotASetting {
  readonly name: string;
  /** The setting that was meant, where it can be told. */
  readonly meant?: string;
  readonly says: string;
}

/** Finds misspelt settings. Names only: what such a variable says may be a secret. */
export function notSettings(environment: Environment): NotASetting[] {
  const known = [...settings.names(), ...readByOthers];
  const beginnings = known.map(beginningOf).filter(Boolean);
  const isOurs = (beginning: string) =>
    ours.includes(beginning) || beginnings.filter((one) => one === beginning).length >= enoughToBeOurs;
  const heard = new Set([...known, ...known.filter(mayBeFile).map((name) => `${name}_FILE`)]);
  return Object.keys(environment)
    .filter((name) => !heard.has(name) && !ofOthers.test(name))
    .sort()
    .flatMap((name) => {
      const meant = nearest(name.toUpperCase(), known);
      const isOthers = !isOurs(beginningOf(name)) || ofServices.test(name);
      // A variable of another program may well look like a setting that is given beside it.
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

function beginningOf(name: string): string {
  return /^[^_]*(?=_)/.exec(name)?.[0] ?? '';
}

/** Only secrets are read from files. */
function mayBeFile(name: string): boolean {
  return readByOthers.includes(name) || settings.get(name).secret === true;
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const bare = name.replace(/_FILE$/, '');
  const [best] = known
    .map((one) => ({ one, away: Math.min(distance(name, one), bare === one ? 0 : Infinity) }))
    .filter(({ one, away }) => away <= mostAway(one))
    .sort((a, b) => a.away - b.away);
  return best?.one;
}

/** Short names are near to too many others. */
function mostAway({ length }: string): number {
  return length < 5 ? 0 : length < 12 ? 1 : 2;
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
