import { refusal, startApp, type RequestOptions, type TestApp } from '@upstander/tests/support/app.js';
import { EditorDesk, english, inputOf, spanish, type Managed } from '@upstander/tests/support/articles.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

let app: TestApp;
let desk: EditorDesk;
let writer: RequestOptions;
let editor: RequestOptions;
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
  desk = new EditorDesk(app);
  writer = await app.signedIn({ role: 'organizer', name: 'Wanda' });
  editor = await app.signedIn({ role: 'moderator', name: 'Mo' });
});
afterAll(() => app.close());

type Step = Parameters<EditorDesk['does']>[1];
const call = (who: RequestOptions, name: Step, variables: object) => desk.does(who, name, variables);
const tryStep = (who: RequestOptions, name: Step, variables: object) => desk.tries(who, name, variables);
const faults = (who: RequestOptions, name: Step, variables: object) => desk.faults(who, name, variables);
const findRefusal = (who: RequestOptions, name: Step, variables: object) => desk.refused(who, name, variables);
const readPublicly = (slug: string, locale?: string) => desk.readPublished(slug, locale);
const manage = (id: string, who: RequestOptions = writer) => desk.findManaged(id, who);
const published = (slug: string, parts?: object) => desk.published({ writer, second: editor }, slug, parts);

test('publishes an article in both languages after a second person approves', async () => {
  const made = await call(writer, 'createArticle', { slug: 'say-first', input: inputOf() });
  expect(made).toMatchObject({ status: 'DRAFT', versionStatus: 'DRAFT', version: 1, publishedVersion: null });
  expect(await readPublicly('say-first')).toBeNull();
  await call(writer, 'submitArticle', { id: made.id, version: 1 });
  expect((await manage(made.id)).awaitsMyApproval).toBe(false);
  expect((await manage(made.id, editor)).awaitsMyApproval).toBe(true);
  expect(await findRefusal(writer, 'approveArticle', { id: made.id, version: 1 })).toBe('WROTE_IT_YOURSELF');
  expect(await readPublicly('say-first')).toBeNull();
  const approved = await call(editor, 'approveArticle', { id: made.id, version: 1 });
  expect(approved).toMatchObject({ status: 'PUBLISHED', versionStatus: 'PUBLISHED', reviewedOn: '2026-12-01' });
  expect(approved.versions[0]).toMatchObject({ writer: 'Wanda', decider: 'Mo' });
  expect([(await readPublicly('say-first'))!.title, (await readPublicly('say-first', 'ES'))!.title]).toEqual([
    english.title,
    spanish.title,
  ]);
});

test('refuses an approval by someone who wrote an earlier part of the changes', async () => {
  const { id } = await published('two-hands');
  await call(editor, 'saveArticle', {
    id,
    basedOn: 1,
    input: inputOf({ en: { ...english, title: 'By Mo' } }),
  });
  await call(writer, 'saveArticle', { id, basedOn: 2, input: inputOf({ en: { ...english, title: 'By both' } }) });
  await call(writer, 'submitArticle', { id, version: 3 });
  expect(await findRefusal(editor, 'approveArticle', { id, version: 3 })).toBe('WROTE_IT_YOURSELF');
  const third = await app.signedIn({ role: 'admin' });
  expect((await call(third, 'approveArticle', { id, version: 3 })).publishedVersion).toBe(3);
});

test('refuses an approval by the writer in the database as well', async () => {
  const { id } = await call(writer, 'createArticle', { slug: 'guarded', input: inputOf() });
  await expect(
    runAsOwner(app, `UPDATE learning.article_version SET decided_by = written_by WHERE article_id = '${id}'`),
  ).rejects.toThrow('article_version_second_person');
});

test("doesn't approve a version that changed while waiting", async () => {
  const { id } = await published('moving');
  await call(writer, 'saveArticle', { id, basedOn: 1, input: inputOf({ en: { ...english, title: 'Second' } }) });
  await call(writer, 'submitArticle', { id, version: 2 });
  await call(writer, 'saveArticle', { id, basedOn: 2, input: inputOf({ en: { ...english, title: 'Third' } }) });
  expect(await findRefusal(editor, 'approveArticle', { id, version: 2 })).toBe('ARTICLE_MOVED_ON');
  expect(await findRefusal(editor, 'approveArticle', { id, version: 3 })).toBe('ARTICLE_MOVED_ON');
  expect((await readPublicly('moving'))!.title).toBe(english.title);
});

test('creates a version with writer and time on every save, except for an unchanged article', async () => {
  const { id } = await published('kept-on-site');
  const unchanged = await call(writer, 'saveArticle', { id, basedOn: 1, input: inputOf() });
  expect(unchanged.version).toBe(1);
  const changed = await call(editor, 'saveArticle', {
    id,
    basedOn: 1,
    input: inputOf({ en: { ...english, title: 'Other' } }),
  });
  expect(changed.versions.map(({ number, status, writer: by, en }) => [number, status, by, en.title])).toEqual([
    [2, 'DRAFT', 'Mo', 'Other'],
    [1, 'PUBLISHED', 'Wanda', english.title],
  ]);
  const late = await tryStep(writer, 'saveArticle', { id, basedOn: 1, input: inputOf({ reviewedBy: 'Me' }) });
  expect(refusal(late)).toBe('CHANGED_MEANWHILE');
  expect(late.errors![0]!.extensions.details).toMatchObject({
    version: 2,
    changedBy: 'Mo',
    values: { en: { title: 'Other' } },
  });
});

test('marks the Spanish as out of date when the English changes, until someone confirms it', async () => {
  const { id, language } = await published('step');
  expect(language).toBe('UP_TO_DATE');
  const en = { ...english, body: '## First\n\nListen first.' };
  const changed = await call(writer, 'saveArticle', {
    id,
    basedOn: 1,
    input: inputOf({ en, spanishConfirmed: false }),
  });
  expect(changed.language).toBe('OUT_OF_DATE');
  // Editing the Spanish confirms nothing; a person has to compare them.
  const es = { ...spanish, body: '## Primero\n\nPrimero escucha.' };
  const touched = await call(writer, 'saveArticle', {
    id,
    basedOn: 2,
    input: inputOf({ en, es, spanishConfirmed: false }),
  });
  expect(touched.language).toBe('OUT_OF_DATE');
  const confirmed = await call(writer, 'saveArticle', { id, basedOn: 3, input: inputOf({ en, es }) });
  expect([confirmed.version, confirmed.language]).toEqual([4, 'UP_TO_DATE']);
  // Other changes keep it in step.
  const kept = await call(writer, 'saveArticle', {
    id,
    basedOn: 4,
    input: inputOf({ en, es, reviewedBy: 'Us', spanishConfirmed: false }),
  });
  expect(kept.language).toBe('UP_TO_DATE');
});

test("saves an incomplete draft, but doesn't submit it", async () => {
  const es = { title: '', summary: '', note: '', body: '' };
  const { id, language } = await call(writer, 'createArticle', {
    slug: 'half',
    input: inputOf({ es, sources: [], reviewBy: '2026-12-01' }),
  });
  expect(language).toBe('MISSING');
  expect(await faults(writer, 'submitArticle', { id, version: 1 })).toEqual({
    sources: 'required',
    reviewBy: 'in-the-past',
    'es.title': 'required',
    'es.summary': 'required',
    'es.note': 'required',
    'es.body': 'required',
  });
});

test('refuses titles and slugs that reveal the topic, and taken slugs', async () => {
  expect(await faults(writer, 'createArticle', { slug: 'for-survivors', input: inputOf() })).toEqual({
    slug: 'tells-too-much',
  });
  const en = { ...english, title: 'About trafficking' };
  expect(await faults(writer, 'createArticle', { slug: 'fine', input: inputOf({ en }) })).toEqual({
    'en.title': 'tells-too-much',
  });
  expect(await faults(writer, 'createArticle', { slug: 'Not Fine', input: inputOf() })).toEqual({
    slug: 'not-a-slug',
  });
  for (const slug of ['signs', 'courses']) {
    expect(await findRefusal(writer, 'createArticle', { slug, input: inputOf() })).toBe('SLUG_TAKEN');
  }
  const url = 'javascript:alert(1)';
  const sources = [{ title: 'x', publisher: 'y', year: 2024, url }];
  expect(await faults(writer, 'createArticle', { slug: 'fine', input: inputOf({ sources }) })).toEqual({
    'sources.0.url': 'not-a-web-address',
  });
});

test('approves an unconfirmed translation only if the approver confirms that both match', async () => {
  const input = inputOf({ spanishConfirmed: false });
  const { id, language } = await call(writer, 'createArticle', { slug: 'not-compared', input });
  expect(language).toBe('OUT_OF_DATE');
  await call(writer, 'submitArticle', { id, version: 1 });
  expect(await findRefusal(editor, 'approveArticle', { id, version: 1 })).toBe('SPANISH_OUT_OF_STEP');
  expect(await readPublicly('not-compared')).toBeNull();
  expect(await call(editor, 'approveArticle', { id, version: 1, spanishConfirmed: true })).toMatchObject({
    status: 'PUBLISHED',
    language: 'UP_TO_DATE',
  });
});

test('publishes a scheduled article at its time and not earlier', async () => {
  const { id } = await call(writer, 'createArticle', { slug: 'later', input: inputOf() });
  const publishAt = new Date(app.clock.now().valueOf() + hours(3)).toISOString();
  await call(writer, 'submitArticle', { id, version: 1, publishAt });
  expect(await call(editor, 'approveArticle', { id, version: 1 })).toMatchObject({
    status: 'DRAFT',
    versionStatus: 'SCHEDULED',
  });
  await app.runJob('publish-due-articles');
  expect(await readPublicly('later')).toBeNull();
  app.clock.advance(hours(3));
  await app.runJob('publish-due-articles');
  await app.runJob('publish-due-articles');
  expect((await readPublicly('later'))!.title).toBe(english.title);
  expect(
    await faults(writer, 'submitArticle', {
      id: (await call(writer, 'createArticle', { slug: 'past', input: inputOf() })).id,
      version: 1,
      publishAt,
    }),
  ).toEqual({ publishAt: 'in-the-past' });
});

test("doesn't publish a scheduled version after a later one or a withdrawal", async () => {
  const { id } = await published('overtaken');
  await call(writer, 'saveArticle', { id, basedOn: 1, input: inputOf({ en: { ...english, title: 'For later' } }) });
  const publishAt = new Date(app.clock.now().valueOf() + hours(3)).toISOString();
  await call(writer, 'submitArticle', { id, version: 2, publishAt });
  await call(editor, 'approveArticle', { id, version: 2 });
  await call(writer, 'saveArticle', { id, basedOn: 2, input: inputOf({ en: { ...english, title: 'Now' } }) });
  await call(writer, 'submitArticle', { id, version: 3 });
  await call(editor, 'approveArticle', { id, version: 3 });
  app.clock.advance(hours(4));
  await app.runJob('publish-due-articles');
  expect((await readPublicly('overtaken'))!.title).toBe('Now');
});

test('returns a version with a reason that the writer can read', async () => {
  const { id } = await call(writer, 'createArticle', { slug: 'returned', input: inputOf() });
  await call(writer, 'submitArticle', { id, version: 1 });
  expect(await faults(editor, 'returnArticle', { id, version: 1, reason: ' ' })).toEqual({
    reason: 'required',
  });
  const back = await call(editor, 'returnArticle', { id, version: 1, reason: 'Name the year.' });
  expect(back.versions[0]).toMatchObject({ status: 'DRAFT', decider: 'Mo', reason: 'Name the year.' });
  expect(await findRefusal(editor, 'returnArticle', { id, version: 1, reason: 'Again' })).toBe('ARTICLE_MOVED_ON');
});

test('withdraws an article only with a second person, and publishes it again only with two', async () => {
  const { id } = await published('gone');
  const countToApprove = async () =>
    (
      await app.graphql<{ articleTasks: { awaitingApproval: number } }>(
        '{ articleTasks { awaitingApproval } }',
        {},
        editor,
      )
    ).data.articleTasks.awaitingApproval;
  const before = await countToApprove();
  const requested = await call(writer, 'withdrawArticle', { id, reason: 'The number changed.' });
  expect(requested).toMatchObject({ status: 'PUBLISHED', withdrawalReason: 'The number changed.' });
  expect(requested).toMatchObject({ withdrawalRequester: 'Wanda', canConfirmWithdrawal: false });
  expect((await manage(id, editor)).canConfirmWithdrawal).toBe(true);
  expect(await countToApprove()).toBe(before + 1);
  expect(await findRefusal(writer, 'confirmArticleWithdrawal', { id })).toBe('SECOND_PERSON_NEEDED');
  expect(await findRefusal(editor, 'withdrawArticle', { id, reason: 'Me too.' })).toBe('ARTICLE_MOVED_ON');
  expect(await readPublicly('gone')).not.toBeNull();
  const withdrawn = await call(editor, 'confirmArticleWithdrawal', { id });
  expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', withdrawalReason: null, canConfirmWithdrawal: false });
  expect(await findRefusal(editor, 'confirmArticleWithdrawal', { id })).toBe('ARTICLE_MOVED_ON');
  expect(await readPublicly('gone')).toBeNull();
  const draft = await call(writer, 'saveArticle', { id, basedOn: 1, input: inputOf() });
  expect([draft.version, draft.versionStatus]).toEqual([2, 'DRAFT']);
  await call(writer, 'submitArticle', { id, version: 2 });
  expect(await call(editor, 'approveArticle', { id, version: 2 })).toMatchObject({
    status: 'PUBLISHED',
    publishedVersion: 2,
  });
  expect(await readPublicly('gone')).not.toBeNull();
});

test('keeps the article when a withdrawal is canceled or overtaken by a new version', async () => {
  const { id } = await published('still-there');
  for (const who of [writer, editor]) {
    await call(writer, 'withdrawArticle', { id, reason: 'Old.' });
    await call(writer, 'withdrawArticle', { id, reason: 'Old law.' });
    expect((await call(who, 'cancelArticleWithdrawal', { id })).withdrawalReason).toBeNull();
    expect(await findRefusal(editor, 'confirmArticleWithdrawal', { id })).toBe('ARTICLE_MOVED_ON');
  }
  await call(writer, 'withdrawArticle', { id, reason: 'Old.' });
  await call(writer, 'saveArticle', { id, basedOn: 1, input: inputOf({ en: { ...english, title: 'Newer' } }) });
  await call(writer, 'submitArticle', { id, version: 2 });
  await call(editor, 'approveArticle', { id, version: 2 });
  expect(await findRefusal(editor, 'confirmArticleWithdrawal', { id })).toBe('ARTICLE_MOVED_ON');
  expect((await readPublicly('still-there'))!.title).toBe('Newer');
  expect(await faults(writer, 'withdrawArticle', { id, reason: ' ' })).toEqual({ reason: 'required' });
});

test('refuses to withdraw a draft', async () => {
  const { id } = await call(writer, 'createArticle', { slug: 'never-on-site', input: inputOf() });
  expect(await findRefusal(writer, 'withdrawArticle', { id, reason: 'No.' })).toBe('ARTICLE_MOVED_ON');
});

test('refuses a withdrawal confirmed by its requester in the database as well', async () => {
  const { id } = await published('one-person');
  await call(writer, 'withdrawArticle', { id, reason: 'Old.' });
  await expect(
    runAsOwner(app, `UPDATE learning.article SET withdrawal_decided_by = withdrawal_requested_by WHERE id = '${id}'`),
  ).rejects.toThrow('article_withdrawal_second_person');
});

test('reports an article that is overdue for review', async () => {
  await published('old', { reviewBy: '2026-12-20' });
  const countTasks = async () =>
    (
      await app.graphql<{ articleTasks: { awaitingApproval: number; reviewDue: number } }>(
        '{ articleTasks { awaitingApproval reviewDue } }',
        {},
        editor,
      )
    ).data.articleTasks;
  const before = await countTasks();
  app.clock.set('2026-12-21T18:00:00Z');
  expect((await countTasks()).reviewDue).toBe(before.reviewDue + 1);
  const list = await app.graphql<{ manageArticles: { edges: Array<{ node: Managed }> } }>(
    '{ manageArticles(filter: { reviewDue: true }) { edges { node { slug reviewDue } } } }',
    {},
    editor,
  );
  expect(list.data.manageArticles.edges.map(({ node }) => [node.slug, node.reviewDue])).toEqual([['old', true]]);
  app.clock.set('2026-12-02T18:00:00Z');
});

test('renders the preview like the site', async () => {
  const body = '## Hello\n\n<b>no</b> [x](javascript:alert(1)) ![pic](https://elsewhere.example/x.png)';
  const { data } = await app.graphql<{ articlePreview: string }>(
    'query ($body: String!) { articlePreview(body: $body) }',
    { body },
    writer,
  );
  await published('drawn', { en: { ...english, body } });
  expect(data.articlePreview).toBe((await readPublicly('drawn'))!.bodyHtml);
});
