import { SecurityEvents, RateLimits } from '@upstander/identity';
import { Logger } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { minutes } from '../support/movable-clock.js';
import { anAccount } from '../support/people.js';
import { runAsOwner } from '../support/tampering.js';
import { anOrganizerWithApp, ask, aVisitor, codeByMail, password, withPassword } from '../support/visitors.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true', REQUESTS_PER_MINUTE: '60' } });
});

afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set(new Date());
  await app.nest.get(SecurityEvents).flush();
  await runAsOwner(app, 'DELETE FROM identity.security_event');
});

const storedEvents = async () => {
  await app.nest.get(SecurityEvents).flush();
  return app.db.query(
    `SELECT kind, account_id AS "accountId", detail, network IS NOT NULL AS network, sum(count)::int AS count
     FROM identity.security_event GROUP BY kind, account_id, detail, network IS NOT NULL ORDER BY kind, detail`,
  );
};

test('a forbidden operation leaves a row for an account and none for a stranger', async () => {
  const volunteer = await app.signedIn({ role: 'volunteer' });
  const ask = '{ accounts { totalCount } }';
  expect(refusal(await app.graphql(ask, {}, volunteer))).toBe('NOT_ALLOWED');
  expect(refusal(await app.graphql(ask))).toBe('NOT_SIGNED_IN');
  const { accountId } = volunteer;
  expect(await storedEvents()).toEqual([
    { kind: 'operation-refused', accountId, detail: 'accounts', network: false, count: 1 },
  ]);
});

test('a thousand refusals of one account in a minute become one row with a count, even from two processes', async () => {
  const { id: accountId } = await anAccount(app.db);
  const events = app.nest.get(SecurityEvents);
  for (const tries of [600, 400]) {
    for (let n = 0; n < tries; n += 1) events.record({ kind: 'sign-in-failed', accountId, address: `2001:db8::${n}` });
    await events.flush();
  }
  app.clock.advance(minutes(1));
  events.record({ kind: 'sign-in-failed', accountId });
  await events.flush();
  const rows = await app.db.query('SELECT count, network FROM identity.security_event ORDER BY at');
  expect(rows).toEqual([
    { count: 1000, network: expect.stringMatching(/^[\w-]{16}$/) },
    { count: 1, network: null },
  ]);
});

test('a flood over thousands of accounts stays bounded and loses no count', async () => {
  const events = app.nest.get(SecurityEvents);
  for (let n = 0; n < 3000; n += 1) {
    const accountId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    events.record({ kind: 'second-step-failed', accountId });
  }
  const before = await storedEvents();
  expect(before).toEqual([{ kind: 'second-step-failed', accountId: null, detail: null, network: false, count: 2500 }]);
});

test('a reader waits for a write in progress', async () => {
  const { id: accountId } = await anAccount(app.db);
  const events = app.nest.get(SecurityEvents);
  const query = app.db.query.bind(app.db);
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  jest.spyOn(app.db, 'query').mockImplementationOnce((...asked) => gate.then(() => query(...asked)));
  events.record({ kind: 'sign-in-failed', accountId });
  const written = events.flush();
  const read = storedEvents();
  await new Promise(setImmediate);
  go();
  await written;
  expect(await read).toEqual([{ kind: 'sign-in-failed', accountId, detail: null, network: false, count: 1 }]);
  jest.restoreAllMocks();
});

test('a reached limit is recorded by name, with the account if known', async () => {
  const { id: accountId } = await anAccount(app.db);
  const limits = app.nest.get(RateLimits);
  for (let n = 0; n < 5; n += 1) await limits.consume('second-step', accountId);
  await expect(limits.consume('second-step', accountId)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
  for (let n = 0; n < 5; n += 1) await limits.consume('email-request-here', 'ana@example.org');
  await expect(limits.consume('email-request-here', 'ana@example.org')).rejects.toMatchObject({
    code: 'TOO_MANY_TRIES',
  });
  expect(await storedEvents()).toEqual([
    { kind: 'limit-reached', accountId: null, detail: 'email-request-here', network: false, count: 1 },
    { kind: 'limit-reached', accountId, detail: 'second-step', network: false, count: 1 },
  ]);
});

test('every step of signing in is recorded with its method, and so is signing out', async () => {
  const { id: accountId, email } = await withPassword(app, { role: 'volunteer' });
  const visitor = aVisitor(app);
  await visitor.ask(ask.signIn, { email, password: 'not the right one at all' });
  await visitor.ask(ask.requestCode, { email });
  await visitor.ask(ask.signInWithCode, { email, code: await codeByMail(app, email) });
  await visitor.ask(ask.signOut);
  await visitor.ask(ask.signIn, { email, password });
  expect(await storedEvents()).toEqual([
    { kind: 'code-requested', accountId, detail: null, network: true, count: 1 },
    { kind: 'sign-in-failed', accountId, detail: 'password', network: true, count: 1 },
    { kind: 'signed-in', accountId, detail: 'code', network: false, count: 1 },
    { kind: 'signed-in', accountId, detail: 'password', network: false, count: 1 },
    { kind: 'signed-out', accountId, detail: null, network: false, count: 1 },
  ]);
  const { id } = await anOrganizerWithApp(app);
  expect(
    (await storedEvents()).filter((event) => event['accountId'] === id && event['kind'] === 'signed-in'),
  ).toMatchObject([{ detail: 'password+app' }]);
});

test('attempts to bypass guards are each recorded: records, values, rules, documents, other sites', async () => {
  const { accountId, cookie } = await app.signedIn({ role: 'admin' });
  const as = { cookie };
  await app.graphql('query ($id: ID!) { manageEvent(id: $id) { id } }', { id: randomUUID() }, as);
  await app.graphql('mutation ($id: ID!) { resetSecondStep(accountId: $id) { id } }', { id: accountId }, as);
  await app.graphql('{ accounts(first: 0) { totalCount } }', {}, as);
  await app.graphql('{ accounts(after: "nonsense") { totalCount } }', {}, as);
  await app.graphql(`{ ${Array.from({ length: 30 }, (_, n) => `a${n}: me { id }`).join(' ')} }`);
  await app.graphql('{ noSuchField }');
  await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://evil.example', cookie },
    body: JSON.stringify({ query: ask.signOut }),
  });
  expect(await storedEvents()).toEqual([
    { kind: 'cross-site-refused', accountId: null, detail: '/graphql', network: true, count: 1 },
    { kind: 'document-refused', accountId: null, detail: 'REQUEST_TOO_LARGE', network: true, count: 2 },
    { kind: 'input-refused', accountId, detail: 'accounts BAD_INPUT', network: false, count: 2 },
    { kind: 'rule-refused', accountId, detail: 'resetSecondStep NOT_YOURSELF', network: false, count: 1 },
    { kind: 'thing-refused', accountId, detail: 'manageEvent NOT_FOUND', network: false, count: 1 },
  ]);
});

test('each record is also logged, and neither contains a name or address', async () => {
  const info = jest.spyOn(app.nest.get(Logger), 'info');
  const { id: accountId, email } = await withPassword(app, { role: 'volunteer' });
  const visitor = aVisitor(app);
  await visitor.ask(ask.signIn, { email, password: 'not the right one at all' });
  // Counts are logged when written, at most one second later.
  await storedEvents();
  await visitor.ask(ask.signIn, { email, password });
  await storedEvents();
  const lines = info.mock.calls.filter(([, sentence]) => sentence === 'security event').map(([fields]) => fields);
  info.mockRestore();
  expect(lines).toMatchObject([
    { event: 'sign-in-failed', accountId, detail: 'password', count: 1 },
    { event: 'signed-in', accountId, detail: 'password' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('@');
});

test('the program can add and count events, but never remove them', async () => {
  const { id: accountId } = await anAccount(app.db);
  app.nest.get(SecurityEvents).record({ kind: 'sign-in-failed', accountId });
  const before = await storedEvents();
  for (const sql of [
    'DELETE FROM identity.security_event',
    `DELETE FROM identity.account WHERE id = '${accountId}'`,
    `UPDATE identity.security_event SET kind = 'signed-in'`,
    'UPDATE identity.security_event SET account_id = NULL, detail = NULL',
    'UPDATE identity.security_event SET count = 0',
    'TRUNCATE identity.security_event',
  ]) {
    await expect(app.db.query(sql)).rejects.toThrow(/permission denied|stays counted/);
  }
  await app.db.query(`SELECT identity.forget_security_events(now() + interval '10 years')`);
  expect(await storedEvents()).toEqual(before);
});

test('only an admin reads the events, newest first, paged and filtered by kind and account', async () => {
  const { id: accountId } = await anAccount(app.db, { name: 'Ana Ruiz' });
  const events = app.nest.get(SecurityEvents);
  const reads = `query ($kinds: [String!], $accountId: ID, $first: Int, $after: String) {
    securityEvents(kinds: $kinds, accountId: $accountId, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { kind account { id name } detail count } }
    }
  }`;
  for (const kind of ['sign-in-failed', 'proof-failed', 'limit-reached'] as const) {
    events.record({ kind, accountId, detail: 'password' });
    await events.flush();
  }
  const admin = await app.signedIn({ role: 'admin' });
  type Page = {
    securityEvents: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: Array<{ node: { kind: string } }>;
    };
  };
  const page = async (variables: object) =>
    (await app.graphql<Page>(reads, { ...variables }, admin)).data.securityEvents;
  const first = await page({ accountId, first: 2 });
  expect(first.edges.map(({ node }) => node)).toEqual([
    { kind: 'limit-reached', account: { id: accountId, name: 'Ana Ruiz' }, detail: 'password', count: 1 },
    { kind: 'proof-failed', account: { id: accountId, name: 'Ana Ruiz' }, detail: 'password', count: 1 },
  ]);
  expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([3, true]);
  const second = await page({ accountId, first: 2, after: first.pageInfo.endCursor });
  expect(second.edges.map(({ node }) => node.kind)).toEqual(['sign-in-failed']);
  expect((await page({ accountId, kinds: ['proof-failed'] })).totalCount).toBe(1);
  const finance = await app.signedIn({ role: 'finance' });
  expect(refusal(await app.graphql(reads, {}, finance))).toBe('NOT_ALLOWED');
});

test('a network that sends endless requests must wait, while others and the machine itself can continue', async () => {
  const from = (address: string, path: string) => fetch(app.url + path, { headers: { 'x-forwarded-for': address } });
  const statuses: number[] = [];
  for (let n = 0; n < 61; n += 1) statuses.push((await from('203.0.113.7', n % 2 ? '/healthz' : '/robots.txt')).status);
  expect(statuses.slice(0, 60)).not.toContain(429);
  expect(statuses[60]).toBe(429);
  const refused = await from('203.0.113.7', '/graphql');
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(refused.headers.get('cache-control')).toBe('no-store');
  expect((await from('203.0.113.8', '/healthz')).status).toBe(200);
  for (let n = 0; n < 61; n += 1) expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  expect(await storedEvents()).toEqual([
    { kind: 'limit-reached', accountId: null, detail: 'reads', network: true, count: 2 },
  ]);
});
