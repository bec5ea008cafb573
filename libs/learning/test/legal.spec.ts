import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';

let app: TestApp;
let moderator: { cookie: string; accountId: string };
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
  moderator = await app.signedIn({ name: 'Mo', role: 'moderator' });
});
afterAll(() => app.close());

interface Limit {
  id: string;
  jurisdiction: string;
  remedy: string;
  rule: string;
  ruleEs: string;
  sourceTitle: string;
  sourceYear: number;
  sourceUrl: string;
  reviewedOn: string | null;
  reviewBy: string;
  stale: boolean;
}
const fields = 'id jurisdiction remedy rule ruleEs sourceTitle sourceYear sourceUrl reviewedOn reviewBy stale';
const limits = async () => (await app.graphql<{ timeLimits: Limit[] }>(`{ timeLimits { ${fields} } }`)).data.timeLimits;
const countDueReviews = async () =>
  (
    await app.graphql<{ directoryTasks: { legalReviews: number } }>(
      '{ directoryTasks { legalReviews } }',
      {},
      moderator,
    )
  ).data.directoryTasks.legalReviews;
const review = ({ id, rule, ruleEs, sourceTitle, sourceYear, sourceUrl }: Limit, parts: object = {}) =>
  app.graphql<{ reviewTimeLimit: Limit }>(
    `mutation ($id: ID!, $input: TimeLimitReviewInput!) { reviewTimeLimit(id: $id, input: $input) { ${fields} } }`,
    { id, input: { rule, ruleEs, sourceTitle, sourceYear, sourceUrl, reviewedBy: 'Ines Okafor', ...parts } },
    moderator,
  );
const listToReview = async () =>
  (
    await app.graphql<{ articlesToReview: Array<{ id: string; slug: string }> }>(
      '{ articlesToReview { id slug } }',
      {},
      moderator,
    )
  ).data.articlesToReview;

test('ships time limits for federal law and four states, marked as not reviewed by a lawyer', async () => {
  const all = await limits();
  expect([...new Set(all.map(({ jurisdiction }) => jurisdiction))]).toEqual(['US', 'CA', 'NY', 'TX', 'FL']);
  expect(all.every(({ reviewedOn, stale }) => reviewedOn === null && !stale)).toBe(true);
  expect(all.find(({ jurisdiction, remedy }) => jurisdiction === 'US' && remedy === 'CIVIL_ACTION')?.rule).toContain(
    '10 years',
  );
});

test('names articles that need a review in both languages', async () => {
  const { data } = await app.graphql<{ articlesToReview: Array<Record<string, string>> }>(
    '{ articlesToReview { slug title titleEs } }',
    {},
    moderator,
  );
  expect(data.articlesToReview).toContainEqual({
    slug: 'money-you-may-be-owed',
    title: 'Money you may be owed',
    titleEs: 'Dinero que te pueden deber',
  });
});

test("records a lawyer's corrections and marks the limit as due after six months without hiding it", async () => {
  const before = await countDueReviews();
  const [limit] = await limits();
  const { data } = await review(limit!, { rule: '10 years, with exceptions.' });
  expect(data.reviewTimeLimit).toMatchObject({
    rule: '10 years, with exceptions.',
    reviewedOn: '2026-12-01',
    reviewBy: '2027-06-01',
    stale: false,
  });
  expect(await countDueReviews()).toBe(before - 1);
  app.clock.set('2027-06-02T18:00:00Z');
  expect((await limits()).find(({ id }) => id === limit!.id)).toMatchObject({ stale: true, reviewedOn: '2026-12-01' });
  expect(await countDueReviews()).toBe(before);
  app.clock.set('2026-12-01T18:00:00Z');
});

test("requires the lawyer's name and a source on the web", async () => {
  const [limit] = await limits();
  const answer = await review(limit!, { reviewedBy: ' ', sourceUrl: 'http://law.example' });
  expect(answer.errors?.[0]?.extensions.details).toEqual({
    fields: { reviewedBy: 'required', sourceUrl: 'not-a-web-address' },
  });
  expect(refusal(await review({ ...limit!, id: 'none' }))).toBe('NOT_FOUND');
});

test("requires a lawyer's review of a legal article, and again for its next version", async () => {
  const article = (await listToReview()).find(({ slug }) => slug === 'money-you-may-be-owed')!;
  const showArticle = async () =>
    (
      await app.graphql<{ article: { legal: boolean; lawyerReviewedOn: string | null } }>(
        '{ article(slug: "money-you-may-be-owed") { legal lawyerReviewedOn } }',
      )
    ).data.article;
  expect(await showArticle()).toEqual({ legal: true, lawyerReviewedOn: null });
  const mutation = 'mutation ($id: ID!) { reviewArticle(id: $id, reviewedBy: "Ines Okafor") { slug } }';
  await app.graphql(mutation, { id: article.id }, moderator);
  expect(await showArticle()).toEqual({ legal: true, lawyerReviewedOn: '2026-12-01' });
  expect((await listToReview()).map(({ slug }) => slug)).not.toContain(article.slug);
  await publishReviewed(article.id);
  expect(await showArticle()).toEqual({ legal: true, lawyerReviewedOn: null });
});

/** Publishes a new version, written by one person and approved by another. */
async function publishReviewed(id: string): Promise<void> {
  const other = await app.signedIn({ role: 'moderator' });
  const query = `query ($id: ID!) { manageArticle(id: $id) { audience reviewBy version
    sources { title publisher year url }
    versions { en { title summary note body } es { title summary note body } } } }`;
  const { data } = await app.graphql<{
    manageArticle: { version: number; versions: Array<{ en: object; es: object }> };
  }>(query, { id }, moderator);
  const { version, versions, ...rest } = data.manageArticle;
  const en = { ...versions[0]!.en, note: 'Other words.' };
  const saved = await app.graphql<{ saveArticle: { version: number } }>(
    `mutation ($id: ID!, $input: ArticleInput!, $version: Int!) { saveArticle(id: $id, input: $input, basedOn: $version) { version } }`,
    { id, version, input: { ...rest, en, es: versions[0]!.es, spanishConfirmed: true } },
    moderator,
  );
  const next = saved.data.saveArticle.version;
  const step = (name: string, asking: { cookie: string }) =>
    app.graphql(
      `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { id } }`,
      { id, version: next },
      asking,
    );
  for (const answer of [await step('submitArticle', moderator), await step('approveArticle', other)]) {
    expect(answer.errors).toBeUndefined();
  }
}

test.each([
  ['lawyer', 'EN'],
  ['attorney', 'EN'],
  ['abogada', 'ES'],
  ['compensation', 'EN'],
  ['restitution', 'EN'],
  ['money owed', 'EN'],
  ['indemnización', 'ES'],
  ['statute of limitations', 'EN'],
  ['expunge', 'EN'],
])('finds articles about compensation and records by “%s”', async (text, locale) => {
  expect(await searchTitles(text, locale)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^(money-you-may-be-owed|records-and-staying)$/)]),
  );
});

test.each([
  ['PTSD', 'EN'],
  ['trauma', 'EN'],
  ['TEPT', 'ES'],
  ['pesadillas', 'ES'],
])('finds the article about health by “%s”', async (text, locale) => {
  expect(await searchTitles(text, locale)).toContain('what-harm-does-to-health');
});

async function searchTitles(text: string, locale: string): Promise<string[]> {
  const { data } = await app.graphql<{ search: { similar: boolean; edges: Array<{ node: { slug: string } }> } }>(
    `query ($text: String!, $locale: Locale!) { search(text: $text, locale: $locale, kinds: [ARTICLE]) {
      similar edges { node { slug } } } }`,
    { text, locale },
  );
  expect(data.search.similar).toBe(false);
  return data.search.edges.map(({ node }) => node.slug);
}
