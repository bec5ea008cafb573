import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { aVettedBusiness, anOpportunity } from '@upstander/tests/support/opportunities.js';

interface Page {
  edges: Array<{ node: { title: string; description: string; businessName: string } }>;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  totalCount: number;
  totalIsCapped: boolean;
}

const now = new Date('2026-12-01T18:00:00Z');
let app: TestApp;
let businessId: string;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
  businessId = (await aVettedBusiness(app.db)).id;
  const add = (title: string, parts: Parameters<typeof anOpportunity>[1], ago: number) =>
    anOpportunity(app.db, { businessId, title, publishedAt: new Date(now.valueOf() - days(ago)), ...parts });
  await add('Baker', { place: 'Fresno, CA', idNeeded: false, backgroundCheck: false, transport: 'Bus pass' }, 1);
  await add('Panadería de noche', { place: 'San José, CA', nightWork: true, equipment: 'Shoes' }, 2);
  await add('Sewing class', { kind: 'skills_training', place: 'Fresno', trainingPaid: true, childcareHours: true }, 3);
  await add('Bookkeeper', { remote: true, place: '', idNeeded: false, description: 'Ledgers, from home.' }, 4);
  await add('Intern', { kind: 'internship', place: 'El Centro', harmTags: ['night'], status: 'expiring' }, 5);
  for (const status of [
    'draft',
    'in_review',
    'changes_requested',
    'expired',
    'filled',
    'withdrawn',
    'refused',
  ] as const) {
    await add(`Hidden ${status}`, { status }, 6);
  }
});
afterAll(() => app.close());

async function page(filter: object = {}, paging: object = {}): Promise<Page> {
  const { data, errors } = await app.graphql<{ opportunities: Page }>(
    `query ($filter: OpportunityFilter, $first: Int, $after: String) {
      opportunities(filter: $filter, first: $first, after: $after) {
        edges { node { title description businessName } }
        pageInfo { hasNextPage hasPreviousPage endCursor } totalCount totalIsCapped
      }
    }`,
    { filter, ...paging },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.opportunities;
}
const listTitles = async (filter: object = {}) => (await page(filter)).edges.map(({ node }) => node.title);

test('lists published opportunities to the public, newest first', async () => {
  expect(await listTitles()).toEqual(['Baker', 'Panadería de noche', 'Sewing class', 'Bookkeeper', 'Intern']);
});

test.each([
  [{ kind: ['SKILLS_TRAINING', 'INTERNSHIP'] }, ['Sewing class', 'Intern']],
  [{ remote: true }, ['Bookkeeper']],
  [{ place: 'fresno' }, ['Baker', 'Sewing class']],
  [{ place: 'san jose' }, ['Panadería de noche']],
  [{ place: 'el' }, ['Intern']],
  [{ place: '%' }, []],
  [{ search: 'panaderia' }, ['Panadería de noche']],
  [{ search: 'ledgers' }, ['Bookkeeper']],
  [{ search: 'ba' }, ['Baker']],
  [{ search: 'class fresno' }, ['Sewing class']],
  [{ search: 'nobody offers this' }, []],
  [{ barriers: ['NO_ID'] }, ['Baker', 'Bookkeeper']],
  [{ barriers: ['NO_ID', 'NO_BACKGROUND_CHECK'] }, ['Baker']],
  [{ barriers: ['PAID_TRAINING'] }, ['Sewing class']],
  [{ barriers: ['CHILDCARE_HOURS'] }, ['Sewing class']],
  [{ barriers: ['TRANSPORT'] }, ['Baker']],
  [{ barriers: ['EQUIPMENT'] }, ['Panadería de noche']],
  // Night work set by the business or by staff.
  [{ barriers: ['NO_NIGHT'] }, ['Baker', 'Sewing class', 'Bookkeeper']],
  [{ kind: ['JOB'], place: 'fresno', barriers: ['NO_ID'], search: 'bread' }, ['Baker']],
])('filters by %j', async (filter, found) => {
  expect(await listTitles(filter)).toEqual(found);
  expect((await page(filter)).totalCount).toBe(found.length);
});

test.each([{}, { search: 'bread' }])('starts each page after the previous row for %j', async (filter) => {
  const all = await listTitles(filter);
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo, totalCount } = await page(filter, { first: 2, after });
    expect(totalCount).toBe(all.length);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    walked.push(...edges.map(({ node }) => node.title));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(walked).toEqual(all);
});

test('reads a page with one statement', async () => {
  const statements: string[] = [];
  const { query, queryNamed: named } = app.db;
  app.db.query = (sql, params) => (statements.push(sql), query.call(app.db, sql, params)) as never;
  app.db.queryNamed = (name, sql, params) => (statements.push(sql), named.call(app.db, name, sql, params)) as never;
  await page({ search: 'bread' });
  await page();
  Object.assign(app.db, { query, named });
  expect(statements).toHaveLength(2);
});

test('rejects an invalid cursor or page size', async () => {
  for (const paging of [{ after: 'nonsense' }, { first: 0 }, { first: 101 }]) {
    await expect(page({}, paging)).rejects.toThrow(/BAD_INPUT/);
  }
});
