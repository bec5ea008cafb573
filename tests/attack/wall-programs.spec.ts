import pg from 'pg';
import { aCustomRole } from '../support/custom-roles.js';
import { startApp, type TestApp } from '../support/app.js';
import { days, hours } from '../support/movable-clock.js';

/**
 * An attacker has the database URL of one program, where the API and the worker have separate roles. wall.spec.ts,
 * wall-rows.spec.ts and wall-accounts.spec.ts cover the shared role.
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
  await aCustomRole(app.db, { baseRole: 'organizer', viewAreas: ['events'] });
});
afterAll(async () => {
  for (const client of Object.values(roles)) await client.end();
  await app.close();
});

const denied = { code: '42501' };
const runAs = async (program: 'api' | 'worker', sql: string, params: unknown[] = []) => {
  await roles[program].query('BEGIN');
  try {
    return (await roles[program].query(sql, params)).rowCount;
  } finally {
    await roles[program].query('ROLLBACK');
  }
};

test("requests use the API's role and jobs use the worker's role", async () => {
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
    ['marks the app code as entered', `UPDATE identity.session SET second_step = 'done' WHERE account_id = $1`],
    ['extends a session', `UPDATE identity.session SET expires_at = now() WHERE account_id = $1`],
    ['creates an account', `INSERT INTO identity.account (email, name) VALUES ($1::text || '@example.org', 'x')`],
    ['sets a password', account(`password_hash = 'x'`)],
    ['sets an authenticator', account(`totp_secret_sealed = 'x'`)],
    ['confirms an authenticator', account('totp_confirmed_at = now()')],
    ['changes the address of an account', account(`email = 'mine@example.org'`)],
    ['moves an account to the address of an erased one', account(`email = 'erased-x@erased.invalid'`)],
    ['vouches for an account', account('vouched_at = now()')],
    ['gives a role with power over others', grant('', `'organizer'`)],
    ['gives the volunteer role', grant('', `'volunteer'`)],
    ['gives a powerful role as if by the command line', grant(', by_command_line', `'admin', true`)],
    [
      'gives a custom role',
      `INSERT INTO identity.custom_grant (account_id, custom_role_id, created_at, seal)
       SELECT $1, id, now(), '' FROM identity.custom_role WHERE base_role = 'organizer'`,
    ],
    ['removes a custom role', 'DELETE FROM identity.custom_grant'],
    ['changes a custom role', `UPDATE identity.custom_role SET manage_areas = '{gifts}'`],
    ['moves a role', 'UPDATE identity."grant" SET account_id = $1'],
    ['changes one role to another', `UPDATE identity."grant" SET role = 'admin' WHERE account_id = $1`],
    [
      'requests a role',
      `INSERT INTO identity.role_request (account_id, role, status, requested_by, requested_at, expires_at)
       VALUES ($1, 'advocate', 'requested', $1, now(), now())`,
    ],
    ['approves a role', 'UPDATE identity.role_request SET approved_by = $1, approved_at = now()'],
    ['moves the start of a role forward', 'UPDATE identity.role_request SET begins_at = now() WHERE account_id = $1'],
    ['seals a request', `UPDATE identity.role_request SET seal = '\\x00' WHERE account_id = $1`],
    [
      'creates a sign-in code',
      `INSERT INTO identity.sign_in_code (email, kind, locale, created_at, expires_at)
       VALUES ($1::text || '@example.org', 'code', 'en', now(), now())`,
    ],
    ['moves a sign-in code', `UPDATE identity.sign_in_code SET email = $1::text || '@example.org'`],
    ['resets counted tries', `DELETE FROM identity.rate_limit WHERE key = $1`],
    [
      'records an action in the name of staff',
      `INSERT INTO identity.staff_action (account_id, operation) VALUES ($1, 'x')`,
    ],
    ['creates a link to someone’s data', `INSERT INTO identity.data_link (email) VALUES ($1::text)`],
    ['requests the erasure of someone’s data', `INSERT INTO identity.data_request (email) VALUES ($1::text)`],
    ['renames a chapter', `UPDATE identity.chapter SET name = $1::text`],
    ['makes someone a member of a business', `INSERT INTO opportunities.member (account_id) VALUES ($1)`],
    ['approves a business', `INSERT INTO opportunities.approval (account_id) VALUES ($1)`],
    ['rewrites the history of a role request', `UPDATE identity.role_request_change SET by_account_id = $1`],
  ])('never %s', async (_, sql) => {
    await expect(runAs('worker', sql, sql.includes('$1') ? [accountId] : [])).rejects.toMatchObject(denied);
  });

  test('cannot reopen a closed account or revoke a role with power over others', async () => {
    const closed = await app.signedIn({ role: 'volunteer' });
    await app.db.query('UPDATE identity.account SET disabled_at = now() WHERE id = $1', [closed.accountId]);
    await expect(runAs('worker', account('disabled_at = NULL'), [closed.accountId])).rejects.toMatchObject(denied);
    const revoke = `DELETE FROM identity."grant" WHERE account_id = $1`;
    await expect(runAs('worker', revoke, [adminId])).rejects.toMatchObject(denied);
  });

  test('can grant a powerful role only if two people approved it', async () => {
    await expect(runAs('worker', grant('', `'admin'`), [accountId])).rejects.toMatchObject({
      constraint: 'grant_two_people',
    });
  });

  test('can write what an erasure or an authenticator reset needs', async () => {
    const nobody = `email = 'erased-' || id || '@erased.invalid', name = '—', password_hash = NULL, totp_secret_sealed = NULL,
      totp_confirmed_at = NULL, disabled_at = now(), seal = NULL`;
    expect(await runAs('worker', account(nobody), [accountId])).toBe(1);
    const end = 'UPDATE identity.session SET revoked_at = now() WHERE account_id = $1';
    expect(await runAs('worker', end, [accountId])).toBe(1);
    expect(await runAs('worker', `DELETE FROM identity."grant" WHERE account_id = $1`, [accountId])).toBe(1);
    expect(await runAs('worker', 'SELECT FROM identity."grant" WHERE account_id = $1 FOR SHARE', [adminId])).toBe(1);
  });

  test('can start a role that two people approved and expire an unapproved one', async () => {
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

describe('the role of the API', () => {
  test.each([
    ['records a run of a job', `INSERT INTO platform.job_run (job, done_at) VALUES ('keep-retention', now())`],
    ['hides a failed job', 'UPDATE platform.job_run SET failures = 0'],
    ['forgets a job', 'DELETE FROM platform.job_run'],
    [
      'records an attempt to read a file',
      `INSERT INTO platform.file_attempt (kind, file_id) VALUES ('x', gen_random_uuid())`,
    ],
    ['resets the attempts of a file', 'DELETE FROM platform.file_attempt'],
    ['marks an email as sent', 'UPDATE notifications.mail SET sent_at = now()'],
    ['claims an email', 'UPDATE notifications.mail SET claimed_by = gen_random_uuid()'],
    ['schedules an email that was already sent', `INSERT INTO notifications.mail (key, sent_at) VALUES ('x', now())`],
    ['marks a notice as emailed', 'UPDATE identity.notice SET mailed_at = now()'],
    ['frees a spent solution for reuse', 'DELETE FROM identity.spent_solution'],
    ['issues a receipt', 'INSERT INTO fundraising.receipt (gift_id) VALUES (gen_random_uuid())'],
    ['changes the receipt counter', 'DELETE FROM fundraising.receipt_counter'],
    ['matches a gift', 'INSERT INTO fundraising.match (gift_id) VALUES (gen_random_uuid())'],
    ['adds a row to an import', 'INSERT INTO fundraising.gift_import_row (import_id) VALUES (gen_random_uuid())'],
    ['changes how far the Stripe list was read', 'DELETE FROM fundraising.listing'],
    ['changes places', 'UPDATE platform.area SET name = name'],
    ['rewrites the history of a role request', 'DELETE FROM identity.role_request_change'],
  ])('never %s', async (_, sql) => {
    await expect(runAs('api', sql)).rejects.toMatchObject(denied);
  });

  test('can put a failed email back in the outbox', async () => {
    const requeueEmail = `UPDATE notifications.mail SET status = 'due', attempts = 0, first_tried_at = NULL, last_error = NULL`;
    await expect(runAs('api', requeueEmail)).resolves.not.toBeNull();
  });
});

describe.each(['api', 'worker'] as const)('the role of the %s', (program) => {
  test.each([
    ['creates a table', 'CREATE TABLE public.mine (id uuid)'],
    ['reads the applications', 'SELECT FROM sealed.application'],
    ['disables a trigger', 'ALTER TABLE identity.account DISABLE TRIGGER account_keeps_credentials'],
    [
      'replaces a trigger function',
      'CREATE OR REPLACE FUNCTION identity.keep_credentials() RETURNS trigger LANGUAGE sql AS $$ $$',
    ],
    ['changes the ledger', 'UPDATE ledger.posting SET amount_minor = 0'],
  ])('never %s', async (_, sql) => {
    await expect(runAs(program, sql)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42P13)$/) });
  });

  test.each(['upstander', 'upstander_api', 'upstander_worker', 'upstander_sealed', 'upstander_owner'])(
    'cannot assume the role %s',
    async (other) => {
      if (other === `upstander_${program}`) return;
      await expect(runAs(program, `SET ROLE ${other}`)).rejects.toMatchObject(denied);
    },
  );
});

test.each(['upstander', 'upstander_api', 'upstander_worker', 'upstander_sealed', 'upstander_owner'])(
  '%s can connect only to our databases on the server',
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
