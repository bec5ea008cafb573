import type { MainAddresses, SealedAddresses } from '@upstander/db';
import { sealedZoneConflict } from '@upstander/identity';
import {
  ConfigError,
  databaseAddress,
  firstOf,
  readSecret,
  acceptsWrites,
  requireSecret,
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
  const program = requireSecret(
    environment,
    'DATABASE_URL',
    'the same database, as the role of the api, and of the worker unless it has its own',
  );
  const worker = workersOf(environment, 'WORKER_DATABASE_URL');
  const app = { owner, program, worker };
  const [zone, keys, wrapping] = ['SEALED_DATABASE_URL', 'SEALED_KEYS_URL', 'SEALED_KEYS'].map((name) =>
    readSecret(environment, name),
  );
  const conflict = sealedZoneConflict(environment['SEALED_ZONE'], {
    SEALED_DATABASE_URL: zone,
    SEALED_KEYS_URL: keys,
    SEALED_KEYS: wrapping,
  });
  if (conflict) throw new ConfigError(conflict);
  if (!zone || !keys) return { app, roles: rolesOf(owner, program, worker) };
  const keysOwner = ownersOf(environment, 'MIGRATE_KEYS_URL', 'SEALED_KEYS_URL, as its owner');
  const [zoneWorker, keysWorker] = [
    workersOf(environment, 'WORKER_SEALED_DATABASE_URL'),
    workersOf(environment, 'WORKER_SEALED_KEYS_URL'),
  ];
  if (!zoneWorker !== !keysWorker)
    throw new ConfigError(
      'WORKER_SEALED_DATABASE_URL and WORKER_SEALED_KEYS_URL need each other: set both or neither.',
    );
  const sealed = {
    program: zone,
    worker: zoneWorker,
    keys: { owner: keysOwner, program: keys, worker: keysWorker },
    ...(wrapping && { wrapping }),
  };
  return { app, sealed, roles: rolesOf(owner, program, worker, zone, zoneWorker, keysOwner, keys, keysWorker) };
}

function workersOf(environment: Environment, name: string): string | undefined {
  const given = readSecret(environment, name);
  return given && formatAddress(name, given);
}

function rolesOf(...urls: Array<string | undefined>): string[] {
  const given = urls.filter((url) => url !== undefined);
  return [...new Set(given.map((url) => decodeURIComponent(new URL(firstOf(url)).username)))];
}

/** The programs' URLs are validated with their other settings. */
function ownersOf(environment: Environment, name: string, purpose: string): string {
  return formatAddress(name, requireSecret(environment, name, purpose));
}

/** @throws ConfigError unless the URL leads to a server that accepts writes */
function formatAddress(name: string, url: string): string {
  const address = databaseAddress(url);
  if (!address) throw new ConfigError(`${name} is invalid: it must start with postgres:// or postgresql://.`);
  if (!acceptsWrites(address))
    throw new ConfigError(`${name} has several hosts: add target_session_attrs=read-write, as in DATABASE_URL.`);
  return url;
}
