import { simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { hours } from '../support/movable-clock.js';
import { byLink } from '../support/sign-ups.js';

/**
 * Games with children on a Saturday at 9 AM in Los Angeles, organized by Rosa. At 10 PM the evening before, one of her
 * two adults cancels.
 */
const startsAt = new Date('2026-12-05T17:00:00Z');
const theEveningBefore = new Date('2026-12-05T06:00:00Z');
const atTheDoor = new Date('2026-12-05T16:55:00Z');

let sink: MailSink;
let app: TestApp;
let rosa: { cookie: string; email: string };
let chapterId: string;
let eventId: string;
let shiftId: string;
const people: Record<'ana' | 'ben' | 'kim' | 'lou', string> = { ana: '', ben: '', kim: '', lou: '' };

const withBirthYear = async (name: string, birthYear: number | null) => {
  const { id, email } = await aSignup(app.db, { shiftId, name });
  await app.db.query('UPDATE volunteers.volunteer SET birth_year = $2 WHERE email = $1', [email, birthYear]);
  return id;
};

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url, PUBLIC_URL: 'http://help.example.org' } });
  app.clock.set(new Date(startsAt.valueOf() - hours(72)));
  chapterId = (await aChapter(app.db)).id;
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId });
  await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
  ({ id: eventId } = await anEvent(app.db, { chapterId, title: 'Games for children', startsAt }));
  await app.db.query('UPDATE events.event SET with_minors = true WHERE id = $1', [eventId]);
  ({ id: shiftId } = await aShift(app.db, { eventId, role: 'Games' }));
  people.ana = await withBirthYear('Ana', 1990);
  people.ben = await withBirthYear('Ben', 1985);
  people.kim = await withBirthYear('Kim', 2011);
  people.lou = await withBirthYear('Lou', null);
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

interface Gap {
  adults: number;
  adultsNeeded: number;
  tooFewAdults: boolean;
  override: { reason: string; by: string; adults: number } | null;
}
const gap = async () =>
  (
    await app.graphql<{ shiftGaps: Gap[] }>(
      'query ($id: ID!) { shiftGaps(eventId: $id) { adults adultsNeeded tooFewAdults override { reason by adults } } }',
      { id: eventId },
      rosa,
    )
  ).data.shiftGaps[0]!;
const waitsForRosa = async () =>
  (
    await app.graphql<{ chapterTasks: { gaps: Array<{ event: { title: string }; gap: { adults: number } }> } }>(
      '{ chapterTasks { gaps { event { title } gap { adults } } } }',
      {},
      rosa,
    )
  ).data.chapterTasks.gaps.map((one) => `${one.event.title}: ${one.gap.adults}`);
const mark = (signupId: string, kind = 'CHECK_IN') => ({ id: randomUUID(), signupId, kind });
const record = async (marks: Array<ReturnType<typeof mark>>) =>
  (
    await app.graphql<{ recordAttendance: Array<{ code: string }> }>(
      'mutation ($marks: [AttendanceMarkInput!]!) { recordAttendance(marks: $marks) { code } }',
      { marks },
      rosa,
    )
  ).data.recordAttendance.map(({ code }) => code);
const override = (reason: string, asking = rosa) =>
  app.graphql(
    'mutation ($id: ID!, $reason: String!) { overrideSafeguarding(shiftId: $id, reason: $reason) { adults } }',
    { id: shiftId, reason },
    asking,
  );
async function post(): Promise<string[]> {
  sink.received.length = 0;
  await app.runJob('deliver-due-mail');
  const mails = await Promise.all(
    sink.received.map(async ({ to, source }) => `${to}: ${(await simpleParser(source)).subject}`),
  );
  return mails.filter((line) => line.includes('adults'));
}

test('two adults are enough, and no one is emailed', async () => {
  expect(await gap()).toEqual({ adults: 2, adultsNeeded: 2, tooFewAdults: false, override: null });
  expect(await waitsForRosa()).toEqual([]);
  expect(refusal(await override('Just in case'))).toBe('NOTHING_TO_OVERRIDE');
});

test('cancellations by a minor or a person of unknown age are no breach', async () => {
  const pat = await withBirthYear('Pat', null);
  await byLink(app, 'cancelSignup', pat);
  expect(await post()).toEqual([]);
});

test("at 10 PM an adult cancels: it needs Rosa's attention, and she is emailed immediately", async () => {
  app.clock.set(theEveningBefore);
  expect((await byLink(app, 'cancelSignup', people.ben)).refused).toBeNull();
  expect(await waitsForRosa()).toEqual(['Games for children: 1']);
  expect(await post()).toEqual([`${rosa.email}: Not enough adults on Saturday: Games for children`]);
  expect(await post()).toEqual([]);
});

test('no minor is checked in at the entrance, but others are', async () => {
  app.clock.set(atTheDoor);
  const marks = [mark(people.kim), mark(people.lou), mark(people.ana)];
  expect(await record(marks)).toEqual(['TOO_FEW_ADULTS', 'RECORDED', 'RECORDED']);
  const one = await app.graphql('mutation ($id: ID!) { checkIn(signupId: $id) { id } }', { id: people.kim }, rosa);
  expect(refusal(one)).toBe('TOO_FEW_ADULTS');
});

test('Rosa takes responsibility with a recorded reason, and the refused check-in is accepted', async () => {
  expect(refusal(await override(' '))).toBe('BAD_INPUT');
  const stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
  expect(refusal(await override('I am there', stranger))).toBe('NOT_FOUND');
  expect(refusal(await override('The teacher of the class is there.'))).toBeNull();
  expect(await gap()).toEqual({
    adults: 1,
    adultsNeeded: 2,
    tooFewAdults: false,
    override: { reason: 'The teacher of the class is there.', by: 'Rosa', adults: 1 },
  });
  expect(await waitsForRosa()).toEqual([]);
  expect(await record([mark(people.kim)])).toEqual(['RECORDED']);
});

test('even fewer adults are a new breach that her decision does not cover', async () => {
  const [undo] = await app.db.query<{ id: string }>(
    `SELECT id FROM events.attendance_mark WHERE signup_id = $1 AND undone_at IS NULL`,
    [people.ana],
  );
  app.clock.set(new Date(startsAt.valueOf() + hours(1)));
  await app.graphql(
    'mutation ($m: [AttendanceMarkInput!]!) { recordAttendance(marks: $m) { code } }',
    {
      m: [{ id: randomUUID(), signupId: people.ana, undoneMarkId: undo!.id }],
    },
    rosa,
  );
  expect(await record([mark(people.ana, 'NO_SHOW')])).toEqual(['RECORDED']);
  expect(await gap()).toMatchObject({ adults: 0, tooFewAdults: true });
  expect(await post()).toEqual([`${rosa.email}: Not enough adults on Saturday: Games for children`]);
});

test('walk-in adults resolve it', async () => {
  for (const name of ['Dee', 'Eli']) {
    const input = { id: randomUUID(), shiftId, name, email: `${name.toLowerCase()}@example.org`, isAdult: true };
    const answer = await app.graphql(
      'mutation ($input: AddWalkInInput!) { addWalkIn(input: $input) { id } }',
      { input },
      rosa,
    );
    expect(refusal(answer)).toBeNull();
  }
  expect(await gap()).toMatchObject({ adults: 2, tooFewAdults: false });
});

test('a burst of cancellations is one email', async () => {
  const cancel = await aLaterShift('Puppet show');
  await cancel();
  await cancel();
  expect(await post()).toEqual([`${rosa.email}: Not enough adults on Monday: Puppet show`]);
});

test('an unsent email is dropped once there are enough adults again', async () => {
  const cancel = await aLaterShift('Story time');
  await cancel();
  await cancel.anotherAdult();
  expect(await post()).toEqual([]);
});

/** A shift with two adults on Monday. Returns a function that cancels for one of them. */
async function aLaterShift(title: string) {
  const later = await anEvent(app.db, { chapterId, title, startsAt: new Date(startsAt.valueOf() + hours(48)) });
  await app.db.query('UPDATE events.event SET with_minors = true WHERE id = $1', [later.id]);
  const shift = await aShift(app.db, { eventId: later.id });
  const anotherAdult = async () => {
    const { id, email } = await aSignup(app.db, { shiftId: shift.id });
    await app.db.query('UPDATE volunteers.volunteer SET birth_year = 1980 WHERE email = $1', [email]);
    return id;
  };
  const adults = [await anotherAdult(), await anotherAdult()];
  const cancel = () => byLink(app, 'cancelSignup', adults.pop()!);
  return Object.assign(cancel, { anotherAdult });
}
