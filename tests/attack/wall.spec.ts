import { bindCodes, SealedZone } from '@upstander/advocacy';
import { migrate } from '@upstander/db';
import pg from 'pg';
import { anApplication, runBypassingTriggers, withCode } from '../support/advocacy.js';
import { startApp, type TestApp } from '../support/app.js';
import { runAsOwner, connectAsSuperuser } from '../support/tampering.js';

/** An attacker has the URL of the app's database and runs any SQL there. */
let app: TestApp;
let thief: pg.Client;
beforeAll(async () => {
  app = await startApp();
  thief = new pg.Client({ connectionString: app.config.DATABASE_URL });
  await thief.connect();
});
afterAll(async () => {
  await thief.end();
  await app.close();
});

const denied = { code: '42501' };
const database = () => new URL(app.config.DATABASE_URL).pathname.slice(1);
const trojan = (schema: string) => `CREATE FUNCTION ${schema}.set_config(text, text, boolean) RETURNS text LANGUAGE sql
  AS $$ SELECT pg_catalog.set_config('sealed.reader', 'advocate', true) $$`;

describe('the app role can only read and write rows', () => {
  test.each([
    ['changes its own search path', () => `ALTER DATABASE ${database()} SET search_path = trojan, pg_catalog`],
    ['gives the database away', () => `ALTER DATABASE ${database()} OWNER TO upstander`],
    ['renames it', () => `ALTER DATABASE ${database()} RENAME TO mine`],
    ['creates a schema', () => 'CREATE SCHEMA trojan'],
    ['creates a function in the public schema', () => trojan('public')],
    ['creates a function in one of our schemas', () => trojan('platform')],
    ["creates a function in the queue's schema", () => trojan('bullmq')],
    ['creates a temporary function', () => trojan('pg_temp')],
    ['creates a temporary table', () => 'CREATE TEMP TABLE application (id uuid)'],
    ['creates a table', () => 'CREATE TABLE public.mine (id uuid)'],
    ['creates an extension', () => 'CREATE EXTENSION dblink'],
    ['assumes the sealed role', () => 'SET ROLE upstander_sealed'],
    ['assumes the owner role', () => 'SET ROLE upstander_owner'],
    ['grants itself the sealed schema', () => 'GRANT USAGE ON SCHEMA sealed TO upstander'],
    ['changes the sealed role', () => `ALTER ROLE upstander_sealed SET search_path = public`],
    ['truncates the audit trail', () => 'TRUNCATE sealed.audit'],
    ['reads the applications', () => 'SELECT * FROM sealed.application'],
    ['reads the audit trail', () => 'SELECT * FROM sealed.audit'],
    ['writes to the audit trail', () => `UPDATE sealed.audit_head SET seq = 0`],
    [
      'inserts into the sealed zone',
      () => `INSERT INTO sealed.monthly_count (month, kind, what) VALUES ('2026-11-01', 'x', 'x')`,
    ],
    ['drops a ledger trigger', () => 'DROP TRIGGER append_only ON ledger.posting'],
    ['disables a ledger trigger', () => 'ALTER TABLE ledger.posting DISABLE TRIGGER append_only'],
    ['disables all triggers', () => 'SET session_replication_role = replica'],
    [
      'replaces a trigger function',
      () => 'CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE sql AS $$ SELECT 1 $$',
    ],
    ['adds a status transition', () => `INSERT INTO platform.status_change VALUES ('gift', 'lost', 'pending')`],
    ['truncates the ledger', () => 'TRUNCATE ledger.transaction CASCADE'],
    ['changes the ledger', () => 'UPDATE ledger.posting SET amount_minor = 0'],
    [
      'grants itself the privilege to',
      () => 'GRANT UPDATE ON ledger.posting TO upstander; UPDATE ledger.posting SET amount_minor = 0',
    ],
    ['drops a constraint', () => 'ALTER TABLE events.shift DROP CONSTRAINT shift_never_oversold'],
    ['truncates a table', () => 'TRUNCATE events.event CASCADE'],
    ['marks a migration as done', () => `INSERT INTO public.migrations (timestamp, name) VALUES (1, 'x')`],
    ['reads server files', () => `COPY (SELECT 1) TO PROGRAM 'id'`],
  ])('refuses when it %s', async (_what, sql) => {
    await expect(thief.query(sql())).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0LP01|42602)$/) });
  });

  test('the key database does not let it connect', async () => {
    const keys = Object.assign(new URL(app.config.DATABASE_URL), {
      pathname: new URL(app.config.SEALED_KEYS_URL ?? '').pathname,
    });
    await expect(new pg.Client({ connectionString: keys.href }).connect()).rejects.toMatchObject(denied);
  });

  test('only the owner role owns objects', async () => {
    const admin = await connectAsSuperuser(app);
    const { rows } = await admin.query(
      `SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
       UNION SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE pronamespace = 'sealed'::regnamespace
       UNION SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()`,
    );
    await admin.end();
    expect(rows).toEqual([{ owner: 'upstander_owner' }]);
  });

  test('the sealed role cannot create or disable anything', async () => {
    const sealed = new pg.Client({ connectionString: app.config.SEALED_DATABASE_URL });
    await sealed.connect();
    for (const sql of [
      'CREATE TABLE sealed.mine (id uuid)',
      trojan('sealed'),
      'CREATE TEMP TABLE mine (id uuid)',
      'ALTER TABLE sealed.audit DISABLE TRIGGER audit_is_append_only',
      'ALTER TABLE sealed.application NO FORCE ROW LEVEL SECURITY',
      'DROP POLICY own ON sealed.application',
      'TRUNCATE sealed.audit',
      'DELETE FROM sealed.audit',
      'SELECT FROM identity.account',
    ])
      await expect(sealed.query(sql)).rejects.toMatchObject(denied);
    await sealed.end();
  });
});

describe("with the attacker's schema first in the search path", () => {
  let admin: pg.Client;
  beforeAll(async () => {
    admin = await connectAsSuperuser(app);
    // Simulates what an app that still owned its database could have left behind.
    await admin.query(`CREATE SCHEMA trojan; GRANT USAGE ON SCHEMA trojan TO PUBLIC; ${trojan('trojan')}`);
    await admin.query('CREATE TABLE public.fallen (what text); GRANT ALL ON public.fallen TO PUBLIC');
    for (const what of [
      'set_config(text, text, boolean)',
      'current_setting(text, boolean)',
      'string_to_array(text, text)',
    ])
      await admin.query(`CREATE OR REPLACE FUNCTION trojan.${what} RETURNS text LANGUAGE plpgsql
        AS $$ BEGIN INSERT INTO public.fallen VALUES ('${what}'); RETURN 'advocate'; END $$`);
    await admin.query(`ALTER DATABASE ${database()} SET search_path = trojan, pg_catalog`);
    // Older connections have another search path. Waits until they are closed, because an open one would be reused
    // once.
    await admin.query(`SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE usename = 'upstander_sealed'
      AND datname = current_database()`);
  });
  afterAll(async () => {
    await admin.query(`ALTER DATABASE ${database()} RESET ALL`);
    await admin.end();
  });

  test('the sealed zone calls no function of the attacker', async () => {
    const { code } = await anApplication(app);
    expect(await withCode(app, code).changeSafeContact({ safeContact: { channel: 'ADVOCATE' } })).toMatchObject({
      kind: 'APPLICATION',
    });
    const path = `SELECT pg_catalog.current_setting('search_path') AS path`;
    expect(
      await app.nest.get(SealedZone).runAs({ kind: 'system', job: 'advocacy-report' }, (tx) => tx.query(path)),
    ).toEqual([{ path: 'pg_catalog,sealed,pg_temp' }]);
    expect((await admin.query('SELECT * FROM public.fallen')).rows).toEqual([]);
  });

  test('migrations call none either', async () => {
    const { url: program, ownerUrl: owner } = app.database;
    expect(await migrate({ owner, program })).toEqual([]);
    expect((await admin.query('SELECT * FROM public.fallen')).rows).toEqual([]);
  });
});

describe('a reply code opens only its own record', () => {
  async function moved(more: string) {
    const [thiefs, victims] = [await anApplication(app), await anApplication(app)];
    await runBypassingTriggers(
      app,
      `WITH mine AS (DELETE FROM sealed.application WHERE id = '${thiefs.id}' RETURNING code_hash, code_bound)
       UPDATE sealed.application SET code_hash = mine.code_hash${more} FROM mine WHERE id = '${victims.id}'`,
    );
    return { thiefs, victims };
  }

  test.each(['', ', code_bound = mine.code_bound'])(
    'a code hash copied into another record opens nothing%s',
    async (more) => {
      const { thiefs, victims } = await moved(more);
      await expect(withCode(app, thiefs.code).open()).rejects.toThrow('CODE_NOT_RIGHT');
      await expect(withCode(app, victims.code).open()).rejects.toThrow('CODE_NOT_RIGHT');
    },
  );

  test('codes from before binding are bound once and never again', async () => {
    const { code, id } = await anApplication(app);
    const columns = (change: string) =>
      runAsOwner(
        app,
        `ALTER TABLE sealed.application ALTER code_bound ${change}; ALTER TABLE sealed.consultation ALTER code_bound ${change}`,
      );
    await columns('DROP NOT NULL');
    await runBypassingTriggers(app, `UPDATE sealed.application SET code_bound = NULL WHERE id = '${id}'`);
    await bindCodes(app.database.ownerUrl, app.config);
    expect(await withCode(app, code).open()).toMatchObject({ kind: 'APPLICATION' });
    await expect(runBypassingTriggers(app, `UPDATE sealed.application SET code_bound = NULL`)).rejects.toThrow(
      'not-null',
    );
  });
});

test('migrations refuse to run as a program role that owns the database', async () => {
  const { ownerUrl: owner } = app.database;
  await expect(migrate({ owner, program: owner })).rejects.toThrow('must each have their own role');
});
