import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days, minutes } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };
const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date('2026-12-05T20:00:00Z');

beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
});
beforeEach(() => app.clock.set(startsAt));
afterAll(() => app.close());

interface Mark {
  id: string;
  signupId: string;
  kind?: string;
  undoneMarkId?: string;
  at?: string;
}

async function aDay() {
  const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Soup kitchen', startsAt });
  const shift = await aShift(app.db, { eventId: event.id, startsAt, endsAt });
  const addSignup = () => aSignup(app.db, { shiftId: shift.id, now: startsAt });
  return { event, addSignup };
}

const record = (marks: Mark[]) =>
  app.graphql<{ recordAttendance: Array<{ code: string; entry: { status: string; checkedInAt: string | null } }> }>(
    `mutation ($marks: [AttendanceMarkInput!]!) { recordAttendance(marks: $marks) { code entry { status checkedInAt } } }`,
    { marks },
    organizer,
  );
const codes = async (marks: Mark[]) => (await record(marks)).data.recordAttendance.map(({ code }) => code);

test('answers ALREADY to a second check-in by another device, and keeps it if the first is undone', async () => {
  const { addSignup } = await aDay();
  const ana = await addSignup();
  const at = (minute: number) => new Date(startsAt.valueOf() + minutes(minute)).toISOString();
  const mark = (kind: string, minute: number) => ({ id: randomUUID(), signupId: ana.id, kind, at: at(minute) });
  const recordOne = async (one: Mark) => (await record([one])).data.recordAttendance[0]!;
  app.clock.set(new Date(at(60)));
  const first = mark('CHECK_IN', 2);
  expect(await recordOne(first)).toMatchObject({ code: 'RECORDED', entry: { checkedInAt: at(2) } });
  expect(await recordOne(mark('CHECK_IN', 5))).toMatchObject({ code: 'ALREADY', entry: { checkedInAt: at(2) } });
  // This device was offline: its check-in is earlier, so its time counts.
  expect(await recordOne(mark('CHECK_IN', 1))).toMatchObject({ code: 'ALREADY', entry: { checkedInAt: at(1) } });
  const undo = { id: randomUUID(), signupId: ana.id, undoneMarkId: first.id, at: at(10) };
  expect(await recordOne(undo)).toMatchObject({
    code: 'RECORDED',
    entry: { status: 'CHECKED_IN', checkedInAt: at(1) },
  });
  // A volunteer who left and came back is checked in again.
  expect(await recordOne(mark('CHECK_OUT', 20))).toMatchObject({ code: 'RECORDED', entry: { status: 'COMPLETED' } });
  expect((await recordOne(mark('CHECK_IN', 30))).code).toBe('RECORDED');
});

test('records an undo and a new check-in in one request', async () => {
  const { addSignup } = await aDay();
  const ana = await addSignup();
  const first = { id: randomUUID(), signupId: ana.id, kind: 'CHECK_IN' };
  expect(await codes([first])).toEqual(['RECORDED']);
  const undo = { id: randomUUID(), signupId: ana.id, undoneMarkId: first.id };
  expect(await codes([undo, { ...first, id: randomUUID() }])).toEqual(['RECORDED', 'RECORDED']);
});

test('returns when check-in opens for each shift', async () => {
  const { event } = await aDay();
  const answer = await app.graphql<{ manageEvent: { shifts: Array<{ checkInOpensAt: string }> } }>(
    'query ($id: ID!) { manageEvent(id: $id) { shifts { checkInOpensAt } } }',
    { id: event.id },
    organizer,
  );
  expect(answer.data.manageEvent.shifts).toEqual([
    { checkInOpensAt: new Date(startsAt.valueOf() - minutes(15)).toISOString() },
  ]);
});

test('corrects attendance times, even weeks later, and updates approved hours', async () => {
  const { event, addSignup } = await aDay();
  const ana = await addSignup();
  const at = (minute: number) => new Date(startsAt.valueOf() + minutes(minute)).toISOString();
  app.clock.set(new Date(endsAt.valueOf() + days(20)));
  await record([{ id: randomUUID(), signupId: ana.id, kind: 'CHECK_IN' }]);
  const hoursOf = async () =>
    (
      await app.graphql<{ eventHours: { minutes: number } }>(
        'query ($id: ID!) { eventHours(eventId: $id) { minutes } }',
        { id: event.id },
        organizer,
      )
    ).data.eventHours.minutes;
  await app.graphql('mutation ($id: ID!) { approveHours(eventId: $id) { minutes } }', { id: event.id }, organizer);
  expect(await hoursOf()).toBe(180);
  const correct = (arrivedAt: string, leftAt: string | null, session = organizer) =>
    app.graphql<{ correctAttendance: Record<string, string> }>(
      `mutation ($id: ID!, $arrivedAt: DateTime!, $leftAt: DateTime) {
         correctAttendance(signupId: $id, arrivedAt: $arrivedAt, leftAt: $leftAt) { status checkedInAt checkedOutAt }
       }`,
      { id: ana.id, arrivedAt, leftAt },
      session,
    );
  expect((await correct(at(30), at(90))).data.correctAttendance).toEqual({
    status: 'COMPLETED',
    checkedInAt: at(30),
    checkedOutAt: at(90),
  });
  expect(await hoursOf()).toBe(60);
  expect((await correct(at(60), null)).data.correctAttendance).toMatchObject({
    checkedInAt: at(60),
    checkedOutAt: null,
  });
  expect(await hoursOf()).toBe(120);
  expect(refusal(await correct(at(90), at(30)))).toBe('BAD_INPUT');
  expect(refusal(await correct(at(-60), null))).toBe('TOO_EARLY');
  const tomorrow = new Date(app.clock.now().valueOf() + days(1)).toISOString();
  expect(refusal(await correct(tomorrow, null))).toBe('BAD_INPUT');
  expect(refusal(await correct(at(60), tomorrow))).toBe('BAD_INPUT');
  const foreignOrganizer = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
  expect(refusal(await correct(at(60), null, foreignOrganizer))).toBe('NOT_FOUND');
  // Earlier marks stay in the history as undone.
  const [marks] = await app.db.query(
    'SELECT count(*)::int AS all, count(undone_at)::int AS undone FROM events.attendance_mark WHERE signup_id = $1',
    [ana.id],
  );
  expect(marks).toEqual({ all: 4, undone: 3 });
});
