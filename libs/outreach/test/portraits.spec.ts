import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent } from '@upstander/tests/support/factories.js';
import { aConsent, aPhoto, photoOperations } from '@upstander/tests/support/photos.js';

let app: TestApp;
let ada: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  ada = await app.signedIn({ role: 'admin', name: 'Ada' });
});
afterAll(() => app.close());
beforeEach(() => app.db.query('DELETE FROM outreach.team_member'));

/** The name in the consents of tests/support/photos.ts. */
const ana = { name: 'Ana Ruiz', roleEn: 'Director', roleEs: 'Directora', group: 'STAFF' };
const operations = {
  list: '{ teamMembers { name group bioEn } }',
  create: 'mutation ($input: TeamMemberInput!) { createTeamMember(input: $input) { id } }',
  update:
    'mutation ($id: ID!, $input: TeamMemberInput!) { updateTeamMember(id: $id, input: $input) { name position } }',
  delete: 'mutation ($id: ID!) { deleteTeamMember(id: $id) { ok } }',
};

async function addMember(input: object): Promise<string> {
  const { data, errors } = await app.graphql<{ createTeamMember: { id: string } }>(operations.create, { input }, ada);
  expect(errors).toBeUndefined();
  return data.createTeamMember.id;
}
const listNames = async () =>
  (await app.graphql<{ teamMembers: Array<{ name: string }> }>(operations.list)).data.teamMembers.map(
    ({ name }) => name,
  );
const livePhoto = () => aPhoto(app, { live: '2030-01-01' });
const place = (id: string, page: string) => app.graphql(photoOperations.place, { id, page }, ada);
const partsOf = async (page: string) =>
  (await app.graphql<{ photos: Array<{ part: string | null }> }>(photoOperations.ofPage, { page })).data.photos.map(
    ({ part }) => part,
  );

test('lists staff, then board, then partners, each by position', async () => {
  await addMember({ ...ana, name: 'Paul Okoye', group: 'PARTNER' });
  await addMember({ ...ana, name: 'Tom Becker', group: 'BOARD', position: 2 });
  await addMember({ ...ana, name: 'Alma Reyes', group: 'BOARD', position: 1, email: 'alma@example.org' });
  await addMember(ana);
  expect(await listNames()).toEqual(['Ana Ruiz', 'Alma Reyes', 'Tom Becker', 'Paul Okoye']);
});

test('shows the email address of a person only to admins', async () => {
  await addMember({ ...ana, email: 'ana@example.org' });
  const query = '{ managedTeamMembers { name email } }';
  const { data } = await app.graphql(query, {}, ada);
  expect(data).toEqual({ managedTeamMembers: [{ name: 'Ana Ruiz', email: 'ana@example.org' }] });
  expect(refusal(await app.graphql(query))).toBe('NOT_SIGNED_IN');
});

test('edits a person and rejects one without a role in both languages', async () => {
  const id = await addMember(ana);
  const { data } = await app.graphql(operations.update, { id, input: { ...ana, position: 7 } }, ada);
  expect(data).toEqual({ updateTeamMember: { name: 'Ana Ruiz', position: 7 } });
  const { errors } = await app.graphql(operations.create, { input: { ...ana, roleEs: ' ' } }, ada);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', details: { fields: { roleEs: 'required' } } });
});

test('shows a portrait only next to the name in its consent', async () => {
  const photo = await livePhoto();
  const other = await addMember({ ...ana, name: 'Alma Reyes' });
  expect(refusal(await place(photo.id, `/about#${other}`))).toBe('NOT_THEIR_PORTRAIT');
  const id = await addMember({ ...ana, name: 'Ana Ruíz' });
  expect(refusal(await place(photo.id, `/about#${id}`))).toBeNull();
  expect(await partsOf('/about')).toEqual([id]);

  await app.graphql(operations.update, { id, input: { ...ana, name: 'Alma Reyes' } }, ada);
  expect(await partsOf('/about')).toEqual([]);
  await app.graphql(operations.update, { id, input: ana }, ada);
  expect(await partsOf('/about')).toEqual([id]);
});

test('rejects a photo of two people as a portrait', async () => {
  const photo = await livePhoto();
  await aConsent(app, photo.id, { endsOn: '2030-01-01', agreed: true });
  expect(refusal(await place(photo.id, `/about#${await addMember(ana)}`))).toBe('NOT_THEIR_PORTRAIT');
});

test('removes a portrait when its consent is withdrawn', async () => {
  const photo = await livePhoto();
  await place(photo.id, `/about#${await addMember(ana)}`);
  await app.graphql(photoOperations.withdraw, { id: photo.consentId }, ada);
  expect(await partsOf('/about')).toEqual([]);
});

test('removes a portrait from the page together with its person', async () => {
  const photo = await livePhoto();
  const id = await addMember(ana);
  await place(photo.id, `/about#${id}`);
  expect(refusal(await app.graphql(operations.delete, { id }, ada))).toBeNull();
  expect(await listNames()).toEqual([]);
  expect(await app.db.query('SELECT FROM outreach.photo_place WHERE photo_id = $1', [photo.id])).toEqual([]);
});

test('shows the portrait of the contact of an event until the contact changes', async () => {
  const photo = await livePhoto();
  const { id, slug } = await anEvent(app.db);
  const page = `/events/${slug}`;
  await app.db.query(`UPDATE events.event SET contact_name = '' WHERE id = $1`, [id]);
  expect(refusal(await place(photo.id, `${page}#contact`))).toBe('BAD_INPUT');
  await app.db.query(`UPDATE events.event SET contact_name = 'Ana Ruiz' WHERE id = $1`, [id]);
  expect(refusal(await place(photo.id, `${page}#contact`))).toBeNull();
  expect(await partsOf(page)).toEqual(['contact']);
  await app.db.query(`UPDATE events.event SET contact_name = 'Lee Park' WHERE id = $1`, [id]);
  expect(await partsOf(page)).toEqual([]);
});

test('shows the portrait of a staff member on a chapter page until they opt out', async () => {
  const photo = await livePhoto();
  const chapter = await aChapter(app.db);
  const session = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Ana Ruiz' });
  const input = { chapterId: chapter.id, roleEn: 'Coordinator', roleEs: 'Coordinación' };
  await app.graphql('mutation ($input: ShowMeInput!) { showMeOnChapter(input: $input) { ok } }', { input }, session);
  const { data } = await app.graphql<{ chapterPeople: Array<{ id: string }> }>(
    'query ($slug: String!) { chapterPeople(slug: $slug) { id } }',
    { slug: chapter.slug },
  );
  const page = `/chapters/${chapter.slug}`;
  const { id } = data.chapterPeople[0]!;
  expect(refusal(await place(photo.id, `${page}#${id}`))).toBeNull();
  expect(await partsOf(page)).toEqual([id]);
  await app.graphql('mutation ($id: ID!) { hideMeFromChapter(chapterId: $id) { ok } }', { id: chapter.id }, session);
  expect(await partsOf(page)).toEqual([]);
});

test('finds the photos that can be the portrait of a person', async () => {
  await app.db.query('DELETE FROM outreach.photo');
  const photo = await livePhoto();
  const count = async (person: string) =>
    (
      await app.graphql<{ managedPhotos: { edges: Array<{ node: { id: string } }> } }>(
        photoOperations.list,
        { filter: { person } },
        ada,
      )
    ).data.managedPhotos.edges.map(({ node }) => node.id);
  expect(await count('ana ruiz')).toEqual([photo.id]);
  expect(await count('Lee Park')).toEqual([]);
});

test('serves a portrait at most 192 pixels wide, also again from memory, and nothing after it was taken down', async () => {
  const photo = await livePhoto();
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#885544' } })
    .webp()
    .toBuffer();
  await app.db.query('UPDATE outreach.photo SET small_bytes = $2, small_sha256 = $3 WHERE id = $1', [
    photo.id,
    picture,
    createHash('sha256').update(picture).digest(),
  ]);
  const load = () => fetch(`${app.url}/photos/${photo.id}-portrait.webp`);
  const widths = [];
  for (let time = 0; time < 2; time += 1)
    widths.push((await sharp(Buffer.from(await (await load()).arrayBuffer())).metadata()).width);
  expect(widths).toEqual([192, 192]);
  await app.db.query('DELETE FROM outreach.photo_consent WHERE photo_id = $1', [photo.id]);
  expect((await load()).status).toBe(410);
});
