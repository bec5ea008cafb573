import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';

const save = `mutation ($input: SaveViewInput!) { saveView(input: $input) { id name address chapterId mayDelete } }`;
const list = `{ savedViews(screen: "gifts") { id name address ownerName mayDelete } }`;
const deleteMutation = `mutation ($id: ID!) { deleteView(id: $id) { ok } }`;

interface View {
  id: string;
  name: string;
  address: string;
  mayDelete: boolean;
}

let app: TestApp;
let chapterId: string;
let otherChapterId: string;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('DELETE FROM identity.saved_view');
  chapterId = (await aChapter(app.db)).id;
  otherChapterId = (await aChapter(app.db)).id;
});

type Person = { cookie: string };
const finance = (sessionChapterId = chapterId) => app.signedIn({ role: 'finance', chapterId: sessionChapterId });
const saveView = async (person: Person, input: Record<string, unknown> = {}) => {
  const viewInput = { screen: 'gifts', name: 'Large ones', address: 'sort=LARGEST', ...input };
  const { data, errors } = await app.graphql<{ saveView: View }>(save, { input: viewInput }, person);
  return { view: data?.saveView, code: errors?.[0]?.extensions.code ?? null };
};
const listViews = async (person: Person) => {
  const { data } = await app.graphql<{ savedViews: View[] }>(list, {}, person);
  return data.savedViews;
};
const deletes = async (person: Person, id: string) =>
  (await app.graphql(deleteMutation, { id }, person)).errors?.[0]?.extensions.code ?? null;

test('keeps a view private to its owner and replaces a view of the same name', async () => {
  const [owner, colleague] = [await finance(), await finance()];
  const first = (await saveView(owner)).view!;
  const second = (await saveView(owner, { address: 'status=PAID' })).view!;
  expect(second.id).toBe(first.id);
  expect(await listViews(owner)).toMatchObject([{ name: 'Large ones', address: 'status=PAID', mayDelete: true }]);
  expect(await listViews(colleague)).toEqual([]);
  expect(await deletes(colleague, first.id)).toBe('NOT_FOUND');
  expect(await deletes(owner, first.id)).toBeNull();
  expect(await listViews(owner)).toEqual([]);
});

test('shares a view with the staff of one chapter only', async () => {
  const [owner, colleague, stranger] = [await finance(), await finance(), await finance(otherChapterId)];
  const { view } = await saveView(owner, { name: 'Ours', chapterId });
  expect(await listViews(colleague)).toMatchObject([{ name: 'Ours', mayDelete: false }]);
  expect(await listViews(stranger)).toEqual([]);
  expect(await deletes(colleague, view!.id)).toBe('NOT_FOUND');
  const admin = await app.signedIn({ role: 'admin' });
  expect(await listViews(admin)).toMatchObject([{ name: 'Ours', mayDelete: true }]);
  expect(await deletes(admin, view!.id)).toBeNull();
});

test('shows admins shared views, but no private ones', async () => {
  const owner = await finance();
  await saveView(owner, { name: 'Mine' });
  await saveView(owner, { name: 'Shared', chapterId });
  const admin = await app.signedIn({ role: 'admin' });
  expect((await listViews(admin)).map(({ name }) => name)).toEqual(['Shared']);
});

test('rejects sharing with a chapter the user does not belong to', async () => {
  expect((await saveView(await finance(), { chapterId: otherChapterId })).code).toBe('BAD_INPUT');
});

test('rejects views of volunteers', async () => {
  const volunteer = await app.signedIn({ role: 'volunteer', chapterId });
  expect((await saveView(volunteer)).code).toBe('NOT_ALLOWED');
});

test('limits a person to 50 views, even for concurrent saves', async () => {
  const owner = await finance();
  for (let n = 1; n < 50; n += 1) await saveView(owner, { name: `View ${n}` });
  const savedResults = await Promise.all(['Fifty', 'Fifty-one'].map((name) => saveView(owner, { name })));
  expect(savedResults.map(({ code }) => code).sort()).toEqual(['TOO_MANY_VIEWS', null]);
  expect(await listViews(owner)).toHaveLength(50);
});
