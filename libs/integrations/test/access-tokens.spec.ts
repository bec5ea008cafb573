import { AccessTokenSeals } from '@upstander/integrations';
import { anAccessToken } from '@upstander/tests/support/access-tokens.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { days, minutes } from '@upstander/tests/support/movable-clock.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

type Someone = Awaited<ReturnType<TestApp['signedIn']>>;

let app: TestApp;
let admin: Someone;
let chapter: { id: string };
beforeAll(async () => {
  app = await startApp({ config: { TOKEN_REQUESTS_PER_MINUTE: '30' } });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(new Date());
  await runAsOwner(app, 'DELETE FROM identity.account');
  await app.db.query('DELETE FROM notifications.mail');
  chapter = await aChapter(app.db);
  admin = await app.signedIn({ role: 'admin', name: 'Alex Admin' });
});

const events = '{ manageEvents { totalCount edges { node { id } } } }';
const tokenFields = 'id name kind status viewAreas manageAreas chapterId chapterName ownerName expiresAt lastUsedAt';
interface TokenData {
  id: string;
  name: string;
  status: string;
  lastUsedAt: string | null;
  [field: string]: unknown;
}

const create = (input: object, by: { cookie?: string; headers?: Record<string, string> } = admin) =>
  app.graphql<{ createAccessToken: { secret: string; accessToken: TokenData } }>(
    `mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret accessToken { ${tokenFields} } } }`,
    { input: { name: 'Zapier', kind: 'PERSONAL', viewAreas: ['EVENTS'], days: 30, ...input } },
    by,
  );
const revoke = (id: string, by: { cookie: string } = admin) =>
  app.graphql<{ revokeAccessToken: TokenData }>(
    `mutation ($id: ID!) { revokeAccessToken(id: $id) { ${tokenFields} } }`,
    { id },
    by,
  );
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });
/** Returns the code of the refusal, or null. */
const outcome = async (by: { headers: Record<string, string> }, query = events, at: TestApp = app) =>
  refusal(await at.graphql(query, {}, by));
const mails = () =>
  app.db.query<{ template: string; recipient: string }>(
    `SELECT template, recipient::text FROM notifications.mail WHERE template LIKE 'access-token%' ORDER BY 1, 2`,
  );

describe('creating an access token', () => {
  test('shows the secret once, stores only its hash, and emails the owner', async () => {
    const { data } = await create({ viewAreas: ['EVENTS'], manageAreas: ['ROSTER'] });
    const { secret, accessToken: token } = data.createAccessToken;
    expect(secret).toMatch(/^ups_[0-9A-Za-z]{49}$/);
    expect(token).toMatchObject({ status: 'ACTIVE', ownerName: 'Alex Admin', chapterId: null, lastUsedAt: null });
    expect(Date.parse(String(token['expiresAt'])) - app.clock.now().valueOf()).toBe(days(30));
    const [row] = await app.db.query<{ row: string }>(
      'SELECT row_to_json(t)::text AS row FROM integrations.access_token t',
    );
    expect(row!.row).not.toContain(secret.slice(4));
    expect(await mails()).toEqual([{ template: 'access-token-created', recipient: admin.email }]);
    expect(await outcome(bearer(secret))).toBeNull();
  });

  test('requires an authenticator code within the last few minutes', async () => {
    app.clock.advance(minutes(60));
    expect(refusal(await create({}))).toBe('SECOND_STEP_AGAIN');
  });

  test('rejects areas that are unknown, not for programs, or not in the roles of the owner', async () => {
    const organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
    expect(refusal(await create({ viewAreas: ['COFFEE'] }))).toBe('BAD_USER_INPUT');
    for (const input of [
      { viewAreas: ['LEDGER'] },
      { viewAreas: ['EVENTS'], manageAreas: ['PERSONAL_DATA'] },
      { viewAreas: [], manageAreas: [] },
    ]) {
      expect([input, refusal(await create(input))]).toEqual([input, 'BAD_INPUT']);
    }
    for (const input of [
      { viewAreas: ['RECURRING_GIFTS'] },
      { manageAreas: ['GIFTS'] },
      { kind: 'SERVICE' },
      { chapterId: (await aChapter(app.db, { name: 'Fresno' })).id },
    ]) {
      expect([input, refusal(await create(input, organizer))]).toEqual([input, 'BAD_INPUT']);
    }
    expect(refusal(await create({ viewAreas: ['GIFTS'], manageAreas: ['EVENTS'] }, organizer))).toBeNull();
  });

  test.each([0, 366, -1])('rejects a lifetime of %i days', async (lifetime) => {
    const answer = await create({ days: lifetime });
    expect([refusal(answer), answer.errors?.[0]?.extensions['details']]).toMatchObject([
      'BAD_INPUT',
      { fields: { days: expect.any(String) } },
    ]);
  });

  test('emails all admins about a token of the organization', async () => {
    const other = await app.signedIn({ role: 'admin' });
    expect(refusal(await create({ kind: 'SERVICE' }))).toBeNull();
    const recipients = (await mails()).map(({ recipient }) => recipient);
    expect(recipients).toEqual([admin.email, other.email].sort());
  });

  test('allows 50 active tokens per account', async () => {
    for (let n = 0; n < 49; n += 1) await anAccessToken(app, admin.accountId);
    const expired = await anAccessToken(app, admin.accountId, { expiresAt: new Date(app.clock.now().valueOf() - 1) });
    expect(refusal(await create({}))).toBeNull();
    expect(refusal(await create({}))).toBe('TOO_MANY_ACCESS_TOKENS');
    expect(expired.id).toBeDefined();
  });

  test('isn’t possible with an access token, nor is granting a role', async () => {
    const token = await anAccessToken(app, admin.accountId);
    expect(refusal(await create({}, token))).toBe('INSUFFICIENT_SCOPE');
    const grant = 'mutation ($input: GrantInput!) { grantRole(input: $input) { id } }';
    const input = { accountId: admin.accountId, role: 'FINANCE' };
    expect(refusal(await app.graphql(grant, { input }, token))).toBe('INSUFFICIENT_SCOPE');
  });
});

describe('before a token expires', () => {
  test('its owner gets an email 14 days and 2 days before, once each', async () => {
    const now = app.clock.now().valueOf();
    await anAccessToken(app, admin.accountId, { expiresAt: new Date(now + days(30)) });
    await anAccessToken(app, admin.accountId, { expiresAt: new Date(now + days(1)) });
    const revoked = await anAccessToken(app, admin.accountId, { expiresAt: new Date(now + days(30)) });
    await revoke(revoked.id);
    const count = async (afterDays: number) => {
      app.clock.set(new Date(now + days(afterDays)));
      await app.runJob('remind-of-expiring-tokens');
      return (await mails()).filter(({ template }) => template === 'access-token-expiring').length;
    };
    expect([await count(0), await count(15.9), await count(16), await count(17)]).toEqual([0, 0, 1, 1]);
    expect([await count(27.9), await count(28), await count(29), await count(31)]).toEqual([1, 2, 2, 2]);
  });
});

test('a seal covers everything that gives a token its rights', async () => {
  const seals = app.nest.get(AccessTokenSeals, { strict: false });
  const sealed = {
    id: 'a',
    ownerId: 'b',
    kind: 'personal' as const,
    viewAreas: ['events' as const],
    manageAreas: ['roster' as const],
    chapterId: 'c',
    tokenHash: Buffer.from('d'),
    expiresAt: new Date(0),
  };
  const seal = seals.sealOf(sealed);
  const changes = [
    { ownerId: 'x' },
    { kind: 'service' as const },
    { viewAreas: [] },
    { manageAreas: ['roster' as const, 'gifts' as const] },
    { chapterId: null },
    { tokenHash: Buffer.from('x') },
    { expiresAt: new Date(1) },
  ];
  for (const change of changes)
    expect([change, seals.isGenuine({ ...sealed, ...change }, seal)]).toEqual([change, false]);
  expect(seals.isGenuine(sealed, seal)).toBe(true);
});
