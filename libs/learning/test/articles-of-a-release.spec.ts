import { articles, writeArticles } from '@upstander/db';
import { startApp, type RequestOptions, type TestApp } from '@upstander/tests/support/app.js';
import { EditorDesk, english, inputOf } from '@upstander/tests/support/articles.js';
import { runAsOwner, inOwnerTransaction } from '@upstander/tests/support/tampering.js';

/** A release ships articles that staff may have edited. The latest review wins. */
let app: TestApp;
let desk: EditorDesk;
let writer: RequestOptions;
let secondEditor: RequestOptions;
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
  desk = new EditorDesk(app);
  writer = await app.signedIn({ role: 'organizer', name: 'Wanda' });
  secondEditor = await app.signedIn({ role: 'moderator', name: 'Mo' });
});
afterAll(() => app.close());

const idOf = async (slug: string) =>
  (await app.db.query<{ id: string }>('SELECT id FROM learning.article WHERE slug = $1', [slug]))[0]!.id;

describe('a new release', () => {
  const shipped = articles.find(({ slug }) => slug === 'signs')!;
  const versionsOf = async (slug: string) =>
    (await desk.findManaged(await idOf(slug), writer)).versions.map(({ number, status, writer: by }) => [
      number,
      status,
      by,
    ]);

  test('adds its articles as versions like any other', async () => {
    expect(await versionsOf('what-it-is')).toEqual([[1, 'PUBLISHED', null]]);
    await runAsOwner(app, `UPDATE learning.article SET reviewed_on = '2020-05-01' WHERE slug = 'what-it-is'`);
    await inOwnerTransaction(app, writeArticles);
    expect(await versionsOf('what-it-is')).toEqual([
      [2, 'PUBLISHED', null],
      [1, 'SUPERSEDED', null],
    ]);
    await inOwnerTransaction(app, writeArticles);
    expect(await versionsOf('what-it-is')).toHaveLength(2);
  });

  test('leaves an article that staff edited unchanged, even if the release reviewed it later', async () => {
    const id = await idOf('signs');
    await desk.does(writer, 'saveArticle', { id, basedOn: 1, input: inputOf({ en: { ...english, title: 'Ours' } }) });
    await runAsOwner(app, `UPDATE learning.article SET reviewed_on = '2020-05-01' WHERE slug = 'signs'`);
    await inOwnerTransaction(app, writeArticles);
    expect(await versionsOf('signs')).toEqual([
      [2, 'DRAFT', 'Wanda'],
      [1, 'PUBLISHED', null],
    ]);
    expect((await desk.readPublished('signs'))!.title).toBe(shipped.en.title);
    await desk.does(writer, 'submitArticle', { id, version: 2 });
    await desk.does(secondEditor, 'approveArticle', { id, version: 2 });
    await inOwnerTransaction(app, writeArticles);
    expect((await desk.readPublished('signs'))!.title).toBe('Ours');
  });
});
