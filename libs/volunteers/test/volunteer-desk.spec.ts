import { startApp, refusal, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import {
  aVolunteer,
  historyOf,
  namesOf,
  updateMe,
  volunteer,
  volunteers,
} from '@upstander/tests/support/volunteers.js';

let app: TestApp;
let la: { id: string };
let sf: { id: string };
let organizer: { cookie: string; accountId: string };
let colleague: { cookie: string };
let stranger: { cookie: string };
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  la = await aChapter(app.db);
  sf = await aChapter(app.db, { name: 'San Francisco' });
  organizer = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: la.id });
  colleague = await app.signedIn({ role: 'organizer', chapterId: la.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: sf.id });
  admin = await app.signedIn({ role: 'admin' });
});
afterEach(() => app.clock.release());
afterAll(() => app.close());

type Session = { cookie: string };
const tag = (ids: string[], name: string, session: Session = organizer, chapterId?: string) =>
  app.graphql<{ tagVolunteers: number }>(
    'mutation ($ids: [ID!]!, $tag: String!, $chapterId: ID) { tagVolunteers(ids: $ids, tag: $tag, chapterId: $chapterId) }',
    { ids, tag: name, chapterId },
    session,
  );
const removeTag = (ids: string[], name: string, session: Session = organizer) =>
  app.graphql<{ untagVolunteers: number }>(
    'mutation ($ids: [ID!]!, $tag: String!) { untagVolunteers(ids: $ids, tag: $tag) }',
    { ids, tag: name },
    session,
  );
const tagsOf = async (id: string, session: Session) => (await volunteer(app, session, id)).data.volunteer.tags;

/** A volunteer known to both chapters. */
async function knownInBoth(name: string) {
  const one = await aVolunteer(app, la.id, { name });
  const shift = await aShift(app.db, { event: { chapterId: sf.id, startsAt: new Date(Date.now() + days(20)) } });
  await aSignup(app.db, { shiftId: shift.id, name, email: one.email });
  return one;
}

describe('tags', () => {
  test('are given to several volunteers together, without duplicates, and can be searched', async () => {
    const [ana, bea] = [await aVolunteer(app, la.id, { name: 'Ana' }), await aVolunteer(app, la.id, { name: 'Bea' })];
    expect((await tag([ana.id], ' Lead ')).data.tagVolunteers).toBe(1);
    expect((await tag([ana.id, bea.id, bea.id], 'lead')).data.tagVolunteers).toBe(1);
    expect(namesOf(await volunteers(app, organizer, { filter: { tag: 'lead' } }))).toEqual(['Ana', 'Bea']);
    const { data } = await app.graphql('{ volunteerTags { name count } }', {}, organizer);
    expect(data).toEqual({ volunteerTags: [{ name: 'lead', count: 2 }] });
    expect((await removeTag([ana.id, bea.id], 'LEAD')).data.untagVolunteers).toBe(2);
    expect(await tagsOf(ana.id, organizer)).toEqual([]);
    expect(await historyOf(app, bea.id)).toEqual(['tag-added', 'tag-removed']);
  });

  test('belong to one chapter, or to the organization and are visible to all', async () => {
    const bea = await knownInBoth('Both');
    await tag([bea.id], 'van');
    await tag([bea.id], 'speaker', admin);
    expect(await tagsOf(bea.id, stranger)).toEqual(['speaker']);
    expect(await tagsOf(bea.id, colleague)).toEqual(['speaker', 'van']);
    expect((await removeTag([bea.id], 'van', stranger)).data.untagVolunteers).toBe(0);
    expect((await removeTag([bea.id], 'speaker', stranger)).data.untagVolunteers).toBe(0);
    expect(namesOf(await volunteers(app, stranger, { filter: { tag: 'van' } }))).toEqual([]);
    expect(refusal(await tag([bea.id], 'van', stranger, la.id))).toBe('NOT_FOUND');
  });

  test('are not given to anyone if one volunteer belongs to another chapter', async () => {
    const [ownVolunteer, otherVolunteer] = [await aVolunteer(app, la.id), await aVolunteer(app, sf.id)];
    expect(refusal(await tag([ownVolunteer.id, otherVolunteer.id], 'mine'))).toBe('NOT_FOUND');
    expect(await tagsOf(ownVolunteer.id, organizer)).toEqual([]);
    expect(refusal(await tag(Array<string>(501).fill(ownVolunteer.id), 'mine'))).toBe('BAD_INPUT');
  });
});

describe('notes', () => {
  const add = (volunteerId: string, body: string, session: Session = organizer) =>
    app.graphql<{ addVolunteerNote: { id: string; author: string; mayDelete: boolean } }>(
      `mutation ($volunteerId: ID!, $body: String!) {
        addVolunteerNote(volunteerId: $volunteerId, body: $body) { id author body mayDelete createdAt }
      }`,
      { volunteerId, body },
      session,
    );
  const remove = (id: string, session: Session) =>
    app.graphql('mutation ($id: ID!) { deleteVolunteerNote(id: $id) { ok } }', { id }, session);
  const notesOf = async (id: string, session: Session) =>
    (await volunteer(app, session, id, 'notes { body author mayDelete }')).data.volunteer['notes'] as Array<{
      body: string;
    }>;

  test('name their author and are visible in their own chapter only', async () => {
    const bea = await knownInBoth('Noted');
    const { data } = await add(bea.id, 'Has a van.\nAsk first.');
    expect(data.addVolunteerNote).toMatchObject({ author: 'Rosa', body: 'Has a van.\nAsk first.', mayDelete: true });
    expect(await notesOf(bea.id, colleague)).toEqual([
      { body: 'Has a van.\nAsk first.', author: 'Rosa', mayDelete: false },
    ]);
    expect(await notesOf(bea.id, stranger)).toEqual([]);
    expect(refusal(await add(bea.id, ' '))).toBe('BAD_INPUT');
  });

  test('are deleted by their author or an admin, which is recorded', async () => {
    const bea = await aVolunteer(app, la.id);
    const [one, second] = [(await add(bea.id, 'One')).data, (await add(bea.id, 'Two')).data];
    expect(refusal(await remove(one.addVolunteerNote.id, colleague))).toBe('NOT_FOUND');
    expect(refusal(await remove(one.addVolunteerNote.id, stranger))).toBe('NOT_FOUND');
    expect((await remove(one.addVolunteerNote.id, organizer)).data).toEqual({ deleteVolunteerNote: { ok: true } });
    await remove(second.addVolunteerNote.id, admin);
    expect(await notesOf(bea.id, organizer)).toEqual([]);
    const { data } = await volunteer(app, organizer, bea.id, 'timeline { kind by }');
    expect(data.volunteer['timeline']).toEqual([
      { kind: 'NOTE_DELETED', by: 'Sam Doe' },
      { kind: 'NOTE_DELETED', by: 'Rosa' },
      { kind: 'NOTE_ADDED', by: 'Rosa' },
      { kind: 'NOTE_ADDED', by: 'Rosa' },
    ]);
  });
});

describe('a single volunteer', () => {
  test('shows upcoming and past sign-ups in the reader’s own chapters', async () => {
    const bea = await knownInBoth('Busy');
    const pastShift = await aShift(app.db, { event: { chapterId: la.id, startsAt: new Date(Date.now() - days(3)) } });
    await aSignup(app.db, { shiftId: pastShift.id, email: bea.email });
    const select = 'ahead: signups { status event { chapter { id } } shift { role } } past: signups(past: true) { id }';
    const ownView = (await volunteer(app, organizer, bea.id, select)).data.volunteer;
    expect(ownView['ahead']).toEqual([
      { status: 'CONFIRMED', event: { chapter: { id: la.id } }, shift: { role: 'Packing' } },
    ]);
    expect(ownView['past']).toHaveLength(1);
    const otherView = (await volunteer(app, stranger, bea.id, select)).data.volunteer;
    expect(otherView).toMatchObject({ ahead: [{ event: { chapter: { id: sf.id } } }], past: [] });
    expect((await volunteer(app, admin, bea.id, select)).data.volunteer['ahead']).toHaveLength(2);
  });

  test('reveals the emergency contact to organizers only around the shift, and records the access', async () => {
    const startsAt = new Date(Date.now() + days(5));
    const shift = await aShift(app.db, { event: { chapterId: la.id, startsAt } });
    const ana = await app.signedIn();
    await updateMe(app, ana, { emergencyContact: { name: 'Luz Reyes', phone: '+13105550143' } });
    const signup = await aSignup(app.db, { shiftId: shift.id, email: ana.email });
    const unverifiedSignup = await aSignup(app.db, { shiftId: shift.id, proven: false });
    const ask = (signupId: string, session: Session = organizer) =>
      app.graphql<{ emergencyContact: { name: string } | null }>(
        'query ($id: ID!) { emergencyContact(signupId: $id) { name phone } }',
        { id: signupId },
        session,
      );
    const setTimeAfter = (moment: Date, ms: number) => app.clock.set(new Date(moment.valueOf() + ms));
    setTimeAfter(startsAt, -days(1) - 1000);
    expect(refusal(await ask(signup.id))).toBe('NOT_AROUND_THE_SHIFT');
    setTimeAfter(startsAt, -days(1) + 1000);
    expect((await ask(signup.id)).data.emergencyContact).toEqual({ name: 'Luz Reyes', phone: '+13105550143' });
    expect(refusal(await ask(signup.id, stranger))).toBe('NOT_FOUND');
    expect(refusal(await ask(unverifiedSignup.id))).toBe('NOT_AROUND_THE_SHIFT');
    setTimeAfter(startsAt, hours(4) + days(1) + 1000);
    expect(refusal(await ask(signup.id))).toBe('NOT_AROUND_THE_SHIFT');
    const reads = await app.db.query(
      `SELECT by_account_id, detail FROM volunteers.history WHERE volunteer_id = $1 AND kind = 'emergency-contact-read'`,
      [signup.volunteerId],
    );
    expect(reads).toEqual([{ by_account_id: organizer.accountId, detail: signup.id }]);
  });
});

describe('the volunteer export', () => {
  const file = async (session: Session, query = '') => {
    const answer = await fetch(`${app.url}/exports/volunteers.csv${query}`, { headers: { cookie: session.cookie } });
    return { status: answer.status, lines: (await answer.text()).split('\r\n') };
  };

  test('contains the filtered volunteers of one’s chapters and no formulas', async () => {
    const ana = await aVolunteer(app, la.id, { name: '=HYPERLINK("x")' });
    await tag([ana.id], 'exported');
    const { lines } = await file(organizer, '?tag=exported');
    expect(lines[0]).toBe(
      'volunteer,name,preferred_name,email,phone,locale,languages,home_chapter,skills,interests,tags,is_minor,active_at',
    );
    expect(lines[1]).toMatch(new RegExp(`^${ana.id},"'=HYPERLINK\\(""x""\\)",,${ana.email},,en,,,,,exported,f,`));
    expect((await file(stranger, '?tag=exported')).lines.filter(Boolean)).toHaveLength(1);
    expect((await file(stranger, `?chapterId=${la.id}`)).status).toBe(404);
    expect((await file(organizer, `?text=${encodeURIComponent(`' OR 1=1 --`)}`)).lines.filter(Boolean)).toHaveLength(1);
    expect((await file(organizer, '?weekday=8')).status).toBe(400);
    expect((await file(await app.signedIn())).status).toBe(403);
  });
});
