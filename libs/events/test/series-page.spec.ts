import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aSignup } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import { aWeeklySeries } from '@upstander/tests/support/standing-signups.js';

let app: TestApp;
const now = new Date('2027-04-20T12:00:00Z');
const timeInDays = (n: number) => new Date(now.valueOf() + days(n));
const saturday = new Date('2027-05-01T17:00:00Z');
beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
});
afterAll(() => app.close());

interface Page {
  series: { title: string; rule: string; upcomingCount: number; chapter: { name: string } };
  descriptionHtml: string;
  dates: {
    edges: Array<{ node: { id: string; status: string } }>;
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

async function pageOf(slug: string, variables: object = {}): Promise<Page | null> {
  const { data, errors } = await app.graphql<{ seriesPage: Page | null }>(
    `query ($slug: String!, $first: Int, $after: String) { seriesPage(slug: $slug, first: $first, after: $after) {
       descriptionHtml
       series { title rule firstLocal excludedDates upcomingCount nextStartsAt chapter { name slug city } template { summary agenda { time } } }
       dates { edges { node { id status series { slug } originalStartsAtLocal shifts { id placesLeft } } } pageInfo { hasNextPage endCursor } }
     } }`,
    { slug, ...variables },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.seriesPage;
}

test('returns the dates that are not over, including canceled ones, page by page', async () => {
  const { series, dates } = await aWeeklySeries(app.db, new Date(saturday.valueOf() - days(21)), [3, 3, 3, 3, 3]);
  await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [dates[3]!.eventId]);
  await app.db.query(`UPDATE events.event SET status = 'completed' WHERE id = $1`, [dates[4]!.eventId]);
  const first = await pageOf(series.slug, { first: 1 });
  expect(first).toMatchObject({
    descriptionHtml: '<p>We hand out cards.</p>\n',
    series: {
      title: 'Saturday table',
      rule: 'FREQ=WEEKLY;BYDAY=SA',
      upcomingCount: 1,
      chapter: { name: 'Los Angeles' },
    },
    dates: { edges: [{ node: { id: dates[2]!.eventId } }], pageInfo: { hasNextPage: true } },
  });
  const next = await pageOf(series.slug, { first: 5, after: first!.dates.pageInfo.endCursor });
  expect(next!.dates.edges.map(({ node }) => [node.id, node.status])).toEqual([[dates[3]!.eventId, 'CANCELLED']]);
});

test('returns no draft and no unknown series', async () => {
  const { series } = await aWeeklySeries(app.db, saturday, [3], { status: 'draft' });
  expect(await pageOf(series.slug)).toBeNull();
  expect(await pageOf('nothing')).toBeNull();
});

describe('lists with each series once', () => {
  beforeEach(() => app.db.query('DELETE FROM events.event'));

  const withDates = `query ($filter: EventFilter, $first: Int, $after: String) {
    events(filter: $filter, first: $first, after: $after) {
      edges { node { id title otherDates series { slug } } } pageInfo { endCursor } totalCount
    }
  }`;
  interface SeriesPage {
    events: {
      edges: Array<{ node: { id: string; title: string; otherDates: number | null; series: { slug: string } | null } }>;
      pageInfo: { endCursor: string };
      totalCount: number;
    };
  }
  async function find(filter: object = {}, page: object = {}) {
    const variables = { filter: { oncePerSeries: true, ...filter }, ...page };
    const { data, errors } = await app.graphql<SeriesPage>(withDates, variables);
    expect(errors).toBeUndefined();
    return data.events;
  }
  const rowsOf = async (filter?: object) =>
    (await find(filter)).edges.map(({ node }) => [node.title, node.id, node.otherDates]);

  test('lists the next date that takes place, and counts the others', async () => {
    const { series, dates } = await aWeeklySeries(app.db, timeInDays(-14), [1, 3, 3, 3, 3, 3]);
    const single = await anEvent(app.db, { title: 'Single', startsAt: timeInDays(8) });
    await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [dates[3]!.eventId]);
    await app.db.query(
      `UPDATE events.event SET starts_at = $2, ends_at = $3, starts_at_local = $2::timestamptz AT TIME ZONE time_zone,
         ends_at_local = $3::timestamptz AT TIME ZONE time_zone WHERE id = $1`,
      [dates[2]!.eventId, new Date(now.valueOf() - hours(3)), new Date(now.valueOf() - hours(1))],
    );
    const page = await find();
    expect(page.totalCount).toBe(2);
    expect(page.edges.map(({ node }) => node)).toEqual([
      { id: single.id, title: 'Single', otherDates: 0, series: null },
      { id: dates[4]!.eventId, title: series.title, otherDates: 1, series: { slug: series.slug } },
    ]);
    const all = await find({ oncePerSeries: false });
    expect([all.totalCount, all.edges[0]!.node.otherDates]).toEqual([5, null]);
  });

  test('lists the first date that matches the filters', async () => {
    const { series, dates } = await aWeeklySeries(app.db, timeInDays(3), [1, 1, 3, 3]);
    for (const { shiftId } of dates.slice(0, 2)) await aSignup(app.db, { shiftId });
    await app.db.query(`UPDATE events.event SET title = 'Gala' WHERE id = $1`, [dates[3]!.eventId]);
    const { title } = series;
    const third = timeInDays(16).toISOString().slice(0, 10);
    expect(await rowsOf()).toEqual([[title, dates[0]!.eventId, 3]]);
    expect(await rowsOf({ hasFreePlaces: true })).toEqual([[title, dates[2]!.eventId, 1]]);
    expect(await rowsOf({ hasFreePlaces: true, language: 'en' })).toEqual([[title, dates[2]!.eventId, 1]]);
    expect(await rowsOf({ text: 'gala' })).toEqual([['Gala', dates[3]!.eventId, 0]]);
    expect(await rowsOf({ from: third })).toEqual([[title, dates[2]!.eventId, 1]]);
    expect(await rowsOf({ to: third })).toEqual([[title, dates[0]!.eventId, 1]]);
    expect(await rowsOf({ seriesId: series.id, remote: true })).toEqual([]);
  });

  test('lists no series again on a later page', async () => {
    for (let n = 0; n < 3; n += 1) {
      await aWeeklySeries(app.db, timeInDays(1 + n), [3, 3, 3], { title: `Series ${n}` });
      await anEvent(app.db, { title: `Single ${n}`, startsAt: timeInDays(5 + n) });
    }
    const walked: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const { edges, pageInfo, totalCount } = await find({}, { first: 2, after });
      expect(totalCount).toBe(6);
      walked.push(...edges.map(({ node }) => node.title));
      after = pageInfo.endCursor;
    }
    expect(walked).toEqual(['Series 0', 'Series 1', 'Series 2', 'Single 0', 'Single 1', 'Single 2']);
  });

  test('shows organizers the next date, or the last one of a series that is over', async () => {
    const upcoming = await aWeeklySeries(app.db, timeInDays(-8), [3, 3, 3], { title: 'Ongoing' });
    const past = await aWeeklySeries(app.db, timeInDays(-30), [3, 3, 3], { title: 'Past' });
    const { cookie } = await app.signedIn({ role: 'admin' });
    const { data } = await app.graphql<{ manageEvents: SeriesPage['events'] }>(
      `{ manageEvents(filter: { oncePerSeries: true }, sort: STARTS_AT_DESC) { edges { node { id otherDates } } } }`,
      {},
      { cookie },
    );
    expect(data.manageEvents.edges.map(({ node }) => node)).toEqual([
      { id: upcoming.dates[2]!.eventId, otherDates: 2 },
      { id: past.dates[2]!.eventId, otherDates: 2 },
    ]);
  });
});
