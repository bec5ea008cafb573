import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };
let stranger: { cookie: string };

const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date('2026-12-05T20:00:00Z');
const at = (after: number) => new Date(startsAt.valueOf() + minutes(after));

beforeAll(async () => {
  app = await startApp();
  app.clock.set(startsAt);
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa' });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(() => app.clock.set(endsAt));
afterAll(() => app.close());

async function aDay() {
  const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Soup kitchen', startsAt, endsAt });
  const shift = await aShift(app.db, { eventId: event.id, startsAt, endsAt });
  const addSignup = async (from: number | null, to: number | null, email = `${randomUUID()}@example.org`) => {
    const signup = await aSignup(app.db, { shiftId: shift.id, now: startsAt, email });
    if (from !== null) await mark(signup.id, 'CHECK_IN', at(from));
    if (to !== null) await mark(signup.id, 'CHECK_OUT', at(to));
    return signup;
  };
  return { event, addSignup };
}
const mark = (signupId: string, kind: string, markedAt: Date) =>
  app.graphql(
    'mutation ($marks: [AttendanceMarkInput!]!) { recordAttendance(marks: $marks) { code } }',
    { marks: [{ id: randomUUID(), signupId, kind, at: markedAt.toISOString() }] },
    organizer,
  );
interface Sum {
  people: number;
  minutes: number;
  waiting: number;
  unmarked: number;
}
const sum = 'people minutes waiting unmarked';
const approve = (eventId: string, session = organizer) =>
  app.graphql<{ approveHours: Sum }>(
    `mutation ($id: ID!) { approveHours(eventId: $id) { ${sum} } }`,
    { id: eventId },
    session,
  );
interface RecordedHours {
  id: string;
  minutes: number;
  status: string;
  day: string;
  activity: string;
  corrections: Array<{ minutesBefore: number; minutesAfter: number; reason: string; by: string }>;
}
const hoursFields = 'id minutes status day activity corrections { minutesBefore minutesAfter reason by }';
const ownVolunteer = async (person: { cookie: string }) =>
  (
    await app.graphql<{ me: { volunteer: { hours: RecordedHours[]; hoursTotal: { minutes: number } } | null } }>(
      `{ me { volunteer { hours { ${hoursFields} } hoursTotal { minutes } } } }`,
      {},
      person,
    )
  ).data.me.volunteer;
const decide = (variables: Record<string, unknown>, session = organizer) =>
  app.graphql<{ decideHours: RecordedHours }>(
    `mutation ($id: ID!, $approve: Boolean!, $minutes: Int, $reason: String) {
      decideHours(id: $id, approve: $approve, minutes: $minutes, reason: $reason) { ${hoursFields} } }`,
    variables,
    session,
  );

test('approves the hours of everyone who attended, once', async () => {
  const { event, addSignup } = await aDay();
  await addSignup(-10, 60); // Arrived early: counted from the start of the shift.
  await addSignup(30, 180);
  await addSignup(200, null); // Marked afterward from a paper list: the whole shift counts.
  await addSignup(null, null);
  const forgottenSignup = await addSignup(0, null); // Never checked out: counted until the end of the shift.
  app.clock.set(at(180 + 121));
  await app.runJob('complete-attendance');
  const { data } = await approve(event.id);
  expect(data.approveHours).toEqual({ people: 4, minutes: 60 + 150 + 180 + 180, waiting: 0, unmarked: 1 });
  expect((await approve(event.id)).data.approveHours).toEqual(data.approveHours);
  const [{ count } = { count: 0 }] = await app.db.query<{ count: number }>(
    'SELECT count(*)::int FROM volunteers.hours WHERE signup_id = $1',
    [forgottenSignup.id],
  );
  expect(count).toBe(1);
});

test('counts everyone once when approved eight times simultaneously', async () => {
  const { event, addSignup } = await aDay();
  for (let i = 0; i < 5; i++) await addSignup(0, 120);
  const all = await Promise.all(Array.from({ length: 8 }, () => approve(event.id)));
  expect(all.map(({ data }) => data.approveHours.minutes)).toEqual(all.map(() => 600));
});

test('refuses to approve hours before the event is over or for another chapter', async () => {
  const { event, addSignup } = await aDay();
  await addSignup(0, 120);
  app.clock.set(at(179));
  expect(refusal(await approve(event.id))).toBe('TOO_EARLY');
  app.clock.set(endsAt);
  expect(refusal(await approve(event.id, stranger))).toBe('NOT_FOUND');
});

test('lets a volunteer dispute their hours and records who corrected them and why', async () => {
  const ana = await app.signedIn({ name: 'Ana' });
  const { event, addSignup } = await aDay();
  await addSignup(0, 60, ana.email);
  await approve(event.id);
  const [first] = (await ownVolunteer(ana))!.hours;
  expect(first).toMatchObject({ minutes: 60, status: 'APPROVED', day: '2026-12-05', activity: 'Soup kitchen' });

  const dispute = (person: { cookie: string }) =>
    app.graphql(
      'mutation ($id: ID!) { disputeHours(id: $id, reason: "I stayed until noon.") { status } }',
      { id: first!.id },
      person,
    );
  expect(refusal(await dispute(await app.signedIn()))).toBe('NOT_FOUND');
  await dispute(ana);
  const pendingHours = await app.graphql<{ hoursToDecide: { edges: Array<{ node: { id: string; note: string } }> } }>(
    '{ hoursToDecide { edges { node { id note name } } } }',
    {},
    organizer,
  );
  expect(pendingHours.data.hoursToDecide.edges.map(({ node }) => node)).toContainEqual(
    expect.objectContaining({ id: first!.id, note: 'I stayed until noon.' }),
  );

  expect(refusal(await decide({ id: first!.id, approve: true, minutes: 180 }))).toBe('BAD_INPUT');
  expect(refusal(await decide({ id: first!.id, approve: true }, stranger))).toBe('NOT_FOUND');
  await decide({ id: first!.id, approve: true, minutes: 180, reason: 'She was there, I forgot.' });
  expect(await ownVolunteer(ana)).toMatchObject({
    hoursTotal: { minutes: 180 },
    hours: [
      {
        status: 'APPROVED',
        corrections: [{ minutesBefore: 60, minutesAfter: 180, reason: 'She was there, I forgot.', by: 'Rosa' }],
      },
    ],
  });
});

test('counts hours given elsewhere once the chapter approves them', async () => {
  const bea = await app.signedIn({ name: 'Bea' });
  await aSignup(app.db, { email: bea.email, shift: { event: { chapterId: chapter.id } } });
  const claim = (overrides: Record<string, unknown> = {}) =>
    app.graphql<{ recordHours: RecordedHours }>(
      `mutation ($input: RecordHoursInput!) { recordHours(input: $input) { ${hoursFields} } }`,
      {
        input: {
          id,
          chapterId: chapter.id,
          day: '2026-12-01',
          minutes: 90,
          activity: 'Flyers at the market',
          ...overrides,
        },
      },
      bea,
    );
  const id = randomUUID();
  expect(refusal(await claim({ day: '2027-01-01' }))).toBe('BAD_INPUT');
  expect(refusal(await claim({ minutes: 1441 }))).toBe('BAD_INPUT');
  expect(refusal(await claim({ chapterId: randomUUID() }))).toBe('NOT_FOUND');
  expect((await claim()).data.recordHours).toMatchObject({ id, status: 'CLAIMED' });
  await claim();
  expect(await ownVolunteer(bea)).toMatchObject({ hoursTotal: { minutes: 0 }, hours: [{ id, minutes: 90 }] });
  await decide({ id, approve: true });
  expect((await ownVolunteer(bea))?.hoursTotal.minutes).toBe(90);
  expect(refusal(await decide({ id, approve: false }))).toBe('BAD_INPUT');
  await decide({ id, approve: false, reason: 'That was another Bea.' });
  expect((await ownVolunteer(bea))?.hoursTotal.minutes).toBe(0);
});

test('thanks a volunteer once, for the highest milestone reached', async () => {
  const cal = await app.signedIn({ name: 'Cal' });
  await aSignup(app.db, { email: cal.email, shift: { event: { chapterId: chapter.id } } });
  const claim = async (minutesGiven: number) => {
    const id = randomUUID();
    await app.graphql(
      'mutation ($input: RecordHoursInput!) { recordHours(input: $input) { id } }',
      { input: { id, chapterId: chapter.id, day: '2026-12-01', minutes: minutesGiven, activity: 'Flyers' } },
      cal,
    );
    await decide({ id, approve: true });
  };
  const readThankedHours = async () =>
    (
      await app.db.query<{ hours: number }>(
        `SELECT (data->>'hours')::int AS hours FROM notifications.mail WHERE template = 'hours-milestone' AND recipient = $1 ORDER BY 1`,
        [cal.email],
      )
    ).map(({ hours }) => hours);
  await claim(599);
  expect(await readThankedHours()).toEqual([]);
  await claim(1);
  await claim(60);
  expect(await readThankedHours()).toEqual([10]);
  await claim(1440);
  await claim(1440);
  expect(await readThankedHours()).toEqual([10, 50]);
});
