import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { entityTriggers } from './entity-triggers.js';
import { sqlFiles } from './sql-files.js';

/** The database or schema of a file: the main database, its sealed zone, or the key database. */
export type Zone = 'app' | 'sealed' | 'keys';

/** A function with its triggers, or the policies of a table. The path is <kind>/<schema>/<name>.sql: the folder of a noun is left out. */
export interface SqlFile {
  path: string;
  text: string;
}

/** Without the folder of the noun, so that databases don't notice when a file moves. */
const pathOf = (file: string) => file.replace(/^(functions\/\w+\/)[\w-]+\//, '$1');

/** The texts by path. @throws Error if two folders have the same function */
export function textsByPath(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const texts = new Map(Object.entries(files).map(([file, text]) => [pathOf(file), text]));
  if (texts.size < Object.keys(files).length) throw new Error('Two files in db/functions create the same function.');
  return texts;
}

const texts = textsByPath(sqlFiles);

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Returns the functions, triggers and policies of a zone, functions first because policies call them. */
export function sqlOf(zone: Zone): SqlFile[] {
  const triggers = entityTriggers();
  return [...texts]
    .map(([path, text]) => ({ path, text: `${text.replaceAll('\r\n', '\n')}${triggers[path] ?? ''}` }))
    .filter(({ path }) => zoneOf(path) === zone)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Returns the text of one file, for a migration whose tables need its function. */
export function sqlText(path: string): string {
  const text = texts.get(path);
  if (text === undefined) throw new Error(`db/${path} does not exist.`);
  return text;
}

export interface AppliedFile {
  file: string;
  hash: string;
}

export const fingerprintOf = ({ path, text }: SqlFile): AppliedFile => ({ file: path, hash: hashOf(text) });

/** Returns one hash for all applied files. It differs if another release migrated last. */
export function numberOf(made: readonly AppliedFile[]): string {
  const lines = made.map(({ file, hash }) => `${file} ${hash}`);
  return hashOf(lines.sort().join('\n'));
}

/**
 * Recreates changed functions, triggers and policies, and drops those without a file. Returns the paths of the applied
 * files.
 */
export async function applySql(runner: QueryRunner, zone: Zone, files = sqlOf(zone)): Promise<string[]> {
  await runner.query('CREATE TABLE IF NOT EXISTS public.sql_source (file text PRIMARY KEY, hash text NOT NULL)');
  const rows: AppliedFile[] = await runner.query('SELECT file, hash FROM public.sql_source');
  const applied = new Map(rows.map(({ file, hash }) => [file, hash]));
  for (const path of applied.keys()) {
    if (zoneOf(path) !== zone || files.some((file) => file.path === path)) continue;
    await dropObjects(runner, path);
    await runner.query('DELETE FROM public.sql_source WHERE file = $1', [path]);
  }
  const changed = files.filter(({ path, text }) => applied.get(path) !== hashOf(text));
  // Functions call each other, so their bodies are checked once all of them exist.
  await runner.query('SET LOCAL check_function_bodies = off');
  for (const { path, text } of changed) {
    await dropObjects(runner, path, { orLeave: true });
    await runner.query(text);
    await runner.query(
      'INSERT INTO public.sql_source (file, hash) VALUES ($1, $2) ON CONFLICT (file) DO UPDATE SET hash = excluded.hash',
      [path, hashOf(text)],
    );
  }
  await runner.query('SET LOCAL check_function_bodies = on');
  for (const { path } of changed) await validateBody(runner, path);
  return changed.map(({ path }) => path);
}

/**
 * Drops everything the files created, before migrations are undone.
 * Functions that tables depend on are dropped by their migration.
 */
export async function removeSql(runner: QueryRunner, zone: Zone): Promise<void> {
  for (const { path } of sqlOf(zone).reverse()) await dropObjects(runner, path, { orLeave: true });
  await runner.query('DROP TABLE public.sql_source');
}

export function zoneOf(path: string): Zone {
  const folder = path.split('/')[1];
  return folder === 'sealed' || folder === 'keys' ? folder : 'app';
}

/** Returns the schema and name of the object a file creates. The key database has only one schema. */
export function objectName(path: string): [schema: string, name: string] {
  const [, , folder = '', name = ''] = /^(functions|policies)\/(\w+)\/(\w+)\.sql$/.exec(path) ?? [];
  if (!name) throw new Error(`db/${path} does not match functions/<schema>/<function>.sql.`);
  return [folder === 'keys' ? 'public' : folder, name];
}

const ownFunctions = `pg_proc p WHERE p.pronamespace = to_regnamespace($1) AND p.proname = $2`;

/**
 * Drops what a file created, whatever its arguments were. A function that tables or policies depend on can't be
 * dropped: with `orLeave` it stays and is replaced in place.
 */
async function dropObjects(runner: QueryRunner, path: string, { orLeave = false } = {}): Promise<void> {
  const drops = path.startsWith('policies/')
    ? `SELECT format('DROP POLICY %I ON %I.%I', policyname, schemaname, tablename) AS sql FROM pg_policies
       WHERE schemaname = $1 AND tablename = $2`
    : `SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) AS sql FROM pg_trigger t
       WHERE t.tgfoid IN (SELECT p.oid FROM ${ownFunctions})
       UNION ALL SELECT format('DROP FUNCTION %s', p.oid::regprocedure) FROM ${ownFunctions}`;
  for (const { sql } of (await runner.query(drops, objectName(path))) as Array<{ sql: string }>) {
    await runner.query('SAVEPOINT drop_one');
    await runner.query(sql).catch(async (error: { code?: string }) => {
      if (!orLeave || error.code !== dependencyError) throw error;
      await runner.query('ROLLBACK TO SAVEPOINT drop_one');
    });
    await runner.query('RELEASE SAVEPOINT drop_one');
  }
}

/** dependent_objects_still_exist */
const dependencyError = '2BP01';

/** Checks the body of a function, which CREATE FUNCTION skipped. */
async function validateBody(runner: QueryRunner, path: string): Promise<void> {
  if (!path.startsWith('functions/')) return;
  const found: unknown[] = await runner.query(
    `SELECT CASE l.lanname WHEN 'sql' THEN fmgr_sql_validator(p.oid) ELSE plpgsql_validator(p.oid) END
     FROM pg_language l, ${ownFunctions} AND l.oid = p.prolang`,
    objectName(path),
  );
  if (found.length !== 1)
    throw new Error(`db/${path} creates ${found.length} functions named ${objectName(path).join('.')}.`);
}
