import { ConfigError } from '@upstander/platform';
import { migrationsOf } from './owners-source.js';
import { releaseFacts } from './release-facts.mjs';
import { changedMigration, isChanged } from './release-record.js';
import { fingerprintOf, numberOf, sqlOf, zoneOf, type AppliedFile, type Zone } from './sql-source.js';
import { isLater } from './versions.js';

export interface ReleaseFit {
  /** Migrations that the databases have not run yet. */
  pending: string[];
  /** Migrations that were run with a different text. */
  changed: string[];
  /** 'ok' if functions and policies are the program's own or those of a later release, which it can work with. */
  functions: 'ok' | 'older';
  /** True if a later release, or a later build of this one, has migrated the databases. */
  later: boolean;
}

interface Connection {
  query(sql: string): Promise<unknown>;
}

interface StoredRelease {
  run: Array<{ name: string; sum: string }> | null;
  made: AppliedFile[] | null;
  releases: string[] | null;
}

/**
 * `keys` is the key database of the sealed zone, or null without a sealed zone. If it doesn't answer, it is skipped,
 * because only the sealed zone needs it.
 */
export async function releaseFit(main: Connection, keys: Connection | null): Promise<ReleaseFit> {
  const found = await compareZones(main, keys ? ['app', 'sealed'] : ['app']);
  const inKeys = keys ? await compareZones(keys, ['keys']).catch(() => null) : null;
  const all = inKeys ? [found, inKeys] : [found];
  return {
    pending: all.flatMap(({ pending }) => pending),
    changed: all.flatMap(({ changed }) => changed),
    functions: all.every(({ functions }) => functions === 'ok') ? 'ok' : 'older',
    later: all.some(({ later }) => later),
  };
}

/** @throws ConfigError naming a migration that was changed after it was run. */
export function refuseChanged({ changed: [name] }: ReleaseFit): void {
  if (name !== undefined) throw new ConfigError(changedMigration(name));
}

async function compareZones(database: Connection, zones: readonly Zone[]): Promise<ReleaseFit> {
  const expected = zones.flatMap((zone) => migrationsOf[zone].map(({ name }) => name));
  // Missing, or not readable until the migrations have granted the programs their rights.
  const [table] = await rowsOf<{ readable: boolean | null }>(
    database,
    `SELECT has_table_privilege(to_regclass('public.release'), 'SELECT') AS readable`,
  );
  if (!table?.readable) return { pending: expected, changed: [], functions: 'older', later: false };
  const [found] = await rowsOf<StoredRelease>(
    database,
    `SELECT (SELECT json_agg(json_build_object('name', name, 'sum', sha256)) FROM public.migration_sum) AS run,
       (SELECT json_agg(json_build_object('file', file, 'hash', hash)) FROM public.sql_source) AS made,
       (SELECT json_agg(version) FROM public.release) AS releases`,
  );
  const run = found?.run ?? [];
  const names = new Set(run.map(({ name }) => name));
  const made = numberOf((found?.made ?? []).filter(({ file }) => zones.includes(zoneOf(file))));
  const later =
    (found?.releases ?? []).some((version) => isLater(version, releaseFacts.version)) ||
    run.some(({ name }) => releaseFacts.sums[name] === undefined);
  return {
    pending: expected.filter((name) => !names.has(name)),
    changed: run.filter(({ name, sum }) => isChanged(name, sum)).map(({ name }) => name),
    functions: later || made === ownNumber(zones) ? 'ok' : 'older',
    later,
  };
}

const ownNumbers = new Map<string, string>();

function ownNumber(zones: readonly Zone[]): string {
  const key = zones.join();
  const known = ownNumbers.get(key) ?? numberOf(zones.flatMap((zone) => sqlOf(zone)).map(fingerprintOf));
  ownNumbers.set(key, known);
  return known;
}

/** Supports the results of TypeORM and of pg. */
async function rowsOf<T>(database: Connection, sql: string): Promise<T[]> {
  const answer = await database.query(sql);
  return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as T[];
}
