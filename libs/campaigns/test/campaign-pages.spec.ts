import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPage } from '@upstander/tests/support/factories.fundraising.js';

let app: TestApp;
let slug: string;
const teams = 130;
beforeAll(async () => {
  app = await startApp();
  const campaign = await aCampaign(app.db);
  slug = campaign.slug;
  for (let n = 1; n <= teams; n += 1) {
    await aPage(app.db, { campaignId: campaign.id, kind: 'team', title: `Walkers ${String(n).padStart(3, '0')}` });
  }
  const team = await aPage(app.db, { campaignId: campaign.id, kind: 'team', title: 'Estrellas de Ángel' });
  await aPage(app.db, { campaignId: campaign.id, kind: 'personal', teamId: team.id, title: 'Kim walks' });
  await aPage(app.db, { campaignId: campaign.id, kind: 'team', title: 'Walkers hidden', status: 'hidden' });
});
afterAll(() => app.close());

interface Answer {
  campaignPages: {
    edges: Array<{ node: { title: string; teamSlug: string | null; url: string } }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}

async function pages(filter: object | null, page: { first?: number; after?: string | null } = {}, of = slug) {
  const { data } = await app.graphql<Answer>(
    `query ($slug: String!, $filter: CampaignPageFilter, $first: Int, $after: String) {
      campaignPages(campaignSlug: $slug, filter: $filter, first: $first, after: $after) {
        edges { node { title teamSlug url } } pageInfo { hasNextPage endCursor } totalCount
      }
    }`,
    { slug: of, filter, ...page },
  );
  const { edges, ...rest } = data.campaignPages;
  return { ...rest, titles: edges.map(({ node }) => node.title), nodes: edges.map(({ node }) => node) };
}

test('lists all live pages of a campaign by title, page after page', async () => {
  const titles: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pages>> = await pages(null, { first: 50, after });
    titles.push(...page.titles);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(titles).toHaveLength(teams + 2);
  expect(new Set(titles).size).toBe(teams + 2);
  expect(titles).not.toContain('Walkers hidden');
});

test('finds a team of a large campaign by part of its name, ignoring accents', async () => {
  expect((await pages({ search: 'walkers 128', kind: 'TEAM' })).titles).toEqual(['Walkers 128']);
  expect((await pages({ search: 'angel' })).titles).toEqual(['Estrellas de Ángel']);
  expect((await pages({ search: 'no such team' })).totalCount).toBe(0);
});

test('lists the members of a team', async () => {
  const { nodes } = await pages({ search: 'estrellas' });
  const teamSlug = nodes[0]!.url.split('/').at(-1);
  expect((await pages({ teamSlug })).titles).toEqual(['Kim walks']);
});

test('lists no pages of a campaign that is not public', async () => {
  const draft = await aCampaign(app.db, { status: 'draft' });
  await aPage(app.db, { campaignId: draft.id });
  expect((await pages(null, {}, draft.slug)).totalCount).toBe(0);
});
