import { refusal, startApp, type RequestOptions, type TestApp } from '@upstander/tests/support/app.js';
import { aCredential, aCredentialType, publishText } from '@upstander/tests/support/credentials.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';

let app: TestApp;
let chapter: { id: string };
let otherChapter: { id: string };
let rosa: { cookie: string };
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  otherChapter = await aChapter(app.db);
  rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa' });
  admin = await app.signedIn({ role: 'admin', name: 'Wei' });
});
beforeEach(() => app.clock.set('2026-12-01T17:00:00Z'));
afterAll(() => app.close());

const listCredentials = async (
  list: 'credentialsToDecide' | 'credentialsExpiring',
  filter: object,
  session: RequestOptions = rosa,
) => {
  const { data } = await app.graphql<Record<string, { edges: Array<{ node: { id: string } }>; totalCount: number }>>(
    `query ($filter: CredentialFilter) { ${list}(filter: $filter, first: 100) { edges { node { id } } totalCount } }`,
    { filter },
    session,
  );
  return data[list]!.edges.map(({ node }) => node.id);
};
const volunteers = async (filter: object, session: RequestOptions = rosa) => {
  const { data } = await app.graphql<{ volunteers: { edges: Array<{ node: { id: string } }> } }>(
    'query ($filter: VolunteerFilter) { volunteers(filter: $filter, first: 100) { edges { node { id } } } }',
    { filter },
    session,
  );
  return data.volunteers.edges.map(({ node }) => node.id);
};
const createCredential = async (
  credential: Partial<Parameters<typeof aCredential>[1]> & { typeId: string },
  chapterId: string = chapter.id,
) => {
  const { id: volunteerId } = await aVolunteer(app, chapterId);
  return { volunteerId, id: await aCredential(app.db, { volunteerId, ...credential }) };
};

test('filters the queue by type, chapter and expiry date, and never shows another chapter', async () => {
  const [first, second] = [await aCredentialType(app.db), await aCredentialType(app.db)];
  const one = await createCredential({ typeId: first.id, status: 'claimed', expiresOn: '2026-12-20' });
  const secondCredential = await createCredential({ typeId: second.id, status: 'claimed' });
  const foreign = await createCredential({ typeId: first.id, status: 'claimed' }, otherChapter.id);
  expect(await listCredentials('credentialsToDecide', { typeId: first.id })).toEqual([one.id]);
  expect(await listCredentials('credentialsToDecide', { typeId: first.id }, admin)).toEqual([one.id, foreign.id]);
  expect(await listCredentials('credentialsToDecide', { typeId: first.id, chapterId: otherChapter.id }, admin)).toEqual(
    [foreign.id],
  );
  expect(await listCredentials('credentialsToDecide', { chapterId: otherChapter.id })).toEqual([]);
  expect(await listCredentials('credentialsToDecide', { expiresWithin: 30 })).toEqual([one.id]);
  expect(await listCredentials('credentialsToDecide', {})).toEqual(
    expect.arrayContaining([one.id, secondCredential.id]),
  );
});

test.each([
  ['type', { typeId: 'none' }],
  ['chapter', { chapterId: 'none' }],
  ['number of days', { expiresWithin: 400 }],
])('rejects an invalid %s', async (_, f) => {
  const document = 'query ($f: CredentialFilter) { credentialsToDecide(filter: $f) { totalCount } }';
  expect(refusal(await app.graphql(document, { f }, rosa))).toBe('BAD_INPUT');
});

test('lists expiring credentials by last day, except renewed or expired ones', async () => {
  const type = await aCredentialType(app.db);
  const later = await createCredential({ typeId: type.id, expiresOn: '2027-01-20' });
  const soonerCredential = await createCredential({ typeId: type.id, expiresOn: '2026-12-10' });
  const today = await createCredential({ typeId: type.id, expiresOn: '2026-12-01' });
  await createCredential({ typeId: type.id, expiresOn: '2026-11-30' });
  await createCredential({ typeId: type.id, expiresOn: '2027-02-20' });
  const renewedCredential = await createCredential({ typeId: type.id, expiresOn: '2026-12-10' });
  await aCredential(app.db, { ...renewedCredential, typeId: type.id, expiresOn: '2028-12-10' });
  await createCredential({ typeId: type.id, expiresOn: '2026-12-10' }, otherChapter.id);
  expect(await listCredentials('credentialsExpiring', { typeId: type.id })).toEqual([
    today.id,
    soonerCredential.id,
    later.id,
  ]);
  expect(await listCredentials('credentialsExpiring', { typeId: type.id, expiresWithin: 9 })).toEqual([
    today.id,
    soonerCredential.id,
  ]);
});

test('finds volunteers who hold, lack or are about to lose a credential', async () => {
  const type = await aCredentialType(app.db, { warnDays: 30 });
  const heldCredential = await createCredential({ typeId: type.id, expiresOn: '2027-12-10' });
  const endingCredential = await createCredential({ typeId: type.id, expiresOn: '2026-12-31' });
  const endedCredential = await createCredential({ typeId: type.id, expiresOn: '2026-11-30' });
  const claimedCredential = await createCredential({ typeId: type.id, status: 'claimed' });
  const ids = [heldCredential, endingCredential, endedCredential, claimedCredential].map(
    ({ volunteerId }) => volunteerId,
  );
  const findVolunteers = async (credential: string) =>
    new Set(await volunteers({ ids, credentialTypeId: type.id, credential }));
  expect(await findVolunteers('HELD')).toEqual(new Set([heldCredential.volunteerId, endingCredential.volunteerId]));
  expect(await findVolunteers('MISSING')).toEqual(
    new Set([endedCredential.volunteerId, claimedCredential.volunteerId]),
  );
  expect(await findVolunteers('EXPIRING')).toEqual(new Set([endingCredential.volunteerId]));
  expect(new Set(await volunteers({ ids, credential: 'EXPIRING' }))).toEqual(new Set([endingCredential.volunteerId]));
  expect(new Set(await volunteers({ ids, credentialTypeId: type.id, chapterId: chapter.id }, admin))).toEqual(
    new Set([heldCredential.volunteerId, endingCredential.volunteerId]),
  );
  expect(await volunteers({ credentialTypeId: type.id, credential: 'HELD' })).toHaveLength(2);
});

test('derives an age credential from the year of birth', async () => {
  const type = await aCredentialType(app.db, { kind: 'age', minimumAge: 18 });
  const [adult, young] = [await aVolunteer(app, chapter.id), await aVolunteer(app, chapter.id)];
  await app.db.query(
    'UPDATE volunteers.volunteer SET birth_year = CASE id WHEN $1 THEN 1990 ELSE 2008 END WHERE id = ANY ($2)',
    [adult.id, [adult.id, young.id]],
  );
  const ids = [adult.id, young.id];
  expect(await volunteers({ ids, credentialTypeId: type.id, credential: 'HELD' })).toEqual([adult.id]);
  expect(await volunteers({ ids, credentialTypeId: type.id, credential: 'MISSING' })).toEqual([young.id]);
});

test('shows the longest-lasting valid credential of each type and exports the same filtered list', async () => {
  const type = await aCredentialType(app.db, { warnDays: 30 });
  const person = await createCredential({ typeId: type.id, expiresOn: '2026-12-20' });
  await aCredential(app.db, { ...person, typeId: type.id, expiresOn: '2026-12-15' });
  const removedType = await aCredentialType(app.db);
  await aCredential(app.db, { ...person, typeId: removedType.id, expiresOn: '2026-11-01' });
  const { data } = await app.graphql<{ volunteer: { heldCredentials: unknown[] } }>(
    'query ($id: ID!) { volunteer(id: $id) { heldCredentials { name expiresOn endsSoon } } }',
    { id: person.volunteerId },
    rosa,
  );
  expect(data.volunteer.heldCredentials).toEqual([{ name: type.name, expiresOn: '2026-12-20', endsSoon: true }]);
  const path = `/exports/volunteers.csv?credentialTypeId=${type.id}&credential=EXPIRING`;
  const file = await fetch(`${app.url}${path}`, { headers: { cookie: rosa.cookie } });
  const text = await file.text();
  expect(text).toContain(person.volunteerId);
  expect(text.trim().split('\n')).toHaveLength(2);
});

test('counts the holders of a waiver, and none after a new version', async () => {
  const waiver = await aCredentialType(app.db, { kind: 'waiver' });
  const person = await createCredential({ typeId: waiver.id });
  await aCredential(app.db, { ...person, typeId: waiver.id });
  await createCredential({ typeId: waiver.id }, otherChapter.id);
  const countHolders = async () => {
    const { data } = await app.graphql<{ credentialHolders: number }>(
      'query ($id: ID!) { credentialHolders(typeId: $id) }',
      { id: waiver.id },
      admin,
    );
    return data.credentialHolders;
  };
  expect(await countHolders()).toBe(2);
  await publishText(app.db, waiver.id);
  app.clock.set('2026-12-01T17:00:05Z');
  expect(await countHolders()).toBe(0);
  expect(refusal(await app.graphql('{ credentialHolders(typeId: "none") }', {}, admin))).toBe('NOT_FOUND');
});
