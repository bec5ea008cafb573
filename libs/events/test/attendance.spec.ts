import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup, type SignupParts } from '@upstander/tests/support/factories.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';
import { readCounters, mailsOf } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };
let stranger: { cookie: string };

const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date('2026-12-05T20:00:00Z');

beforeAll(async () => {
  app = await startApp();
  app.clock.set(startsAt);
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(() => app.clock.set(startsAt));
afterAll(() => app.close());

interface Entry {
  id: string;
  name: string;
  status: string;
  checkedInAt: string | null;
  checkedOutAt: string | null;
  lastMarkId: string | null;
}
interface Mark {
  id: string;
  signupId: string;
  kind?: string;
  undoneMarkId?: string;
  at?: string;
}
const fields = 'id name status checkedInAt checkedOutAt lastMarkId';

async function aDay(capacity = 10) {
  const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Soup kitchen', startsAt });
  const shift = await aShift(app.db, { eventId: event.id, capacity, startsAt, endsAt });
  const addSignup = (overrides: SignupParts = {}) =>
    aSignup(app.db, { shiftId: shift.id, now: startsAt, ...overrides });
  return { event, shift, addSignup };
}

const markAttendance = (operation: string, signupId: string, at?: Date, session = organizer) =>
  app.graphql<Record<string, Entry>>(
    `mutation ($id: ID!, $at: DateTime) { ${operation}(signupId: $id, at: $at) { ${fields} } }`,
    { id: signupId, at: at?.toISOString() },
    session,
  );
const undoCheckIn = (signupId: string) =>
  app.graphql<{ undoCheckIn: Entry }>(
    `mutation ($id: ID!) { undoCheckIn(signupId: $id) { ${fields} } }`,
    { id: signupId },
    organizer,
  );
const record = (marks: Mark[], session = organizer) =>
  app.graphql<{ recordAttendance: Array<{ markId: string; code: string; entry: Entry | null }> }>(
    `mutation ($marks: [AttendanceMarkInput!]!) { recordAttendance(marks: $marks) { markId code entry { ${fields} } } }`,
    { marks },
    session,
  );
const codes = async (marks: Mark[], session = organizer) =>
  (await record(marks, session)).data.recordAttendance.map(({ code }) => code);
const addWalkIn = (input: Record<string, unknown>, session = organizer) =>
  app.graphql<{ addWalkIn: Entry } | null>(
    `mutation ($input: AddWalkInInput!) { addWalkIn(input: $input) { ${fields} } }`,
    { input: { id: randomUUID(), name: 'Ivo', email: `${randomUUID()}@example.org`, ...input } },
    session,
  );
const list = async (eventId: string, extraArguments = '') =>
  (
    await app.graphql<{ attendance: { edges: Array<{ node: Entry }>; counts: Record<string, number> } }>(
      `query ($id: ID!) { attendance(eventId: $id ${extraArguments}) {
        edges { node { ${fields} } } counts { places unmarked checkedIn completed noShows } } }`,
      { id: eventId },
      organizer,
    )
  ).data.attendance;
const readStatus = async (id: string) =>
  (
    await app.db.query<{ status: string; checked_in_at: Date | null; checked_out_at: Date | null }>(
      'SELECT status, checked_in_at, checked_out_at FROM events.signup WHERE id = $1',
      [id],
    )
  )[0]!;

test('checks volunteers in and out with one tap each, and counts them on the list', async () => {
  const { event, addSignup } = await aDay();
  const ana = await addSignup({ name: 'Ana' });
  const bea = await addSignup({ name: 'Béa' });
  const cal = await addSignup({ name: 'Cal' });
  await addSignup({ name: 'Wim', status: 'waitlisted' });

  expect((await markAttendance('checkIn', ana.id)).data.checkIn).toMatchObject({
    status: 'CHECKED_IN',
    checkedInAt: startsAt.toISOString(),
  });
  app.clock.set(endsAt);
  expect((await markAttendance('checkOut', ana.id)).data.checkOut).toMatchObject({
    status: 'COMPLETED',
    checkedOutAt: endsAt.toISOString(),
  });
  expect((await markAttendance('markNoShow', cal.id)).data.markNoShow).toMatchObject({ status: 'NO_SHOW' });

  const door = await list(event.id);
  expect(door.edges.map(({ node }) => [node.name, node.status])).toEqual([
    ['Ana', 'COMPLETED'],
    ['Béa', 'CONFIRMED'],
    ['Cal', 'NO_SHOW'],
  ]);
  expect(door.counts).toEqual({ places: 3, unmarked: 1, checkedIn: 0, completed: 1, noShows: 1 });
  expect((await list(event.id, ', text: "bea"')).edges.map(({ node }) => node.id)).toEqual([bea.id]);
});

test('opens check-in 15 minutes before the start, and refuses no-shows until the shift starts', async () => {
  const { addSignup } = await aDay();
  const { id } = await addSignup();
  app.clock.set(new Date(startsAt.valueOf() - minutes(16)));
  expect(refusal(await markAttendance('checkIn', id))).toBe('TOO_EARLY');
  app.clock.set(new Date(startsAt.valueOf() - minutes(14)));
  expect(refusal(await markAttendance('markNoShow', id))).toBe('TOO_EARLY');
  expect((await markAttendance('checkIn', id)).data.checkIn).toMatchObject({ status: 'CHECKED_IN' });
});

test('undoes one mark at a time, and checks in a no-show who arrives late', async () => {
  const { addSignup } = await aDay();
  const { id } = await addSignup();
  await markAttendance('markNoShow', id);
  app.clock.advance(minutes(5));
  expect((await markAttendance('checkIn', id)).data.checkIn).toMatchObject({ status: 'CHECKED_IN' });
  expect((await undoCheckIn(id)).data.undoCheckIn).toMatchObject({ status: 'NO_SHOW', checkedInAt: null });
  expect((await undoCheckIn(id)).data.undoCheckIn).toMatchObject({ status: 'CONFIRMED', lastMarkId: null });
  expect(refusal(await undoCheckIn(id))).toBe('NOTHING_TO_UNDO');
});

test('hides attendance from organizers of other chapters', async () => {
  const { event, addSignup } = await aDay();
  const { id } = await addSignup();
  expect(refusal(await markAttendance('checkIn', id, undefined, stranger))).toBe('NOT_FOUND');
  expect(await codes([{ id: randomUUID(), signupId: id, kind: 'CHECK_IN' }], stranger)).toEqual(['NOT_FOUND']);
  expect(await readStatus(id)).toMatchObject({ status: 'confirmed' });
  expect((await list(event.id)).counts.checkedIn).toBe(0);
});

test('records the valid marks of a batch with invalid ones, and ignores repeated marks', async () => {
  const { addSignup } = await aDay();
  const ana = await addSignup();
  const wim = await addSignup({ status: 'waitlisted' });
  const eva = await addSignup();
  await app.graphql('mutation ($id: ID!) { removeSignup(id: $id) { id } }', { id: eva.id }, organizer);
  const foreignSignup = await aSignup(app.db, {
    shift: { event: { chapterId: (await aChapter(app.db)).id, startsAt } },
  });
  const mark = { id: randomUUID(), signupId: ana.id, kind: 'CHECK_IN' };
  const batch = [
    { id: randomUUID(), signupId: 'https://example.org/not-a-code', kind: 'CHECK_IN' },
    { id: randomUUID(), signupId: foreignSignup.id, kind: 'CHECK_IN' },
    { id: randomUUID(), signupId: wim.id, kind: 'CHECK_IN' },
    { id: randomUUID(), signupId: eva.id, kind: 'CHECK_IN' },
    { id: randomUUID(), signupId: ana.id, undoneMarkId: randomUUID() },
    mark,
  ];
  expect(await codes(batch)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NO_PLACE', 'SIGNUP_ENDED', 'NOT_FOUND', 'RECORDED']);
  expect(await codes([mark])).toEqual(['ALREADY']);
  expect(await readStatus(ana.id)).toMatchObject({ status: 'checked_in', checked_in_at: startsAt });
  expect(refusal(await record(Array.from({ length: 501 }, () => ({ ...mark, id: randomUUID() }))))).toBe('BAD_INPUT');
});

test('reaches the same result whatever the order in which two offline phones sync', async () => {
  const at = (after: number) => new Date(startsAt.valueOf() + minutes(after)).toISOString();
  app.clock.set(endsAt);
  for (let round = 0; round < 24; round++) {
    const { addSignup } = await aDay();
    const { id: signupId } = await addSignup();
    const markId = randomUUID();
    // First phone: a mistaken check-in, undone, then a no-show mark for someone who is there. Second phone: in, out,
    // in, out.
    const first: Mark[] = [
      { id: markId, signupId, kind: 'CHECK_IN', at: at(-5) },
      { id: randomUUID(), signupId, undoneMarkId: markId },
      { id: randomUUID(), signupId, kind: 'NO_SHOW', at: at(20) },
    ];
    const second: Mark[] = [
      { id: randomUUID(), signupId, kind: 'CHECK_IN', at: at(5) },
      { id: randomUUID(), signupId, kind: 'CHECK_OUT', at: at(60) },
      { id: randomUUID(), signupId, kind: 'CHECK_IN', at: at(90) },
      { id: randomUUID(), signupId, kind: 'CHECK_OUT', at: at(170) },
    ];
    // Each phone keeps its own order. The two are interleaved in batches of varying size, some of them sent twice.
    const sentMarks: Mark[] = [];
    for (let [i, j] = [0, 0]; i < first.length || j < second.length;) {
      const one = j >= second.length || (i < first.length && (round * 7 + i * 3 + j * 5) % 2 === 0);
      sentMarks.push(one ? first[i++]! : second[j++]!);
    }
    const size = (round % 4) + 1;
    for (let from = 0; from < sentMarks.length; from += size) {
      await record(sentMarks.slice(from, from + size));
      if (round % 3 === 0) await record(sentMarks.slice(from, from + size));
    }
    expect(await readStatus(signupId)).toEqual({
      status: 'completed',
      checked_in_at: new Date(at(5)),
      checked_out_at: new Date(at(170)),
    });
  }
});

test('checks a person in once when eight phones do so at the same moment', async () => {
  const { addSignup, shift } = await aDay();
  const { id: signupId } = await addSignup();
  const phones = Array.from({ length: 8 }, () => ({ id: randomUUID(), signupId, kind: 'CHECK_IN' }));
  const all = await Promise.all(phones.map((mark) => codes([mark])));
  expect(all.flat().filter((code) => code === 'RECORDED')).toHaveLength(1);
  expect(all.flat().every((code) => code === 'RECORDED' || code === 'ALREADY')).toBe(true);
  expect(await readStatus(signupId)).toMatchObject({ status: 'checked_in' });
  expect(await readCounters(app, shift.id)).toMatchObject({ taken: 1 });
});

test('completes volunteers who never check out two hours after the end, not before', async () => {
  const { addSignup } = await aDay();
  const { id } = await addSignup();
  await markAttendance('checkIn', id);
  app.clock.set(new Date(endsAt.valueOf() + minutes(119)));
  await app.runJob('complete-attendance');
  expect(await readStatus(id)).toMatchObject({ status: 'checked_in' });
  app.clock.set(new Date(endsAt.valueOf() + minutes(121)));
  await app.runJob('complete-attendance');
  expect(await readStatus(id)).toMatchObject({ status: 'completed', checked_out_at: null });
});

test('gives a walk-in a free place, and adds a place to a full shift only on request', async () => {
  const { shift, addSignup } = await aDay(2);
  await addSignup();
  const ivo = { id: randomUUID(), shiftId: shift.id, email: 'ivo@example.org' };
  const first = (await addWalkIn(ivo)).data?.addWalkIn;
  expect(first).toMatchObject({ name: 'Ivo', status: 'CHECKED_IN' });
  expect((await addWalkIn(ivo)).data?.addWalkIn.id).toBe(first?.id);
  expect(await readCounters(app, shift.id)).toMatchObject({ taken: 2 });

  expect(refusal(await addWalkIn({ shiftId: shift.id }))).toBe('SHIFT_FULL');
  expect((await addWalkIn({ shiftId: shift.id, addPlace: true })).data?.addWalkIn).toMatchObject({
    status: 'CHECKED_IN',
  });
  expect(await readCounters(app, shift.id)).toMatchObject({ taken: 3 });
  expect(refusal(await addWalkIn({ shiftId: shift.id }, stranger))).toBe('NOT_FOUND');
});

test('gives a walk-in from the waitlist the free place and takes them off the waitlist', async () => {
  const { shift, addSignup } = await aDay(2);
  const wim = await addSignup({ status: 'waitlisted', email: 'wim@example.org' });
  const entry = (await addWalkIn({ shiftId: shift.id, email: wim.email })).data?.addWalkIn;
  expect(entry).toMatchObject({ id: wim.id, status: 'CHECKED_IN' });
  expect(await readCounters(app, shift.id)).toMatchObject({ taken: 1, waiting: 0 });
});

test('gives three places to twelve concurrent walk-ins', async () => {
  const { shift } = await aDay(3);
  const all = await Promise.all(Array.from({ length: 12 }, () => addWalkIn({ shiftId: shift.id })));
  expect(all.filter(({ data }) => data?.addWalkIn)).toHaveLength(3);
  expect(await readCounters(app, shift.id)).toMatchObject({ taken: 3 });
});

test('keeps checked-in volunteers on the shift and gives them no second place', async () => {
  const { shift, addSignup } = await aDay();
  app.clock.set(new Date(startsAt.valueOf() - minutes(10)));
  const ana = await addSignup({ email: 'ana@example.org' });
  await markAttendance('checkIn', ana.id);
  await app.graphql('mutation ($id: ID!) { removeSignup(id: $id) { id } }', { id: ana.id }, organizer);
  expect(await readStatus(ana.id)).toMatchObject({ status: 'checked_in' });
  await app.graphql(
    `mutation ($shiftId: ID!) { addSignup(shiftId: $shiftId, name: "Ana", email: "ana@example.org") { id } }`,
    { shiftId: shift.id },
    organizer,
  );
  expect(await readCounters(app, shift.id)).toMatchObject({ taken: 1 });
});

test('blocks the transition from checked in to waitlisted in the database', async () => {
  const { addSignup } = await aDay();
  const { id } = await addSignup();
  await markAttendance('checkIn', id);
  await expect(app.db.query(`UPDATE events.signup SET status = 'waitlisted' WHERE id = $1`, [id])).rejects.toThrow(
    'No signup goes from "checked_in" to "waitlisted".',
  );
});

describe('emails one hour after a shift', () => {
  async function aKeptDay() {
    const { shift, addSignup } = await aDay();
    await app.db.query(
      `INSERT INTO events.shift_due (shift_id, kind, due_at, until) VALUES ($1, 'thank-you', $2, $3)`,
      [shift.id, new Date(endsAt.valueOf() + hours(1)), new Date(endsAt.valueOf() + hours(100))],
    );
    return addSignup;
  }

  test('thanks those who came, tells no-shows they were missed, and emails the unmarked once they are marked', async () => {
    const addSignup = await aKeptDay();
    const [ana, bea, cal] = [await addSignup(), await addSignup(), await addSignup()];
    await markAttendance('checkIn', ana.id);
    await markAttendance('markNoShow', bea.id);
    app.clock.set(new Date(endsAt.valueOf() + hours(1)));
    await app.runJob('make-due-reminders');
    expect(await mailsOf(app, ana.id)).toEqual(['thank-you']);
    expect(await mailsOf(app, bea.id)).toEqual(['missed-you']);
    expect(await mailsOf(app, cal.id)).toEqual([]);

    // The paper list is entered two days later.
    app.clock.set(new Date(endsAt.valueOf() + hours(48)));
    await markAttendance('checkIn', cal.id, startsAt);
    expect(await mailsOf(app, cal.id)).toEqual(['thank-you']);
  });

  test('thanks everyone with a place if attendance was not recorded', async () => {
    const addSignup = await aKeptDay();
    const ana = await addSignup();
    app.clock.set(new Date(endsAt.valueOf() + hours(1)));
    await app.runJob('make-due-reminders');
    expect(await mailsOf(app, ana.id)).toEqual(['thank-you']);
  });
});
