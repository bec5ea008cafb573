import { articles, writeArticles } from '@upstander/db';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { runAsOwner, inOwnerTransaction } from '@upstander/tests/support/tampering.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface ListedArticle {
  slug: string;
  title: string;
  bodyHtml: string | null;
}

const tracks = async (variables: Record<string, unknown> = {}) =>
  (
    await app.graphql<{ tracks: Array<{ audience: string; articles: ListedArticle[] }> }>(
      `query ($audience: Audience, $locale: Locale! = EN) {
         tracks(audience: $audience, locale: $locale) { audience articles { slug title bodyHtml } }
       }`,
      variables,
    )
  ).data.tracks;

const article = async (slug: string, locale = 'EN') =>
  (
    await app.graphql<{ article: Record<string, unknown> | null }>(
      `query ($slug: String!, $locale: Locale!) {
         article(slug: $slug, locale: $locale) { title summary note bodyHtml reviewedOn reviewBy sources { publisher year url } }
       }`,
      { slug, locale },
    )
  ).data.article;

test('lists all articles by audience, in reading order', async () => {
  const all = await tracks();
  expect(all.map(({ audience }) => audience)).toEqual([
    'EVERYONE',
    'CAREGIVERS',
    'YOUTH',
    'SCHOOLS',
    'BUSINESSES',
    'RELATIONSHIPS',
  ]);
  expect(all.flatMap((track) => track.articles.map(({ slug }) => slug))).toEqual(articles.map(({ slug }) => slug));
  // Lists leave out the text.
  expect(all.flatMap((track) => track.articles).every(({ bodyHtml }) => bodyHtml === null)).toBe(true);
});

test('lists the articles of one audience in Spanish', async () => {
  expect(await tracks({ audience: 'YOUTH', locale: 'ES' })).toEqual([
    {
      audience: 'YOUTH',
      articles: articles
        .filter(({ audience }) => audience === 'youth')
        .map(({ slug, es }) => ({ slug, title: es.title, bodyHtml: null })),
    },
  ]);
});

test('returns an article with its sources in the requested language', async () => {
  const shipped = articles.find(({ slug }) => slug === 'signs')!;
  expect(await article('signs', 'ES')).toMatchObject({
    title: shipped.es.title,
    note: shipped.es.note,
    reviewedOn: shipped.reviewedOn,
    sources: shipped.sources.map(({ publisher, year, url }) => ({ publisher, year, url })),
  });
  expect((await article('signs'))!['bodyHtml']).toContain('<h2>At work or at home</h2>');
  expect(await article('nothing')).toBeNull();
});

test('keeps an article reviewed later than the release, and updates an older one', async () => {
  await runAsOwner(
    app,
    `UPDATE learning.article SET reviewed_on = '2027-05-01', review_by = '2028-05-01' WHERE slug = 'signs'`,
  );
  await runAsOwner(app, `UPDATE learning.article SET reviewed_on = '2020-05-01' WHERE slug = 'what-it-is'`);
  await runAsOwner(app, `UPDATE learning.article_text SET title = 'Ours' WHERE locale = 'en'`);
  await inOwnerTransaction(app, writeArticles);
  expect([(await article('signs'))!['title'], (await article('what-it-is'))!['title']]).toEqual([
    'Ours',
    articles.find(({ slug }) => slug === 'what-it-is')!.en.title,
  ]);
});
