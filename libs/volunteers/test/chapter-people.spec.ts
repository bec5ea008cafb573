import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';

let app: TestApp;
let chapter: { id: string; slug: string };
beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
});
afterAll(() => app.close());

const words = { roleEn: 'Coordinator', roleEs: 'Coordinación' };
const showMe = (session: { cookie: string }, overrides: object = {}) =>
  app.graphql(
    'mutation ($input: ShowMeInput!) { showMeOnChapter(input: $input) { ok } }',
    { input: { chapterId: chapter.id, ...words, ...overrides } },
    session,
  );
const listPeople = async () =>
  (
    await app.graphql<{ chapterPeople: object[] }>(
      'query ($slug: String!) { chapterPeople(slug: $slug) { name roleEn roleEs } }',
      { slug: chapter.slug },
    )
  ).data.chapterPeople;

test('lists staff members on the chapter page by name and role only after they opt in, until they opt out', async () => {
  const rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa Delgado' });
  expect(await listPeople()).toEqual([]);
  expect(refusal(await showMe(rosa))).toBeNull();
  expect(await listPeople()).toEqual([{ name: 'Rosa Delgado', ...words }]);
  const { data } = await app.graphql<{ myChapterPages: object[] }>(
    '{ myChapterPages { chapter { slug } shown { roleEn } } }',
    {},
    rosa,
  );
  expect(data.myChapterPages).toEqual([{ chapter: { slug: chapter.slug }, shown: { roleEn: 'Coordinator' } }]);
  await app.graphql('mutation ($id: ID!) { hideMeFromChapter(chapterId: $id) { ok } }', { id: chapter.id }, rosa);
  expect(await listPeople()).toEqual([]);
});

test('refuses people who do not work for the chapter', async () => {
  const otherChapter = await aChapter(app.db);
  const sam = await app.signedIn({ role: 'organizer', chapterId: otherChapter.id });
  expect(refusal(await showMe(sam))).toBe('NOT_FOUND');
  const vee = await app.signedIn({ role: 'volunteer', chapterId: chapter.id });
  expect(refusal(await showMe(vee))).toBe('NOT_FOUND');
  // An advocate's role cannot be shown, because advocates work with people in need.
  const ada = await app.signedIn({ role: 'advocate', chapterId: chapter.id });
  expect(refusal(await showMe(ada))).toBe('NOT_FOUND');
});

test('removes a staff member from the chapter page as soon as their account is disabled', async () => {
  const lee = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Lee' });
  await showMe(lee);
  expect(await listPeople()).toHaveLength(1);
  await app.db.query('UPDATE identity.account SET disabled_at = now() WHERE id = $1', [lee.accountId]);
  expect(await listPeople()).toEqual([]);
});

test('returns where a chapter meets and shows its contact address only to staff', async () => {
  const admin = await app.signedIn({ role: 'admin' });
  const { data } = await app.graphql<{ updateChapter: object }>(
    `mutation ($id: ID!) { updateChapter(id: $id, name: "Los Angeles", city: "Los Angeles", timeZone: "America/Los_Angeles",
       meetingPlace: "2100 E 1st St", postcode: "90033", contactEmail: "la@women.example") { meetingPlace postcode } }`,
    { id: chapter.id },
    admin,
  );
  expect(data.updateChapter).toEqual({ meetingPlace: '2100 E 1st St', postcode: '90033' });
  const all = await app.graphql<{ allChapters: Array<{ contactEmail: string | null }> }>(
    '{ allChapters { contactEmail } }',
    {},
    admin,
  );
  expect(all.data.allChapters.map(({ contactEmail }) => contactEmail)).toContain('la@women.example');
});
