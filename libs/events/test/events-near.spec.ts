import { importPostcodes, readGazetteer } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';

interface Page {
  events: {
    edges: Array<{ node: { title: string; miles: number | null } }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
    postcodeKnown: boolean | null;
  };
}

const list = `query ($near: Near, $filter: EventFilter, $first: Int, $after: String) {
  events(near: $near, filter: $filter, first: $first, after: $after) {
    edges { node { title miles } } pageInfo { hasNextPage endCursor } totalCount postcodeKnown
  }
}`;

const now = new Date('2026-12-01T20:00:00Z');
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
});
afterAll(() => app.close());
beforeEach(() => app.db.query('DELETE FROM events.event'));

const inDays = (n: number) => new Date(now.valueOf() + days(n));
const look = (near: unknown, more: Record<string, unknown> = {}) => app.graphql<Page>(list, { near, ...more });
const titles = async (filter: Record<string, unknown>) =>
  (await look(null, { filter })).data.events.edges.map(({ node }) => node.title);

test('filters by this weekend in the time zone of each event', async () => {
  const at = (title: string, startsAt: string, timeZone: string) =>
    anEvent(app.db, { title, startsAt: new Date(startsAt), timeZone });
  await at('Friday, last thing', '2026-12-05T07:59:00Z', 'America/Los_Angeles');
  await at('Saturday, first thing', '2026-12-05T08:00:00Z', 'America/Los_Angeles');
  await at('Sunday, last thing', '2026-12-07T07:59:00Z', 'America/Los_Angeles');
  await at('Monday', '2026-12-07T08:00:00Z', 'America/Los_Angeles');
  await at('Saturday in Auckland', '2026-12-04T11:00:00Z', 'Pacific/Auckland');
  await at('The Saturday after', '2026-12-12T18:00:00Z', 'America/Los_Angeles');
  const wanted = ['Saturday in Auckland', 'Saturday, first thing', 'Sunday, last thing'];
  expect(await titles({ thisWeekend: true })).toEqual(wanted);
  expect(await titles({ thisWeekend: true, text: 'sunday' })).toEqual(['Sunday, last thing']);

  // On Sunday morning in Los Angeles it is still the weekend, but already Monday in Auckland.
  app.clock.set(new Date('2026-12-06T18:00:00Z'));
  expect(await titles({ thisWeekend: true })).toEqual(['Sunday, last thing']);
  await at('The next in Auckland', '2026-12-12T00:00:00Z', 'Pacific/Auckland');
  expect(await titles({ thisWeekend: true })).toEqual(['Sunday, last thing', 'The next in Auckland']);
  app.clock.set(now);
});

test('lists events near a ZIP code with their distance, and always includes online events', async () => {
  await importPostcodes(
    { query: (sql, params) => app.db.query(sql, params) },
    readGazetteer(
      'GEOID|INTPTLAT|INTPTLONG\n90012|34.0678|-118.2422\n90033|34.0504|-118.2120\n92113|32.6968|-117.1192\n',
    ),
  );
  await anEvent(app.db, { title: 'Here', place: '1 Main St, Los Angeles, CA 90012', startsAt: inDays(1) });
  await anEvent(app.db, { title: 'Near', place: '2 Oak St, Los Angeles, CA 90033', startsAt: inDays(2) });
  await anEvent(app.db, { title: 'Far', place: '3 Bay St, San Diego, CA 92113', startsAt: inDays(3) });
  await anEvent(app.db, { title: 'No code', place: 'The old church', startsAt: inDays(4) });
  await anEvent(app.db, { title: 'Online', place: null, online: true, startsAt: inDays(5) });
  const rows = async (near: unknown, more?: Record<string, unknown>) =>
    (await look(near, more)).data.events.edges.map(({ node }) => [node.title, node.miles]);
  const around = [
    ['Here', 0],
    ['Near', 2],
    ['Online', null],
  ];
  expect(await rows({ postcode: '90012-1234' })).toEqual(around);
  expect(await rows({ postcode: '90012', miles: 1 })).toEqual([around[0], around[2]]);
  expect(await rows({ postcode: '90012', miles: 200 }, { filter: { remote: false } })).toEqual([
    ['Here', 0],
    ['Near', 2],
    ['Far', expect.any(Number)],
  ]);
  const first = await look({ postcode: '90012' }, { first: 2 });
  expect(first.data.events).toMatchObject({ totalCount: 3, postcodeKnown: true, pageInfo: { hasNextPage: true } });
  expect(await rows({ postcode: '90012' }, { first: 2, after: first.data.events.pageInfo.endCursor })).toEqual([
    ['Online', null],
  ]);

  // An unknown ZIP code doesn't narrow the list and is reported.
  const unknown = await look({ postcode: '00000' });
  expect([unknown.data.events.totalCount, unknown.data.events.postcodeKnown]).toEqual([5, false]);
  expect((await look(null)).data.events.postcodeKnown).toBeNull();
  for (const miles of [0, 201]) expect(refusal(await look({ postcode: '90012', miles }))).toBe('BAD_INPUT');
});
