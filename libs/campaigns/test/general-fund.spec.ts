import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { give } from '@upstander/tests/support/giving.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';

/** General funds collect gifts without a fundraiser, for the organization and optionally for each chapter. */
let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let cookie: string;
let chapter: { id: string; slug: string };

beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe({ config: { GENERAL_FUND: 'chapters' } }));
  ({ cookie } = await app.signedIn({ role: 'admin' }));
  chapter = await aChapter(app.db, { name: 'Oakland' });
  await Promise.all([app.runJob('keep-general-funds'), app.runJob('keep-general-funds')]);
  await app.runJob('keep-general-funds');
});
afterAll(() => close());

interface Fund {
  id: string;
  slug: string;
  title: string;
  chapterName: string | null;
  isGeneral: boolean;
}

const readFunds = async () =>
  (await app.graphql<{ generalFunds: Fund[] }>('{ generalFunds { id slug title chapterName isGeneral } }')).data
    .generalFunds;

async function change(mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const name = mutation === 'pauseCampaign' ? 'CampaignNoteInput' : `${type}Input`;
  const { errors } = await app.graphql(
    `mutation ($input: ${name}!) { ${mutation}(input: $input) { id } }`,
    { input },
    { cookie },
  );
  expect(errors).toBeUndefined();
}

test('creates one general fund for the organization and one for each open chapter', async () => {
  expect(await readFunds()).toEqual([
    {
      id: expect.any(String),
      slug: 'general-fund',
      title: app.config.ORGANIZATION_NAME,
      chapterName: null,
      isGeneral: true,
    },
    {
      id: expect.any(String),
      slug: `general-fund-${chapter.slug}`,
      title: `${app.config.ORGANIZATION_NAME}, Oakland`,
      chapterName: 'Oakland',
      isGeneral: true,
    },
  ]);
});

test('creates only one fund if chapters have none', async () => {
  const alone = await startApp();
  await aChapter(alone.db);
  await alone.runJob('keep-general-funds');
  const { data } = await alone.graphql<{ generalFunds: object[] }>('{ generalFunds { chapterName } }');
  expect(data.generalFunds).toEqual([{ chapterName: null }]);
  await alone.close();
});

test('hides general funds from public lists, but not from staff', async () => {
  const { slug } = await aCampaign(app.db, { chapterId: chapter.id });
  const lists = await app.graphql<Record<string, { edges: Array<{ node: { slug: string } }> }>>(
    `{ campaigns(first: 100) { edges { node { slug } } } manageCampaigns(first: 100) { edges { node { slug } } } }`,
    {},
    { cookie },
  );
  const slugs = (list: string) => lists.data[list]!.edges.map((edge) => edge.node.slug).sort();
  expect(slugs('campaigns')).toEqual([slug]);
  expect(slugs('manageCampaigns')).toEqual([slug, 'general-fund', `general-fund-${chapter.slug}`].sort());
  // A general fund has no progress toward a goal.
  const answers = ['embed', 'progress.svg'].map((what) => fetch(`${app.url}/campaigns/general-fund/${what}`));
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404]);
});

test('accepts one-time and recurring gifts with bookings and receipts like any campaign', async () => {
  const once = await give(app, stripe, { campaignSlug: 'general-fund', coverFee: true });
  await give(app, stripe, { campaignSlug: `general-fund-${chapter.slug}`, frequency: 'MONTHLY' });
  for (const job of ['book-balance-transactions', 'issue-receipts'] as const) await app.runJob(job);
  const { data } = await app.graphql<{ generalFunds: object[] }>(
    '{ generalFunds { raised { amountMinor } giftCount waterfall { charged { amountMinor } held { amountMinor } } } }',
  );
  expect(data.generalFunds).toEqual([
    {
      raised: { amountMinor: 5000 },
      giftCount: 1,
      waterfall: { charged: { amountMinor: 5180 }, held: { amountMinor: 5000 } },
    },
    expect.objectContaining({ raised: { amountMinor: 5000 }, giftCount: 1 }),
  ]);
  const mine = await app.graphql<{ myGift: object }>(
    'query ($token: String!) { myGift(token: $token) { campaignTitle receipt { number } } }',
    { token: once.token },
  );
  expect(mine.data.myGift).toEqual({
    campaignTitle: app.config.ORGANIZATION_NAME,
    receipt: { number: expect.any(String) },
  });

  // Finance of a chapter sees its gifts, and general funds are never overdue for disbursement.
  const desk = await app.signedIn({ role: 'finance', chapterId: chapter.id });
  const seen = await app.graphql<{ gifts: { edges: Array<{ node: { campaignTitle: string } }> } }>(
    '{ gifts(first: 10) { edges { node { campaignTitle } } } }',
    {},
    { cookie: desk.cookie },
  );
  expect(seen.data.gifts.edges.map(({ node }) => node.campaignTitle)).toEqual([
    `${app.config.ORGANIZATION_NAME}, Oakland`,
  ]);
  app.clock.advance(days(200));
  const overdue = await app.graphql<{ overdueDisbursements: object[] }>(
    '{ overdueDisbursements { campaignId } }',
    {},
    { cookie },
  );
  expect(overdue.data.overdueDisbursements).toEqual([]);
});

test('leaves funds alone that staff edited or paused', async () => {
  const [fund] = await readFunds();
  const input = { id: fund!.id, title: 'Women’s Rights Group', story: 'What nobody puts on a poster.' };
  await change('updateCampaign', { ...input, suggestedAmounts: [{ amountMinor: 2500, text: 'a full tank' }] });
  await change('pauseCampaign', { id: fund!.id, note: 'We look into something.' });
  await app.runJob('keep-general-funds');
  expect((await readFunds()).map(({ slug }) => slug)).toEqual([`general-fund-${chapter.slug}`]);
  const [kept] = await app.db.query<{ title: string; goal: string }>(
    `SELECT title, goal_minor::text AS goal FROM fundraising.campaign WHERE slug = 'general-fund'`,
  );
  expect(kept).toEqual({ title: 'Women’s Rights Group', goal: '0' });
});

test('ends the fund of a chapter when it closes; all other campaigns need a goal', async () => {
  const other = await aChapter(app.db, { name: 'Fresno' });
  await app.runJob('keep-general-funds');
  expect((await readFunds()).map(({ chapterName }) => chapterName)).toContain('Fresno');
  const closed = await app.graphql(
    'mutation ($id: ID!) { closeChapter(id: $id) { closedAt } }',
    { id: other.id },
    { cookie },
  );
  expect(closed.errors).toBeUndefined();
  expect((await readFunds()).map(({ chapterName }) => chapterName)).not.toContain('Fresno');
  const history = await app.db.query(
    `SELECT m.from_status AS "from", m.to_status AS "to" FROM fundraising.campaign_status_change m
     JOIN fundraising.campaign c ON c.id = m.campaign_id WHERE c.chapter_id = $1 ORDER BY m.id`,
    [other.id],
  );
  expect(history).toEqual([
    { from: null, to: 'live' },
    { from: 'live', to: 'ended' },
  ]);

  const campaign = await aCampaign(app.db);
  await expect(
    app.db.query('UPDATE fundraising.campaign SET goal_minor = 0 WHERE id = $1', [campaign.id]),
  ).rejects.toThrow('campaign_goal_minor_check');
});
