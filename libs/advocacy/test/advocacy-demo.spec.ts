import { loadDemo, logins, playAdvocacy } from '@upstander/db';
import { Config } from '@upstander/platform';
import { asAdvocate, actAsBusiness, ask, runBypassingTriggers, withCode } from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aSession } from '@upstander/tests/support/people.js';

jest.setTimeout(120_000);
const now = '2027-03-14T09:59:00Z';

let app: TestApp;
let code: string | null;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
  await loadDemo(app.db, app.clock.now(), app.config);
  ({ code } = await playAdvocacy(app.nest.get(Config), app.clock.now()));
});
afterAll(() => app.close());

const sessionOf = (email: string) => aSession(app.db, { email }, app.clock.now());
const list = (name: string, cookie: string) =>
  ask<{ edges: Array<{ node: { id: string; status: string; liveConsent?: boolean } }> }>(
    app,
    `{ ${name}(first: 100) { edges { node { id status ${name === 'sealedApplications' ? 'liveConsent' : ''} } } } }`,
    {},
    { cookie },
  );

test('the demo advocate has applications and consultations in every status', async () => {
  const { cookie } = await sessionOf('advocate@demo.example');
  const applications = await list('sealedApplications', cookie);
  const consultations = await list('sealedConsultations', cookie);
  const states = (connection: typeof applications) => new Set(connection.edges.map(({ node }) => node.status));
  expect(states(applications)).toEqual(new Set(['NEW', 'CONTACTED', 'INTRODUCED', 'CLOSED']));
  expect(states(consultations)).toEqual(new Set(['NEW', 'CONTACTED', 'SCHEDULED', 'CLOSED']));
  const desk = asAdvocate(app, { cookie });
  for (const { node } of applications.edges) {
    const { safeContact } = (await desk.open(node.id, 'Looking at the demo.'))!;
    // No real people: phone numbers reserved for fiction, and addresses that don't exist.
    expect(safeContact.value ?? '').toMatch(/^(\+1\d{3}55501\d\d|.*@example\.org|Through the house on Pine Street|)$/);
  }
});

test('the demo business has an introduction with a live consent', async () => {
  const { accountId, cookie } = await sessionOf('business@demo.example');
  const [{ id } = { id: '' }] = await app.db.query<{ id: string }>(
    'SELECT business_id AS id FROM opportunities.member WHERE account_id = $1',
    [accountId],
  );
  const inbox = await actAsBusiness(app, { cookie }).list(id);
  expect(inbox.map(({ alias }) => alias)).toContain('L.');
});

test('the demo advocate has someone placed at a suspended business', async () => {
  const { cookie } = await sessionOf('advocate@demo.example');
  const { edges } = await ask<{ edges: Array<{ node: { id: string } }> }>(
    app,
    '{ sealedApplications(filter: { needsAttention: true }) { edges { node { id } } } }',
    {},
    { cookie },
  );
  expect(edges).toHaveLength(1);
  expect(await asAdvocate(app, { cookie }).open(edges[0]!.node.id)).toMatchObject({
    status: 'INTRODUCED',
    state: { businessStatus: 'SUSPENDED', businessReason: expect.stringContaining('overtime') as string },
    actionItems: [{ kind: 'BUSINESS_SUSPENDED', acknowledgedAt: null }],
    consents: [{ state: 'REVOKED' }],
  });
});

test('the printed demo code opens its record', async () => {
  const record = await withCode(app, code!).open();
  expect(record).toMatchObject({ nameToUse: 'Luna', status: 'INTRODUCED' });
});

test('the demo has nothing in the future and no email due', async () => {
  for (const table of ['application', 'consultation', 'consent', 'message', 'audit']) {
    const column = { consent: 'recorded_at', audit: 'at' }[table] ?? 'created_at';
    expect(await runBypassingTriggers(app, `SELECT FROM sealed.${table} WHERE ${column} > '${now}'`)).toEqual([]);
  }
  expect(logins.some(({ role }) => role === 'advocate')).toBe(true);
});
