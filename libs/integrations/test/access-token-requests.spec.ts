import { newAccessTokenSecret } from '@upstander/integrations';
import { Metrics } from '@upstander/platform';
import { anAccessToken } from '@upstander/tests/support/access-tokens.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCustomRole, assignCustomRole } from '@upstander/tests/support/custom-roles.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
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
const gifts = '{ gifts { totalCount } }';
const tokenFields = 'id name kind status viewAreas manageAreas chapterId chapterName ownerName expiresAt lastUsedAt';
interface TokenData {
  id: string;
  name: string;
  status: string;
  lastUsedAt: string | null;
  [field: string]: unknown;
}

const revoke = (id: string, by: { cookie: string } = admin) =>
  app.graphql<{ revokeAccessToken: TokenData }>(
    `mutation ($id: ID!) { revokeAccessToken(id: $id) { ${tokenFields} } }`,
    { id },
    by,
  );
const mine = async (by: { cookie: string } = admin) =>
  (await app.graphql<{ myAccessTokens: TokenData[] }>(`{ myAccessTokens { ${tokenFields} } }`, {}, by)).data
    .myAccessTokens;
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });
/** Returns the code of the refusal, or null. */
const outcome = async (by: { headers: Record<string, string> }, query = events, at: TestApp = app) =>
  refusal(await at.graphql(query, {}, by));
describe('a request with an access token', () => {
  test('works in the areas of the token, at their level', async () => {
    const event = await anEvent(app.db, { chapterId: chapter.id, status: 'draft' });
    const token = await anAccessToken(app, admin.accountId, { viewAreas: ['events'], manageAreas: ['roster'] });
    const publish = 'mutation ($id: ID!) { publishEvent(id: $id) { id } }';
    expect(await outcome(token)).toBeNull();
    expect(refusal(await app.graphql(publish, { id: event.id }, token))).toBe('INSUFFICIENT_SCOPE');
    const shift = await aShift(app.db, { eventId: (await anEvent(app.db, { chapterId: chapter.id })).id });
    const signup = await aSignup(app.db, { shiftId: shift.id });
    const removal = 'mutation ($id: ID!) { removeSignup(id: $id) { id } }';
    expect(refusal(await app.graphql(removal, { id: signup.id }, token))).toBeNull();
    expect(await outcome(token, gifts)).toBe('INSUFFICIENT_SCOPE');
    expect(await outcome(token, '{ accounts { totalCount } }')).toBe('INSUFFICIENT_SCOPE');
    expect(await outcome(token, '{ mySessions { id } }')).toBe('INSUFFICIENT_SCOPE');
  });

  test('is a visitor in public operations', async () => {
    const token = await anAccessToken(app, admin.accountId);
    const { data } = await app.graphql<{ me: object | null; chapters: object[] }>(
      '{ me { id } chapters { id } }',
      {},
      token,
    );
    expect(data).toEqual({ me: null, chapters: expect.arrayContaining([{ id: chapter.id }]) });
  });

  test('ignores a cookie sent with it, and needs no origin', async () => {
    const token = await anAccessToken(app, admin.accountId, { viewAreas: ['events'] });
    const crossSite = { cookie: admin.cookie, headers: { ...token.headers, 'sec-fetch-site': 'cross-site' } };
    expect(refusal(await app.graphql('{ mySessions { id } }', {}, crossSite))).toBe('INSUFFICIENT_SCOPE');
    expect(refusal(await app.graphql(events, {}, crossSite))).toBeNull();
    const withoutToken = { cookie: admin.cookie, headers: { 'sec-fetch-site': 'cross-site' } };
    expect(refusal(await app.graphql(events, {}, withoutToken))).toBe('CROSS_SITE');
  });

  test('never gets more than the roles of its owner', async () => {
    const [own, other] = [chapter, await aChapter(app.db, { name: 'Fresno' })];
    const organizer = await app.signedIn({ role: 'organizer', chapterId: own.id });
    const token = await anAccessToken(app, organizer.accountId);
    const ownEvent = await anEvent(app.db, { chapterId: own.id });
    const otherEvent = await anEvent(app.db, { chapterId: other.id });
    const { data } = await app.graphql<{ manageEvents: { edges: Array<{ node: { id: string } }> } }>(events, {}, token);
    expect(data.manageEvents.edges.map(({ node }) => node.id)).toEqual([ownEvent.id]);
    const read = 'query ($id: ID!) { manageEvent(id: $id) { id } }';
    expect(refusal(await app.graphql(read, { id: otherEvent.id }, token))).toBe('NOT_FOUND');
    expect(await outcome(token, '{ recurringGifts { totalCount } }')).toBe('INSUFFICIENT_SCOPE');
  });

  test('for one chapter works like an organizer there, also if the owner is an admin', async () => {
    const other = await aChapter(app.db, { name: 'Fresno' });
    const token = await anAccessToken(app, admin.accountId, { chapterId: chapter.id });
    const ownEvent = await anEvent(app.db, { chapterId: chapter.id });
    const otherEvent = await anEvent(app.db, { chapterId: other.id });
    const { data } = await app.graphql<{ manageEvents: { edges: Array<{ node: { id: string } }> } }>(events, {}, token);
    expect(data.manageEvents.edges.map(({ node }) => node.id)).toEqual([ownEvent.id]);
    const read = 'query ($id: ID!) { manageEvent(id: $id) { id } }';
    expect(refusal(await app.graphql(read, { id: otherEvent.id }, token))).toBe('NOT_FOUND');
    expect(await outcome(token, '{ manageOpportunities { totalCount } }')).toBe('INSUFFICIENT_SCOPE');
    expect(await outcome(token, '{ recurringGifts { totalCount } }')).toBe('INSUFFICIENT_SCOPE');
  });

  test('uses the custom roles of its owner, narrowed to its areas', async () => {
    const person = await app.signedIn({ name: 'Sam Staff' });
    const role = await aCustomRole(app.db, { baseRole: 'organizer', viewAreas: ['events'], manageAreas: ['roster'] });
    await assignCustomRole(app.db, person.accountId, role);
    const all = await anAccessToken(app, person.accountId);
    const few = await anAccessToken(app, person.accountId, { viewAreas: ['volunteers'] });
    expect(await outcome(all)).toBeNull();
    expect(await outcome(all, '{ volunteers { totalCount } }')).toBe('INSUFFICIENT_SCOPE');
    expect(await outcome(few, '{ volunteers { totalCount } }')).toBe('INSUFFICIENT_SCOPE');
    expect(await outcome(few)).toBe('INSUFFICIENT_SCOPE');
    const { data } = await app.graphql<{ accessTokenAreas: object[] }>(
      '{ accessTokenAreas(kind: PERSONAL) { area canManage } }',
      {},
      person,
    );
    expect(data.accessTokenAreas).toEqual([
      { area: 'EVENTS', canManage: false },
      { area: 'ROSTER', canManage: true },
    ]);
  });

  test('is named in the log of staff actions', async () => {
    const event = await anEvent(app.db, { chapterId: chapter.id, status: 'draft' });
    const token = await anAccessToken(app, admin.accountId, { name: 'Calendar sync', manageAreas: ['events'] });
    const deletion = 'mutation ($id: ID!) { deleteEvent(id: $id) { ok } }';
    expect(refusal(await app.graphql(deletion, { id: event.id }, token))).toBeNull();
    app.clock.advance(1000);
    await revoke(token.id);
    const { data } = await app.graphql<{ staffActions: { edges: Array<{ node: object }> } }>(
      'query ($id: ID!) { staffActions(filter: { accountId: $id }) { edges { node { operation actor { name } accessToken { name path } } } } }',
      { id: admin.accountId },
      admin,
    );
    expect(data.staffActions.edges.map(({ node }) => node)).toEqual([
      { operation: 'revokeAccessToken', actor: { name: 'Alex Admin' }, accessToken: null },
      {
        operation: 'deleteEvent',
        actor: { name: 'Alex Admin' },
        accessToken: { name: 'Calendar sync', path: '/settings/access-tokens' },
      },
    ]);
  });

  test('records the time of the last use, to the minute', async () => {
    const { headers } = await anAccessToken(app, admin.accountId);
    const lastUse = async () => Date.parse((await mine())[0]!.lastUsedAt ?? '');
    const first = app.clock.now().valueOf();
    await outcome({ headers });
    app.clock.advance(minutes(0.5));
    await outcome({ headers });
    expect(await lastUse()).toBe(first);
    app.clock.advance(minutes(1));
    await outcome({ headers });
    expect(await lastUse()).toBe(first + minutes(1.5));
  });

  test('is limited per token', async () => {
    const [one, two] = [await anAccessToken(app, admin.accountId), await anAccessToken(app, admin.accountId)];
    const codes: Array<string | null> = [];
    for (let n = 0; n < 31; n += 1) codes.push(await outcome(one));
    expect(codes.indexOf('TOO_MANY_TRIES')).toBe(30);
    const limited = await app.graphql(events, {}, one);
    expect([limited.status, Number(limited.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await outcome(two)).toBeNull();
    const { text: metrics } = await app.nest.get(Metrics).render();
    expect(metrics).toMatch(/upstander_access_token_requests_total\{[^}]*outcome="limited"[^}]*\} 2/);
  });
});

describe('a token without access', () => {
  test('is refused with 401: made up, misspelled, expired or written by hand', async () => {
    const { secret } = await anAccessToken(app, admin.accountId);
    const last = secret.at(-1) === 'A' ? 'B' : 'A';
    const expiring = await anAccessToken(app, admin.accountId, {
      expiresAt: new Date(app.clock.now().valueOf() + 1000),
    });
    expect(await outcome(expiring)).toBeNull();
    app.clock.advance(1000);
    const tampered = await anAccessToken(app, admin.accountId, { viewAreas: ['events'] });
    await app.db.query(`UPDATE integrations.access_token SET manage_areas = '{gifts}' WHERE id = $1`, [tampered.id]);
    const wrong = [newAccessTokenSecret(), secret.slice(0, -1) + last, 'ups_', expiring.secret, tampered.secret];
    for (const [at, one] of wrong.entries()) {
      const answer = await app.graphql('{ chapters { id } }', {}, { ...bearer(one), cookie: admin.cookie });
      expect([at, answer.status, refusal(answer)]).toEqual([at, 401, 'INVALID_TOKEN']);
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
  });

  test('with a wrong checksum costs no query', async () => {
    const query = jest.spyOn(app.db, 'queryNamed');
    expect(await outcome(bearer(`ups_${'0'.repeat(49)}`))).toBe('INVALID_TOKEN');
    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
  });

  test('stops in every process with the request after its revocation', async () => {
    const second = await startApp({ database: app.database });
    try {
      const token = await anAccessToken(app, admin.accountId);
      expect([await outcome(token), await outcome(token, events, second)]).toEqual([null, null]);
      expect((await revoke(token.id)).data.revokeAccessToken.status).toBe('REVOKED');
      expect([await outcome(token), await outcome(token, events, second)]).toEqual(['INVALID_TOKEN', 'INVALID_TOKEN']);
    } finally {
      await second.close();
    }
  });

  test('ends with the role of its owner, and with the account', async () => {
    const token = await anAccessToken(app, admin.accountId);
    const service = await anAccessToken(app, admin.accountId, { kind: 'service' });
    await runAsOwner(app, `UPDATE identity."grant" SET role = 'volunteer' WHERE account_id = '${admin.accountId}'`);
    expect([await outcome(token), await outcome(service)]).toEqual(['INVALID_TOKEN', 'INVALID_TOKEN']);
    const organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
    const other = await anAccessToken(app, organizer.accountId);
    expect(await outcome(other)).toBeNull();
    expect(await outcome(await anAccessToken(app, organizer.accountId, { kind: 'service' }))).toBe('INVALID_TOKEN');
    await runAsOwner(app, `UPDATE identity.account SET disabled_at = now() WHERE id = '${organizer.accountId}'`);
    expect(await outcome(other)).toBe('INVALID_TOKEN');
  });

  test('in a URL or with another header is ignored', async () => {
    const { secret } = await anAccessToken(app, admin.accountId);
    const query = encodeURIComponent('{ manageEvents { totalCount } }');
    const response = await fetch(`${app.url}/graphql?query=${query}&access_token=${secret}`, {
      headers: { 'apollo-require-preflight': 'true', 'x-access-token': secret, authorization: `Basic ${secret}` },
    });
    expect(refusal((await response.json()) as { errors: [{ extensions: { code: string } }] })).toBe('NOT_SIGNED_IN');
  });

  test('of someone else can be revoked by admins only', async () => {
    const organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
    const [mineToo, token] = [await anAccessToken(app, organizer.accountId), await anAccessToken(app, admin.accountId)];
    expect(refusal(await revoke(token.id, organizer))).toBe('NOT_FOUND');
    expect(refusal(await revoke(mineToo.id, organizer))).toBeNull();
    expect(await outcome(token)).toBeNull();
    const other = await anAccessToken(app, organizer.accountId);
    expect(refusal(await revoke(other.id))).toBeNull();
    expect(await outcome(other)).toBe('INVALID_TOKEN');
    const tokens = await app.graphql<{ accessTokens: TokenData[] }>(`{ accessTokens { ${tokenFields} } }`, {}, admin);
    expect(tokens.data.accessTokens.map(({ status }) => status)).toEqual(['ACTIVE', 'REVOKED', 'REVOKED']);
    expect(await mine(organizer)).toHaveLength(2);
  });
});
