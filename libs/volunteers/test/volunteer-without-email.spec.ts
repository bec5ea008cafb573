import { refusal, startApp, type GraphqlAnswer, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { updateMe, volunteerWithoutEmail } from '@upstander/tests/support/volunteers.js';

let app: TestApp;
let la: { id: string };
let admin: { cookie: string; accountId: string };
let organizer: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  la = await aChapter(app.db);
  admin = await app.signedIn({ role: 'admin', name: 'Ines' });
  organizer = await app.signedIn({ role: 'organizer', chapterId: la.id, name: 'Rosa' });
});
afterAll(() => app.close());

/** A volunteer without an address who was at a shift some days ago. */
async function createPerson(name: string, inDays = -5) {
  const id = await volunteerWithoutEmail(app.db, la.id, name);
  const shift = await aShift(app.db, { event: { chapterId: la.id, startsAt: new Date(Date.now() + days(inDays)) } });
  const signup = await aSignup(app.db, { shiftId: shift.id, name, proven: false });
  await app.db.query('UPDATE events.signup SET volunteer_id = $1 WHERE id = $2', [id, signup.id]);
  await app.db.query('DELETE FROM volunteers.volunteer WHERE id = $1', [signup.volunteerId]);
  return { id, signupId: signup.id };
}

interface VolunteerView {
  id: string;
  name: string;
  email: string | null;
  addressConfirmed: boolean;
}
const update = (id: string, input: object, session = organizer) =>
  app.graphql<{ updateVolunteer: VolunteerView } | null>(
    'mutation ($id: ID!, $input: VolunteerInput!) { updateVolunteer(id: $id, input: $input) { id name email addressConfirmed } }',
    { id, input },
    session,
  );
const faultsOf = (answer: GraphqlAnswer<unknown>) => answer.errors?.[0]?.extensions.details?.['fields'];
const showVolunteer = (id: string, session = organizer) =>
  app.graphql<{ volunteer: VolunteerView & { timeline: Array<{ kind: string; detail: string | null }> } } | null>(
    'query ($id: ID!) { volunteer(id: $id) { id name email addressConfirmed timeline { kind detail } } }',
    { id },
    session,
  );
const myName = async (me: { cookie: string }) =>
  (await app.graphql<{ me: { volunteer: { name: string } | null } }>('{ me { volunteer { name } } }', {}, me)).data.me
    .volunteer?.name ?? null;
const versionOf = async (id: string) =>
  (await app.db.query<{ version: number }>('SELECT version FROM volunteers.volunteer WHERE id = $1', [id]))[0]!.version;
const merge = async (keptId: string, mergedId: string) =>
  app.graphql<{ mergeVolunteers: { merges: Array<{ id: string; email: string | null }> } } | null>(
    'mutation ($input: MergeVolunteersInput!) { mergeVolunteers(input: $input) { merges { id email } } }',
    {
      input: {
        keptId,
        keptVersion: await versionOf(keptId),
        mergedId,
        mergedVersion: await versionOf(mergedId),
      },
    },
    admin,
  );
const addressesOf = (...ids: string[]) =>
  app.db.query<{ id: string; email: string | null }>(
    'SELECT id, email FROM volunteers.volunteer WHERE id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], id)',
    [ids],
  );
const erase = (id: string) => app.graphql('mutation ($id: ID!) { eraseVolunteer(id: $id) { ok } }', { id }, admin);
const exportData = (id: string) =>
  fetch(`${app.url}/exports/volunteers/${id}/data.json`, { headers: { cookie: admin.cookie } });

describe('an address that staff add later', () => {
  test('is unconfirmed, can be corrected and removed, and leaves the record in the lists', async () => {
    const { id } = await createPerson('Nora Sin');
    for (const email of ['nora@example.org', 'nora.sin@example.org', null]) {
      expect((await update(id, { email })).data?.updateVolunteer).toMatchObject({ email, addressConfirmed: false });
      const search = 'query { volunteers(filter: { text: "nora sin" }) { edges { node { id email } } } }';
      expect((await app.graphql(search, {}, organizer)).data).toEqual({
        volunteers: { edges: [{ node: { id, email } }] },
      });
    }
    expect((await showVolunteer(id)).data?.volunteer.timeline[0]).toEqual({ kind: 'PROFILE_CHANGED', detail: 'email' });
  });

  test('is searchable until it is removed', async () => {
    const { id } = await createPerson('Quinn Sought');
    const findByText = async () =>
      (
        await app.graphql<{ volunteers: { edges: unknown[] } }>(
          'query { volunteers(filter: { text: "zebra@example" }) { edges { node { id } } } }',
          {},
          organizer,
        )
      ).data.volunteers.edges.length;
    await update(id, { email: 'zebra@example.org' });
    expect(await findByText()).toBe(1);
    await update(id, { email: null });
    expect(await findByText()).toBe(0);
  });

  test('may not belong to another volunteer, even when two people type it at the same time', async () => {
    const { id } = await createPerson('Olga Sin');
    await aSignup(app.db, { email: 'taken@example.org' });
    await aSignup(app.db, { email: 'typed@example.org', proven: false });
    for (const email of ['taken@example.org', 'TYPED@example.org']) {
      expect(faultsOf(await update(id, { email }))).toEqual({ email: 'of-another-volunteer' });
    }
    const [refusedAnswer] = await raceBehindLock(
      app,
      {
        sql: `INSERT INTO volunteers.volunteer (email, name) VALUES ('both@example.org', 'Otto')`,
        params: [],
        waiting: 1,
      },
      () => [update(id, { email: 'both@example.org' })],
    );
    expect(faultsOf(refusedAnswer!)).toEqual({ email: 'of-another-volunteer' });
  });

  test('shows its owner nothing until they confirm it; afterward only they can change it', async () => {
    const { id } = await createPerson('Petra Sin');
    const me = await app.signedIn({ email: 'petra@example.org', name: 'petra' });
    expect(await myName(me)).toBeNull();
    await update(id, { email: 'petra@example.org', phone: '+13105550123' });
    expect(await myName(me)).toBeNull();
    await updateMe(app, me, { postcode: '90012' });
    expect(await myName(me)).toBe('Petra Sin');
    expect((await showVolunteer(id)).data?.volunteer).toMatchObject({ addressConfirmed: true });
    expect(await app.db.query('SELECT phone FROM volunteers.volunteer WHERE id = $1', [id])).toEqual([{ phone: null }]);
    for (const email of [null, 'someone.else@example.org']) {
      expect(faultsOf(await update(id, { email }))).toEqual({ email: 'address-confirmed' });
    }
  });
});

test('a person who signs in never gets the record of someone without an address', async () => {
  await createPerson('Nobody Yet');
  const me = await app.signedIn({ email: 'somebody.else@example.org' });
  expect(await myName(me)).toBeNull();
});

describe('a merge', () => {
  test('keeps the record whose address is confirmed', async () => {
    const { id, signupId } = await createPerson('Rita Sin');
    const rita = await aSignup(app.db, { name: 'Rita Sin', shift: { event: { chapterId: la.id } } });
    expect(refusal(await merge(id, rita.volunteerId))).toBe('KEEP_CONFIRMED_ADDRESS');
    const merges = (await merge(rita.volunteerId, id)).data?.mergeVolunteers.merges;
    expect(merges).toMatchObject([{ email: null }]);
    const [movedSignup] = await app.db.query('SELECT volunteer_id AS id FROM events.signup WHERE id = $1', [signupId]);
    expect(movedSignup).toEqual({ id: rita.volunteerId });
  });

  test('never leads the owner of an unconfirmed address to the record that is kept', async () => {
    const { id } = await createPerson('Sara Sin');
    await update(id, { email: 'mistyped@example.org' });
    const sara = await aSignup(app.db, { name: 'Sara Sin', shift: { event: { chapterId: la.id } } });
    await merge(sara.volunteerId, id);
    expect(await myName(await app.signedIn({ email: 'mistyped@example.org' }))).toBeNull();
    expect(await addressesOf(id)).toEqual([{ id, email: null }]);
  });

  test('of two unconfirmed records keeps the only address, and gives it back when undone', async () => {
    const [keptVolunteer, merged] = [await createPerson('Tina Sin'), await createPerson('Tina Sin', -9)];
    await update(merged.id, { email: 'tina@example.org' });
    const [mergeRow] = (await merge(keptVolunteer.id, merged.id)).data!.mergeVolunteers.merges;
    expect((await addressesOf(keptVolunteer.id, merged.id)).map(({ email }) => email)).toEqual([
      'tina@example.org',
      null,
    ]);
    const undo = 'mutation ($id: ID!) { undoVolunteerMerge(id: $id) { id } }';
    expect(refusal(await app.graphql(undo, { id: mergeRow!.id }, admin))).toBeNull();
    expect((await addressesOf(keptVolunteer.id, merged.id)).map(({ email }) => email)).toEqual([
      null,
      'tina@example.org',
    ]);
  });
});

describe('personal data without an address', () => {
  test('is erased by ID, except while a shift is ahead or a legal hold names it', async () => {
    const { id, signupId } = await createPerson('Ursula Vergiss', 3);
    expect(refusal(await erase(id))).toBe('SHIFTS_AHEAD');
    await app.db.query(`UPDATE events.signup SET status = 'cancelled' WHERE id = $1`, [signupId]);
    for (const subject of [id, signupId]) {
      await app.db.query(
        `INSERT INTO identity.legal_hold (subject_id, reason, ends_on, placed_by, placed_at)
         VALUES ($1, 'A claim.', now()::date + 30, $2, now())`,
        [subject, admin.accountId],
      );
      expect(refusal(await erase(id))).toBe('LEGAL_HOLD');
      await app.db.query('DELETE FROM identity.legal_hold');
    }
    expect((await erase(id)).data).toEqual({ eraseVolunteer: { ok: true } });
    const remainingRows = await app.db.query(
      `SELECT v.name, u.name AS signup, v.search_text FROM volunteers.volunteer v JOIN events.signup u ON u.volunteer_id = v.id
       WHERE v.id = $1`,
      [id],
    );
    expect(JSON.stringify(remainingRows)).not.toMatch(/ursula|vergiss/i);
    expect(refusal(await showVolunteer(id, admin))).toBe('NOT_FOUND');
    expect(refusal(await erase(id))).toBe('NOT_FOUND');
  });

  test('is exported by an admin for the volunteer, with the sign-ups', async () => {
    const { id } = await createPerson('Vera Mitnahme');
    const answer = await exportData(id);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      profile: { name: 'Vera Mitnahme', email: null },
      signups: [{ name: 'Vera Mitnahme' }],
    });
    await update(id, { email: 'vera@example.org' });
    expect((await exportData(id)).status).not.toBe(200);
  });
});
