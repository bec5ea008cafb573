import { SecurityEvents } from '@upstander/identity';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent } from '@upstander/tests/support/factories.js';
import { aCampaign, aPage, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { days } from '@upstander/tests/support/movable-clock.js';

const now = new Date('2026-10-20T18:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
});
afterAll(() => app.close());

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: Array<{ node: { title: string } }>;
}

async function list(variables: Record<string, unknown>) {
  const query = `query ($filter: CampaignFilter, $first: Int, $after: String) {
    campaigns(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { title raised { amountMinor } } }
    }
  }`;
  const { data, errors } = await app.graphql<{ campaigns: Page }>(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  const { edges, totalCount, pageInfo } = data.campaigns;
  return { titles: edges.map(({ node }) => node.title), totalCount, ...pageInfo };
}

const allFields = `id slug title summary storyHtml language status currency goal { amountMinor currency }
  raised { amountMinor } giftCount timeZone startsOn endsOn publishedAt cover { url } organizerName chapterName
  beneficiary { id kind name registrationNumber website } eventIds acceptsGifts minimum { amountMinor currency }
  feePercent feeFixed { amountMinor }
  waterfall { charged { amountMinor } fees { amountMinor } refunds { amountMinor } disputes { amountMinor }
    matched { amountMinor } net { amountMinor } disbursed { amountMinor } held { amountMinor } asOf
    disbursements { id } }
  matching { id sponsorName ratioPercent cap { amountMinor } remaining { amountMinor } endsAt }
  pages { slug title storyHtml goal { amountMinor } raised { amountMinor } giftCount teamSlug campaignSlug url }
  updates { title bodyHtml authorName publishedAt }
  recentGifts { name amount { amountMinor } message paidAt monthly }`;

async function showCampaign(slug: string, selection = allFields): Promise<Record<string, unknown>> {
  const query = `query ($slug: String!) { campaign(slug: $slug) { ${selection} } }`;
  const { data, errors } = await app.graphql<{ campaign: Record<string, unknown> }>(query, { slug });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.campaign;
}

describe('the list of campaigns', () => {
  test('shows public campaigns, newest first, page after page', async () => {
    const chapter = await aChapter(app.db);
    const daysAgo = (n: number) => new Date(now.valueOf() - days(n));
    for (let n = 0; n < 5; n += 1)
      await aCampaign(app.db, { chapterId: chapter.id, title: `Run ${n}`, now: daysAgo(n) });
    for (const status of ['unconfirmed', 'draft', 'in_review', 'changes_requested', 'refused'] as const) {
      await aCampaign(app.db, { chapterId: chapter.id, title: `Hidden ${status}`, status });
    }
    await aCampaign(app.db, { chapterId: chapter.id, title: 'Over', status: 'ended', now: daysAgo(9) });
    const filter = { chapter: chapter.slug };
    const first = await list({ filter, first: 4 });
    expect(first).toMatchObject({ titles: ['Run 0', 'Run 1', 'Run 2', 'Run 3'], totalCount: 6, hasNextPage: true });
    const second = await list({ filter, first: 4, after: first.endCursor });
    expect(second).toMatchObject({ titles: ['Run 4', 'Over'], totalCount: 6, hasNextPage: false });
    expect((await list({ filter: { ...filter, ended: true } })).titles).toEqual(['Over']);
    expect((await list({ filter: { ...filter, ended: false } })).titles).not.toContain('Over');
  });

  test('lists the campaigns of an event', async () => {
    const event = await anEvent(app.db);
    const { id } = await aCampaign(app.db, { title: 'Meals at the kitchen' });
    const draft = await aCampaign(app.db, { title: 'Not approved yet', status: 'draft' });
    await app.db.query('UPDATE fundraising.campaign SET event_ids = $2 WHERE id = ANY ($1)', [
      [id, draft.id],
      [event.id],
    ]);
    expect((await list({ filter: { eventId: event.id } })).titles).toEqual(['Meals at the kitchen']);
    expect((await list({ filter: { eventId: id } })).titles).toEqual([]);
  });

  test('is searched by words, ignoring accents; one or two letters match the start of a word', async () => {
    const chapter = await aChapter(app.db);
    await aCampaign(app.db, {
      chapterId: chapter.id,
      title: 'Mañana segura',
      summary: 'Doce camas',
      organizerName: 'Inés',
    });
    await aCampaign(app.db, { chapterId: chapter.id, title: '100 % for beds' });
    const search = async (text: string) => (await list({ filter: { chapter: chapter.slug, text } })).titles;
    expect(await search('manana')).toEqual(['Mañana segura']);
    expect(await search('CAMAS ines')).toEqual(['Mañana segura']);
    expect(await search('ma')).toEqual(['Mañana segura']);
    expect(await search('100 %')).toEqual(['100 % for beds']);
    expect(await search('%')).toEqual([]);
    expect(await search('camas run')).toEqual([]);
  });

  test('rejects an invalid page size or cursor', async () => {
    const query = 'query ($first: Int, $after: String) { campaigns(first: $first, after: $after) { totalCount } }';
    for (const variables of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { after: btoa('["x","y"]') }]) {
      const { errors } = await app.graphql(query, variables);
      expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
    }
  });
});

describe('the page of a campaign', () => {
  test('shows its purpose, progress and gift costs', async () => {
    const { slug } = await aCampaign(app.db, { title: 'Beds', endsOn: '2026-12-01', now });
    expect(await showCampaign(slug)).toMatchObject({
      title: 'Beds',
      status: 'LIVE',
      storyHtml: '<p>A bed is <strong>where it starts</strong>.</p>\n',
      goal: { amountMinor: 500_000, currency: 'USD' },
      raised: { amountMinor: 0 },
      giftCount: 0,
      timeZone: 'America/Los_Angeles',
      endsOn: '2026-12-01',
      beneficiary: { kind: 'OWN', name: "Women's Rights Group" },
      acceptsGifts: true,
      minimum: { amountMinor: 100, currency: 'USD' },
      feePercent: '2.9',
      feeFixed: { amountMinor: 30 },
      cover: null,
      matching: [],
      pages: [],
      updates: [],
      recentGifts: [],
    });
  });

  test('is hidden from everyone, including admins, until the campaign is public', async () => {
    const admin = await app.signedIn({ role: 'admin' });
    for (const status of ['unconfirmed', 'draft', 'in_review', 'changes_requested', 'refused'] as const) {
      const { slug } = await aCampaign(app.db, { status });
      const query = 'query ($slug: String!) { campaign(slug: $slug) { id } }';
      const { data } = await app.graphql<{ campaign: null }>(query, { slug }, { cookie: admin.cookie });
      expect(data.campaign).toBeNull();
    }
    for (const status of ['paused', 'ended'] as const) {
      const { slug } = await aCampaign(app.db, { status });
      expect(await showCampaign(slug, 'status acceptsGifts')).toEqual({
        status: status.toUpperCase(),
        acceptsGifts: false,
      });
    }
  });

  test('names donors, except those who gave anonymously', async () => {
    const { id, slug } = await aCampaign(app.db);
    const secret = 'Zenobia Quill';
    await aPaidGift(app.db, { campaignId: id, name: 'Ana Reyes', intendedMinor: 2_500, coverMinor: 106, paidAt: now });
    await aPaidGift(app.db, {
      campaignId: id,
      name: secret,
      email: 'zq@example.org',
      anonymous: true,
      message: 'For my aunt',
      intendedMinor: 10_000,
      paidAt: new Date(now.valueOf() - 1000),
    });
    const page = await showCampaign(slug);
    expect(page).toMatchObject({
      raised: { amountMinor: 12_500 },
      giftCount: 2,
      recentGifts: [
        { name: 'Ana Reyes', amount: { amountMinor: 2_500 }, monthly: false },
        { name: null, amount: { amountMinor: 10_000 }, message: 'For my aunt' },
      ],
      waterfall: { charged: { amountMinor: 12_606 } },
    });
    const words = JSON.stringify(page);
    for (const hint of [secret, 'Zenobia', 'zq@example.org']) expect(words).not.toContain(hint);
    // Control: the same search does find the public name.
    expect(words).toContain('Ana Reyes');
  });

  test('adds gifts to team members to their team and lists the most successful page first', async () => {
    const { id, slug } = await aCampaign(app.db);
    const team = await aPage(app.db, { campaignId: id, kind: 'team', title: 'The bakery' });
    const member = await aPage(app.db, { campaignId: id, teamId: team.id, title: 'Mina runs' });
    const alone = await aPage(app.db, { campaignId: id, title: 'Leo walks' });
    const hidden = await aPage(app.db, { campaignId: id, title: 'Not shown', status: 'hidden' });
    await aPaidGift(app.db, { campaignId: id, pageId: team.id, intendedMinor: 1_000 });
    await aPaidGift(app.db, { campaignId: id, pageId: member.id, intendedMinor: 3_000 });
    await aPaidGift(app.db, { campaignId: id, pageId: alone.id, intendedMinor: 2_000 });
    await aPaidGift(app.db, { campaignId: id, pageId: hidden.id, intendedMinor: 500 });
    const { pages, raised } = await showCampaign(
      slug,
      'raised { amountMinor } pages { title raised { amountMinor } teamSlug url }',
    );
    expect(raised).toEqual({ amountMinor: 6_500 });
    expect(pages).toEqual([
      { title: 'The bakery', raised: { amountMinor: 4_000 }, teamSlug: null, url: `/fundraisers/${slug}/${team.slug}` },
      {
        title: 'Mina runs',
        raised: { amountMinor: 3_000 },
        teamSlug: team.slug,
        url: `/fundraisers/${slug}/${member.slug}`,
      },
      { title: 'Leo walks', raised: { amountMinor: 2_000 }, teamSlug: null, url: `/fundraisers/${slug}/${alone.slug}` },
    ]);
  });

  test('removes scripts, tags and external images from the story', async () => {
    const story = [
      '<script>alert(1)</script> <img src=x onerror=alert(1)>',
      '[click](javascript:alert(1)) [mail](mailto:a@example.org) [site](https://example.org/a?b=1&c=2)',
      '![a **dog**](https://evil.example/pixel.png) ![mine](/files/x) <https://example.net>',
    ].join('\n\n');
    const { slug } = await aCampaign(app.db, { story });
    const { storyHtml } = (await showCampaign(slug, 'storyHtml')) as { storyHtml: string };
    expect(storyHtml).not.toMatch(/<(script|img|iframe)|href="javascript|evil\.example/i);
    expect(storyHtml).toContain('&lt;script&gt;');
    expect(storyHtml).toContain('a dog');
    expect(storyHtml).toContain('<a href="https://example.org/a?b=1&amp;c=2" rel="nofollow noopener">site</a>');
  });

  test('is read in a single statement, whatever fields are requested', async () => {
    const { id, slug } = await aCampaign(app.db);
    await aPaidGift(app.db, { campaignId: id });
    // Refused requests are logged a second later. Flushing keeps that out of the count.
    await app.nest.get(SecurityEvents).flush();
    const asked: string[] = [];
    const pool = app.db.pool;
    const query = pool.query.bind(pool);
    const spy = jest.spyOn(pool as unknown as { query: (...args: unknown[]) => unknown }, 'query');
    spy.mockImplementation((...args) => {
      asked.push(JSON.stringify(args[0]));
      return (query as (...all: unknown[]) => unknown)(...args);
    });
    try {
      await showCampaign(slug);
      expect(asked).toHaveLength(1);
      asked.length = 0;
      await showCampaign(slug, 'title');
      expect(asked).toHaveLength(1);
      // Amounts were not requested, so the ledger is not read.
      expect(asked[0]).not.toContain('ledger.');
    } finally {
      spy.mockRestore();
    }
  });
});
