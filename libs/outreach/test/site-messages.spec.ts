import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { aMessageForm, aSiteMessage, messageWords } from '@upstander/tests/support/site-messages.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let chapter: { id: string; slug: string };
let otherChapter: { id: string; slug: string };
let rosa: { cookie: string };
let admin: { cookie: string };
beforeAll(async () => {
  app = await startApp({ config: { CONTACT_EMAIL: 'office@women.example' } });
  app.clock.set('2026-12-01T18:00:00Z');
  chapter = await aChapter(app.db);
  otherChapter = await aChapter(app.db);
  await app.db.query(`UPDATE identity.chapter SET contact_email = 'la@women.example' WHERE id = $1`, [chapter.id]);
  rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa', email: 'rosa@women.example' });
  admin = await app.signedIn({ role: 'admin' });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('DELETE FROM outreach.site_message');
  await app.db.query(`DELETE FROM notifications.mail`);
  await app.db.query('DELETE FROM identity.rate_limit');
});

const send = (more: object = {}) =>
  app.graphql<{ sendSiteMessage: { ok: boolean } }>(
    'mutation ($input: SendSiteMessageInput!) { sendSiteMessage(input: $input) { ok } }',
    { input: { ...messageWords, email: 'dana@example.org', form: aMessageForm(app), ...more } },
  );
const list = async (who: { cookie: string }, filter: object = {}) =>
  (
    await app.graphql<{ siteMessages: { edges: Array<{ node: { id: string; name: string; status: string } }> } }>(
      'query ($filter: SiteMessageFilter) { siteMessages(filter: $filter) { edges { node { id name status chapterName answeredByName } } } }',
      { filter },
      who,
    )
  ).data.siteMessages.edges.map(({ node }) => node);
const answerMessage = (id: string, status: string, who = rosa) =>
  app.graphql<{ setSiteMessageStatus: object }>(
    'mutation ($id: ID!, $status: SiteMessageStatus!) { setSiteMessageStatus(id: $id, status: $status) { status answeredByName } }',
    { id, status },
    who,
  );

test("delivers a message to the organizers of its chapter and emails the chapter's address", async () => {
  expect((await send({ chapterId: chapter.id })).data).toEqual({ sendSiteMessage: { ok: true } });
  expect(await list(rosa)).toMatchObject([{ name: 'Dana Whitfield', status: 'OPEN', chapterName: 'Los Angeles' }]);
  const mails = await renderPendingEmails(app, { template: 'site-message' });
  expect(mails).toMatchObject([{ recipient: 'la@women.example' }]);
  expect(mails[0]!.text).toContain('May I bring my class?');
});

test("emails the organization's address for the organization and for a chapter without its own", async () => {
  await send({ chapterId: otherChapter.id });
  await send();
  const mails = await renderPendingEmails(app, { template: 'site-message' });
  expect(mails.map(({ recipient }) => recipient)).toEqual(['office@women.example', 'office@women.example']);
  expect(await list(rosa)).toEqual([]);
  expect(await list(admin)).toHaveLength(2);
});

describe('notifying organizers', () => {
  let olga: { cookie: string };
  const makeNotices = async (at: string) => {
    app.clock.set(at);
    await app.runJob('make-staff-notices');
    const mails = await renderPendingEmails(app, { template: 'staff-notice' });
    return mails.sort((a, b) => a.recipient.localeCompare(b.recipient));
  };
  beforeAll(async () => {
    olga = await app.signedIn({ role: 'organizer', chapterId: otherChapter.id, email: 'olga@women.example' });
  });
  // The first run starts the period that organizers are notified of.
  beforeEach(async () => {
    await makeNotices('2026-12-01T18:00:00Z');
    app.clock.set('2026-12-01T18:01:00Z');
  });
  afterEach(async () => {
    app.clock.set('2026-12-01T18:00:00Z');
    await app.db.query('DELETE FROM notifications.staff_notice');
  });

  test('notifies the organizers of its chapter of an open message', async () => {
    await send({ chapterId: chapter.id });
    await send({ chapterId: otherChapter.id, name: 'Kim Soto', body: 'Do you need a van?' });
    await send({ name: 'Lee Park' });
    const [toOlga, toRosa, ...others] = await makeNotices('2026-12-01T18:10:00Z');
    expect(others).toEqual([]);
    expect(toOlga).toMatchObject({ recipient: 'olga@women.example', subject: 'New message from Kim Soto' });
    expect(toRosa).toMatchObject({ recipient: 'rosa@women.example', subject: 'New message from Dana Whitfield' });
    expect(toRosa!.text).toContain('May I bring my class?');
    expect(toRosa!.text).toContain('/admin/site-messages');
  });

  test('is silent about a message that was answered', async () => {
    await send({ chapterId: otherChapter.id });
    await answerMessage((await list(olga))[0]!.id, 'ANSWERED', olga);
    expect(await makeNotices('2026-12-01T18:10:00Z')).toEqual([]);
  });

  test("is silent to an organizer whose own address gets the chapter's messages", async () => {
    const setContact = (email: string | null) =>
      app.db.query('UPDATE identity.chapter SET contact_email = $2 WHERE id = $1', [otherChapter.id, email]);
    await setContact('olga@women.example');
    await send({ chapterId: otherChapter.id });
    expect(await makeNotices('2026-12-01T18:10:00Z')).toEqual([]);
    await setContact(null);
  });
});

test('treats a form sent twice as one message, and other text as another', async () => {
  const form = aMessageForm(app);
  await send({ form });
  expect((await send({ form })).data).toEqual({ sendSiteMessage: { ok: true } });
  await send({ form, body: 'And when?' });
  expect(await list(admin)).toHaveLength(2);
  expect(await renderPendingEmails(app, { template: 'site-message' })).toHaveLength(2);
});

test.each<[string, { age?: number; [field: string]: unknown }, string]>([
  ['a hidden field was filled in', { website: 'https://spam.example' }, 'MESSAGE_NOT_TAKEN'],
  ['the form was sent immediately', { age: 1 }, 'FORM_TOO_QUICK'],
  ['the form is from yesterday', { age: 90_000 }, 'FORM_TOO_OLD'],
  ['the form token is invalid', { form: 'x'.repeat(60) }, 'FORM_TOO_OLD'],
  ['it is empty', { body: ' ' }, 'BAD_INPUT'],
  ['it is too long', { body: 'x'.repeat(4001) }, 'BAD_INPUT'],
  ['the chapter does not exist', { chapterId: '7d3f0e52-0000-4000-8000-000000000000' }, 'BAD_INPUT'],
])('rejects a message if %s, and says what to do', async (_, { age, ...more }, code) => {
  const form = age === undefined ? {} : { form: aMessageForm(app, age) };
  expect(refusal(await send({ ...form, ...more }))).toBe(code);
  expect(await list(admin)).toEqual([]);
  expect(await renderPendingEmails(app)).toEqual([]);
});

test('accepts a form after three seconds', async () => {
  expect(refusal(await send({ form: aMessageForm(app, 3) }))).toBeNull();
});

test('requires a puzzle from the sixth message in an hour', async () => {
  for (let n = 0; n < 5; n += 1) expect(refusal(await send({ body: `${n}` }))).toBeNull();
  expect(refusal(await send({ body: 'once more' }))).toBe('SOLUTION_NEEDED');
});

test("lets an organizer mark her chapter's message as answered and reopen it, and hides other chapters", async () => {
  const id = await aSiteMessage(app, chapter.id);
  const answered = await answerMessage(id, 'ANSWERED');
  expect(answered.data.setSiteMessageStatus).toEqual({ status: 'ANSWERED', answeredByName: 'Rosa' });
  expect(await list(rosa, { status: 'OPEN' })).toEqual([]);
  expect((await answerMessage(id, 'OPEN')).data.setSiteMessageStatus).toEqual({ status: 'OPEN', answeredByName: null });
  for (const elsewhere of [await aSiteMessage(app, otherChapter.id), await aSiteMessage(app, null)]) {
    expect(refusal(await answerMessage(elsewhere, 'ANSWERED'))).toBe('NOT_FOUND');
    const deletion = await app.graphql(
      'mutation ($id: ID!) { deleteSiteMessage(id: $id) { ok } }',
      { id: elsewhere },
      rosa,
    );
    expect(refusal(deletion)).toBe('NOT_FOUND');
  }
});

test('exports the same messages as the list, without formulas in cells', async () => {
  await aSiteMessage(app, chapter.id, '=HYPERLINK("https://x.example")');
  await aSiteMessage(app, otherChapter.id, 'Somebody else');
  const file = await fetch(`${app.url}/exports/site-messages.csv?status=OPEN`, { headers: { cookie: rosa.cookie } });
  const text = await file.text();
  expect(text).toContain(`'=HYPERLINK`);
  expect(text).not.toContain('Somebody else');
});

test('forgets a message a year after it was answered', async () => {
  const id = await aSiteMessage(app, chapter.id);
  await aSiteMessage(app, chapter.id, 'Open');
  await answerMessage(id, 'ANSWERED');
  app.clock.set('2027-12-02T18:00:00Z');
  await app.runJob('keep-retention');
  expect(await app.db.query('SELECT name FROM outreach.site_message')).toEqual([{ name: 'Open' }]);
});
