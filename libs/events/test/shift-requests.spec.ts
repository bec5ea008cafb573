import { SignedIds } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredential, aCredentialType, requireForShift } from '@upstander/tests/support/credentials.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { rowOfShift, withLockHeld } from '@upstander/tests/support/lock-races.js';
import { signUpExpectingPlace } from '@upstander/tests/support/sign-ups.js';
import { renderSignupEmail } from '@upstander/tests/support/signup-emails.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };
let stranger: { cookie: string };
const now = new Date('2026-12-01T12:00:00Z');
/** Saturday, 9:00 in Los Angeles. */
const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date('2026-12-05T20:00:00Z');

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.set(now);
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa' });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
afterAll(() => app.close());

async function aNeedyShift(capacity = 3) {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt, endsAt, title: 'Kit packing' });
  const shift = await aShift(app.db, { eventId: event.id, startsAt, endsAt, capacity, role: 'Packing' });
  return { event, shift };
}

/** A volunteer known to the chapter by an earlier shift. */
async function aVolunteer(name: string, columns: Record<string, unknown> = {}) {
  const at = new Date(now.valueOf() - days(30));
  const signup = await aSignup(app.db, { name, now: at, shift: { event: { chapterId: chapter.id, startsAt: at } } });
  for (const [column, value] of Object.entries(columns))
    await app.db.query(`UPDATE volunteers.volunteer SET ${column} = $2 WHERE id = $1`, [signup.volunteerId, value]);
  return { id: signup.volunteerId, email: signup.email };
}

interface Candidate {
  id: string;
  name: string;
  hasSkills: boolean;
  isAvailable: boolean | null;
  isAdult: boolean;
  miles: number | null;
}
const candidates = (shiftId: string, filter: Record<string, unknown> = {}, session = organizer) =>
  app.graphql<{ shiftCandidates: { edges: Array<{ node: Candidate }>; totalCount: number } }>(
    `query ($shiftId: ID!, $filter: ShiftCandidateFilter) {
      shiftCandidates(shiftId: $shiftId, filter: $filter, first: 50) {
        edges { node { id name hasSkills isAvailable isAdult miles hasCredentials activeAt } } totalCount
      }
    }`,
    { shiftId, filter },
    session,
  );
const names = async (shiftId: string, filter: Record<string, unknown> = {}) =>
  (await candidates(shiftId, filter)).data.shiftCandidates.edges.map(({ node }) => node.name);
const ask = (shiftId: string, volunteerIds: string[], session = organizer, reserveHours: number | null = null) =>
  app.graphql<{ requestVolunteers: number }>(
    `mutation ($shiftId: ID!, $ids: [ID!]!, $reserveHours: Int) {
      requestVolunteers(shiftId: $shiftId, volunteerIds: $ids, reserveHours: $reserveHours) }`,
    { shiftId, ids: volunteerIds, reserveHours },
    session,
  );
const spotsOf = async (shiftId: string) =>
  (
    await app.db.query<{ taken: number; reserved: number; waiting: number; reservedUntil: Date | null }>(
      'SELECT taken, reserved, waiting, reserved_until AS "reservedUntil" FROM events.shift WHERE id = $1',
      [shiftId],
    )
  )[0]!;
const outcomes = async (shiftId: string) =>
  (
    await app.graphql<{ shiftRequests: Array<{ id: string; name: string; outcome: string; askedBy: string }> }>(
      'query ($id: ID!) { shiftRequests(shiftId: $id) { id name outcome askedBy } }',
      { id: shiftId },
      organizer,
    )
  ).data.shiftRequests;
const tokenOf = async (shiftId: string, name: string) =>
  app.nest.get(SignedIds).sign('shift-request', (await outcomes(shiftId)).find((one) => one.name === name)!.id);
const answer = (token: string, accept: boolean) =>
  app.graphql<{ answerShiftRequest: { outcome: string } }>(
    'mutation ($input: AnswerShiftRequestInput!) { answerShiftRequest(input: $input) { outcome } }',
    { input: { token, accept } },
  );

it('lists the best matches first: skills, availability, then the latest sign-up', async () => {
  const { shift } = await aNeedyShift();
  const skill = (
    await app.db.query<{ id: string }>(
      `INSERT INTO volunteers.term (kind, name, name_es) VALUES ('skill', gen_random_uuid()::text, 'x') RETURNING id`,
    )
  )[0]!.id;
  await app.db.query('UPDATE events.shift SET skill_ids = ARRAY[$2::uuid] WHERE id = $1', [shift.id, skill]);
  const saturday = JSON.stringify([{ weekday: 6, from: '08:00', until: '12:30' }]);
  const sunday = JSON.stringify([{ weekday: 7, from: '08:00', until: '12:30' }]);
  await aVolunteer('Unknown');
  await aVolunteer('Busy', { availability: sunday });
  await aVolunteer('Free', { availability: saturday });
  await aVolunteer('Skilled', { skill_ids: [skill] });
  expect(await names(shift.id)).toEqual(['Skilled', 'Free', 'Unknown', 'Busy']);
  expect(await names(shift.id, { hasSkills: true })).toEqual(['Skilled']);
  expect(await names(shift.id, { isAvailable: true })).toEqual(['Free']);
  expect(await names(shift.id, { text: 'unkn' })).toEqual(['Unknown']);
});

it('leaves out people who are busy, on the shift, too young, unqualified, unsubscribed or of other chapters', async () => {
  const { shift } = await aNeedyShift();
  await app.db.query('UPDATE events.shift SET minimum_age = 21 WHERE id = $1', [shift.id]);
  const training = await aCredentialType(app.db, { kind: 'training' });
  await requireForShift(app.db, shift.id, training.id);
  const qualified = async (name: string, columns: Record<string, unknown> = {}) => {
    const volunteer = await aVolunteer(name, columns);
    await aCredential(app.db, { volunteerId: volunteer.id, typeId: training.id });
    return volunteer;
  };
  await qualified('Ready');
  await qualified('Young', { birth_year: 2010 });
  await qualified('Unsubscribed', { messages_stopped_at: now });
  await qualified('Unconfirmed', { proven_at: null });
  await aVolunteer('Untrained');
  const [busy, there] = [await qualified('Busy'), await qualified('There')];
  const sameTime = await aShift(app.db, { event: { startsAt, endsAt } });
  await aSignup(app.db, { shiftId: sameTime.id, email: busy.email, now });
  await aSignup(app.db, { shiftId: shift.id, email: there.email, now });
  await aSignup(app.db, { name: 'Elsewhere', now });
  expect(await names(shift.id)).toEqual(['Ready']);
  expect(refusal(await candidates(shift.id, {}, stranger))).toBe('NOT_FOUND');
  app.clock.set(startsAt);
  expect(await names(shift.id)).toEqual([]);
});

it('lists only known adults when the shift lacks adults', async () => {
  const { shift } = await aNeedyShift();
  await aVolunteer('Adult', { birth_year: 1980 });
  await aVolunteer('Unknown');
  expect(await names(shift.id, { isAdult: true })).toEqual(['Adult']);
});

it('asks each volunteer once by email and shows every answer', async () => {
  const { shift } = await aNeedyShift(1);
  const volunteers = [
    await aVolunteer('Ana'),
    await aVolunteer('Bea'),
    await aVolunteer('Cal'),
    await aVolunteer('Dan'),
  ];
  const ids = volunteers.map(({ id }) => id);
  expect(refusal(await ask(shift.id, ids, stranger))).toBe('NOT_FOUND');
  const answers = await Promise.all([ask(shift.id, ids), ask(shift.id, ids)]);
  expect(answers.map(({ data }) => data.requestVolunteers).sort()).toEqual([0, 4]);
  expect(await names(shift.id)).toEqual([]);
  const mails = await app.db.query(
    `SELECT FROM notifications.mail WHERE template = 'shift-request' AND recipient = ANY ($1::citext[])`,
    [volunteers.map(({ email }) => email)],
  );
  expect(mails).toHaveLength(4);

  expect((await answer(await tokenOf(shift.id, 'Ana'), true)).data.answerShiftRequest.outcome).toBe('SIGNED_UP');
  expect((await answer(await tokenOf(shift.id, 'Ana'), true)).data.answerShiftRequest.outcome).toBe('SIGNED_UP');
  expect((await answer(await tokenOf(shift.id, 'Bea'), false)).data.answerShiftRequest.outcome).toBe('DECLINED');
  expect((await answer(await tokenOf(shift.id, 'Cal'), true)).data.answerShiftRequest.outcome).toBe('WAITLISTED');
  expect(refusal(await answer('x'.repeat(46), true))).toBe('NOT_FOUND');
  const shown = (await outcomes(shift.id)).map(({ name, outcome, askedBy }) => [name, outcome, askedBy]);
  expect(shown.sort()).toEqual([
    ['Ana', 'SIGNED_UP', 'Rosa'],
    ['Bea', 'DECLINED', 'Rosa'],
    ['Cal', 'WAITLISTED', 'Rosa'],
    ['Dan', 'NO_ANSWER', 'Rosa'],
  ]);
});

it('asks no one more than twice a week, also for two shifts at the same time', async () => {
  const shifts = [await aNeedyShift(), await aNeedyShift(), await aNeedyShift(), await aNeedyShift()];
  const ana = await aVolunteer('Ana');
  const rowOfAna = { sql: 'SELECT FROM volunteers.volunteer WHERE id = $1 FOR NO KEY UPDATE', values: [ana.id] };
  const answers = await withLockHeld(app.config.DATABASE_URL, rowOfAna, 3, () =>
    Promise.all(shifts.slice(0, 3).map(({ shift }) => ask(shift.id, [ana.id]))),
  );
  expect(answers.reduce((sum, { data }) => sum + data.requestVolunteers, 0)).toBe(2);
  expect(await names(shifts[3]!.shift.id)).toEqual([]);
  await app.db.query(
    `UPDATE events.shift_request SET asked_at = asked_at - interval '8 days' WHERE volunteer_id = $1`,
    [ana.id],
  );
  expect(await names(shifts[3]!.shift.id)).toEqual(['Ana']);
});

it('sends no email to volunteers who sign up or unsubscribe first, or for a full shift', async () => {
  const { shift } = await aNeedyShift(2);
  const [ana, bea, cal] = [await aVolunteer('Ana'), await aVolunteer('Bea'), await aVolunteer('Cal')];
  await ask(shift.id, [ana.id, bea.id, cal.id]);
  await answer(await tokenOf(shift.id, 'Ana'), true);
  await app.db.query('UPDATE volunteers.volunteer SET messages_stopped_at = $2 WHERE id = $1', [bea.id, now]);
  await app.runJob('deliver-due-mail');
  const skipped = await app.db.query<{ recipient: string }>(
    `SELECT recipient::text FROM notifications.mail WHERE template = 'shift-request' AND status = 'skipped'
     AND recipient = ANY ($1::citext[])`,
    [[ana.email, bea.email, cal.email]],
  );
  expect(skipped.map(({ recipient }) => recipient).sort()).toEqual([ana.email, bea.email].sort());
  expect((await outcomes(shift.id)).find(({ name }) => name === 'Bea')?.outcome).toBe('NOT_SENT');
});

describe('spots reserved for those who answer first', () => {
  const reservedUntil = new Date(now.valueOf() + hours(24));

  async function reserve(capacity: number, ...people: string[]) {
    const { event, shift } = await aNeedyShift(capacity);
    const volunteers = await Promise.all(people.map((name) => aVolunteer(name)));
    expect(
      (
        await ask(
          shift.id,
          volunteers.map(({ id }) => id),
          organizer,
          24,
        )
      ).data.requestVolunteers,
    ).toBe(people.length);
    return { event, shift };
  }

  it('go to the first who say yes, while everyone else joins the waitlist', async () => {
    const { shift, event } = await reserve(2, 'Ana', 'Bea', 'Cal');
    expect(await spotsOf(shift.id)).toEqual({ taken: 2, reserved: 2, waiting: 0, reservedUntil });
    const { data } = await app.graphql<{ event: { shifts: object[] } }>(
      'query ($slug: String!) { event(slug: $slug) { shifts { placesLeft reserved reservedUntil } } }',
      { slug: event.slug },
    );
    expect(data.event.shifts).toEqual([{ placesLeft: 0, reserved: 2, reservedUntil: reservedUntil.toISOString() }]);
    const [request] = await outcomes(shift.id);
    expect((await renderSignupEmail(app, 'shift-request', request!))?.text).toContain('The first to answer get them.');
    expect((await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Eve' })).status).toBe('WAITLISTED');
    expect((await answer(await tokenOf(shift.id, 'Bea'), true)).data.answerShiftRequest.outcome).toBe('SIGNED_UP');
    expect((await answer(await tokenOf(shift.id, 'Cal'), true)).data.answerShiftRequest.outcome).toBe('SIGNED_UP');
    expect(await spotsOf(shift.id)).toMatchObject({ taken: 2, reserved: 0, waiting: 1 });
    expect((await answer(await tokenOf(shift.id, 'Ana'), true)).data.answerShiftRequest.outcome).toBe('WAITLISTED');
  });

  it('are only as many as are missing or asked, and can be chosen for 1 to 168 hours', async () => {
    const { shift } = await reserve(5, 'Ana', 'Bea');
    expect(await spotsOf(shift.id)).toMatchObject({ taken: 2, reserved: 2 });
    expect((await signUpExpectingPlace(app, { shiftId: shift.id })).status).toBe('CONFIRMED');
    const cal = await aVolunteer('Cal');
    expect(refusal(await ask(shift.id, [cal.id], organizer, 0))).toBe('BAD_INPUT');
    expect(refusal(await ask(shift.id, [cal.id], organizer, 169))).toBe('BAD_INPUT');
    await ask(shift.id, [cal.id], organizer, 168);
    expect(await spotsOf(shift.id)).toMatchObject({ taken: 4, reserved: 3, reservedUntil: startsAt });
  });

  it('are offered to the waitlist at the deadline by the job', async () => {
    const { shift } = await reserve(1, 'Ana', 'Bea');
    const eve = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Eve' });
    app.clock.set(new Date(reservedUntil.valueOf() - 1));
    await app.runJob('expire-offers');
    expect(await spotsOf(shift.id)).toMatchObject({ taken: 1, reserved: 1, waiting: 1 });
    await app.db.query('UPDATE events.signup SET expires_at = NULL WHERE id = $1', [eve.id]);
    app.clock.set(reservedUntil);
    await app.runJob('expire-offers');
    expect(await spotsOf(shift.id)).toEqual({ taken: 1, reserved: 0, waiting: 0, reservedUntil: null });
    const [offered] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [eve.id]);
    expect(offered).toEqual({ status: 'offered' });
    expect((await answer(await tokenOf(shift.id, 'Ana'), true)).data.answerShiftRequest.outcome).toBe('WAITLISTED');
  });

  it('are free for the next sign-up after the deadline, even before the job runs', async () => {
    const { shift } = await reserve(1, 'Ana');
    app.clock.set(reservedUntil);
    expect((await signUpExpectingPlace(app, { shiftId: shift.id })).status).toBe('CONFIRMED');
  });

  it('are given to one of two who say yes at the same time', async () => {
    const { shift } = await reserve(1, 'Ana', 'Bea');
    const tokens = [await tokenOf(shift.id, 'Ana'), await tokenOf(shift.id, 'Bea')];
    const answers = await withLockHeld(app.config.DATABASE_URL, rowOfShift(shift.id), 2, () =>
      Promise.all(tokens.map((token) => answer(token, true))),
    );
    expect(answers.map(({ data }) => data.answerShiftRequest.outcome).sort()).toEqual(['SIGNED_UP', 'WAITLISTED']);
    expect(await spotsOf(shift.id)).toMatchObject({ taken: 1, reserved: 0, waiting: 1 });
  });

  it('are given up when the organizer lowers the capacity', async () => {
    const { shift, event } = await reserve(3, 'Ana', 'Bea', 'Cal');
    const { errors } = await app.graphql(
      'mutation ($id: ID!, $input: EventInput!) { updateEvent(id: $id, input: $input) { id } }',
      {
        id: event.id,
        input: {
          chapterId: chapter.id,
          title: 'Kit packing',
          timeZone: 'America/Los_Angeles',
          startsAtLocal: '2026-12-05T09:00',
          endsAtLocal: '2026-12-05T12:00',
          shifts: [
            {
              id: shift.id,
              role: 'Packing',
              startsAtLocal: '2026-12-05T09:00',
              endsAtLocal: '2026-12-05T12:00',
              capacity: 1,
            },
          ],
        },
      },
      organizer,
    );
    expect(errors).toBeUndefined();
    expect(await spotsOf(shift.id)).toEqual({ taken: 0, reserved: 0, waiting: 0, reservedUntil: null });
  });
});
