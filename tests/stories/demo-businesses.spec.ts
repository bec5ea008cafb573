import { loadDemo } from '@upstander/db';
import { startApp, type TestApp } from '../support/app.js';
import { aSession } from '../support/people.js';

const now = '2027-03-14T09:59:00Z';
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
  await loadDemo(app.db, app.clock.now(), app.config);
});
afterAll(() => app.close());

const as = (email: string) => aSession(app.db, { email }, app.clock.now());
const rows = (sql: string) => app.db.query<Record<string, unknown>>(sql);

test('has a business in every status, none of which resembles a real one', async () => {
  const states = await rows('SELECT status, count(*)::integer AS n FROM opportunities.business GROUP BY 1 ORDER BY 1');
  expect(Object.fromEntries(states.map(({ status, n }) => [status, n]))).toEqual({
    approved: 7,
    changes_requested: 1,
    in_review: 2,
    lapsed: 1,
    refused: 1,
    submitted: 1,
    suspended: 1,
  });
  const real = `SELECT FROM opportunities.business WHERE website !~ '[.]example$' OR registration_number !~ '^DEMO-'
    OR supervisor_phone !~ '^[+]1[0-9]{3}55501[0-9]{2}$'`;
  expect(await rows(real)).toEqual([]);
});

test('has no future dates, and events are in order', async () => {
  for (const [table, column] of [
    ['business', 'updated_at'],
    ['business', 'submitted_at'],
    ['business_event', 'at'],
    ['evidence', 'recorded_at'],
    ['approval', 'approved_at'],
    ['member', 'added_at'],
  ]) {
    expect(await rows(`SELECT FROM opportunities.${table} WHERE ${column} > '${now}'`)).toEqual([]);
  }
  const outOfOrder = `SELECT FROM opportunities.business_event a JOIN opportunities.business_event b USING (business_id)
    WHERE a.id < b.id AND a.at > b.at`;
  expect(await rows(outOfOrder)).toEqual([]);
  const early = `SELECT FROM opportunities.business WHERE status = 'approved' AND approved_until < '${now.slice(0, 10)}'`;
  expect(await rows(early)).toEqual([]);
});

test("the demo's own business is approved and may post", async () => {
  const { data } = await app.graphql<{ myBusinesses: object[] }>(
    '{ myBusinesses { legalName status mayPost myRole members { name } completedEvidence domainVerification { state } } }',
    {},
    await as('business@demo.example'),
  );
  expect(data.myBusinesses).toEqual([
    {
      legalName: 'Larkfield Bakery LLC',
      status: 'APPROVED',
      mayPost: true,
      myRole: 'OWNER',
      members: [{ name: 'Marcus Bell' }, { name: 'Noor Haddad' }],
      completedEvidence: expect.arrayContaining(['REGISTRY', 'DOMAIN_MAIL', 'CALL_BACK']),
      domainVerification: { state: 'VERIFIED' },
    },
  ]);
});

test('staff see a queue: one for a second approval, one for annual renewal, one unassigned', async () => {
  const ask = async (email: string) => {
    const { data } = await app.graphql<{ approvals: { edges: Array<{ node: Record<string, unknown> }> } }>(
      '{ approvals(first: 100) { edges { node { kind title approvalsGiven flags mine } } } }',
      {},
      await as(email),
    );
    return data.approvals.edges.map(({ node }) => node).filter(({ kind }) => kind === 'BUSINESS');
  };
  const seen = await ask('moderator@demo.example');
  expect(seen).toMatchObject([
    { title: 'Copper Spoon Community Kitchen', approvalsGiven: 1, mine: true },
    { title: 'Paper Boat Printing LLC', flags: 1, mine: false },
    { title: 'Second Lamp Web Studio LLC', approvalsGiven: 0 },
    { title: 'Two Cups Coffee LLC' },
  ]);
  expect((await ask('admin@demo.example'))[0]).toMatchObject({ mine: false });
});

test('a second person can approve, and the worker emails businesses whose year ends', async () => {
  const [kitchen] = await rows(`SELECT id FROM opportunities.business WHERE legal_name LIKE 'Copper%'`);
  const { data } = await app.graphql<{ approveBusiness: { status: string } }>(
    'mutation ($id: ID!) { approveBusiness(input: { id: $id }) { status } }',
    { id: kitchen!['id'] },
    await as('admin@demo.example'),
  );
  expect(data.approveBusiness.status).toBe('APPROVED');
  await app.runJob('watch-businesses');
  const mails = await rows(`SELECT recipient FROM notifications.mail WHERE template = 'business-lapsing'`);
  expect(mails).toEqual([{ recipient: 'juniper@demo.example' }]);
});
