import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { actAsStaff, type Caller } from '@upstander/tests/support/business-operations.js';
import { aBusiness, anEvidenceCheck, anApproval } from '@upstander/tests/support/businesses.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';
import { anOpportunity } from '@upstander/tests/support/opportunities.js';

let app: TestApp;
let mona: Caller & { accountId: string };
beforeAll(async () => {
  app = await startApp();
  mona = await app.signedIn({ name: 'Mona', role: 'moderator' });
});
restoreBeforeEach(() => app, ['opportunities']);
afterAll(() => app.close());

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: Array<{ node: { id: string; legalName: string } }>;
}
const list = async (variables: Record<string, unknown>) => {
  const answer = await app.graphql<{ manageBusinesses: Page }>(
    `query ($filter: ManageBusinessesFilter, $sort: BusinessSort, $first: Int, $after: String) {
       manageBusinesses(filter: $filter, sort: $sort, first: $first, after: $after) {
         totalCount pageInfo { hasNextPage endCursor } edges { node { id legalName } } } }`,
    variables,
    mona,
  );
  if (answer.errors) throw new Error(String(refusal(answer)));
  return answer.data.manageBusinesses;
};
const names = (page: Page) => page.edges.map(({ node }) => node.legalName);
const allPages = async (variables: Record<string, unknown>) => {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const page: Page = await list({ ...variables, first: 2, after });
    found.push(...names(page));
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
};
const januaryDay = (day: number) => new Date(Date.UTC(2027, 0, day));

test('lists every business exactly once across pages, in every order', async () => {
  await aBusiness(app.db, { legalName: 'delta', now: januaryDay(1), status: 'approved', approvedUntil: '2028-05-01' });
  await aBusiness(app.db, { legalName: 'Alpha', now: januaryDay(2) });
  await aBusiness(app.db, {
    legalName: 'Charlie',
    now: januaryDay(2),
    status: 'approved',
    approvedUntil: '2028-04-01',
  });
  await aBusiness(app.db, { legalName: 'bravo', now: januaryDay(3) });
  await aBusiness(app.db, { legalName: 'bravo', now: januaryDay(4) });
  expect((await allPages({})).map((name) => name.toLowerCase())[0]).toBe('bravo');
  expect(await allPages({ sort: 'OLDEST' })).toEqual((await allPages({ sort: 'NEWEST' })).reverse());
  expect(await allPages({ sort: 'NAME' })).toEqual(['Alpha', 'bravo', 'bravo', 'Charlie', 'delta']);
  expect((await allPages({ sort: 'ENDING' })).slice(0, 2)).toEqual(['Charlie', 'delta']);
  expect(await allPages({ sort: 'ENDING' })).toHaveLength(5);
});

test('finds businesses by name, number, city, website, status and approval end', async () => {
  const now = new Date();
  await aBusiness(app.db, {
    legalName: 'Panadería Ñandú',
    registrationNumber: 'CA-4711',
    website: 'https://www.nandu.example',
  });
  await aBusiness(app.db, { legalName: '100% Bread', status: 'approved', approvedUntil: '2100-01-01', now });
  await aBusiness(app.db, { legalName: 'Over Ltd', status: 'approved', approvedUntil: '2020-01-01', now });
  const findNames = async (filter: object) => names(await list({ filter, sort: 'NAME' }));
  for (const search of ['panaderia', 'ÑANDÚ', 'ca-47', 'nandu.example', 'pan nan', 'angeles nandu']) {
    expect([search, await findNames({ search })]).toEqual([search, ['Panadería Ñandú']]);
  }
  expect(await findNames({ search: '100%' })).toEqual(['100% Bread']);
  expect(await findNames({ search: '%' })).toEqual(['100% Bread']);
  expect(await findNames({ search: 'nobody' })).toEqual([]);
  expect(await findNames({ status: ['APPROVED'] })).toEqual(['100% Bread']);
  // Past its last day, a business counts as lapsed even before the job records it.
  expect(await findNames({ status: ['LAPSED', 'SUBMITTED'] })).toEqual(['Over Ltd', 'Panadería Ñandú']);
  expect(await findNames({ endingBefore: '2099-12-31' })).toEqual(['Over Ltd']);
  expect((await list({ filter: { status: [] } })).totalCount).toBe(0);
});

test('rejects a cursor of another list and an oversized page', async () => {
  const cursor = (key: string, id = '0190a000-0000-7000-8000-000000000001') =>
    Buffer.from(JSON.stringify([key, id])).toString('base64url');
  for (const variables of [
    { first: 1000 },
    { after: 'x' },
    { after: cursor('2027-01-01T00:00:00.000Z', 'x') },
    { after: cursor('Alpha') },
    { after: cursor('Alpha'), sort: 'ENDING' },
    { after: cursor('2027-02-30'), sort: 'ENDING' },
    { after: cursor('\0'), sort: 'NAME' },
  ]) {
    await expect(list(variables)).rejects.toThrow('BAD_INPUT');
  }
});

describe('the queue', () => {
  interface Item {
    kind: string;
    id: string;
    title: string;
    businessName: string;
    waitingSince: string;
    flags: number;
    approvalsGiven: number;
    approvalsNeeded: number;
    mine: boolean;
  }
  interface QueuePage {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: Array<{ node: Item }>;
  }
  const page = async (first: number, after: string | null): Promise<QueuePage> => {
    const { data, errors } = await app.graphql<{ approvals: QueuePage }>(
      `query ($first: Int, $after: String) { approvals(first: $first, after: $after) { totalCount
         pageInfo { hasNextPage endCursor } edges { node { kind id title businessName waitingSince flags approvalsGiven
         approvalsNeeded mine } } } }`,
      { first, after },
      mona,
    );
    expect(errors).toBeUndefined();
    return data.approvals;
  };
  const queue = async (first = 2): Promise<{ found: Item[]; total: number }> => {
    const found: Item[] = [];
    for (let after: string | null = null; ;) {
      const { edges, totalCount, pageInfo } = await page(first, after);
      found.push(...edges.map(({ node }) => node));
      if (!pageInfo.hasNextPage) return { found, total: totalCount };
      after = pageInfo.endCursor;
    }
  };

  test('lists waiting businesses and opportunities, oldest first', async () => {
    const oldest = await aBusiness(app.db, { legalName: 'First', now: januaryDay(1), status: 'in_review' });
    await anApproval(app.db, oldest.id, { accountId: mona.accountId });
    await anEvidenceCheck(app.db, oldest.id, { kind: 'registry', passed: false });
    const renewing = await aBusiness(app.db, {
      legalName: 'Third',
      now: januaryDay(3),
      status: 'approved',
      renewing: true,
    });
    const opportunity = await anOpportunity(app.db, {
      title: 'Baker',
      status: 'in_review',
      publishedAt: januaryDay(2),
      businessId: renewing.id,
    });
    await app.db.query(
      `INSERT INTO opportunities.red_flag (opportunity_id, rule, field, excerpt, found_at) VALUES ($1, 'fee', 'title', 'x', $2)`,
      [opportunity.id, januaryDay(2)],
    );
    // Two items with the same timestamp both appear.
    await aBusiness(app.db, { legalName: 'Fourth', now: januaryDay(4) });
    await aBusiness(app.db, { legalName: 'Fourth', now: januaryDay(4) });
    for (const status of ['changes_requested', 'approved', 'refused', 'lapsed', 'suspended'] as const) {
      await aBusiness(app.db, { status, now: januaryDay(1) });
    }
    await anOpportunity(app.db, { status: 'draft', businessId: renewing.id });

    const { found, total } = await queue();
    expect(total).toBe(5);
    expect(
      found.map(({ kind, title, flags, approvalsGiven, approvalsNeeded, mine }) => [
        kind,
        title,
        flags,
        approvalsGiven,
        approvalsNeeded,
        mine,
      ]),
    ).toEqual([
      ['BUSINESS', 'First', 1, 1, 2, true],
      ['OPPORTUNITY', 'Baker', 1, 0, 1, false],
      ['BUSINESS', 'Third', 0, 0, 2, false],
      ['BUSINESS', 'Fourth', 0, 0, 2, false],
      ['BUSINESS', 'Fourth', 0, 0, 2, false],
    ]);
    expect(found[1]).toMatchObject({ businessName: 'Third', waitingSince: januaryDay(2).toISOString() });
    expect(new Set(found.map(({ id }) => id)).size).toBe(5);
    expect((await queue(100)).found).toEqual(found);
  });

  test('drops a business once staff decide', async () => {
    const { id } = await aBusiness(app.db);
    expect((await queue()).total).toBe(1);
    await actAsStaff(app, mona, 'refuseBusiness', { id, reason: 'No.' });
    expect((await queue()).total).toBe(0);
  });
});

test('shows reviewers that a number was declined before', async () => {
  const registrationNumber = `R-${randomUUID().slice(0, 6)}`;
  await aBusiness(app.db, { registrationNumber, status: 'refused' });
  const { id } = await aBusiness(app.db, { registrationNumber: registrationNumber.replace('-', ' ') });
  expect((await actAsStaff(app, mona, 'takeBusiness', { id })).it.previousRefusals).toBe(1);
});
