import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { days, hours } from '../support/movable-clock.js';

/**
 * An attacker has the database address of one program, in an installation where the api and the worker each have a role.
 * What the role they share can do is tried in wall.spec.ts, wall-rows.spec.ts and wall-accounts.spec.ts.
 */
let app: TestApp;
const roles = {} as Record<'api' | 'worker', pg.Client>;
let accountId: string;
let adminId: string;

beforeAll(async () => {
  app = await startApp();
  for (const program of ['api', 'worker'] as const) {
    roles[program] = new pg.Client({ connectionString: app.database.byProgram![program] });
    await roles[program].connect();
  }
  accountId = (await app.signedIn({ role: 'volunteer' })).accountId;
  adminId = (await app.signedIn({ role: 'admin' })).accountId;
});
afterAll(async () => {
  for (const client of Object.values(roles)) await client.end();
  await app.close();
});

const denied = { code: '42501' };
/** Statements that fail for another reason would hide a right that is there. */
const tried = async (program: 'api' | 'worker', sql: string, params: unknown[] = []) => {
  await roles[program].query('BEGIN');
  try {
    return (await roles[program].query(sql, params)).rowCount;
  } finally {
    await roles[program].query('ROLLBACK');
  }
};

test('requests use the role of the api, and jobs that of the worker', async () => {
  await app.graphql('{ me { grants { role } } }', {}, await app.signedIn({ role: 'admin' }));
  await app.runJob('begin-roles');
  const users = await app.db.query<{ name: string }>(
    `SELECT DISTINCT usename AS name FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'upstander' ORDER BY 1`,
  );
  expect(users.map(({ name }) => name)).toEqual(['upstander', 'upstander_api', 'upstander_worker']);
});

describe('the role of the worker', () => {
  const account = (change: string) => `UPDATE identity.account SET ${change} WHERE id = $1`;
  const grant = (columns: string, values: string) =>
    `INSERT INTO identity."grant" (account_id, role${columns}) VALUES ($1, ${values})`;

  test.each([
    [
      'signs anyone in',
      `INSERT INTO identity.session (token_hash, account_id, first_step, second_step, user_agent, created_at, last_seen_at, expires_at)
       VALUES ('\\x00', $1, 'password', 'done', 'x', now(), now(), now() + interval '1 hour')`,
    ],
    ['moves a session', 'UPDATE identity.session SET account_id = $1'],
    ['gives a session another token', `UPDATE identity.session SET token_hash = '\\x00' WHERE account_id = $1`],
    ['passes a second step', `UPDATE identity.session SET second_step = 'done' WHERE account_id = $1`],
    ['lets a session live longer', `UPDATE identity.session SET expires_at = now() WHERE account_id = $1`],
    ['makes an account', `INSERT INTO identity.account (email, name) VALUES ($1::text || '@example.org', 'x')`],
    ['sets a password', account(`password_hash = 'x'`)],
    ['sets a second step', account(`totp_secret_sealed = 'x'`)],
    ['confirms a second step', account('totp_confirmed_at = now()')],
    ['changes the address of an account', account(`email = 'mine@example.org'`)],
    ['moves an account to the address of another erased one', account(`email = 'erased-x@erased.invalid'`)],
    ['vouches for an account', account('vouched_at = now()')],
    ['gives a role over others', grant('', `'organizer'`)],
    ['gives the role of a volunteer', grant('', `'volunteer'`)],
    ['gives a powerful role as the command line does', grant(', by_command_line', `'admin', true`)],
    ['moves a role', 'UPDATE identity."grant" SET account_id = $1'],
    ['turns a role into another', `UPDATE identity."grant" SET role = 'admin' WHERE account_id = $1`],
    [
      'asks for a role',
      `INSERT INTO identity.role_request (account_id, role, status, requested_by, requested_at, expires_at)
       VALUES ($1, 'advocate', 'requested', $1, now(), now())`,
    ],
    ['approves a role', 'UPDATE identity.role_request SET approved_by = $1, approved_at = now()'],
    ['lets a role begin earlier', 'UPDATE identity.role_request SET begins_at = now() WHERE account_id = $1'],
    ['seals a request', `UPDATE identity.role_request SET seal = '\\x00' WHERE account_id = $1`],
    [
      'makes a sign-in code',
      `INSERT INTO identity.sign_in_code (email, kind, locale, created_at, expires_at)
       VALUES ($1::text || '@example.org', 'code', 'en', now(), now())`,
    ],
    ['moves a sign-in code', `UPDATE identity.sign_in_code SET email = $1::text || '@example.org'`],
    ['resets counted tries', `DELETE FROM identity.rate_limit WHERE key = $1`],
    ['writes in the name of staff', `INSERT INTO identity.staff_action (account_id, operation) VALUES ($1, 'x')`],
    ['makes a link to someone’s data', `INSERT INTO identity.data_link (email) VALUES ($1::text)`],
    ['wishes someone erased', `INSERT INTO identity.data_request (email) VALUES ($1::text)`],
    ['renames a chapter', `UPDATE identity.chapter SET name = $1::text`],
    ['makes someone a member of a business', `INSERT INTO opportunities.member (account_id) VALUES ($1)`],
    ['approves a business', `INSERT INTO opportunities.approval (account_id) VALUES ($1)`],
    ['changes what a role request went through', `UPDATE identity.role_request_change SET by_account_id = $1`],
  ])('never %s', async (_, sql) => {
    await expect(tried('worker', sql, sql.includes('$1') ? [accountId] : [])).rejects.toMatchObject(denied);
  });

  test('opens no closed account, and takes no role over others away', async () => {
    const closed = await app.signedIn({ role: 'volunteer' });
    await app.db.query('UPDATE identity.account SET disabled_at = now() WHERE id = $1', [closed.accountId]);
    await expect(tried('worker', account('disabled_at = NULL'), [closed.accountId])).rejects.toMatchObject(denied);
    const revoke = `DELETE FROM identity."grant" WHERE account_id = $1`;
    await expect(tried('worker', revoke, [adminId])).rejects.toMatchObject(denied);
  });

  test('gives a powerful role only if two people approved it', async () => {
    await expect(tried('worker', grant('', `'admin'`), [accountId])).rejects.toMatchObject({
      constraint: 'grant_two_people',
    });
  });

  test('does what an erasure and a lost second step need', async () => {
    const nobody = `email = 'erased-' || id || '@erased.invalid', name = '—', password_hash = NULL, totp_secret_sealed = NULL,
      totp_confirmed_at = NULL, disabled_at = now(), seal = NULL`;
    expect(await tried('worker', account(nobody), [accountId])).toBe(1);
    const end = 'UPDATE identity.session SET revoked_at = now() WHERE account_id = $1';
    expect(await tried('worker', end, [accountId])).toBe(1);
    expect(await tried('worker', `DELETE FROM identity."grant" WHERE account_id = $1`, [accountId])).toBe(1);
    expect(await tried('worker', 'SELECT FROM identity."grant" WHERE account_id = $1 FOR SHARE', [adminId])).toBe(1);
  });

  test('puts a role into effect that two people approved, and expires one that no one did', async () => {
    const now = app.clock.now();
    const [{ id } = { id: '' }] = await app.db.query<{ id: string }>(
      `INSERT INTO identity.role_request (account_id, role, status, requested_by, requested_at, expires_at)
       VALUES ($1, 'finance', 'requested', $2, $3, $4) RETURNING id`,
      [accountId, adminId, now, new Date(now.valueOf() + hours(1))],
    );
    app.clock.advance(days(8));
    await app.runJob('begin-roles');
    app.clock.set(new Date());
    expect(await app.db.query('SELECT status FROM identity.role_request WHERE id = $1', [id])).toEqual([
      { status: 'expired' },
    ]);
  });
});

describe('the role of the api', () => {
  test.each([
    ['records a run of a job', `INSERT INTO platform.job_run (job, done_at) VALUES ('keep-retention', now())`],
    ['hides a failed job', 'UPDATE platform.job_run SET failures = 0'],
    ['forgets a job', 'DELETE FROM platform.job_run'],
    [
      'records an attempt to read a file',
      `INSERT INTO platform.file_attempt (kind, file_id) VALUES ('x', gen_random_uuid())`,
    ],
    ['lets a file be read again', 'DELETE FROM platform.file_attempt'],
    ['says that an email was sent', 'UPDATE notifications.mail SET sent_at = now()'],
    ['claims an email', 'UPDATE notifications.mail SET claimed_by = gen_random_uuid()'],
    ['plans an email that was sent already', `INSERT INTO notifications.mail (key, sent_at) VALUES ('x', now())`],
    ['says that a notice was emailed', 'UPDATE identity.notice SET mailed_at = now()'],
    ['uses a solution twice', 'DELETE FROM identity.spent_solution'],
    ['issues a receipt', 'INSERT INTO fundraising.receipt (gift_id) VALUES (gen_random_uuid())'],
    ['changes the counter of receipts', 'DELETE FROM fundraising.receipt_counter'],
    ['matches a gift', 'INSERT INTO fundraising.match (gift_id) VALUES (gen_random_uuid())'],
    ['adds a row to an import', 'INSERT INTO fundraising.gift_import_row (import_id) VALUES (gen_random_uuid())'],
    ['says what Stripe has listed', 'DELETE FROM fundraising.listing'],
    ['changes places', 'UPDATE platform.area SET name = name'],
    ['changes what a role request went through', 'DELETE FROM identity.role_request_change'],
  ])('never %s', async (_, sql) => {
    await expect(tried('api', sql)).rejects.toMatchObject(denied);
  });

  test('puts a failed email back in the outbox', async () => {
    const again = `UPDATE notifications.mail SET status = 'due', attempts = 0, first_tried_at = NULL, last_error = NULL`;
    await expect(tried('api', again)).resolves.not.toBeNull();
  });
});

describe.each(['api', 'worker'] as const)('the role of the %s', (program) => {
  test.each([
    ['makes a table', 'CREATE TABLE public.mine (id uuid)'],
    ['reads who applied', 'SELECT FROM sealed.application'],
    ['switches a guard off', 'ALTER TABLE identity.account DISABLE TRIGGER account_keeps_credentials'],
    [
      'rewrites a guard',
      'CREATE OR REPLACE FUNCTION identity.keep_credentials() RETURNS trigger LANGUAGE sql AS $$ $$',
    ],
    ['changes the ledger', 'UPDATE ledger.posting SET amount_minor = 0'],
  ])('never %s', async (_, sql) => {
    await expect(tried(program, sql)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42P13)$/) });
  });

  test.each(['upstander', 'upstander_api', 'upstander_worker', 'upstander_sealed', 'upstander_owner'])(
    'does not become %s',
    async (other) => {
      if (other === `upstander_${program}`) return;
      await expect(tried(program, `SET ROLE ${other}`)).rejects.toMatchObject(denied);
    },
  );
});

test.each(['upstander', 'upstander_api', 'upstander_worker', 'upstander_sealed', 'upstander_owner'])(
  '%s connects to no database of the server but ours',
  async (role) => {
    const rows = await app.db.query(
      `SELECT d.name, has_database_privilege($1, d.name, 'CONNECT') AS connects FROM unnest(ARRAY['postgres', 'template1']) d (name)`,
      [role],
    );
    expect(rows).toEqual([
      { name: 'postgres', connects: false },
      { name: 'template1', connects: false },
    ]);
  },
);
