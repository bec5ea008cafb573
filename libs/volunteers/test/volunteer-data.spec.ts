import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { historyOf, namesOf, updateMe, volunteers } from '@upstander/tests/support/volunteers.js';

let app: TestApp;
let la: { id: string };
let organizer: { cookie: string };
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  la = await aChapter(app.db);
  organizer = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: la.id });
  admin = await app.signedIn({ role: 'admin' });
});
afterAll(() => app.close());

/** Somebody who was at a shift, and of whom everything is known that can be. */
async function someone(name: string, inDays = -5) {
  const email = `${name.toLowerCase()}@example.org`;
  const me = await app.signedIn({ name, email });
  await updateMe(app, me, {
    ...{ phone: '+13105550199', preferredName: `${name}ita`, accessibilityNeeds: `${name} needs a chair` },
    emergencyContact: { name: `${name}s mother`, phone: '+13105550198' },
  });
  const startsAt = new Date(Date.now() + days(inDays));
  const shift = await aShift(app.db, { role: 'Packing', event: { chapterId: la.id, startsAt } });
  const { id: signupId, volunteerId: id } = await aSignup(app.db, { shiftId: shift.id, name, email });
  const note = 'mutation ($id: ID!, $body: String!) { addVolunteerNote(volunteerId: $id, body: $body) { id } }';
  await app.graphql(note, { id, body: `${name} has a van` }, organizer);
  const write = 'mutation ($input: MessageVolunteersInput!) { messageVolunteers(input: $input) }';
  await app.graphql(write, { input: { ids: [id], subject: 'Van', body: `${name}, can you drive?` } }, organizer);
  const tag = 'mutation ($ids: [ID!]!) { tagVolunteers(ids: $ids, tag: "van") }';
  await app.graphql(tag, { ids: [id] }, organizer);
  return { id, email, me, signupId };
}

const eraseMine = (asking: { cookie: string }) => app.graphql('mutation { eraseMyVolunteer { ok } }', {}, asking);
const erase = (id: string, asking: { cookie: string }) =>
  app.graphql('mutation ($id: ID!) { eraseVolunteer(id: $id) { ok } }', { id }, asking);

/** The columns of these schemas in which a word still stands. */
async function whereStands(word: string): Promise<string[]> {
  const columns = await app.db.query<{ table: string; column: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema IN ('volunteers', 'events', 'notifications')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await app.db.query(`SELECT FROM ${table} WHERE "${column}"::text ILIKE $1 LIMIT 1`, [`%${word}%`]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

test('a volunteer takes along everything that is kept of them, also what staff wrote', async () => {
  const { me } = await someone('Palomina');
  const answer = await fetch(`${app.url}/exports/my-volunteer.json`, { headers: { cookie: me.cookie } });
  expect(answer.headers.get('content-disposition')).toContain('my-volunteer.json');
  expect(await answer.json()).toMatchObject({
    profile: { email: 'palomina@example.org', emergencyContact: { name: 'Palominas mother' } },
    signups: [{ role: 'Packing', name: 'Palomina', status: 'confirmed' }],
    notes: [{ body: 'Palomina has a van' }],
    messages: [{ subject: 'Van', body: 'Palomina, can you drive?' }],
    tags: [{ name: 'van' }],
  });
  const other = await app.signedIn({ email: 'nobody@example.org' });
  expect((await fetch(`${app.url}/exports/my-volunteer.json`, { headers: { cookie: other.cookie } })).status).toBe(404);
});

test('whoever wants to be forgotten is: nothing of them is left, but that somebody was there', async () => {
  const { id, me, signupId } = await someone('Quirina');
  expect(await whereStands('quirina')).not.toEqual([]);
  expect((await eraseMine(me)).data).toEqual({ eraseMyVolunteer: { ok: true } });
  expect(await whereStands('quirina')).toEqual([]);
  expect(await app.db.query('SELECT FROM volunteers.emergency_contact WHERE volunteer_id = $1', [id])).toEqual([]);
  expect(await app.db.query('SELECT status FROM events.signup WHERE id = $1', [signupId])).toEqual([
    { status: 'confirmed' },
  ]);
  expect(namesOf(await volunteers(app, admin, { filter: { text: 'quirina' } }))).toEqual([]);
  expect((await historyOf(app, id)).at(-1)).toBe('erased');
  // The address is free: who helps again begins anew.
  expect(refusal(await eraseMine(me))).toBe('NOT_FOUND');
  expect((await updateMe(app, me, { phone: '+13105550111' })).data.updateMyVolunteer.id).not.toBe(id);
});

test('with a record that was merged into it', async () => {
  const [kept, gone] = [await someone('Rufina'), await someone('Severina', -9)];
  await app.graphql(
    'mutation ($input: MergeVolunteersInput!) { mergeVolunteers(input: $input) { id } }',
    { input: { keptId: kept.id, keptVersion: 2, mergedId: gone.id, mergedVersion: 2 } },
    admin,
  );
  expect((await erase(kept.id, admin)).data).toEqual({ eraseVolunteer: { ok: true } });
  expect(await whereStands('rufina')).toEqual([]);
  expect(await whereStands('severina')).toEqual([]);
});

test('not while a shift is ahead, and by nobody but themselves or an admin', async () => {
  const { id, me } = await someone('Tadea', 12);
  expect(refusal(await eraseMine(me))).toBe('SHIFTS_AHEAD');
  expect(refusal(await erase(id, organizer))).toBe('NOT_ALLOWED');
  expect(await whereStands('tadea has a van')).toEqual(['volunteers.note.body']);
});
