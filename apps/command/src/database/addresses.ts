import type { Addresses, SealedAddresses } from '@upstander/db';
import {
  ConfigError,
  databaseAddress,
  firstOf,
  givenSetting,
  leadsToWrites,
  neededSetting,
  type Environment,
} from '@upstander/platform';

/** How the owner and the programs enter the databases. */
export interface AllAddresses {
  readonly app: Addresses;
  /** Missing where the installation has no sealed zone. */
  readonly sealed?: SealedAddresses;
  /** Every role that these addresses name. */
  readonly roles: string[];
}

/** @throws ConfigError where one is missing. */
export function addressesOf(environment: Environment): AllAddresses {
  const owner = ownersOf(environment, 'MIGRATE_DATABASE_URL', 'the database, as the role that owns it');
  const program = neededSetting(
    environment,
    'DATABASE_URL',
    'the same database, as the role of the api and the worker',
  );
  const app = { owner, program };
  const [zone, keys, wrapping] = ['SEALED_DATABASE_URL', 'SEALED_KEYS_URL', 'SEALED_KEYS'].map((name) =>
    givenSetting(environment, name),
  );
  if (!zone || !keys) return { app, roles: rolesOf(owner, program) };
  const keysOwner = ownersOf(environment, 'MIGRATE_KEYS_URL', 'SEALED_KEYS_URL, as the role that owns it');
  const sealed = { program: zone, keys: { owner: keysOwner, program: keys }, ...(wrapping && { wrapping }) };
  return { app, sealed, roles: rolesOf(owner, program, zone, keysOwner, keys) };
}

function rolesOf(...urls: string[]): string[] {
  return [...new Set(urls.map((url) => decodeURIComponent(new URL(firstOf(url)).username)))];
}

/** The programs' own addresses are looked at with their other settings. */
function ownersOf(environment: Environment, name: string, what: string): string {
  const url = neededSetting(environment, name, what);
  const address = databaseAddress(url);
  if (!address) throw new ConfigError(`${name} is not right: it must begin with postgres:// or postgresql://.`);
  if (!leadsToWrites(address))
    throw new ConfigError(`${name} has several hosts: add target_session_attrs=read-write, as in DATABASE_URL.`);
  return url;
}
