import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { withLockHeld } from '@upstander/tests/support/lock-races.js';
import { randomUUID } from 'node:crypto';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };
let stranger: { cookie: string };

const now = new Date('2026-12-06T05:00:00Z'); // December 5 in Los Angeles.

beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa' });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

async function aVolunteer(startsAt = new Date('2026-10-03T17:00:00Z')) {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt, title: 'Soup kitchen' });
  const shift = await aShift(app.db, { eventId: event.id });
  return { event, ...(await aSignup(app.db, { shiftId: shift.id, now: startsAt })) };
}

interface Added {
  id: string;
  minutes: number;
  status: string;
  note: string | null;
  decidedByName: string | null;
}

const add = (volunteerId: string, input: Record<string, unknown> = {}, session = organizer) =>
  app.graphql<{ addHours: Added }>(
    'mutation ($input: AddHoursInput!) { addHours(input: $input) { id minutes status note decidedByName } }',
    {
      input: {
        id: randomUUID(),
        volunteerId,
        chapterId: chapter.id,
        day: '2026-11-20',
        minutes: 90,
        activity: 'Delivered flyers',
        ...input,
      },
    },
    session,
  );
const total = async (volunteerId: string) =>
  (
    await app.graphql<{ volunteer: { hoursTotal: { minutes: number } } }>(
      'query ($id: ID!) { volunteer(id: $id) { hoursTotal { minutes } } }',
      { id: volunteerId },
      organizer,
    )
  ).data.volunteer.hoursTotal.minutes;

it('adds approved hours with the name of the organizer, once per ID', async () => {
  const { volunteerId } = await aVolunteer();
  const id = randomUUID();
  const added = { id, minutes: 90, status: 'APPROVED', note: 'By bike', decidedByName: 'Rosa' };
  expect((await add(volunteerId, { id, note: 'By bike' })).data.addHours).toEqual(added);
  expect((await add(volunteerId, { id, note: 'By bike' })).data.addHours).toEqual(added);
  expect(await total(volunteerId)).toBe(90);
  const [action] = await app.db.query<{ operation: string }>(
    `SELECT a.operation FROM identity.staff_action a JOIN identity.staff_action_thing t ON t.action_id = a.id
     WHERE t.thing_id = $1 LIMIT 1`,
    [volunteerId],
  );
  expect(action?.operation).toBe('addHours');
});

it('refuses volunteers of other chapters, future days and impossible numbers', async () => {
  const { volunteerId } = await aVolunteer();
  expect(refusal(await add(volunteerId, {}, stranger))).toBe('NOT_FOUND');
  expect(refusal(await add(randomUUID()))).toBe('NOT_FOUND');
  const elsewhere = (await aChapter(app.db)).id;
  expect(refusal(await add(volunteerId, { chapterId: elsewhere }))).toBe('NOT_FOUND');
  expect(refusal(await add(volunteerId, { day: '2026-12-06' }))).toBe('BAD_INPUT');
  expect(refusal(await add(volunteerId, { minutes: 0 }))).toBe('BAD_INPUT');
  expect(refusal(await add(volunteerId, { minutes: 1441 }))).toBe('BAD_INPUT');
  expect(refusal(await add(volunteerId, { activity: ' ' }))).toBe('BAD_INPUT');
  expect((await add(volunteerId, { day: '2026-12-05' })).data.addHours.status).toBe('APPROVED');
});

it('names the hours and shifts of the same day before it adds more', async () => {
  const startsAt = new Date('2026-11-20T17:00:00Z');
  const { id: signupId, volunteerId } = await aVolunteer(startsAt);
  app.clock.set(startsAt);
  await app.graphql('mutation ($id: ID!) { checkIn(signupId: $id) { id } }', { id: signupId }, organizer);
  app.clock.set(now);
  const refused = await add(volunteerId);
  expect(refusal(refused)).toBe('HOURS_ON_SAME_DAY');
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    details: { records: [{ activity: 'Soup kitchen', minutes: null }] },
  });
  await add(volunteerId, { inAddition: true });
  const again = await add(volunteerId, { activity: 'Calls' });
  expect(again.errors?.[0]?.extensions).toMatchObject({
    details: { records: [{ activity: 'Delivered flyers', minutes: 90 }, { activity: 'Soup kitchen' }] },
  });
  expect(refusal(await add(volunteerId, { minutes: 1400, inAddition: true }))).toBe('BAD_INPUT');
  expect((await add(volunteerId, { day: '2026-11-19' })).data.addHours.minutes).toBe(90);
});

it('adds hours once when two organizers add them at the same time', async () => {
  const { volunteerId } = await aVolunteer();
  const rowOfVolunteer = {
    sql: 'SELECT FROM volunteers.volunteer WHERE id = $1 FOR NO KEY UPDATE',
    values: [volunteerId],
  };
  const answers = await withLockHeld(app.config.DATABASE_URL, rowOfVolunteer, 3, () =>
    Promise.all(Array.from({ length: 3 }, () => add(volunteerId))),
  );
  expect(answers.filter((answer) => refusal(answer) === 'HOURS_ON_SAME_DAY')).toHaveLength(2);
  expect(await total(volunteerId)).toBe(90);
});
