import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { keyMigrations, sealedMigrations } from './sealed-migrations/index.js';
import { migrations } from './migrations/index.js';
import { releaseFacts } from './release-facts.mjs';
import { fingerprintOf, numberOf, sqlOf, type Zone } from './sql-source.js';
import { isLater } from './versions.js';

/** The contents of a release, written once and committed: db/releases/<version>.json. */
export interface Manifest {
  version: string;
  /** The migrations of each zone in order, with the SHA-256 of their text. */
  migrations: Record<Zone, Array<{ name: string; sha256: string }>>;
  /** One hash for all of db/functions and db/policies. */
  sql: string;
}

export const releasesFolder = new URL('releases/', import.meta.url);

const zones = { app: migrations, sealed: sealedMigrations, keys: keyMigrations };

/** Returns the timestamp at the end of a migration's name. TypeORM runs migrations in this order. */
export const timestampIn = (name: string): number => Number(/\d{13}$/.exec(name)?.[0]);

export function manifestOfNow(): Manifest {
  const listed = (zone: Zone) =>
    zones[zone]
      .map(({ name }) => ({ name, sha256: releaseFacts.sums[name] ?? '' }))
      .sort((a, b) => timestampIn(a.name) - timestampIn(b.name));
  return {
    version: releaseFacts.version,
    migrations: { app: listed('app'), sealed: listed('sealed'), keys: listed('keys') },
    sql: numberOf((['app', 'sealed', 'keys'] as const).flatMap((zone) => sqlOf(zone)).map(fingerprintOf)),
  };
}

/** Returns the manifests of all releases, oldest first. */
export function manifests(): Manifest[] {
  if (!existsSync(releasesFolder)) return [];
  return readdirSync(releasesFolder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, releasesFolder), 'utf8')) as Manifest)
    .sort((a, b) => (isLater(a.version, b.version) ? 1 : -1));
}
