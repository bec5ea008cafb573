import { sha256 } from '@upstander/platform';
import { hashOfAccessToken, newAccessTokenSecret } from '@upstander/integrations';
import pg from 'pg';
import { anApplication, anIntroduction, actAsBusiness, runBypassingTriggers } from '../support/advocacy.js';
import { anAccessToken } from '../support/access-tokens.js';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aCustomRole, assignCustomRole } from '../support/custom-roles.js';
import { aChapter } from '../support/factories.js';
import { days, hours } from '../support/movable-clock.js';
import { aCookie } from '../support/people.js';

/**
 * An attacker has the programs' database URL and a volunteer's account. Every table the role may write is tested for
 * power its rows could give.
 */
type Someone = Awaited<ReturnType<TestApp['signedIn']>>;
let app: TestApp;
let role: pg.Client;
let advocate: Someone;
let admin: Someone;
let thief: Someone;

beforeAll(async () => {
  app = await startApp();
  role = new pg.Client({ connectionString: app.config.DATABASE_URL });
  await role.connect();
  await anApplication(app);
});
afterAll(async () => {
  await role.end();
  await app.close();
});
beforeEach(async () => {
  app.clock.set(new Date());
  [advocate, admin, thief] = [
    await app.signedIn({ role: 'advocate' }),
    await app.signedIn({ role: 'admin' }),
    await app.signedIn({ role: 'volunteer' }),
  ];
});

const sealed = '{ sealedApplications(first: 1) { totalCount } }';
const reads = async (cookie: string) => refusal(await app.graphql(sealed, {}, { cookie }));
const listRoles = async ({ cookie }: { cookie: string }) => {
  const { data } = await app.graphql<{ me: { grants: Array<{ role: string }> } | null }>(
    `{ me { grants { role } } }`,
    {},
    { cookie },
  );
  return data.me;
};
const sql = (text: string, params: unknown[] = []) => role.query(text, params);
const session = (who: Someone) => sha256(who.cookie.replace('session=', ''));
const mayAdmin = async (cookie: string) => refusal(await app.graphql('{ accounts { totalCount } }', {}, { cookie }));

test('an advocate can read sealed data and a volunteer cannot', async () => {
  expect(await reads(advocate.cookie)).toBeNull();
  expect(await reads(thief.cookie)).toBe('NOT_ALLOWED');
  expect(await mayAdmin(admin.cookie)).toBeNull();
});

describe('identity.session', () => {
  test('an inserted row for an advocate signs no one in', async () => {
    await sql(
      `INSERT INTO identity.session (token_hash, account_id, first_step, second_step, second_step_at, user_agent, created_at,
         last_seen_at, expires_at) VALUES ($1, $2, 'password', 'done', now(), 'x', now(), now(), now() + interval '1 hour')`,
      [sha256('x'), advocate.accountId],
    );
    expect(await reads('session=x')).toBe('NOT_SIGNED_IN');
  });

  test.each([
    ['moved to an advocate', 'account_id = $2', () => advocate.accountId],
    ["with someone else's token", 'token_hash = $2', () => sha256('another')],
    ['with a later expiry', 'expires_at = $2', () => new Date(Date.now() + days(900))],
    ['with its app code renewed', 'second_step_at = $2', () => new Date(Date.now() + hours(1))],
    ['with a later start', 'created_at = $2', () => new Date(Date.now() + hours(1))],
    ['with an emailed code as its first step', 'first_step = $2', () => 'code'],
  ])('a session %s is not valid', async (_, change, value) => {
    await sql(`UPDATE identity.session SET ${change} WHERE token_hash = $1`, [session(thief), value()]);
    for (const cookie of [thief.cookie, 'session=another']) expect(await reads(cookie)).toBe('NOT_SIGNED_IN');
  });

  test('a session waiting for an app code cannot skip it by an update', async () => {
    const cookie = await aCookie(app.db, advocate.accountId, { secondStep: 'needed', now: app.clock.now() });
    await sql(`UPDATE identity.session SET second_step = 'done', second_step_at = now() WHERE token_hash = $1`, [
      sha256(cookie.replace('session=', '')),
    ]);
    expect(await reads(cookie)).toBe('NOT_SIGNED_IN');
  });

  test("a copy of an advocate's session with another token is not valid, even with its seal", async () => {
    await sql(
      `UPDATE identity.session s SET account_id = a.account_id, second_step_at = a.second_step_at, created_at = a.created_at,
         expires_at = a.expires_at, seal = a.seal FROM identity.session a WHERE s.token_hash = $1 AND a.token_hash = $2`,
      [session(thief), session(advocate)],
    );
    expect(await reads(thief.cookie)).toBe('NOT_SIGNED_IN');
  });
});

describe('identity.grant', () => {
  test.each(['admin', 'advocate', 'finance', 'moderator'])(
    'an inserted row for the role %s gives no role',
    async (given) => {
      await sql(`INSERT INTO identity."grant" (account_id, role, by_command_line) VALUES ($1, $2, true)`, [
        thief.accountId,
        given,
      ]);
      expect(await listRoles(thief)).toEqual({ grants: expect.arrayContaining([{ role: given.toUpperCase() }]) });
      expect(await reads(thief.cookie)).toBe('NOT_ALLOWED');
      expect(await mayAdmin(thief.cookie)).toBe('NOT_ALLOWED');
      for (const list of ['disbursements', 'approvals']) {
        expect(refusal(await app.graphql(`{ ${list} { totalCount } }`, {}, thief))).toBe('NOT_ALLOWED');
      }
    },
  );

  test('a role moved to another account with its seal counts nowhere', async () => {
    await sql(`DELETE FROM identity."grant" WHERE account_id = $1`, [thief.accountId]);
    await sql(`UPDATE identity."grant" SET account_id = $1 WHERE account_id = $2`, [
      thief.accountId,
      advocate.accountId,
    ]);
    expect(await reads(thief.cookie)).toBe('NOT_ALLOWED');
    expect(await reads(advocate.cookie)).toBe('NOT_ALLOWED');
  });

  test('a chapter role cannot be widened to all chapters', async () => {
    const { id: chapterId } = await aChapter(app.db);
    const local = await app.signedIn({ role: 'moderator', chapterId });
    expect(refusal(await app.graphql('{ approvals { totalCount } }', {}, local))).toBeNull();
    await sql(`UPDATE identity."grant" SET chapter_id = NULL WHERE account_id = $1`, [local.accountId]);
    expect(refusal(await app.graphql('{ approvals { totalCount } }', {}, local))).toBe('NOT_ALLOWED');
  });

  test('a revoked role cannot be restored with its old seal', async () => {
    const columns = 'id, account_id, role, chapter_id, created_at, granted_by, by_command_line, request_id, seal';
    const { rows } = await sql(`SELECT ${columns} FROM identity."grant" WHERE account_id = $1`, [advocate.accountId]);
    const input = { accountId: advocate.accountId, role: 'ADVOCATE' };
    const revoke = 'mutation ($input: GrantInput!) { revokeRole(input: $input, confirmLastHolder: true) { id } }';
    expect(refusal(await app.graphql(revoke, { input }, admin))).toBeNull();
    await app.runJob('keep-advocates');
    await sql(
      `INSERT INTO identity."grant" (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      Object.values(rows[0] as object),
    );
    expect(await reads(advocate.cookie)).toBe('ADVOCATE_NOT_LISTED');
  });
});

describe('identity.custom_grant and identity.custom_role', () => {
  const gifts = '{ gifts { totalCount } }';

  test('an inserted custom role and a grant of it give no access', async () => {
    const { rows } = await sql(
      `INSERT INTO identity.custom_role (name, base_role, view_areas, created_at, seal)
       VALUES ('Bookkeeper', 'finance', '{gifts}', now(), '\\x00') RETURNING id`,
    );
    await sql(
      `INSERT INTO identity.custom_grant (account_id, custom_role_id, by_command_line, created_at, seal)
       VALUES ($1, $2, true, now(), '\\x00')`,
      [thief.accountId, (rows[0] as { id: string }).id],
    );
    expect(refusal(await app.graphql(gifts, {}, thief))).toBe('NOT_ALLOWED');
  });

  test('a custom role with more areas than it was sealed with counts nowhere', async () => {
    const roleId = await aCustomRole(app.db, { viewAreas: ['ledger'] });
    await sql(`UPDATE identity.custom_role SET view_areas = '{gifts,ledger}' WHERE id = $1`, [roleId]);
    await assignCustomRole(app.db, thief.accountId, roleId);
    expect(refusal(await app.graphql(gifts, {}, thief))).toBe('NOT_ALLOWED');
  });
});

describe('identity.role_request', () => {
  const pair = (status: string) =>
    sql(
      `INSERT INTO identity.role_request (account_id, role, status, requested_by, requested_at, expires_at)
       VALUES ($1, 'advocate', 'requested', $2, now(), now() + interval '7 days') RETURNING id`,
      [thief.accountId, admin.accountId],
    ).then(async ({ rows }) => {
      const { id } = rows[0] as { id: string };
      if (status === 'requested') return id;
      await sql(
        `UPDATE identity.role_request SET status = 'approved', approved_by = $2, approved_at = now(), begins_at = now()
         WHERE id = $1`,
        [id, advocate.accountId],
      );
      return id;
    });

  test('a forged request with a forged approval puts no role into effect', async () => {
    await pair('approved');
    app.clock.advance(hours(1));
    await app.runJob('begin-roles');
    expect(
      (await sql(`SELECT FROM identity."grant" WHERE account_id = $1 AND role = 'advocate'`, [thief.accountId])).rows,
    ).toEqual([]);
    expect(await reads(thief.cookie)).toBe('NOT_ALLOWED');
  });

  test('not even with a forged role row beside them', async () => {
    const id = await pair('approved');
    await sql(`UPDATE identity.role_request SET status = 'active', begun_at = now() WHERE id = $1`, [id]);
    await sql(
      `INSERT INTO identity."grant" (account_id, role, request_id, granted_by) VALUES ($1, 'advocate', $2, $3)`,
      [thief.accountId, id, admin.accountId],
    );
    expect(await reads(thief.cookie)).toBe('NOT_ALLOWED');
  });

  test('a forged request cannot be approved', async () => {
    const approve = 'mutation ($id: ID!) { approveRole(requestId: $id) { status } }';
    expect(refusal(await app.graphql(approve, { id: await pair('requested') }, advocate))).toBe('NOT_FOUND');
  });
});

describe('the allowlist of the sealed zone', () => {
  test('a genuine role opens nothing without its entry', async () => {
    await runBypassingTriggers(app, `DELETE FROM sealed.advocate WHERE account_id = '${advocate.accountId}'`);
    expect(await reads(advocate.cookie)).toBe('ADVOCATE_NOT_LISTED');
  });

  test('an entry written by the sealed role without the keys is not valid', async () => {
    await runBypassingTriggers(
      app,
      `UPDATE sealed.advocate SET mac = (SELECT mac FROM sealed.advocate WHERE account_id <> '${advocate.accountId}' LIMIT 1)
       WHERE account_id = '${advocate.accountId}'`,
    );
    expect(await reads(advocate.cookie)).toBe('ADVOCATE_NOT_LISTED');
  });
});

describe('opportunities.member', () => {
  const list = '($id: ID!) { myIntroductions(businessId: $id) { alias } }';
  const readRequest = async (who: Someone, id: string) => refusal(await app.graphql(`query ${list}`, { id }, who));

  test('a forged membership in a business shows no introductions', async () => {
    const { member } = await anIntroduction(app);
    expect(await actAsBusiness(app, member).list(member.businessId)).toHaveLength(1);
    const other = await app.signedIn({ role: 'business' });
    await sql(
      `INSERT INTO opportunities.member (business_id, account_id, name, role, added_at) VALUES ($1, $2, 'x', 'owner', now())`,
      [member.businessId, other.accountId],
    );
    expect(await readRequest(other, member.businessId)).toBe('NOT_FOUND');
    await sql(
      `UPDATE opportunities.member SET seal = (SELECT seal FROM opportunities.member WHERE account_id = $1) WHERE account_id = $2`,
      [member.accountId, other.accountId],
    );
    expect(await readRequest(other, member.businessId)).toBe('NOT_FOUND');
  });
});

describe('integrations.access_token', () => {
  test('a forged or changed access token gives no access', async () => {
    const asProgram = async (headers: Record<string, string>) =>
      refusal(await app.graphql('{ manageEvents { totalCount } }', {}, { headers }));
    const token = await anAccessToken(app, admin.accountId, { viewAreas: ['roster'] });
    expect(await asProgram(token.headers)).toBe('INSUFFICIENT_SCOPE');
    await sql(`UPDATE integrations.access_token SET view_areas = '{events}' WHERE id = $1`, [token.id]);
    expect(await asProgram(token.headers)).toBe('INVALID_TOKEN');
    const own = newAccessTokenSecret();
    await sql(
      `INSERT INTO integrations.access_token (owner_id, kind, name, view_areas, token_hash, created_at, expires_at, seal)
       SELECT owner_id, kind, name, '{events}', $2, created_at, expires_at, seal FROM integrations.access_token WHERE id = $1`,
      [token.id, hashOfAccessToken(own)],
    );
    expect(await asProgram({ authorization: `Bearer ${own}` })).toBe('INVALID_TOKEN');
  });
});

test('database statistics reveal nothing about the sealed tables', async () => {
  await anApplication(app);
  const zone = new pg.Client({ connectionString: app.config.SEALED_DATABASE_URL });
  await zone.connect();
  expect((await zone.query('SHOW track_counts')).rows).toEqual([{ track_counts: 'off' }]);
  await zone.end();
  const { rows } = await sql(
    `SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'sealed' AND n_tup_ins + n_tup_upd + n_tup_del > 0
     UNION ALL SELECT relname FROM pg_class WHERE relnamespace = 'sealed'::regnamespace AND relkind = 'r' AND reltuples > 0`,
  );
  expect(rows).toEqual([]);
});

/**
 * Power that a row of each account table gives to an attacker who can write it. A table missing here fails the test:
 * decide what its rows are worth, and add attacks above if they lead to survivors' data.
 */
const worth: Readonly<Record<string, 'tried above' | 'no power of its own'>> = {
  account: 'tried above',
  app_secret: 'no power of its own',
  chapter: 'no power of its own',
  chapter_person: 'no power of its own',
  custom_grant: 'tried above',
  custom_role: 'tried above',
  data_link: 'no power of its own',
  data_request: 'no power of its own',
  grant: 'tried above',
  legal_hold: 'no power of its own',
  logo: 'no power of its own',
  notice: 'no power of its own',
  passkey: 'tried above',
  rate_limit: 'no power of its own',
  record_grant: 'no power of its own',
  recovery_code: 'no power of its own',
  role_request: 'tried above',
  role_request_change: 'no power of its own',
  saved_view: 'no power of its own',
  security_event: 'no power of its own',
  session: 'tried above',
  settings_version: 'no power of its own',
  sign_in_code: 'tried above',
  sign_in_identity: 'tried above',
  spent_solution: 'no power of its own',
  staff_action: 'no power of its own',
  staff_action_thing: 'no power of its own',
};

test('every writable account table is classified', async () => {
  const { rows } = await sql(
    `SELECT table_name AS name FROM information_schema.role_table_grants
     WHERE table_schema = 'identity' AND grantee = current_user AND privilege_type IN ('INSERT', 'UPDATE')
     GROUP BY 1 ORDER BY 1`,
  );
  expect(rows.map((row) => (row as { name: string }).name)).toEqual(Object.keys(worth).sort());
});
