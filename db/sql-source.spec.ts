import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { faultsOf, sqlDrift } from './check-sql.js';
import { migrateToLatest } from './migrate-to-latest.js';
import { ownersSource } from './owners-source.js';
import { applySql, sqlOf, textsByPath, type SqlFile, type Zone } from './sql-source.js';

const server = process.env['TEST_DATABASE_URL'] ?? '';
const name = `spec_${randomUUID().replaceAll('-', '')}`;
const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;

async function runInServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

let source: DataSource;
let runner: QueryRunner;
beforeAll(async () => {
  await runInServer(`CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE']}`);
  source = await ownersSource(url, 'app').initialize();
  runner = source.createQueryRunner();
});
afterAll(async () => {
  await runner.release();
  await source.destroy();
  await runInServer(`DROP DATABASE ${name} WITH (FORCE)`);
});

async function inRolledBackTransaction<T>(work: () => Promise<T>): Promise<T> {
  await runner.startTransaction();
  try {
    return await work();
  } finally {
    await runner.rollbackTransaction();
  }
}

describe('sqlDrift', () => {
  test.each<Zone>(['app', 'sealed'])(
    'finds no difference in the functions, triggers and policies of zone %s',
    async (zone) => {
      expect(await sqlDrift(runner, zone)).toEqual([]);
    },
  );

  test.each<[what: string, zone: Zone, sql: string, message: string]>([
    [
      'a replaced function',
      'app',
      'CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
      'function ledger.refuse_change() differs from its file.',
    ],
    [
      'a function with another search path',
      'sealed',
      'ALTER FUNCTION sealed.change_only() SET search_path = public',
      'function sealed.change_only() differs from its file.',
    ],
    [
      'a function without a file',
      'app',
      'CREATE FUNCTION events.extra() RETURNS integer LANGUAGE sql RETURN 1',
      'function events.extra() has no file.',
    ],
    [
      'a trigger without a file',
      'app',
      `CREATE TRIGGER extra BEFORE UPDATE ON events.event FOR EACH ROW
       EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()`,
      'trigger extra on events.event has no file.',
    ],
    [
      'a disabled trigger',
      'app',
      'ALTER TABLE ledger.posting DISABLE TRIGGER append_only',
      'trigger append_only on ledger.posting differs from its file.',
    ],
    [
      'a dropped policy',
      'sealed',
      'DROP POLICY own ON sealed.application',
      'policy own on sealed.application differs from its file.',
    ],
    [
      'a widened policy',
      'sealed',
      'ALTER POLICY own ON sealed.message USING (true)',
      'policy own on sealed.message differs from its file.',
    ],
  ])('reports %s', async (_case, zone, sql, message) => {
    await inRolledBackTransaction(async () => {
      await runner.query(sql);
      expect(await sqlDrift(runner, zone)).toEqual([message]);
    });
  });
});

describe('applying SQL files', () => {
  const findFunctions = async (name: string) =>
    (await runner.query(`SELECT oid::regprocedure::text AS is FROM pg_proc WHERE proname = $1`, [name])) as unknown[];
  const changeFile = (path: string, to: (text: string) => string) =>
    sqlOf('app').map((file) => (file.path === path ? { path, text: to(file.text) } : file));

  test('applies nothing if nothing changed', async () => {
    expect(await migrateToLatest(source, 'app')).toEqual([]);
  });

  test('applies only changed files', async () => {
    const path = 'functions/events/end_signups.sql';
    const files = changeFile(path, (text) => `-- Another comment.\n${text}`);
    await inRolledBackTransaction(async () => {
      expect(await applySql(runner, 'app', files)).toEqual([path]);
    });
  });

  test('drops functions whose arguments, result or triggers changed', async () => {
    const path = 'functions/opportunities/evidence_done.sql';
    const more = changeFile(path, (text) =>
      text
        .replace('since integer)', 'since integer, at timestamptz)')
        .replace('RETURNS text[]', 'RETURNS SETOF text[]'),
    );
    const trigger = 'functions/ledger/refuse_change.sql';
    const fewer = changeFile(trigger, (text) => text.slice(0, text.indexOf('\n\nCREATE OR REPLACE TRIGGER')));
    await inRolledBackTransaction(async () => {
      await applySql(runner, 'app', more);
      expect(await findFunctions('evidence_done')).toEqual([
        { is: 'opportunities.evidence_done(uuid,integer,timestamp with time zone)' },
      ]);
      await applySql(runner, 'app', fewer);
      expect(await runner.query(`SELECT FROM pg_trigger WHERE tgname = 'append_only'`)).toEqual([]);
      await applySql(runner, 'app');
      expect(await sqlDrift(runner, 'app')).toEqual([]);
    });
  });

  test('replaces in place a function that columns depend on', async () => {
    const path = 'functions/platform/fold.sql';
    const files = changeFile(path, (text) => text.replace('lower(', 'upper('));
    await inRolledBackTransaction(async () => {
      expect(await applySql(runner, 'app', files)).toEqual([path]);
      expect(await runner.query(`SELECT platform.fold('é')`)).toEqual([{ fold: 'E' }]);
    });
  });

  test('drops functions without a file, and fails if something depends on one', async () => {
    const withoutPart = (part: string) => sqlOf('app').filter(({ path }) => !path.includes(part));
    await inRolledBackTransaction(async () => {
      await applySql(runner, 'app', withoutPart('chapter_may_close'));
      expect(await findFunctions('chapter_may_close')).toEqual([]);
      await expect(applySql(runner, 'app', withoutPart('platform/fold'))).rejects.toMatchObject({ code: '2BP01' });
    });
  });

  test.each([
    ['a syntax error', (text: string) => text.replace('SELECT', 'SELEKT')],
    ['an unknown column', (text: string) => text.replace('e.kind', 'e.kynd')],
  ])('changes nothing if a file has %s', async (_case, to) => {
    const files = changeFile('functions/opportunities/evidence_done.sql', to);
    await expect(inRolledBackTransaction(() => applySql(runner, 'app', files))).rejects.toThrow();
    expect(await sqlDrift(runner, 'app')).toEqual([]);
  });
});

describe('textsByPath', () => {
  test('leaves out the folder of a noun', () => {
    const files = { 'functions/events/shift-leads/end_leads.sql': 'one', 'policies/sealed/matter.sql': 'two' };
    expect([...textsByPath(files)]).toEqual([
      ['functions/events/end_leads.sql', 'one'],
      ['policies/sealed/matter.sql', 'two'],
    ]);
  });

  test('rejects two files of the same function', () => {
    const files = { 'functions/events/end_leads.sql': 'one', 'functions/events/shift-leads/end_leads.sql': 'two' };
    expect(() => textsByPath(files)).toThrow('Two files in db/functions create the same function.');
  });
});

describe('faultsOf', () => {
  const file = (text: string, path = 'functions/events/end_signups.sql'): SqlFile => ({ path, text });
  const made = 'CREATE FUNCTION events.end_signups() RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;';
  const called = '-- Called by libs/events/src/waitlist/waitlist.ts\n';

  test.each([
    ['is correct', called + made, []],
    ['names no caller', made, [expect.stringContaining('does not name its caller')]],
    [
      'names a caller that does not call it',
      `-- Called by db/migrate.ts\n${made}`,
      [expect.stringContaining('is not called by')],
    ],
    [
      'creates another function',
      called + made.replace('end_signups', 'end'),
      [expect.stringContaining('creates events.end instead')],
    ],
    [
      'contains another statement',
      `${called}${made}\nDROP TABLE events.event;`,
      [expect.stringContaining('creates something else instead')],
    ],
    ['cannot be parsed', `${called}CREATE FUNKTION`, [expect.stringContaining('cannot be parsed')]],
    [
      'has a body that cannot be parsed',
      `${called}CREATE FUNCTION events.end_signups() RETURNS void\nLANGUAGE plpgsql AS $$ BEGIN IF true; END $$;`,
      [expect.stringContaining('cannot be parsed')],
    ],
  ])('a file that %s', async (_case, text, faults) => {
    expect(await faultsOf(file(text))).toEqual(faults);
  });
});
