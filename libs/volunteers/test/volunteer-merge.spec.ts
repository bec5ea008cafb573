import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { signUpExpectingPlace } from '@upstander/tests/support/sign-ups.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { aVolunteer, historyOf, namesOf, volunteer, volunteers } from '@upstander/tests/support/volunteers.js';
import { withoutRowLocks } from '@upstander/tests/support/without-row-lock.js';

let app: TestApp;
let la: { id: string };
let sf: { id: string };
let admin: { cookie: string };
let organizer: { cookie: string };

beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
  la = await aChapter(app.db);
  sf = await aChapter(app.db, { name: 'San Francisco' });
  admin = await app.signedIn({ role: 'admin', name: 'Ines' });
  organizer = await app.signedIn({ role: 'organizer', chapterId: la.id });
});
afterEach(() => app.clock.release());
afterAll(() => app.close());

let day = 10;
const nextFreeDay = () => new Date(Date.now() + days((day += 1)));

/** A volunteer with an upcoming shift on its own day. */
async function volunteerKnownTo(chapterId: string, name: string) {
  const shift = await aShift(app.db, { event: { chapterId, startsAt: nextFreeDay() } });
  const signup = await aSignup(app.db, { shiftId: shift.id, name });
  return { id: signup.volunteerId, email: signup.email, signupId: signup.id };
}

/** Two records of one person, one in each chapter. */
async function createDuplicates(name: string) {
  const [keptVolunteer, merged] = [await volunteerKnownTo(la.id, name), await volunteerKnownTo(sf.id, name)];
  await app.db.query("UPDATE volunteers.volunteer SET phone = '+13105550142', languages = '{es}' WHERE id = $1", [
    merged.id,
  ]);
  await app.db.query("UPDATE volunteers.volunteer SET phone = NULL, languages = '{en}' WHERE id = $1", [
    keptVolunteer.id,
  ]);
  return { kept: keptVolunteer, merged };
}

type Ids = { kept: { id: string }; merged: { id: string } };
const preview = ({ kept: keptVolunteer, merged }: Ids, session = admin) =>
  app.graphql<{
    volunteerMergePreview: {
      moves: Array<{ part: string; moves: number; skipped: number; conflicts: number }>;
      fields: string[];
    };
  }>(
    `query ($kept: ID!, $merged: ID!) { volunteerMergePreview(keptId: $kept, mergedId: $merged) {
       moves { part moves skipped conflicts } fields } }`,
    { kept: keptVolunteer.id, merged: merged.id },
    session,
  );
const versionOf = async (id: string) => {
  const [row] = await app.db.query<{ version: number }>('SELECT version FROM volunteers.volunteer WHERE id = $1', [id]);
  return row!.version;
};
const mergeAt = (versions: number[], { kept: keptVolunteer, merged }: Ids, session = admin) =>
  app.graphql<{ mergeVolunteers: { id: string; phone: string; languages: string[]; merges: Array<{ id: string }> } }>(
    `mutation ($input: MergeVolunteersInput!) { mergeVolunteers(input: $input) {
       id phone languages signups { id } merges { id email by undoableUntil } } }`,
    { input: { keptId: keptVolunteer.id, keptVersion: versions[0], mergedId: merged.id, mergedVersion: versions[1] } },
    session,
  );
const merge = async (ids: Ids, session = admin) =>
  mergeAt([await versionOf(ids.kept.id), await versionOf(ids.merged.id)], ids, session);
const undoMerge = (id: string, session = admin) =>
  app.graphql('mutation ($id: ID!) { undoVolunteerMerge(id: $id) { id phone languages } }', { id }, session);
const ownerOf = async (signupId: string) => {
  const [row] = await app.db.query<{ id: string }>('SELECT volunteer_id AS id FROM events.signup WHERE id = $1', [
    signupId,
  ]);
  return row!.id;
};
const chaptersOf = async (id: string) =>
  (
    await app.db.query<{ id: string }>('SELECT chapter_id AS id FROM volunteers.membership WHERE volunteer_id = $1', [
      id,
    ])
  ).map((row) => row.id);

test('merges two records, with a preview before and a timeline entry afterward', async () => {
  const ids = await createDuplicates('Ana Reyes');
  await app.db.query(
    "INSERT INTO volunteers.note (volunteer_id, chapter_id, body, created_at) VALUES ($1, $2, 'Has a van.', now())",
    [ids.merged.id, sf.id],
  );
  const { moves: moveCounts, fields } = (await preview(ids)).data.volunteerMergePreview;
  expect(moveCounts).toContainEqual({ part: 'SIGNUPS', moves: 1, skipped: 0, conflicts: 0 });
  expect(moveCounts).toContainEqual({ part: 'NOTES', moves: 1, skipped: 0, conflicts: 0 });
  expect(fields.sort()).toEqual(['languages', 'phone']);

  const { mergeVolunteers: one } = (await merge(ids)).data;
  expect(one).toMatchObject({ id: ids.kept.id, phone: '+13105550142', languages: ['en', 'es'] });
  expect(one.merges).toEqual([expect.objectContaining({ email: ids.merged.email, by: 'Ines' })]);
  expect(await ownerOf(ids.merged.signupId)).toBe(ids.kept.id);
  expect((await chaptersOf(ids.kept.id)).sort()).toEqual([la.id, sf.id].sort());
  expect(namesOf(await volunteers(app, admin, { filter: { text: 'reyes' } }))).toEqual(['Ana Reyes']);
  expect(refusal(await volunteer(app, admin, ids.merged.id))).toBe('NOT_FOUND');
  expect(await historyOf(app, ids.kept.id)).toEqual(['merged']);
});

test('gives a sign-up with the merged address to the remaining volunteer', async () => {
  const ids = await createDuplicates('Bea Flores');
  await merge(ids);
  const shift = await aShift(app.db, { event: { chapterId: la.id, startsAt: nextFreeDay() } });
  const signedUp = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Bea', email: ids.merged.email });
  expect(await ownerOf(signedUp.id)).toBe(ids.kept.id);
});

test('leaves donations with their original address', async () => {
  const ids = await createDuplicates('Cleo Diaz');
  await app.db.query('INSERT INTO fundraising.donor (email, created_at) VALUES ($1, now())', [ids.merged.email]);
  await merge(ids);
  const donors = await app.db.query('SELECT email::text FROM fundraising.donor WHERE email = ANY ($1)', [
    [ids.merged.email, ids.kept.email],
  ]);
  expect(donors).toEqual([{ email: ids.merged.email }]);
});

test('undoes a merge completely, after which it can be repeated', async () => {
  const ids = await createDuplicates('Dora Vega');
  const [mergeRow] = (await merge(ids)).data.mergeVolunteers.merges;
  expect((await undoMerge(mergeRow!.id)).data).toEqual({
    undoVolunteerMerge: { id: ids.kept.id, phone: null, languages: ['en'] },
  });
  expect(await ownerOf(ids.merged.signupId)).toBe(ids.merged.id);
  expect(await chaptersOf(ids.kept.id)).toEqual([la.id]);
  expect(await chaptersOf(ids.merged.id)).toEqual([sf.id]);
  expect(await historyOf(app, ids.merged.id)).toEqual(['merge-undone']);
  expect(refusal(await undoMerge(mergeRow!.id))).toBe('MERGE_STANDS');
  expect((await merge(ids)).errors).toBeUndefined();
});

test('cannot undo a merge after a profile change or after 30 days', async () => {
  const changed = await createDuplicates('Eva Ruiz');
  const [one] = (await merge(changed)).data.mergeVolunteers.merges;
  await app.graphql(
    'mutation ($id: ID!) { updateVolunteer(id: $id, input: { name: "Eva R." }) { id } }',
    { id: changed.kept.id },
    admin,
  );
  expect(refusal(await undoMerge(one!.id))).toBe('MERGE_STANDS');
  const latePair = await createDuplicates('Flor Gil');
  const [other] = (await merge(latePair)).data.mergeVolunteers.merges;
  app.clock.set(new Date(Date.now() + days(31)));
  const later = await app.signedIn({ role: 'admin' });
  expect(refusal(await undoMerge(other!.id, later))).toBe('MERGE_STANDS');
});

test('refuses to merge two volunteers on the same shift', async () => {
  const ids = await createDuplicates('Gina Soto');
  const shift = await aShift(app.db, { event: { chapterId: la.id, startsAt: nextFreeDay() } });
  await aSignup(app.db, { shiftId: shift.id, name: 'Gina', email: ids.kept.email });
  await aSignup(app.db, { shiftId: shift.id, name: 'Gina', email: ids.merged.email });
  const { moves: moveCounts } = (await preview(ids)).data.volunteerMergePreview;
  expect(moveCounts).toContainEqual({ part: 'SIGNUPS', moves: 1, skipped: 1, conflicts: 1 });
  expect(refusal(await merge(ids))).toBe('SHIFTS_CLASH');
  expect(await ownerOf(ids.merged.signupId)).toBe(ids.merged.id);
});

test('refuses to merge outdated records, a record with itself, or without an admin role', async () => {
  const ids = await createDuplicates('Hana Cruz');
  expect(refusal(await mergeAt([9, 1], ids))).toBe('RECORDS_CHANGED');
  expect(refusal(await merge({ kept: ids.kept, merged: ids.kept }))).toBe('BAD_INPUT');
  expect(refusal(await merge(ids, organizer))).toBe('NOT_ALLOWED');
  expect(refusal(await preview(ids, organizer))).toBe('NOT_ALLOWED');
});

test('reports records with the same phone, or the same name in one chapter', async () => {
  const one = await aVolunteer(app, la.id, { name: 'Iris Paz' });
  const other = await aVolunteer(app, la.id, { name: 'IRIS PAZ' });
  const third = await aVolunteer(app, sf.id, { name: 'Iris Paz' });
  await app.db.query("UPDATE volunteers.volunteer SET phone = '+13105550177' WHERE id = ANY ($1)", [
    [one.id, third.id],
  ]);
  const { data } = await app.graphql<{ volunteerDuplicates: Array<{ reason: string; duplicate: { id: string } }> }>(
    'query ($id: ID!) { volunteerDuplicates(volunteerId: $id) { reason duplicate { id } original { id } } }',
    { id: one.id },
    admin,
  );
  expect(data.volunteerDuplicates).toEqual([
    { reason: 'PHONE', duplicate: { id: third.id }, original: { id: one.id } },
    { reason: 'NAME', duplicate: { id: other.id }, original: { id: one.id } },
  ]);
  const all = await app.graphql<typeof data>('{ volunteerDuplicates { reason duplicate { id } } }', {}, admin);
  expect(all.data.volunteerDuplicates).toContainEqual({ reason: 'PHONE', duplicate: { id: third.id } });
});

describe('two simultaneous merges of the same pair', () => {
  const raceMerges = async (name: string, isReversed = false) => {
    const { kept: keptVolunteer, merged } = await createDuplicates(name);
    const second = isReversed ? { kept: merged, merged: keptVolunteer } : { kept: keptVolunteer, merged };
    const answers = await Promise.all([merge({ kept: keptVolunteer, merged }), merge(second)]);
    const lines = [...(await historyOf(app, keptVolunteer.id)), ...(await historyOf(app, merged.id))];
    return { refused: answers.filter((answer) => answer.errors).map((answer) => refusal(answer)), lines };
  };
  const winnerResult = { refused: ['ALREADY_MERGED'], lines: ['merged'] };

  test('succeed once', async () => {
    expect(await raceMerges('Juno Mora')).toEqual(winnerResult);
  });

  test('succeed once even if each keeps the other record', async () => {
    expect(await raceMerges('Lena Mora', true)).toEqual(winnerResult);
  });

  test('control: both succeed without the locks and the index', async () => {
    await runAsOwner(app, 'DROP INDEX volunteers.merged_once');
    const reading = /FROM events\.signup u JOIN events\.shift/;
    const { lines } = await withoutRowLocks(app, { racers: 2, lockQuery: reading }, () => raceMerges('Kira Luna'));
    expect(lines).toEqual(['merged', 'merged']);
  });
});
