import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { peoplesData } from '@upstander/tests/support/peoples-data.js';
import { aSchoolTalk, aTalk, directoryFile } from '@upstander/tests/support/schools.js';
import { aMessageForm } from '@upstander/tests/support/site-messages.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let chapter: { id: string };
let otherChapter: { id: string };
let rosa: { cookie: string };
let admin: { cookie: string };
let middleSchool: string;
beforeAll(async () => {
  app = await startApp({ config: { CONTACT_EMAIL: 'office@women.example' } });
  app.clock.set('2026-12-01T18:00:00Z');
  chapter = await aChapter(app.db);
  otherChapter = await aChapter(app.db);
  await app.db.query(`UPDATE identity.chapter SET contact_email = 'la@women.example' WHERE id = $1`, [chapter.id]);
  rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa' });
  admin = await app.signedIn({ role: 'admin' });
  await fetch(`${app.url}/imports/schools?write=1`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', cookie: admin.cookie, 'sec-fetch-site': 'same-origin' },
    body: directoryFile,
  });
  const found = await app.db.query<{ id: string }>(
    `SELECT id FROM outreach.directory_entry WHERE name = 'Redwood Middle School'`,
  );
  middleSchool = found[0]!.id;
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('DELETE FROM outreach.school_talk');
  await app.db.query('DELETE FROM notifications.mail');
  await app.db.query('DELETE FROM identity.rate_limit');
});

const requestTalk = (parts: Record<string, unknown> = {}) =>
  app.graphql<{ requestSchoolTalk: { ok: boolean } }>(
    'mutation ($input: RequestSchoolTalkInput!) { requestSchoolTalk(input: $input) { ok } }',
    { input: aTalk(app, parts) },
  );
const fields = `id school city postcode name role email phone grades students preferredDates format talkLanguage message
  language status statusByName chapterName`;
const list = async (who: { cookie: string }, filter: object = {}) =>
  (
    await app.graphql<{ schoolTalks: { edges: Array<{ node: Record<string, unknown> }> } }>(
      `query ($filter: SchoolTalkFilter) { schoolTalks(filter: $filter) { edges { node { ${fields} } } } }`,
      { filter },
      who,
    )
  ).data.schoolTalks.edges.map(({ node }) => node);
const set = (id: string, status: string, who = rosa) =>
  app.graphql<{ setSchoolTalkStatus: object }>(
    'mutation ($id: ID!, $status: SchoolTalkStatus!) { setSchoolTalkStatus(id: $id, status: $status) { status statusByName } }',
    { id, status },
    who,
  );
const remove = (id: string, who = rosa) =>
  app.graphql('mutation ($id: ID!) { deleteSchoolTalk(id: $id) { ok } }', { id }, who);
const faultsOf = (answer: Awaited<ReturnType<typeof requestTalk>>) =>
  answer.errors?.[0]?.extensions.details?.['fields'];

test('delivers a request to the organizers of its chapter with all its facts', async () => {
  expect((await requestTalk({ chapterId: chapter.id, phone: '+13105550123' })).data).toEqual({
    requestSchoolTalk: { ok: true },
  });
  expect(await list(rosa)).toEqual([
    {
      id: expect.any(String),
      school: 'Redwood Middle School',
      city: 'Fresno',
      postcode: '93701',
      name: 'Priya Nair',
      role: 'Counselor',
      email: 'priya@example.org',
      phone: '+13105550123',
      grades: '7 and 8',
      students: 120,
      preferredDates: 'A Tuesday in March',
      format: 'IN_PERSON',
      talkLanguage: 'EN',
      message: 'We have 45 minutes.',
      language: 'EN',
      status: 'NEW',
      statusByName: null,
      chapterName: 'Los Angeles',
    },
  ]);
  const [mail] = await renderPendingEmails(app, { template: 'school-talk-new' });
  expect(mail).toMatchObject({ recipient: 'la@women.example' });
  expect(mail!.text).toContain('Redwood Middle School');
});

test('keeps a request to the organization hidden from organizers of a chapter', async () => {
  await requestTalk();
  expect(await list(rosa)).toEqual([]);
  expect(await list(admin)).toHaveLength(1);
  expect(await renderPendingEmails(app, { template: 'school-talk-new' })).toMatchObject([
    { recipient: 'office@women.example' },
  ]);
});

test.each([
  ['EN', 'We received your request for a school talk', 'within five business days'],
  ['ES', 'Recibimos tu solicitud de una charla escolar', 'cinco días hábiles'],
])(
  'confirms what happens next in the language of the page (%s), and repeats nothing that was typed',
  async (...said) => {
    const [language, subject, next] = said;
    await requestTalk({ language, school: 'Win a prize at evil dot example', message: 'Click here' });
    const [mail] = await renderPendingEmails(app, { template: 'school-talk-received' });
    expect(mail).toMatchObject({ recipient: 'priya@example.org', subject });
    expect(mail!.text).toContain(next);
    expect(mail!.text).toContain('office@women.example');
    for (const typed of ['prize', 'Click', 'Priya', 'Counselor']) expect(mail!.text).not.toContain(typed);
  },
);

test('takes name, city and ZIP code of a listed school from the directory, and names it in the confirmation', async () => {
  await requestTalk({ entryId: middleSchool, school: 'Elsewhere', city: '', postcode: 'nonsense' });
  expect(await list(admin)).toMatchObject([{ school: 'Redwood Middle School', city: 'Fresno', postcode: '93701' }]);
  const [mail] = await renderPendingEmails(app, { template: 'school-talk-received' });
  expect(mail!.text).toContain('Redwood Middle School');
});

test('accepts a request without a date, phone number, ZIP code or message', async () => {
  await requestTalk({ preferredDates: ' ', phone: null, postcode: '', message: '' });
  expect(await list(admin)).toMatchObject([{ preferredDates: null, phone: null, postcode: null, message: '' }]);
});

test('keeps the five digits of a ZIP+4 code', async () => {
  await requestTalk({ postcode: ' 93701-1234 ' });
  expect(await list(admin)).toMatchObject([{ postcode: '93701' }]);
});

test.each<[string, Record<string, unknown>, Record<string, string>]>([
  ['no school', { school: ' ' }, { school: 'required' }],
  ['no city', { city: '' }, { city: 'required' }],
  ['a ZIP code of four digits', { postcode: '9370' }, { postcode: 'not-a-postcode' }],
  ['letters as a ZIP code', { postcode: 'SW1A 1AA' }, { postcode: 'not-a-postcode' }],
  ['no students', { students: 0 }, { students: 'out-of-range' }],
  ['too many students', { students: 20_001 }, { students: 'out-of-range' }],
  ['grades that are too long', { grades: 'x'.repeat(61) }, { grades: 'too-long' }],
  ['dates that are too long', { preferredDates: 'x'.repeat(301) }, { preferredDates: 'too-long' }],
  ['a message that is too long', { message: 'x'.repeat(2001) }, { message: 'too-long' }],
  ['a name that is a link', { name: 'www.evil.example' }, { name: 'not-a-name' }],
  ['no role', { role: '' }, { role: 'required' }],
  ['a chapter that does not exist', { chapterId: '7d3f0e52-0000-4000-8000-000000000000' }, { chapterId: 'not-there' }],
])('refuses %s, naming the field', async (_, parts, faults) => {
  const answer = await requestTalk(parts);
  expect(refusal(answer)).toBe('BAD_INPUT');
  expect(faultsOf(answer)).toEqual(faults);
  expect(await list(admin)).toEqual([]);
  expect(await renderPendingEmails(app)).toEqual([]);
});

test.each<[string, () => Record<string, unknown>, string]>([
  ['a filled-in hidden field', () => ({ website: 'https://spam.example' }), 'MESSAGE_NOT_TAKEN'],
  ['a form that was sent immediately', () => ({ form: aMessageForm(app, 1) }), 'FORM_TOO_QUICK'],
  ['a form from yesterday', () => ({ form: aMessageForm(app, 90_000) }), 'FORM_TOO_OLD'],
  ['a school that is not in the directory', () => ({ entryId: '7d3f0e52-0000-4000-8000-000000000000' }), 'NOT_FOUND'],
])('refuses %s', async (_, parts, code) => {
  expect(refusal(await requestTalk(parts()))).toBe(code);
  expect(await list(admin)).toEqual([]);
});

test('treats a form sent twice as one request, and different answers as another', async () => {
  const form = aMessageForm(app);
  await requestTalk({ form });
  expect((await requestTalk({ form })).data).toEqual({ requestSchoolTalk: { ok: true } });
  expect(await list(admin)).toHaveLength(1);
  expect(await renderPendingEmails(app, { template: 'school-talk-received' })).toHaveLength(1);
  await requestTalk({ form, grades: '9' });
  expect(await list(admin)).toHaveLength(2);
});

test('requires a puzzle from the sixth request in an hour', async () => {
  const email = 'often@example.org';
  for (let n = 0; n < 5; n += 1) expect(refusal(await requestTalk({ email, message: `${n}` }))).toBeNull();
  expect(refusal(await requestTalk({ email, message: 'once more' }))).toBe('SOLUTION_NEEDED');
});

test('lets an organizer plan and reopen a talk of her chapter, and hides other chapters', async () => {
  const id = await aSchoolTalk(app, { chapterId: chapter.id });
  expect((await set(id, 'PLANNED')).data.setSchoolTalkStatus).toEqual({ status: 'PLANNED', statusByName: 'Rosa' });
  expect(await list(rosa, { status: 'NEW' })).toEqual([]);
  expect(await list(rosa, { status: 'PLANNED' })).toHaveLength(1);
  expect((await set(id, 'NEW')).data.setSchoolTalkStatus).toEqual({ status: 'NEW', statusByName: null });
  for (const elsewhere of [await aSchoolTalk(app, { chapterId: otherChapter.id }), await aSchoolTalk(app)]) {
    expect(refusal(await set(elsewhere, 'DECLINED'))).toBe('NOT_FOUND');
    expect(refusal(await remove(elsewhere))).toBe('NOT_FOUND');
  }
});

test('finds a request by school, city, name or email, without accents', async () => {
  await aSchoolTalk(app, { school: 'Colegio Ángeles' });
  for (const search of ['angeles', 'fresno', 'priya n', 'priya@example']) {
    expect(await list(admin, { search })).toHaveLength(1);
  }
  expect(await list(admin, { search: 'oakland' })).toEqual([]);
});

test('deletes the emails of a deleted request', async () => {
  await requestTalk({ chapterId: chapter.id });
  const [talk] = await list(rosa);
  expect(refusal(await remove(String(talk!['id'])))).toBeNull();
  expect(await list(admin)).toEqual([]);
  expect(
    await app.db.query(`SELECT FROM notifications.mail WHERE template LIKE 'school-talk%' AND recipient <> ''`),
  ).toEqual([]);
});

test("deletes a person's request and unsent emails when their data is erased", async () => {
  expect(refusal(await requestTalk({ chapterId: chapter.id }))).toBeNull();
  await aSchoolTalk(app, { chapterId: chapter.id, school: 'Bay View', email: 'someone.else@example.org' });
  const { linkOf, erase } = peoplesData(() => app);
  expect((await erase(await linkOf('priya@example.org'))).data.eraseMyData).toEqual({ outcome: 'DONE' });
  expect(await list(rosa)).toMatchObject([{ school: 'Bay View' }]);
  expect(await renderPendingEmails(app, { template: 'school-talk-received' })).toEqual([]);
  expect(await renderPendingEmails(app, { template: 'school-talk-new' })).toEqual([]);
});

test('forgets a planned talk a year after its last status change, and an unanswered one after two years', async () => {
  const id = await aSchoolTalk(app, { chapterId: chapter.id, school: 'Planned' });
  await aSchoolTalk(app, { chapterId: chapter.id, school: 'Unanswered' });
  await set(id, 'PLANNED');
  const schools = async () =>
    (await app.db.query<{ school: string }>('SELECT school FROM outreach.school_talk')).map(({ school }) => school);
  app.clock.set('2027-12-02T18:00:00Z');
  await app.runJob('keep-retention');
  expect(await schools()).toEqual(['Unanswered']);
  app.clock.set('2028-12-02T18:00:00Z');
  await app.runJob('keep-retention');
  expect(await schools()).toEqual([]);
  app.clock.set('2026-12-01T18:00:00Z');
});
