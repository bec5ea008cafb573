import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { byLink, linkOf, signUp, type Form, type Receipt } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
  app.clock.set('2027-02-01T18:00:00Z');
});
afterAll(() => app.close());

/** Every shift is on its own evening, which is already the next day in UTC. */
let day = 0;
async function shiftFrom(age: number | null, { withMinors = false, date = '' } = {}): Promise<string> {
  const shiftDate = date || `2027-03-${String((day += 1)).padStart(2, '0')}`;
  const startsAt = new Date(`${shiftDate}T20:00:00-08:00`);
  const event = await anEvent(app.db, { startsAt });
  const { id } = await aShift(app.db, { eventId: event.id });
  await app.db.query('UPDATE events.shift SET minimum_age = $2 WHERE id = $1', [id, age]);
  await app.db.query('UPDATE events.event SET with_minors = $2 WHERE id = $1', [event.id, withMinors]);
  return id;
}

const outcomeOf = async (form: Form & { birthYear?: number; oldEnough?: boolean }) => {
  const answer = await signUp(app, form);
  return refusal(answer) ?? answer.data.signUp.signup.status;
};
async function signUpAgain(input: Record<string, unknown>) {
  const answer = await app.graphql<{ signUpAgain: { signup: Receipt } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status position } } }',
    { input },
  );
  return { told: refusal(answer) ?? answer.data.signUpAgain.signup.status, details: answer.errors?.[0]?.extensions };
}
const ageOf = async (email: string) =>
  (
    await app.db.query<{ birthYear: number | null; bornBy: string | null }>(
      `SELECT birth_year AS "birthYear", born_by::text AS "bornBy" FROM volunteers.volunteer WHERE email = $1`,
      [email],
    )
  )[0];
const setKnownAge = (email: string, birthYear: number | null, minor = false) =>
  app.db.query('UPDATE volunteers.volunteer SET birth_year = $2, minor = $3 WHERE email = $1', [
    email,
    birthYear,
    minor,
  ]);

describe('a shift with a minimum age', () => {
  test('asks for the volunteer’s age, unlike other shifts', async () => {
    expect(await outcomeOf({ shiftId: await shiftFrom(16) })).toBe('AGE_NEEDED');
    expect(await outcomeOf({ shiftId: await shiftFrom(null) })).toBe('CONFIRMED');
    expect(await outcomeOf({ shiftId: await shiftFrom(0) })).toBe('CONFIRMED');
  });

  test('accepts a year of birth that is old enough and rejects a later one', async () => {
    const shiftId = await shiftFrom(16);
    expect(await outcomeOf({ shiftId, birthYear: 2010 })).toBe('CONFIRMED');
    expect(await outcomeOf({ shiftId, birthYear: 2012 })).toBe('TOO_YOUNG');
    expect(await outcomeOf({ shiftId, birthYear: 1899 })).toBe('BAD_INPUT');
  });

  test('relies on the volunteer’s statement in the year of the required birthday', async () => {
    const shiftId = await shiftFrom(16);
    expect(await outcomeOf({ shiftId, birthYear: 2011 })).toBe('AGE_NEEDED');
    expect(await outcomeOf({ shiftId, birthYear: 2011, oldEnough: true })).toBe('CONFIRMED');
    expect(await outcomeOf({ shiftId, birthYear: 2012, oldEnough: true })).toBe('TOO_YOUNG');
  });

  test('uses the date of the shift in its own time zone', async () => {
    // In UTC, this New Year's Eve is over when the shift begins.
    const shiftId = await shiftFrom(16, { date: '2027-12-31' });
    expect(await outcomeOf({ shiftId, birthYear: 2012 })).toBe('TOO_YOUNG');
    expect(await outcomeOf({ shiftId: await shiftFrom(16, { date: '2028-01-01' }), birthYear: 2011 })).toBe(
      'CONFIRMED',
    );
  });

  test('lets an organizer vouch for the age of a volunteer', async () => {
    const shiftId = await shiftFrom(16);
    const [event] = await app.db.query<{ chapterId: string }>(
      `SELECT e.chapter_id AS "chapterId" FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = $1`,
      [shiftId],
    );
    const { cookie } = await app.signedIn({ role: 'organizer', chapterId: event!.chapterId });
    const { data } = await app.graphql<{ addSignup: { status: string } }>(
      'mutation ($id: ID!, $to: EmailAddress!) { addSignup(shiftId: $id, name: "Bo", email: $to) { status } }',
      { id: shiftId, to: `${randomUUID()}@example.org` },
      { cookie },
    );
    expect(data.addSignup.status).toBe('CONFIRMED');
  });
});

describe('a known age', () => {
  test('is saved to the profile once the address is confirmed', async () => {
    const email = `${randomUUID()}@example.org`;
    const form = { shiftId: await shiftFrom(16), email, birthYear: 2011, oldEnough: true };
    const { data } = await signUp(app, form as Form);
    expect(await ageOf(email)).toEqual({ birthYear: null, bornBy: null });
    await byLink(app, 'confirmSignup', data.signUp.signup.id);
    const ageAnswer = await ageOf(email);
    expect(ageAnswer).toEqual({ birthYear: 2011, bornBy: `2011-03-${String(day).padStart(2, '0')}` });
    const token = linkOf(app, data.signUp.signup.id);
    expect((await signUpAgain({ shiftId: await shiftFrom(16), token })).told).toBe('CONFIRMED');
    expect((await signUpAgain({ shiftId: await shiftFrom(18), token })).told).toBe('TOO_YOUNG');
  });

  test('is used for one-click sign-ups, and a refusal states the minimum age', async () => {
    const ana = await aSignup(app.db);
    const token = linkOf(app, ana.id);
    expect((await signUpAgain({ shiftId: await shiftFrom(21), token })).told).toBe('AGE_NEEDED');
    await setKnownAge(ana.email, 2000);
    expect((await signUpAgain({ shiftId: await shiftFrom(21), token })).told).toBe('CONFIRMED');
    await setKnownAge(ana.email, 2008);
    const { told: refusalCode, details } = await signUpAgain({ shiftId: await shiftFrom(21), token, oldEnough: true });
    expect({ told: refusalCode, details: details?.details }).toEqual({ told: 'TOO_YOUNG', details: { age: 21 } });
  });

  test('overrides the checkbox for volunteers who said that they are under 18', async () => {
    const bo = await aSignup(app.db);
    await setKnownAge(bo.email, null, true);
    const token = linkOf(app, bo.id);
    expect((await signUpAgain({ shiftId: await shiftFrom(18), token, oldEnough: true })).told).toBe('TOO_YOUNG');
    expect((await signUpAgain({ shiftId: await shiftFrom(14), token, oldEnough: true })).told).toBe('CONFIRMED');
  });

  test('is not revealed to a stranger who types the address, but applies when its owner confirms', async () => {
    const bo = await aSignup(app.db);
    await setKnownAge(bo.email, 2015);
    const { data } = await signUp(app, { shiftId: await shiftFrom(16), email: bo.email, oldEnough: true } as Form);
    expect(data.signUp.signup.status).toBe('CONFIRMED');
    expect((await byLink(app, 'confirmSignup', data.signUp.signup.id)).refused).toBe('TOO_YOUNG');
    expect(await ageOf(bo.email)).toMatchObject({ bornBy: null });
  });
});

describe('an event with minors', () => {
  test('asks whether the volunteer is an adult, and accepts minors', async () => {
    const shiftId = await shiftFrom(null, { withMinors: true });
    expect(await outcomeOf({ shiftId })).toBe('AGE_NEEDED');
    expect(await outcomeOf({ shiftId, oldEnough: true })).toBe('CONFIRMED');
    expect(await outcomeOf({ shiftId, birthYear: 2011 })).toBe('CONFIRMED');
  });

  test('records adulthood from the checkbox, even if the shift has a lower minimum age', async () => {
    const email = `${randomUUID()}@example.org`;
    const shiftId = await shiftFrom(14, { withMinors: true });
    const { data } = await signUp(app, { shiftId, email, oldEnough: true } as Form);
    await byLink(app, 'confirmSignup', data.signUp.signup.id);
    expect((await ageOf(email))?.bornBy?.slice(0, 4)).toBe('2009');
  });
});
