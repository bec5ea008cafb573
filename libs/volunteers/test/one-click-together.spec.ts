import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredential, aCredentialType, publishText, requireForShift } from '@upstander/tests/support/credentials.js';
import { aShift, aSignup, type ShiftParts } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import { readCounters, linkOf, mailsOf, type Receipt } from '@upstander/tests/support/sign-ups.js';

/** Tests that requests in one batch are decided individually (docs/decisions/batched-sign-ups.md). */
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '100000' } });
});
afterAll(() => app.close());

/** Every shift is on its own day. */
let day = 20;
const another = (parts: ShiftParts = {}) =>
  aShift(app.db, { ...parts, event: { startsAt: new Date(Date.now() + days((day += 1))) } });
const createKnownVolunteer = async () => {
  const signup = await aSignup(app.db, { shiftId: (await another()).id });
  return { ...signup, token: linkOf(app, signup.id) };
};
type Person = Awaited<ReturnType<typeof createKnownVolunteer>>;

const signUpAgain = async (shiftId: string, { token }: { token: string }, overrides: Record<string, unknown> = {}) => {
  const answer = await app.graphql<{ signUpAgain: { signup: Receipt } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status position } } }',
    { input: { shiftId, token, ...overrides } },
  );
  return { told: refusal(answer) ?? answer.data.signUpAgain.signup.status, signup: answer.data?.signUpAgain?.signup };
};
const signupsOn = async (shiftId: string, { volunteerId }: Person) =>
  (await app.db.query('SELECT FROM events.signup WHERE shift_id = $1 AND volunteer_id = $2', [shiftId, volunteerId]))
    .length;

/** The outcomes of events.take_places for one batch of volunteers. */
async function signUpTogether(shiftId: string, people: Person[], extraPeople: Array<Record<string, unknown>> = []) {
  const items = people.map(({ email }, ord) => ({
    ord,
    shift: shiftId,
    email,
    name: 'Ana',
    locale: 'en',
    verified: true,
    vouched: false,
    batched: true,
    ...extraPeople[ord],
  }));
  const rows = await app.db.query<{ outcome: string }>('SELECT outcome FROM events.take_places($1, $2, 24, 24, 20)', [
    JSON.stringify(items),
    new Date(),
  ]);
  return rows.map(({ outcome }) => outcome);
}

describe('a shift that requires a credential before sign-up', () => {
  test('rejects a one-click sign-up without the credential and keeps nothing of it', async () => {
    const [shift, training, person] = [await another(), await aCredentialType(app.db), await createKnownVolunteer()];
    await requireForShift(app.db, shift.id, training.id);
    expect((await signUpAgain(shift.id, person)).told).toBe('CREDENTIALS_MISSING');
    expect(await signupsOn(shift.id, person)).toBe(0);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 0, waiting: 0, true: true });
    await aCredential(app.db, { volunteerId: person.volunteerId, typeId: training.id });
    expect((await signUpAgain(shift.id, person)).told).toBe('CONFIRMED');
  });

  test('rejects those in a batch who lack it and accepts the rest', async () => {
    const [shift, training] = [await another({ capacity: 3 }), await aCredentialType(app.db)];
    await requireForShift(app.db, shift.id, training.id);
    const people = await Promise.all(Array.from({ length: 12 }, createKnownVolunteer));
    for (const { volunteerId } of people.slice(0, 4)) await aCredential(app.db, { volunteerId, typeId: training.id });
    const answers = await Promise.all(people.map((person) => signUpAgain(shift.id, person)));
    const outcomes = answers.map(({ told: refusalCode }) => refusalCode);
    expect(outcomes.slice(0, 4).sort()).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'WAITLISTED']);
    expect(new Set(outcomes.slice(4))).toEqual(new Set(['CREDENTIALS_MISSING']));
    expect(await readCounters(app, shift.id)).toEqual({ taken: 3, waiting: 1, true: true });
  });

  test('decides the same for a single request and for a batch', async () => {
    const expired = { expiresOn: '2026-01-31' };
    const cases = await Promise.all([
      aCredentialType(app.db).then((type) => ({ type, has: null, counts: false })),
      aCredentialType(app.db).then((type) => ({ type, has: {}, counts: true })),
      aCredentialType(app.db).then((type) => ({ type, has: expired, counts: false })),
      aCredentialType(app.db).then((type) => ({ type, has: { status: 'claimed' as const }, counts: false })),
      aCredentialType(app.db, { kind: 'waiver' }).then((type) => ({ type, has: {}, counts: true })),
      aCredentialType(app.db, { kind: 'waiver' }).then((type) => ({ type, has: {}, counts: false, renewed: true })),
      aCredentialType(app.db, { kind: 'age' }).then((type) => ({ type, has: null, counts: false, born: 2020 })),
      aCredentialType(app.db, { kind: 'age' }).then((type) => ({ type, has: null, counts: true, born: 1990 })),
      aCredentialType(app.db).then((type) => ({ type, has: null, counts: true, retired: true })),
      aCredentialType(app.db).then((type) => ({ type, has: null, counts: true, byTheDay: true })),
      aCredentialType(app.db).then((type) => ({ type, has: null, counts: false, byTheDay: true, tooLate: true })),
    ] as Array<Promise<Case>>);
    for (const one of cases) {
      const [shift, person] = [await another(), await createKnownVolunteer()];
      await requireForShift(app.db, shift.id, one.type.id, { isDueByDay: one.byTheDay ?? false });
      if (one.has) await aCredential(app.db, { volunteerId: person.volunteerId, typeId: one.type.id, ...one.has });
      if (one.renewed) await publishText(app.db, one.type.id);
      if (one.born)
        await app.db.query('UPDATE volunteers.volunteer SET birth_year = $2 WHERE id = $1', [
          person.volunteerId,
          one.born,
        ]);
      if (one.retired)
        await app.db.query('UPDATE volunteers.credential_type SET retired_at = now() WHERE id = $1', [one.type.id]);
      if (one.tooLate) {
        const startsAt = new Date(Date.now() + hours(12));
        await app.db.query(
          `UPDATE events.shift SET starts_at = $2, ends_at = $2::timestamptz + interval '1 hour' WHERE id = $1`,
          [shift.id, startsAt],
        );
      }
      expect([await signUpTogether(shift.id, [person]), one]).toEqual([[one.counts ? 'created' : 'individual'], one]);
      const other = await createKnownVolunteer();
      if (one.counts) expect(await signupsOn(shift.id, person)).toBe(1);
      else expect((await signUpAgain(shift.id, person)).told).toBe('CREDENTIALS_MISSING');
      expect(await signupsOn(shift.id, other)).toBe(0);
    }
  });
});

interface Case {
  type: { id: string };
  has: { status?: 'approved' | 'claimed'; expiresOn?: string } | null;
  counts: boolean;
  renewed?: boolean;
  born?: number;
  retired?: boolean;
  byTheDay?: boolean;
  tooLate?: boolean;
}

describe('a batch of sign-ups', () => {
  test('sets aside unknown volunteers and those with an overlapping shift, without writing anything', async () => {
    const shift = await another();
    const [first, busy, last] = [
      await createKnownVolunteer(),
      await createKnownVolunteer(),
      await createKnownVolunteer(),
    ];
    const unverifiedSignup = await aSignup(app.db, { shiftId: (await another()).id, proven: false });
    const unknown = { ...unverifiedSignup, email: `${randomUUID()}@example.org`, token: '' };
    const [at] = await app.db.query<{ startsAt: Date }>(
      'SELECT starts_at AS "startsAt" FROM events.shift WHERE id = $1',
      [shift.id],
    );
    const overlappingShift = await aShift(app.db, { event: { startsAt: at!.startsAt } });
    expect((await signUpAgain(overlappingShift.id, busy)).told).toBe('CONFIRMED');
    const people = [first, busy, { ...unverifiedSignup, token: '' }, unknown, last];
    expect(await signUpTogether(shift.id, people)).toEqual([
      'created',
      'individual',
      'individual',
      'individual',
      'created',
    ]);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 2, waiting: 0, true: true });
    expect(await app.db.query('SELECT FROM volunteers.volunteer WHERE email = $1', [unknown.email])).toEqual([]);
  });

  test('lets a volunteer with an overlapping shift join the waitlist of a full one', async () => {
    const fullShift = await another({ capacity: 1 });
    const [holder, busy] = [await createKnownVolunteer(), await createKnownVolunteer()];
    const [at] = await app.db.query<{ startsAt: Date }>(
      'SELECT starts_at AS "startsAt" FROM events.shift WHERE id = $1',
      [fullShift.id],
    );
    expect((await signUpAgain((await aShift(app.db, { event: { startsAt: at!.startsAt } })).id, busy)).told).toBe(
      'CONFIRMED',
    );
    expect((await signUpAgain(fullShift.id, holder)).told).toBe('CONFIRMED');
    expect((await signUpAgain(fullShift.id, busy)).told).toBe('WAITLISTED');
  });

  test('limits first-time volunteers without counting those set aside', async () => {
    const [shift, training] = [await another(), await aCredentialType(app.db)];
    await app.db.query('UPDATE events.shift SET most_first_timers = 2 WHERE id = $1', [shift.id]);
    await requireForShift(app.db, shift.id, training.id);
    const people = await Promise.all(Array.from({ length: 5 }, createKnownVolunteer));
    for (const { volunteerId } of people.slice(1)) await aCredential(app.db, { volunteerId, typeId: training.id });
    expect(await signUpTogether(shift.id, people)).toEqual([
      'individual',
      'created',
      'created',
      'FIRST_TIMERS_FULL',
      'FIRST_TIMERS_FULL',
    ]);
  });

  test('checks each volunteer’s own age and saves what they stated', async () => {
    const shift = await another();
    await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [shift.id]);
    const people = await Promise.all(Array.from({ length: 3 }, createKnownVolunteer));
    const statedAges = [{ birth_year: 1980 }, { birth_year: 2020 }, {}];
    expect(await signUpTogether(shift.id, people, statedAges)).toEqual(['created', 'TOO_YOUNG', 'AGE_NEEDED']);
    const years = await app.db.query<{ year: number | null }>(
      'SELECT birth_year AS year FROM volunteers.volunteer WHERE id = ANY ($1) ORDER BY birth_year NULLS LAST',
      [people.map(({ volunteerId }) => volunteerId)],
    );
    expect(years.map(({ year }) => year)).toEqual([1980, null, null]);
  });

  test('admits only volunteers who may sign up already', async () => {
    const shift = await another();
    await app.db.query(
      'UPDATE events.event SET opens_at = $2, opens_at_local = $2::timestamptz AT TIME ZONE time_zone WHERE id = $1',
      [shift.eventId, new Date(Date.now() + hours(1))],
    );
    const [lead, volunteer] = [await createKnownVolunteer(), await createKnownVolunteer()];
    await app.db.query(
      `INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, standing, sort_name, active_at, since)
       SELECT v.id, e.chapter_id, false, 'lead', v.sort_name, now(), now() FROM volunteers.volunteer v, events.event e
       WHERE v.id = $1 AND e.id = $2`,
      [lead.volunteerId, shift.eventId],
    );
    expect(await signUpTogether(shift.id, [volunteer, lead])).toEqual(['NOT_OPEN_YET', 'created']);
  });
});

test('repeats the sign-up of the same key and rejects the key for another', async () => {
  const [shift, other, person] = [await another(), await another(), await createKnownVolunteer()];
  const idempotencyKey = randomUUID();
  const clicks = await Promise.all(Array.from({ length: 4 }, () => signUpAgain(shift.id, person, { idempotencyKey })));
  expect(new Set(clicks.map(({ signup }) => signup?.id)).size).toBe(1);
  expect(await mailsOf(app, clicks[0]!.signup!.id)).toEqual(['signup-confirm']);
  expect((await signUpAgain(other.id, person, { idempotencyKey })).told).toBe('IDEMPOTENCY_KEY_REUSED');
});
