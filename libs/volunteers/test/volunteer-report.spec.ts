import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';

let app: TestApp;
let la: { id: string };
let sd: { id: string };
let organizer: { cookie: string };
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2026-12-20T20:00:00Z'));
  la = await aChapter(app.db, { name: 'Los Angeles', timeZone: 'America/Los_Angeles' });
  sd = await aChapter(app.db, { name: 'San Diego', timeZone: 'America/Los_Angeles' });
  organizer = await app.signedIn({ role: 'organizer', chapterId: la.id });
  admin = await app.signedIn({ role: 'admin' });
});
afterAll(() => app.close());

type Session = { cookie: string };
const variables = (from: string, to: string, chapterId?: string) => ({ from, to, chapterId: chapterId ?? null });
async function hours(session: Session, ...span: Parameters<typeof variables>) {
  const answer = await app.graphql<{ hoursReport: Record<string, unknown> }>(
    `query ($from: LocalDate!, $to: LocalDate!, $chapterId: ID) { hoursReport(from: $from, to: $to, chapterId: $chapterId) {
      minutes people months { start minutes people } chapters { name minutes people } programs { name minutes people } } }`,
    variables(...span),
    session,
  );
  return answer.errors ? refusal(answer) : answer.data.hoursReport;
}
async function attendance(session: Session, ...span: Parameters<typeof variables>) {
  const figures = 'places taken marked noShows firstTimers returnedFirstTimers';
  const answer = await app.graphql<{ attendanceReport: Record<string, unknown> }>(
    `query ($from: LocalDate!, $to: LocalDate!, $chapterId: ID) {
      attendanceReport(from: $from, to: $to, chapterId: $chapterId) { ${figures} months { start ${figures} } } }`,
    variables(...span),
    session,
  );
  return answer.errors ? refusal(answer) : answer.data.attendanceReport;
}

test('sums counted hours by month, chapter and program', async () => {
  const { volunteerId: ana } = await aSignup(app.db, { shift: { event: { chapterId: la.id } } });
  const { volunteerId: bea } = await aSignup(app.db, { shift: { event: { chapterId: sd.id } } });
  const addHours = (
    volunteerId: string,
    chapterId: string,
    day: string,
    minutes: number,
    activity: string,
    status = 'approved',
  ) =>
    app.db.query(
      `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, status, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [volunteerId, chapterId, day, minutes, activity, status, app.clock.now()],
    );
  await addHours(ana, la.id, '2026-09-30', 60, 'Soup kitchen');
  await addHours(ana, la.id, '2026-10-01', 90, 'Soup kitchen');
  await addHours(bea, la.id, '2026-10-31', 30, 'Court watch');
  await addHours(bea, sd.id, '2026-12-01', 200, 'Soup kitchen');
  await addHours(ana, la.id, '2026-10-15', 999, 'Told only', 'claimed');
  expect(await hours(admin, '2026-10-01', '2026-12-31')).toEqual({
    minutes: 320,
    people: 2,
    months: [
      { start: '2026-10-01', minutes: 120, people: 2 },
      { start: '2026-11-01', minutes: 0, people: 0 },
      { start: '2026-12-01', minutes: 200, people: 1 },
    ],
    chapters: [
      { name: 'San Diego', minutes: 200, people: 1 },
      { name: 'Los Angeles', minutes: 120, people: 2 },
    ],
    programs: [
      { name: 'Soup kitchen', minutes: 290, people: 2 },
      { name: 'Court watch', minutes: 30, people: 1 },
    ],
  });
  expect(await hours(organizer, '2026-10-01', '2026-12-31')).toMatchObject({ minutes: 120 });
  expect(await hours(organizer, '2026-10-01', '2026-12-31', sd.id)).toBe('NOT_FOUND');
  expect(await attendance(organizer, '2026-10-01', '2026-12-31', sd.id)).toBe('NOT_FOUND');
});

test('rejects a date range that is reversed or too long', async () => {
  for (const report of [hours, attendance]) {
    expect(await report(admin, '2026-10-02', '2026-10-01')).toBe('BAD_INPUT');
    expect(await report(admin, '2000-01-01', '2026-10-01')).toBe('BAD_INPUT');
  }
});

test('reports how full past shifts were, no-shows and returning volunteers', async () => {
  const shiftOn = async (at: string, chapterId = la.id, capacity = 4) => {
    const startsAt = new Date(at);
    const endsAt = new Date(startsAt.valueOf() + 3_600_000);
    const event = await anEvent(app.db, { chapterId, startsAt, endsAt, timeZone: 'America/Los_Angeles' });
    return aShift(app.db, { eventId: event.id, startsAt, endsAt, capacity });
  };
  const setAttendance = async (shiftId: string, email: string, status: string) => {
    const { id } = await aSignup(app.db, { shiftId, email, now: new Date('2026-07-01T00:00:00Z') });
    await app.db.query('UPDATE events.signup SET status = $2 WHERE id = $1 AND status <> $2', [id, status]);
  };
  const [ana, bea, cal, dan] = ['a', 'b', 'c', 'd'].map((name) => `${name}@report.example.org`) as [
    string,
    string,
    string,
    string,
  ];
  // It is the evening of July 31 in Los Angeles and already August in UTC.
  const july = await shiftOn('2026-08-01T04:00:00Z');
  await setAttendance(july.id, ana, 'completed');
  await setAttendance(july.id, bea, 'completed');
  await setAttendance(july.id, cal, 'no_show');
  const august = await shiftOn('2026-08-20T17:00:00Z');
  await setAttendance(august.id, ana, 'completed');
  await setAttendance(august.id, cal, 'checked_in');
  await setAttendance(august.id, dan, 'confirmed');
  const foreignShift = await shiftOn('2026-08-21T17:00:00Z', sd.id);
  await setAttendance(foreignShift.id, dan, 'completed');
  // Upcoming and canceled events are not counted.
  await shiftOn('2026-12-28T17:00:00Z');
  const cancelled = await shiftOn('2026-08-22T17:00:00Z');
  await app.db.query(
    "UPDATE events.event SET status = 'cancelled' WHERE id = (SELECT event_id FROM events.shift WHERE id = $1)",
    [cancelled.id],
  );
  expect(await attendance(organizer, '2026-07-01', '2026-08-31')).toEqual({
    places: 8,
    taken: 6,
    marked: 5,
    noShows: 1,
    firstTimers: 3,
    returnedFirstTimers: 1,
    months: [
      { start: '2026-07-01', places: 4, taken: 3, marked: 3, noShows: 1, firstTimers: 2, returnedFirstTimers: 1 },
      { start: '2026-08-01', places: 4, taken: 3, marked: 2, noShows: 0, firstTimers: 1, returnedFirstTimers: 0 },
    ],
  });
  // Ana attended before, so she is not new in August.
  expect(await attendance(organizer, '2026-08-01', '2026-08-31')).toMatchObject({ firstTimers: 1, places: 4 });
  expect(await attendance(admin, '2026-08-01', '2026-08-31', sd.id)).toMatchObject({ taken: 1, firstTimers: 1 });
});
