import { SignedIds } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
let organizer: { cookie: string };
let chapter: { id: string };
const startsAt = new Date('2026-12-05T17:00:00Z');
const earlierTime = new Date(startsAt.valueOf() - days(3));

beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
});
beforeEach(() => app.clock.set(earlierTime));
afterAll(() => app.close());

async function aShiftWithMinors(capacity = 3) {
  const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Games for children', startsAt });
  await app.db.query('UPDATE events.event SET with_minors = true WHERE id = $1', [event.id]);
  const shift = await aShift(app.db, { eventId: event.id, capacity, startsAt });
  const person = async (name: string, birthYear: number | null, status: 'confirmed' | 'waitlisted' = 'confirmed') => {
    const signup = await aSignup(app.db, { shiftId: shift.id, name, status, now: earlierTime });
    await app.db.query('UPDATE volunteers.volunteer SET birth_year = $2 WHERE id = $1', [
      signup.volunteerId,
      birthYear,
    ]);
    return signup;
  };
  return { event, shift, person };
}

const gapOf = async (eventId: string) =>
  (
    await app.graphql<{ shiftGaps: Array<Record<string, unknown>> }>(
      'query ($id: ID!) { shiftGaps(eventId: $id) { adults adultsNeeded unknownAges waitlistedAdults tooFewAdults } }',
      { id: eventId },
      organizer,
    )
  ).data.shiftGaps[0];
const act = async (operation: 'askForAges' | 'offerSpotsToAdults', shiftId: string) =>
  (
    await app.graphql<Record<string, number>>(
      `mutation ($id: ID!) { ${operation}(shiftId: $id) }`,
      { id: shiftId },
      organizer,
    )
  ).data[operation];
const mailed = async (template: string, ...ids: string[]) =>
  (
    await app.db.query<{ name: string }>(
      `SELECT u.name FROM notifications.mail m JOIN events.signup u ON u.id = m.subject_id
       WHERE m.template = $1 AND u.id = ANY ($2::uuid[]) ORDER BY u.name`,
      [template, ids],
    )
  ).map(({ name }) => name);
const answerAge = ({ id }: { id: string }, isAdult: boolean) =>
  app.graphql('mutation ($input: AnswerAgeInput!) { answerAge(input: $input) { signup { id } } }', {
    input: { token: app.nest.get(SignedIds).sign('signup', id), isAdult },
  });
const readAsksForAge = async ({ id }: { id: string }) =>
  (
    await app.graphql<{ mySignup: { needsAgeConfirmation: boolean } }>(
      'query ($token: String!) { mySignup(token: $token) { needsAgeConfirmation } }',
      { token: app.nest.get(SignedIds).sign('signup', id) },
    )
  ).data.mySignup.needsAgeConfirmation;

test('asks volunteers of unknown age once a day, and counts their answer for the shift', async () => {
  const { event, shift, person } = await aShiftWithMinors();
  const ana = await person('Ana', 1990);
  const ben = await person('Ben', null);
  const kim = await person('Kim', 2012);
  expect(await gapOf(event.id)).toMatchObject({ adults: 1, unknownAges: 1, tooFewAdults: true });
  expect(await act('askForAges', shift.id)).toBe(1);
  expect(await act('askForAges', shift.id)).toBe(0);
  expect(await mailed('age-request', ana.id, ben.id, kim.id)).toEqual(['Ben']);
  expect([await readAsksForAge(ana), await readAsksForAge(ben), await readAsksForAge(kim)]).toEqual([
    false,
    true,
    false,
  ]);
  expect((await answerAge(ben, true)).errors).toBeUndefined();
  expect(await readAsksForAge(ben)).toBe(false);
  expect(await gapOf(event.id)).toMatchObject({ adults: 2, unknownAges: 0, tooFewAdults: false });
});

test('keeps a known age, and refuses answers once the shift has started', async () => {
  const { event, person } = await aShiftWithMinors();
  const kim = await person('Kim', 2012);
  const ben = await person('Ben', null);
  await answerAge(kim, true);
  await answerAge(ben, false);
  await answerAge(ben, true);
  expect(await gapOf(event.id)).toMatchObject({ adults: 0, unknownAges: 0 });
  app.clock.set(startsAt);
  expect(refusal(await answerAge(ben, true))).toBe('SHIFT_STARTED');
});

test('adds places for as many waitlisted adults as are missing, without taking a place from anyone ahead of them', async () => {
  const { event, shift, person } = await aShiftWithMinors(1);
  const ana = await person('Ana', 1990);
  const kim = await person('Kim', 2012, 'waitlisted');
  const ben = await person('Ben', 1985, 'waitlisted');
  const cleo = await person('Cleo', 1980, 'waitlisted');
  expect(await gapOf(event.id)).toMatchObject({ adults: 1, adultsNeeded: 2, waitlistedAdults: 2 });
  expect(await act('offerSpotsToAdults', shift.id)).toBe(1);
  // An open offer counts.
  expect(await act('offerSpotsToAdults', shift.id)).toBe(0);
  expect(await mailed('signup-offer', ana.id, kim.id, ben.id, cleo.id)).toEqual(['Ben']);
  const statuses = await app.db.query(
    'SELECT name, status FROM events.signup WHERE shift_id = $1 ORDER BY created_at, name',
    [shift.id],
  );
  expect(statuses).toEqual(
    expect.arrayContaining([
      { name: 'Ana', status: 'confirmed' },
      { name: 'Ben', status: 'offered' },
      { name: 'Kim', status: 'waitlisted' },
      { name: 'Cleo', status: 'waitlisted' },
    ]),
  );
  const [counters] = await app.db.query('SELECT capacity, taken, waiting FROM events.shift WHERE id = $1', [shift.id]);
  expect(counters).toEqual({ capacity: 2, taken: 2, waiting: 2 });
});

test('adds no places to a shift with enough adults', async () => {
  const { shift, person } = await aShiftWithMinors(2);
  await person('Ana', 1990);
  await person('Ben', 1985);
  await person('Cleo', 1980, 'waitlisted');
  expect(await act('offerSpotsToAdults', shift.id)).toBe(0);
});
