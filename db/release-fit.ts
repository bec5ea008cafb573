import { ConfigError } from '@upstander/platform';
import { keyMigrations, sealedMigrations } from './sealed-migrations/index.js';
import { migrations } from './migrations/index.js';
import { releaseFacts } from './release-facts.mjs';
import { changedMigration, isChanged } from './release-record.js';
import { madeOf, numberOf, sqlOf, zoneOf, type Made, type Zone } from './sql-source.js';
import { isLater } from './versions.js';

/** How a program and the databases it works with go together. */
export interface ReleaseFit {
  /** Migrations that the program knows and its databases have not run; none when they fit. */
  pending: string[];
  /** Those that were run with another text. */
  changed: string[];
  /** Whether functions and policies are the program's own, or those of a later release, which leave it working. */
  functions: 'ok' | 'older';
}

/** One of our databases, as a program reaches it. */
interface Asked {
  query(sql: string): Promise<unknown>;
}

interface Found {
  run: Array<{ name: string; sum: string }> | null;
  made: Made[] | null;
  releases: string[] | null;
}

/**
 * Asks each database what it was made of. `keys` is that of the sealed zone, left out where there is none; when it does
 * not answer it is left out as well, for only what is sealed needs it.
 */
export async function releaseFit(main: Asked, keys: Asked | null): Promise<ReleaseFit> {
  const found = await lookAt(main, keys ? ['app', 'sealed'] : ['app']);
  const ofKeys = keys ? await lookAt(keys, ['keys']).catch(() => null) : null;
  const all = ofKeys ? [found, ofKeys] : [found];
  return {
    pending: all.flatMap(({ pending }) => pending),
    changed: all.flatMap(({ changed }) => changed),
    functions: all.every(({ functions }) => functions === 'ok') ? 'ok' : 'older',
  };
}

/** @throws ConfigError that names a migration which was changed after it was run. */
export function refuseChanged({ changed: [name] }: ReleaseFit): void {
  if (name !== undefined) throw new ConfigError(changedMigration(name));
}

const migrationsOf = { app: migrations, sealed: sealedMigrations, keys: keyMigrations };

async function lookAt(database: Asked, zones: readonly Zone[]): Promise<ReleaseFit> {
  const expected = zones.flatMap((zone) => migrationsOf[zone].map(({ name }) => name));
  // Not there, or not ours to read before the migrations have said what the programs may do.
  const [table] = await rowsOf<{ readable: boolean | null }>(
    database,
    `SELECT has_table_privilege(to_regclass('public.release'), 'SELECT') AS readable`,
  );
  if (!table?.readable) return { pending: expected, changed: [], functions: 'older' };
  const [found] = await rowsOf<Found>(
    database,
    `SELECT (SELECT json_agg(json_build_object('name', name, 'sum', sha256)) FROM public.migration_sum) AS run,
       (SELECT json_agg(json_build_object('file', file, 'hash', hash)) FROM public.sql_source) AS made,
       (SELECT json_agg(version) FROM public.release) AS releases`,
  );
  const run = found?.run ?? [];
  const names = new Set(run.map(({ name }) => name));
  const made = numberOf((found?.made ?? []).filter(({ file }) => zones.includes(zoneOf(file))));
  const later = (found?.releases ?? []).some((version) => isLater(version, releaseFacts.version));
  return {
    pending: expected.filter((name) => !names.has(name)),
    changed: run.filter(({ name, sum }) => isChanged(name, sum)).map(({ name }) => name),
    functions: later || made === ownNumber(zones) ? 'ok' : 'older',
  };
}

const ownNumbers = new Map<string, string>();

function ownNumber(zones: readonly Zone[]): string {
  const key = zones.join();
  const known = ownNumbers.get(key) ?? numberOf(zones.flatMap((zone) => sqlOf(zone)).map(madeOf));
  ownNumbers.set(key, known);
  return known;
}

/** TypeORM's way to answer, and pg's. */
async function rowsOf<T>(database: Asked, sql: string): Promise<T[]> {
  const answer = await database.query(sql);
  return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as T[];
}
