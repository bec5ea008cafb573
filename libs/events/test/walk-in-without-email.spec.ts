import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredentialType, publishText, requireForShift } from '@upstander/tests/support/credentials.js';
import { resultsOf, sendAfterDelay, sendMessage } from '@upstander/tests/support/event-messages.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { mailsOf } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };
let stranger: { cookie: string };

const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date('2026-12-05T20:00:00Z');

beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(() => app.clock.set(startsAt));
afterAll(() => app.close());

interface Entry {
  id: string;
  status: string;
  hasEmail: boolean;
  isMinor: boolean;
}

async function aDay() {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt });
  const shift = await aShift(app.db, { eventId: event.id, capacity: 20, startsAt, endsAt });
  return { event, shift };
}
const addWalkIn = (input: Record<string, unknown>, session = organizer) =>
  app.graphql<{ addWalkIn: Entry } | null>(
    'mutation ($input: AddWalkInInput!) { addWalkIn(input: $input) { id status hasEmail isMinor } }',
    { input: { id: randomUUID(), name: 'Ivo Novak', ...input } },
    session,
  );
const isIn = async (input: Record<string, unknown>) => {
  const { data, errors } = await addWalkIn(input);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.addWalkIn;
};
const volunteerOf = async (signupId: string) =>
  (await app.db.query<{ id: string }>('SELECT volunteer_id AS id FROM events.signup WHERE id = $1', [signupId]))[0]!.id;
const findByName = (name: string) =>
  app.db.query<{ email: string | null }>('SELECT email FROM volunteers.volunteer WHERE name = $1', [name]);

describe('a walk-in without an email address', () => {
  test('is checked in, and the chapter finds them by name; other chapters do not', async () => {
    const { event, shift } = await aDay();
    const entry = await isIn({ shiftId: shift.id, name: 'Paloma Sinnombre', phone: '+13105550177' });
    expect(entry).toMatchObject({ status: 'CHECKED_IN', hasEmail: false });
    const id = await volunteerOf(entry.id);
    const roster = `query ($id: ID!) { roster(eventId: $id) { edges { node { name email volunteerId addressConfirmed } } } }`;
    expect((await app.graphql(roster, { id: event.id }, organizer)).data).toEqual({
      roster: {
        edges: [{ node: { name: 'Paloma Sinnombre', email: null, volunteerId: id, addressConfirmed: false } }],
      },
    });
    const find = (session: { cookie: string }, text: string) =>
      app.graphql(
        'query ($text: String!) { volunteers(filter: { text: $text }) { edges { node { id email addressConfirmed } } } }',
        { text },
        session,
      );
    for (const text of ['paloma sinn', 'sinnombre', '3105550177']) {
      expect((await find(organizer, text)).data).toEqual({
        volunteers: { edges: [{ node: { id, email: null, addressConfirmed: false } }] },
      });
    }
    expect((await find(stranger, 'sinnombre')).data).toEqual({ volunteers: { edges: [] } });
    const volunteerQuery = 'query ($id: ID!) { volunteer(id: $id) { name email phone timeline { kind by } } }';
    expect((await app.graphql(volunteerQuery, { id }, organizer)).data).toMatchObject({
      volunteer: { email: null, phone: '+13105550177', timeline: [{ kind: 'PROFILE_CHANGED', by: 'Rosa' }] },
    });
    expect(refusal(await app.graphql(volunteerQuery, { id }, stranger))).toBe('NOT_FOUND');
  });

  test('is added once, however often and however fast a phone sends it again', async () => {
    const { shift } = await aDay();
    const walkInInput = { id: randomUUID(), shiftId: shift.id, name: 'Once Only' };
    const all = await Promise.all(Array.from({ length: 6 }, () => isIn(walkInInput)));
    expect(new Set([...all, await isIn(walkInInput)].map(({ id }) => id)).size).toBe(1);
    expect(await findByName('Once Only')).toEqual([{ email: null }]);
  });

  test('is never taken for another person of the same name', async () => {
    const { shift } = await aDay();
    const [one, other] = [await isIn({ shiftId: shift.id }), await isIn({ shiftId: shift.id })];
    expect(await volunteerOf(one.id)).not.toBe(await volunteerOf(other.id));
  });

  test('is the same person as on another shift of the event if the organizer says so', async () => {
    const { event, shift } = await aDay();
    const later = await aShift(app.db, { eventId: event.id, startsAt, endsAt });
    const mark = randomUUID();
    const first = await isIn({ id: mark, shiftId: shift.id, name: 'Same Person' });
    for (const samePersonAs of [first.id, mark]) {
      const second = await isIn({ shiftId: later.id, name: 'Same Person', samePersonAs });
      expect(await volunteerOf(second.id)).toBe(await volunteerOf(first.id));
    }
    expect(await findByName('Same Person')).toHaveLength(1);
    const secondAnswer = await addWalkIn({ shiftId: later.id, samePersonAs: first.id, email: 'a@example.org' });
    expect(secondAnswer.errors?.[0]?.extensions.details?.['fields']).toEqual({ samePersonAs: 'not-a-choice' });
  });

  test('can only be named by a sign-up of the same event', async () => {
    const { shift } = await aDay();
    const foreignSignup = await aSignup(app.db, { shiftId: (await aDay()).shift.id });
    expect(refusal(await addWalkIn({ shiftId: shift.id, samePersonAs: foreignSignup.id }))).toBe('NOT_FOUND');
    expect(refusal(await addWalkIn({ shiftId: shift.id, samePersonAs: randomUUID() }))).toBe('NOT_FOUND');
  });

  test('meets the same age and guardian rules, and leaves no record behind when refused', async () => {
    const { event, shift } = await aDay();
    const waiver = await aCredentialType(app.db, { kind: 'waiver', validMonths: 12 });
    await publishText(app.db, waiver.id);
    await app.db.query(`UPDATE volunteers.credential_text SET published_at = '2026-01-01' WHERE type_id = $1`, [
      waiver.id,
    ]);
    await requireForShift(app.db, shift.id, waiver.id, { isDueByDay: true });
    const kim = { shiftId: shift.id, name: 'Kim Underage' };
    expect(refusal(await addWalkIn({ ...kim, isAdult: false }))).toBe('GUARDIAN_NEEDED');
    await app.db.query('UPDATE events.event SET with_minors = true, minimum_adults = 2 WHERE id = $1', [event.id]);
    expect(refusal(await addWalkIn(kim))).toBe('AGE_NEEDED');
    expect(refusal(await addWalkIn({ ...kim, isAdult: false }))).toBe('TOO_FEW_ADULTS');
    await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [shift.id]);
    expect(refusal(await addWalkIn({ ...kim, isAdult: false }))).toBe('TOO_YOUNG');
    expect(await findByName('Kim Underage')).toEqual([]);
  });

  test('an unconfirmed address on the roster does not lead to the record of its owner', async () => {
    const { event, shift } = await aDay();
    const knownSignup = await aSignup(app.db, { shift: { event: { chapterId: chapter.id } } });
    await isIn({ shiftId: shift.id, email: knownSignup.email });
    const roster = 'query ($id: ID!) { roster(eventId: $id) { edges { node { email volunteerId } } } }';
    expect((await app.graphql(roster, { id: event.id }, organizer)).data).toEqual({
      roster: { edges: [{ node: { email: knownSignup.email, volunteerId: null } }] },
    });
  });
});

describe('emails', () => {
  test('go to everyone else on the shift: a message to the shift and the thank-you', async () => {
    const { event, shift } = await aDay();
    await app.db.query(
      `INSERT INTO events.shift_due (shift_id, kind, due_at, until) VALUES ($1, 'thank-you', $2, $3)`,
      [shift.id, new Date(endsAt.valueOf() + hours(1)), new Date(endsAt.valueOf() + hours(100))],
    );
    const ana = await aSignup(app.db, { shiftId: shift.id, now: startsAt });
    const checkIn = 'mutation ($id: ID!) { checkIn(signupId: $id) { id } }';
    expect(refusal(await app.graphql(checkIn, { id: ana.id }, organizer))).toBeNull();
    const ivo = await isIn({ shiftId: shift.id });
    const audience = { kind: 'WITH_SPOT', shiftIds: [shift.id] };
    const { data } = await sendMessage(app, { eventId: event.id, audience }, organizer);
    await sendAfterDelay(app);
    expect(await resultsOf(app, data.sendEventMessage.id, organizer)).toEqual([
      'Ana Reyes WAITING',
      'Ivo Novak NO_EMAIL',
    ]);
    app.clock.set(new Date(endsAt.valueOf() + hours(1)));
    await app.runJob('make-due-reminders');
    expect(await mailsOf(app, ana.id)).toEqual(expect.arrayContaining(['thank-you']));
    expect(await mailsOf(app, ivo.id)).toEqual([]);
  });

  test('are not counted for a change of the event, and a message to them alone is refused', async () => {
    const { event, shift } = await aDay();
    const ivo = await isIn({ shiftId: shift.id });
    const audience = { kind: 'SELECTED', signupIds: [ivo.id] };
    expect(refusal(await sendMessage(app, { eventId: event.id, audience }, organizer))).toBe('NO_RECIPIENTS');
    const messageMutation = 'mutation ($input: MessageVolunteersInput!) { messageVolunteers(input: $input) }';
    const input = { ids: [await volunteerOf(ivo.id)], subject: 'Hi', body: 'Hello' };
    expect((await app.graphql(messageMutation, { input }, organizer)).data).toEqual({ messageVolunteers: 0 });
    await app.db.query('SELECT events.cancel_signups_of_event($1, $2)', [event.id, startsAt]);
    expect(await mailsOf(app, ivo.id)).toEqual([]);
  });

  test('a statement that plans emails for several volunteers skips the one without an address', async () => {
    const { shift } = await aDay();
    const ana = await aSignup(app.db, { shiftId: shift.id, now: startsAt });
    const ivo = await isIn({ shiftId: shift.id });
    // As programs of the previous release plan them: without looking at the address.
    await app.db.query(
      `INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
       SELECT 'thank-you/' || u.id, 'thank-you', u.id, v.email, u.locale, $2
       FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id WHERE u.shift_id = $1`,
      [shift.id, startsAt],
    );
    expect(await mailsOf(app, ana.id)).toHaveLength(1);
    expect(await mailsOf(app, ivo.id)).toEqual([]);
  });

  test('to the placeholder address that the previous release needs are skipped', async () => {
    const [mail] = await app.db.query(
      `INSERT INTO notifications.mail (key, template, recipient, locale, due_at)
       VALUES ('placeholder', 'thank-you', 'no-email-1@nobody.invalid', 'en', $1) RETURNING status`,
      [startsAt],
    );
    expect(mail).toEqual({ status: 'skipped' });
  });
});
