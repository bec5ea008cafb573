import { bindCodes, SealedZone } from '@upstander/advocacy';
import { migrate } from '@upstander/db';
import pg from 'pg';
import { anApplication, byForce, withCode } from '../support/advocacy.js';
import { startApp, type TestApp } from '../support/app.js';
import { asOwner, asSuperuser } from '../support/tampering.js';

/** Somebody has the address of the app's database, and says there whatever they like. */
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
/** A function of this name that does what it should, and what a thief wants besides. */
const trojan = (schema: string) => `CREATE FUNCTION ${schema}.set_config(text, text, boolean) RETURNS text LANGUAGE sql
  AS $$ SELECT pg_catalog.set_config('sealed.reader', 'advocate', true) $$`;

describe('the role of the app reads and writes rows and nothing more', () => {
  test.each([
    ['says where names are looked up', () => `ALTER DATABASE ${database()} SET search_path = trojan, pg_catalog`],
    ['gives the database away', () => `ALTER DATABASE ${database()} OWNER TO upstander`],
    ['renames it', () => `ALTER DATABASE ${database()} RENAME TO mine`],
    ['makes a schema', () => 'CREATE SCHEMA trojan'],
    ['makes a function where everybody looks', () => trojan('public')],
    ['makes one in a room of ours', () => trojan('platform')],
    ['makes one in the room of the queue', () => trojan('bullmq')],
    ['makes one among its temporary things', () => trojan('pg_temp')],
    ['makes a temporary table', () => 'CREATE TEMP TABLE application (id uuid)'],
    ['makes a table', () => 'CREATE TABLE public.mine (id uuid)'],
    ['makes an extension', () => 'CREATE EXTENSION dblink'],
    ['takes the role of the sealed zone', () => 'SET ROLE upstander_sealed'],
    ['takes the role of the owner', () => 'SET ROLE upstander_owner'],
    ['gives itself the sealed zone', () => 'GRANT USAGE ON SCHEMA sealed TO upstander'],
    ['says something about the sealed role', () => `ALTER ROLE upstander_sealed SET search_path = public`],
    ['empties the trail', () => 'TRUNCATE sealed.audit'],
    ['reads who applied', () => 'SELECT * FROM sealed.application'],
    ['reads the trail', () => 'SELECT * FROM sealed.audit'],
    ['writes to it', () => `UPDATE sealed.audit_head SET seq = 0`],
    ['puts somebody in', () => `INSERT INTO sealed.monthly_count (month, kind, what) VALUES ('2026-11-01', 'x', 'x')`],
    ['drops a guard of the ledger', () => 'DROP TRIGGER append_only ON ledger.posting'],
    ['switches it off', () => 'ALTER TABLE ledger.posting DISABLE TRIGGER append_only'],
    ['switches all of them off', () => 'SET session_replication_role = replica'],
    [
      'rewrites what a guard does',
      () => 'CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE sql AS $$ SELECT 1 $$',
    ],
    ['opens a way from state to state', () => `INSERT INTO platform.status_change VALUES ('gift', 'lost', 'pending')`],
    ['empties the ledger', () => 'TRUNCATE ledger.transaction CASCADE'],
    ['changes the ledger', () => 'UPDATE ledger.posting SET amount_minor = 0'],
    [
      'gives itself the right to',
      () => 'GRANT UPDATE ON ledger.posting TO upstander; UPDATE ledger.posting SET amount_minor = 0',
    ],
    ['drops a constraint', () => 'ALTER TABLE events.shift DROP CONSTRAINT shift_never_oversold'],
    ['empties a table', () => 'TRUNCATE events.event CASCADE'],
    ['says that a migration was run', () => `INSERT INTO public.migrations (timestamp, name) VALUES (1, 'x')`],
    ['reads files of the server', () => `COPY (SELECT 1) TO PROGRAM 'id'`],
  ])('%s: refused', async (_what, sql) => {
    await expect(thief.query(sql())).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0LP01|42602)$/) });
  });

  test('the database of the keys does not let it in', async () => {
    const keys = Object.assign(new URL(app.config.DATABASE_URL), {
      pathname: new URL(app.config.SEALED_KEYS_URL ?? '').pathname,
    });
    await expect(new pg.Client({ connectionString: keys.href }).connect()).rejects.toMatchObject(denied);
  });

  test('no role of ours owns anything but the owner', async () => {
    const admin = await asSuperuser(app);
    const { rows } = await admin.query(
      `SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
       UNION SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE pronamespace = 'sealed'::regnamespace
       UNION SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()`,
    );
    await admin.end();
    expect(rows).toEqual([{ owner: 'upstander_owner' }]);
  });

  test('neither does the sealed role make or switch off anything', async () => {
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

describe('even where names are looked up in a schema of the thief first', () => {
  let admin: pg.Client;
  beforeAll(async () => {
    admin = await asSuperuser(app);
    // What an app that still owned its database could have said, and what it would have left there.
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
    // Connections from before have another path. They are waited for: one that is not gone yet would be asked once more.
    await admin.query(`SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE usename = 'upstander_sealed'
      AND datname = current_database()`);
  });
  afterAll(async () => {
    await admin.query(`ALTER DATABASE ${database()} RESET ALL`);
    await admin.end();
  });

  test('the sealed zone calls nothing of theirs', async () => {
    const { code } = await anApplication(app);
    expect(await withCode(app, code).changeSafeContact({ safeContact: { channel: 'ADVOCATE' } })).toMatchObject({
      kind: 'APPLICATION',
    });
    const path = `SELECT pg_catalog.current_setting('search_path') AS path`;
    expect(
      await app.nest.get(SealedZone).as({ kind: 'system', job: 'advocacy-report' }, (tx) => tx.query(path)),
    ).toEqual([{ path: 'pg_catalog,sealed,pg_temp' }]);
    expect((await admin.query('SELECT * FROM public.fallen')).rows).toEqual([]);
  });

  test('and the migrations do not either', async () => {
    const { url: program, ownerUrl: owner } = app.database;
    expect(await migrate({ owner, program })).toEqual([]);
    expect((await admin.query('SELECT * FROM public.fallen')).rows).toEqual([]);
  });
});

describe('a reply code opens its own record and no other', () => {
  /** Puts the hash of one record's code into another, past every guard. */
  async function moved(more: string) {
    const [thiefs, victims] = [await anApplication(app), await anApplication(app)];
    await byForce(
      app,
      `WITH mine AS (DELETE FROM sealed.application WHERE id = '${thiefs.id}' RETURNING code_hash, code_bound)
       UPDATE sealed.application SET code_hash = mine.code_hash${more} FROM mine WHERE id = '${victims.id}'`,
    );
    return { thiefs, victims };
  }

  test.each(['', ', code_bound = mine.code_bound'])(
    'its hash in the record of somebody else opens nothing%s',
    async (more) => {
      const { thiefs, victims } = await moved(more);
      await expect(withCode(app, thiefs.code).open()).rejects.toThrow('CODE_NOT_RIGHT');
      await expect(withCode(app, victims.code).open()).rejects.toThrow('CODE_NOT_RIGHT');
    },
  );

  test('those from before codes were bound are bound once, and never again', async () => {
    const { code, id } = await anApplication(app);
    const columns = (change: string) =>
      asOwner(
        app,
        `ALTER TABLE sealed.application ALTER code_bound ${change}; ALTER TABLE sealed.consultation ALTER code_bound ${change}`,
      );
    await columns('DROP NOT NULL');
    await byForce(app, `UPDATE sealed.application SET code_bound = NULL WHERE id = '${id}'`);
    await bindCodes(app.database.ownerUrl, app.config);
    expect(await withCode(app, code).open()).toMatchObject({ kind: 'APPLICATION' });
    await expect(byForce(app, `UPDATE sealed.application SET code_bound = NULL`)).rejects.toThrow('not-null');
  });
});

test('the migrations refuse to run for a program that owns the database', async () => {
  const { ownerUrl: owner } = app.database;
  await expect(migrate({ owner, program: owner })).rejects.toThrow('a role of their own');
});
