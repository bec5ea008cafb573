import { existsSync, readFileSync } from 'node:fs';
import { parse, parsePlPgSQL } from 'libpg-query';
import type { QueryRunner } from 'typeorm';
import { applySql, objectName, removeSql, sqlOf, type SqlFile, type Zone } from './sql-source.js';

const root = new URL('../', import.meta.url);

/**
 * A file must parse with PostgreSQL's own parser, including bodies, and create only what it is named after. A function
 * that is not a trigger must name its caller, which must call it.
 */
export async function faultsOf({ path, text }: SqlFile): Promise<string[]> {
  const made = objectName(path).join('.');
  const isPolicy = path.startsWith('policies/');
  const faults: string[] = [];
  try {
    for (const { stmt } of (await parse(text)).stmts ?? []) {
      const created = isPolicy ? policyOn(stmt) : functionOf(stmt);
      if (created !== made) faults.push(`creates ${created ?? 'something else'} instead`);
    }
    if (/^LANGUAGE plpgsql\b/m.test(text)) await parsePlPgSQL(text);
  } catch (error) {
    faults.push(`cannot be parsed: ${(error as Error).message}`);
  }
  if (!isPolicy && !/RETURNS trigger\b/.test(text)) {
    const caller = /^-- (?:Called|Set) by (\S+)$/m.exec(text)?.[1];
    if (!caller) faults.push('does not name its caller (-- Called by <path>)');
    else if (/^-- Called/m.test(text) && !callsFunction(caller, made)) faults.push(`is not called by ${caller}`);
  }
  return faults.map((fault) => `db/${path} ${fault}.`);
}

type Statement = NonNullable<NonNullable<Awaited<ReturnType<typeof parse>>['stmts']>[number]['stmt']>;

function functionOf(statement: Statement | undefined): string | undefined {
  const node = (statement ?? {}) as Record<string, { funcname?: Array<{ String?: { sval?: string } }> } | undefined>;
  return (node['CreateFunctionStmt'] ?? node['CreateTrigStmt'])?.funcname?.map((part) => part.String?.sval).join('.');
}

function policyOn(statement: Statement | undefined): string | undefined {
  const node = (statement ?? {}) as Record<string, { table?: { schemaname?: string; relname?: string } } | undefined>;
  const table = node['CreatePolicyStmt']?.table;
  return table && `${table.schemaname}.${table.relname}`;
}

function callsFunction(caller: string, name: string): boolean {
  const url = new URL(caller, root);
  return existsSync(url) && new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(readFileSync(url, 'utf8'));
}

/** Returns where the functions, triggers and policies of a database differ from the files. Changes nothing. */
export async function sqlDrift(runner: QueryRunner, zone: Zone): Promise<string[]> {
  await runner.startTransaction();
  try {
    const before = await definitions(runner, zone);
    await removeSql(runner, zone);
    const left = await definitions(runner, zone);
    await applySql(runner, zone);
    const after = await definitions(runner, zone);
    // Functions that tables depend on can't be dropped.
    const filed = sqlOf(zone).map(({ path }) => `function ${objectName(path).join('.')}(`);
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
      if (before.get(name) !== after.get(name)) return [`${name} differs from its file.`];
      return left.has(name) && !filed.some((start) => name.startsWith(start)) ? [`${name} has no file.`] : [];
    });
  } finally {
    await runner.rollbackTransaction();
  }
}

const schemas = {
  app: `n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bullmq', 'sealed')`,
  sealed: `n.nspname = 'sealed'`,
  keys: `n.nspname = 'public'`,
};

async function definitions(runner: QueryRunner, zone: Zone): Promise<Map<string, string>> {
  const rows: Array<{ name: string; definition: string }> = await runner.query(`
    SELECT format('function %s.%s(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS name, pg_get_functiondef(p.oid) AS definition
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE ${schemas[zone]} AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'trigger ' || t.tgname || ' on ' || c.oid::regclass::text, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${schemas[zone]} AND NOT t.tgisinternal
    UNION ALL
    SELECT 'policy ' || p.policyname || ' on ' || p.schemaname || '.' || p.tablename,
      concat_ws(' ', p.permissive, p.roles, p.cmd, p.qual, 'check', p.with_check)
    FROM pg_policies p JOIN pg_namespace n ON n.nspname = p.schemaname WHERE ${schemas[zone]}`);
  return new Map(rows.map(({ name, definition }) => [name, definition]));
}
