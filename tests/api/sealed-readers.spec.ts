import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { runBypassingTriggers } from '../support/advocacy.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  fillSealedZone,
  listReaderAccess,
  type AccessFilter,
  type FilledSealedZone,
} from '../support/sealed-readers.js';

const file = join(__dirname, 'sealed-readers.md');
const introduction = `# What each reader sees and may do in the sealed zone

Written by \`tests/api/sealed-readers.spec.ts\`, which reads and tries every change as each kind of reader, and fails if the
result differs from this list (\`UPDATE_SEALED_READERS=1\` rewrites it). Everything else is refused or not visible. A and B are
two applicants, each with a business; C requested a consultation. The numbers are rows.
`;

jest.setTimeout(300_000);

let app: TestApp;
let zone: FilledSealedZone;
let client: pg.Client;
let now: Date;
let asItIs: string[];
beforeAll(async () => {
  app = await startApp();
  zone = await fillSealedZone(app);
  now = app.clock.now();
  client = new pg.Client({ connectionString: app.config.SEALED_DATABASE_URL });
  await client.connect();
  asItIs = await listReaderAccess(client, zone, now);
});
afterAll(async () => {
  await client.end();
  await app.close();
});

test('gives every reader exactly the access in the list', async () => {
  const list = `${introduction}\n${asItIs.map((line) => `- ${line}`).join('\n')}\n`;
  if (process.env['UPDATE_SEALED_READERS']) await writeFile(file, list);
  expect(list).toBe(await readFile(file, 'utf8').catch(() => ''));
});

interface Policy {
  name: string;
  table: string;
  command: string;
  using: string | null;
  check: string | null;
}

/** Omits the backup policies, which are for the owner. apps/command/src/an-operators-day.spec.ts creates a backup. */
const policies = () =>
  runBypassingTriggers<Policy>(
    app,
    `SELECT policyname AS name, tablename AS table, cmd AS command, qual AS using, with_check AS check
     FROM pg_policies WHERE schemaname = 'sealed' AND policyname <> 'backup' ORDER BY tablename, policyname`,
  );

const accessBefore = new Map<string, string>();

async function isSame(filter: AccessFilter): Promise<boolean> {
  return (await listReaderAccess(client, zone, now, filter)).join() === accessBefore.get(JSON.stringify(filter));
}

/**
 * Changes a table's protection by force and restores it afterward. Statements that name the table usually show a
 * difference, so the others run only if they don't.
 */
async function isSameWithout(change: string, back: string, table: string, reader?: string): Promise<boolean> {
  const filters: AccessFilter[] = [{ reader, table }, { reader }];
  for (const filter of filters) {
    const key = JSON.stringify(filter);
    if (!accessBefore.has(key)) accessBefore.set(key, (await listReaderAccess(client, zone, now, filter)).join());
  }
  await runBypassingTriggers(app, change);
  try {
    return (await isSame(filters[0]!)) && (await isSame(filters[1]!));
  } finally {
    await runBypassingTriggers(app, back);
  }
}

/** Returns undefined for a policy of several kinds of readers. */
const readerOf = ({ using, check }: Policy) => /sealed\.reader\(\) = '(\w+)'/.exec(using ?? check ?? '')?.[1];

test('every policy matters: the list changes without it', async () => {
  const idle: string[] = [];
  for (const policy of await policies()) {
    const { name, table, command, using, check } = policy;
    const back = `CREATE POLICY ${name} ON sealed.${table} FOR ${command}
      ${using ? `USING (${using})` : ''} ${check ? `WITH CHECK (${check})` : ''}`;
    const drop = `DROP POLICY ${name} ON sealed.${table}`;
    if (await isSameWithout(drop, back, table, readerOf(policy))) idle.push(`${table}.${name}`);
  }
  expect(idle).toEqual([]);
  expect(await listReaderAccess(client, zone, now)).toEqual(asItIs);
});

test('every row condition matters: the list changes without it', async () => {
  const idle: string[] = [];
  for (const policy of await policies()) {
    const { name, table, command, using, check } = policy;
    // Keeps the reader and removes the row condition. Policies that already cover all rows are skipped.
    const reader = readerOf(policy);
    if (!reader || !/subject|actor|code_hash|from_whom|status|given|EXISTS/.test(`${using} ${check}`)) continue;
    const all = `(sealed.reader() = '${reader}')`;
    const alter = (u: string | null, c: string | null) =>
      `ALTER POLICY ${name} ON sealed.${table} ${u ? `USING (${u})` : ''} ${c ? `WITH CHECK (${c})` : ''}`;
    const wide = alter(command === 'INSERT' ? null : all, command === 'SELECT' || command === 'DELETE' ? null : all);
    const back = alter(using, check ?? (command === 'UPDATE' ? using : null));
    if (await isSameWithout(wide, back, table, reader)) idle.push(`${table}.${name}`);
  }
  expect(idle).toEqual([]);
  expect(await listReaderAccess(client, zone, now)).toEqual(asItIs);
});

test('every trigger matters too', async () => {
  const triggers = await runBypassingTriggers<{ name: string; table: string }>(
    app,
    `SELECT t.tgname AS name, c.relname AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'sealed'::regnamespace AND NOT t.tgisinternal ORDER BY 2, 1`,
  );
  expect(triggers.length).toBeGreaterThan(6);
  const idle: string[] = [];
  for (const { name, table } of triggers) {
    const change = (verb: string) => `ALTER TABLE sealed.${table} ${verb} TRIGGER ${name}`;
    if (await isSameWithout(change('DISABLE'), change('ENABLE'), table)) idle.push(`${table}.${name}`);
  }
  // No role but the owner has the privileges these triggers refuse. They are a second barrier.
  expect(idle).toEqual(['audit.audit_is_append_only', 'audit.audit_is_never_emptied']);
});

test('every table has the same read-only policy for backups by the owner', async () => {
  const policies = await runBypassingTriggers<object>(
    app,
    `SELECT DISTINCT cmd, qual, permissive, roles::text FROM pg_policies WHERE schemaname = 'sealed' AND policyname = 'backup'`,
  );
  expect(policies).toEqual([{ cmd: 'SELECT', qual: 'sealed.backs_up()', permissive: 'PERMISSIVE', roles: '{public}' }]);
});

test('row-level security is enabled on every table and forced on its owner', async () => {
  const open = await runBypassingTriggers(
    app,
    `SELECT relname FROM pg_class WHERE relnamespace = 'sealed'::regnamespace AND relkind IN ('r', 'p')
       AND relname <> 'migrations' AND NOT (relrowsecurity AND relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
});
