import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { aWeeklySeries } from '@upstander/tests/support/standing-signups.js';

let app: TestApp;
const saturday = new Date('2027-05-01T17:00:00Z');
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2027-04-20T12:00:00Z');
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
