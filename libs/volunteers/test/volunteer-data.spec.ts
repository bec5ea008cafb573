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

/** Creates a volunteer who attended a shift and has every kind of record. */
async function createPerson(name: string, inDays = -5) {
  const email = `${name.toLowerCase()}@example.org`;
  const me = await app.signedIn({ name, email });
  await updateMe(app, me, {
    phone: '+13105550199',
    preferredName: `${name}ita`,
    accessibilityNeeds: `${name} needs a chair`,
    emergencyContact: { name: `${name}s mother`, phone: '+13105550198' },
  });
  const startsAt = new Date(Date.now() + days(inDays));
  const shift = await aShift(app.db, { role: 'Packing', event: { chapterId: la.id, startsAt } });
  const { id: signupId, volunteerId: id } = await aSignup(app.db, { shiftId: shift.id, name, email });
  const note = 'mutation ($id: ID!, $body: String!) { addVolunteerNote(volunteerId: $id, body: $body) { id } }';
  await app.graphql(note, { id, body: `${name} has a van` }, organizer);
  const messageMutation = 'mutation ($input: MessageVolunteersInput!) { messageVolunteers(input: $input) }';
  await app.graphql(
    messageMutation,
    { input: { ids: [id], subject: 'Van', body: `${name}, can you drive?` } },
    organizer,
  );
  const tag = 'mutation ($ids: [ID!]!) { tagVolunteers(ids: $ids, tag: "van") }';
  await app.graphql(tag, { ids: [id] }, organizer);
  return { id, email, me, signupId };
}

const eraseMine = (session: { cookie: string }) => app.graphql('mutation { eraseMyVolunteer { ok } }', {}, session);
const erase = (id: string, session: { cookie: string }) =>
  app.graphql('mutation ($id: ID!) { eraseVolunteer(id: $id) { ok } }', { id }, session);

/** The columns of these schemas that still contain a word. */
async function columnsContaining(word: string): Promise<string[]> {
  const columns = await app.db.query<{ table: string; column: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema IN ('volunteers', 'events', 'notifications')`,
  );
  const matches: string[] = [];
  for (const { table, column } of columns) {
    const rows = await app.db.query(`SELECT FROM ${table} WHERE "${column}"::text ILIKE $1 LIMIT 1`, [`%${word}%`]);
    if (rows.length > 0) matches.push(`${table}.${column}`);
  }
  return matches;
}

test('exports everything kept about a volunteer, including what staff wrote', async () => {
  const { me } = await createPerson('Palomina');
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

test('erases a volunteer and keeps only anonymous attendance', async () => {
  const { id, me, signupId } = await createPerson('Quirina');
  expect(await columnsContaining('quirina')).not.toEqual([]);
  expect((await eraseMine(me)).data).toEqual({ eraseMyVolunteer: { ok: true } });
  expect(await columnsContaining('quirina')).toEqual([]);
  expect(await app.db.query('SELECT FROM volunteers.emergency_contact WHERE volunteer_id = $1', [id])).toEqual([]);
  expect(await app.db.query('SELECT status FROM events.signup WHERE id = $1', [signupId])).toEqual([
    { status: 'confirmed' },
  ]);
  expect(namesOf(await volunteers(app, admin, { filter: { text: 'quirina' } }))).toEqual([]);
  expect((await historyOf(app, id)).at(-1)).toBe('erased');
  // The address is free again, so it gets a new record.
  expect(refusal(await eraseMine(me))).toBe('NOT_FOUND');
  expect((await updateMe(app, me, { phone: '+13105550111' })).data.updateMyVolunteer.id).not.toBe(id);
});

test('erases a merged record together with the one it was merged into', async () => {
  const [keptVolunteer, erasedVolunteer] = [await createPerson('Rufina'), await createPerson('Severina', -9)];
  await app.graphql(
    'mutation ($input: MergeVolunteersInput!) { mergeVolunteers(input: $input) { id } }',
    { input: { keptId: keptVolunteer.id, keptVersion: 2, mergedId: erasedVolunteer.id, mergedVersion: 2 } },
    admin,
  );
  expect((await erase(keptVolunteer.id, admin)).data).toEqual({ eraseVolunteer: { ok: true } });
  expect(await columnsContaining('rufina')).toEqual([]);
  expect(await columnsContaining('severina')).toEqual([]);
});

test('shows, holds and erases the record for a merged address too', async () => {
  const [keptVolunteer, erasedVolunteer] = [await createPerson('Ursina', 12), await createPerson('Valeska', -9)];
  await app.graphql(
    'mutation ($input: MergeVolunteersInput!) { mergeVolunteers(input: $input) { id } }',
    { input: { keptId: keptVolunteer.id, keptVersion: 2, mergedId: erasedVolunteer.id, mergedVersion: 2 } },
    admin,
  );
  const { data } = await app.graphql<{ openMyData: { token: string } }>(
    'mutation { openMyData { token } }',
    {},
    erasedVolunteer.me,
  );
  const tokenVariables = { token: data.openMyData.token };
  const storedData = await app.graphql<{
    myData: { kept: Array<{ kind: string; count: number; afterErasure: string }> };
  }>(
    'query ($token: String!) { myData(token: $token) { kept { kind count afterErasure } } }',
    tokenVariables,
    erasedVolunteer.me,
  );
  expect(storedData.data.myData.kept).toContainEqual({ kind: 'notes about me', count: 2, afterErasure: 'DELETED' });
  // History remains, but without the person.
  expect(storedData.data.myData.kept).toContainEqual(
    expect.objectContaining({ kind: 'history', afterErasure: 'ANONYMIZED' }),
  );
  const eraseAll = () =>
    app
      .graphql(
        'mutation ($token: String!) { eraseMyData(token: $token) { outcome } }',
        tokenVariables,
        erasedVolunteer.me,
      )
      .then(({ data }) => data);
  await app.db.query(
    `INSERT INTO identity.legal_hold (email, reason, ends_on, placed_by, placed_at)
     SELECT $1, 'A case before a court', current_date + 90, id, now() FROM identity.account LIMIT 1`,
    [keptVolunteer.email],
  );
  expect(await eraseAll()).toEqual({ eraseMyData: { outcome: 'HELD' } });
  await app.db.query('DELETE FROM identity.legal_hold');
  expect(await eraseAll()).toEqual({ eraseMyData: { outcome: 'DONE' } });
  expect([await columnsContaining('ursina'), await columnsContaining('valeska')]).toEqual([[], []]);
});

test('refuses to erase with a shift ahead, or for anyone but the volunteer or an admin', async () => {
  const { id, me } = await createPerson('Tadea', 12);
  expect(refusal(await eraseMine(me))).toBe('SHIFTS_AHEAD');
  expect(refusal(await erase(id, organizer))).toBe('NOT_ALLOWED');
  expect(await columnsContaining('tadea has a van')).toEqual(['volunteers.note.body']);
});
