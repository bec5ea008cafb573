import type { MainAddresses, SealedAddresses } from '@upstander/db';
import {
  ConfigError,
  databaseAddress,
  firstOf,
  givenSetting,
  leadsToWrites,
  neededSetting,
  type Environment,
} from '@upstander/platform';

export interface AllAddresses {
  readonly app: MainAddresses;
  readonly sealed?: SealedAddresses;
  readonly roles: string[];
}

/** @throws ConfigError if one is missing */
export function addressesOf(environment: Environment): AllAddresses {
  const owner = ownersOf(environment, 'MIGRATE_DATABASE_URL', 'the database, as its owner');
  const program = neededSetting(
    environment,
    'DATABASE_URL',
    'the same database, as the role of the api, and of the worker unless it has its own',
  );
  const given = givenSetting(environment, 'WORKER_DATABASE_URL');
  const worker = given && written('WORKER_DATABASE_URL', given);
  const app = { owner, program, worker };
  const [zone, keys, wrapping] = ['SEALED_DATABASE_URL', 'SEALED_KEYS_URL', 'SEALED_KEYS'].map((name) =>
    givenSetting(environment, name),
  );
  if (!zone || !keys) return { app, roles: rolesOf(owner, program, worker) };
  const keysOwner = ownersOf(environment, 'MIGRATE_KEYS_URL', 'SEALED_KEYS_URL, as its owner');
  const sealed = { program: zone, keys: { owner: keysOwner, program: keys }, ...(wrapping && { wrapping }) };
  return { app, sealed, roles: rolesOf(owner, program, worker, zone, keysOwner, keys) };
}

function rolesOf(...urls: Array<string | undefined>): string[] {
  const given = urls.filter((url) => url !== undefined);
  return [...new Set(given.map((url) => decodeURIComponent(new URL(firstOf(url)).username)))];
}

/** The programs' URLs are validated with their other settings. */
function ownersOf(environment: Environment, name: string, purpose: string): string {
  return written(name, neededSetting(environment, name, purpose));
}

/** @throws ConfigError unless the URL leads to a server that accepts writes */
function written(name: string, url: string): string {
  const address = databaseAddress(url);
  if (!address) throw new ConfigError(`${name} is invalid: it must start with postgres:// or postgresql://.`);
  if (!leadsToWrites(address))
    throw new ConfigError(`${name} has several hosts: add target_session_attrs=read-write, as in DATABASE_URL.`);
  return url;
}
