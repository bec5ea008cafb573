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

const timeInDays = (n: number) => new Date(now.valueOf() + days(n));
const findNear = (center: unknown, extraVariables: Record<string, unknown> = {}) =>
  app.graphql<Page>(list, { near: center, ...extraVariables });
const findTitles = async (filter: Record<string, unknown>) =>
  (await findNear(null, { filter })).data.events.edges.map(({ node }) => node.title);

test('filters by this weekend in the time zone of each event', async () => {
  const eventAt = (title: string, startsAt: string, timeZone: string) =>
    anEvent(app.db, { title, startsAt: new Date(startsAt), timeZone });
  await eventAt('Friday, last thing', '2026-12-05T07:59:00Z', 'America/Los_Angeles');
  await eventAt('Saturday, first thing', '2026-12-05T08:00:00Z', 'America/Los_Angeles');
  await eventAt('Sunday, last thing', '2026-12-07T07:59:00Z', 'America/Los_Angeles');
  await eventAt('Monday', '2026-12-07T08:00:00Z', 'America/Los_Angeles');
  await eventAt('Saturday in Auckland', '2026-12-04T11:00:00Z', 'Pacific/Auckland');
  await eventAt('The Saturday after', '2026-12-12T18:00:00Z', 'America/Los_Angeles');
  const expectedTitles = ['Saturday in Auckland', 'Saturday, first thing', 'Sunday, last thing'];
  expect(await findTitles({ thisWeekend: true })).toEqual(expectedTitles);
  expect(await findTitles({ thisWeekend: true, text: 'sunday' })).toEqual(['Sunday, last thing']);

  // On Sunday morning in Los Angeles it is still the weekend, but already Monday in Auckland.
  app.clock.set(new Date('2026-12-06T18:00:00Z'));
  expect(await findTitles({ thisWeekend: true })).toEqual(['Sunday, last thing']);
  await eventAt('The next in Auckland', '2026-12-12T00:00:00Z', 'Pacific/Auckland');
  expect(await findTitles({ thisWeekend: true })).toEqual(['Sunday, last thing', 'The next in Auckland']);
  app.clock.set(now);
});

test('filters by weekday in the time zone of each event', async () => {
  const eventAt = (title: string, startsAt: string, timeZone: string) =>
    anEvent(app.db, { title, startsAt: new Date(startsAt), timeZone });
  await eventAt('Friday, last thing', '2026-12-05T07:59:00Z', 'America/Los_Angeles');
  await eventAt('Saturday', '2026-12-05T08:00:00Z', 'America/Los_Angeles');
  await eventAt('Sunday in Auckland', '2026-12-05T11:00:00Z', 'Pacific/Auckland');
  await eventAt('The Saturday after', '2026-12-12T18:00:00Z', 'America/Los_Angeles');
  expect(await findTitles({ weekday: 6 })).toEqual(['Saturday', 'The Saturday after']);
  expect(await findTitles({ weekday: 7 })).toEqual(['Sunday in Auckland']);
  for (const weekday of [0, 8]) expect(refusal(await findNear(null, { filter: { weekday } }))).toBe('BAD_INPUT');
});

test('lists events near a ZIP code with their distance, and always includes online events', async () => {
  await importPostcodes(
    { query: (sql, params) => app.db.query(sql, params) },
    readGazetteer(
      'GEOID|INTPTLAT|INTPTLONG\n90012|34.0678|-118.2422\n90033|34.0504|-118.2120\n92113|32.6968|-117.1192\n',
    ),
  );
  await anEvent(app.db, { title: 'Here', place: '1 Main St, Los Angeles, CA 90012', startsAt: timeInDays(1) });
  await anEvent(app.db, { title: 'Near', place: '2 Oak St, Los Angeles, CA 90033', startsAt: timeInDays(2) });
  await anEvent(app.db, { title: 'Far', place: '3 Bay St, San Diego, CA 92113', startsAt: timeInDays(3) });
  await anEvent(app.db, { title: 'No code', place: 'The old church', startsAt: timeInDays(4) });
  await anEvent(app.db, { title: 'Online', place: null, online: true, startsAt: timeInDays(5) });
  const findDistances = async (center: unknown, extraVariables?: Record<string, unknown>) =>
    (await findNear(center, extraVariables)).data.events.edges.map(({ node }) => [node.title, node.miles]);
  const expectedDistances = [
    ['Here', 0],
    ['Near', 2],
    ['Online', null],
  ];
  expect(await findDistances({ postcode: '90012-1234' })).toEqual(expectedDistances);
  expect(await findDistances({ postcode: '90012', miles: 1 })).toEqual([expectedDistances[0], expectedDistances[2]]);
  expect(await findDistances({ postcode: '90012', miles: 200 }, { filter: { remote: false } })).toEqual([
    ['Here', 0],
    ['Near', 2],
    ['Far', expect.any(Number)],
  ]);
  const first = await findNear({ postcode: '90012' }, { first: 2 });
  expect(first.data.events).toMatchObject({ totalCount: 3, postcodeKnown: true, pageInfo: { hasNextPage: true } });
  expect(await findDistances({ postcode: '90012' }, { first: 2, after: first.data.events.pageInfo.endCursor })).toEqual(
    [['Online', null]],
  );

  // An unknown ZIP code doesn't narrow the list and is reported.
  const unknown = await findNear({ postcode: '00000' });
  expect([unknown.data.events.totalCount, unknown.data.events.postcodeKnown]).toEqual([5, false]);
  expect((await findNear(null)).data.events.postcodeKnown).toBeNull();
  for (const miles of [0, 201]) expect(refusal(await findNear({ postcode: '90012', miles }))).toBe('BAD_INPUT');
});
