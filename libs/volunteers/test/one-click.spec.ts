import { randomUUID } from 'node:crypto';
import { SignedIds } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { signUpExpectingPlace, linkOf, mailsOf, type Receipt } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
});
afterEach(() => app.clock.release());
afterAll(() => app.close());

/** Every shift is on its own day. */
let day = 20;
const another = () => aShift(app.db, { event: { startsAt: new Date(Date.now() + days((day += 1))) } });

const signUpAgain = (input: Record<string, unknown>, cookie?: string) =>
  app.graphql<{ signUpAgain: { signup: Receipt } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status position } } }',
    { input },
    { cookie },
  );
const readRemembered = async (cookie: string) =>
  (await app.graphql<{ rememberedVolunteer: unknown }>('{ rememberedVolunteer { firstName } }', {}, { cookie })).data
    .rememberedVolunteer;
const forgetMe = (cookie: string) => app.graphql('mutation { forgetVolunteer { ok } }', {}, { cookie });
const volunteerCookie = ({ headers }: { headers: Headers }) =>
  headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .find((one) => one.startsWith('volunteer=')) ?? '';
const rowOf = async (id: string) =>
  (
    await app.db.query<{ proven: boolean; expires: boolean; name: string; email: string }>(
      `SELECT u.proven_at IS NOT NULL AS proven, u.expires_at IS NOT NULL AS expires, u.name, v.email::text
       FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id WHERE u.id = $1`,
      [id],
    )
  )[0];

describe('one-click sign-up with a confirmed address', () => {
  test('works with the personal link from any email and needs no confirmation', async () => {
    const ana = await aSignup(app.db, { name: 'Ana Reyes' });
    const { data } = await signUpAgain({ shiftId: (await another()).id, token: linkOf(app, ana.id) });
    expect(data.signUpAgain.signup).toMatchObject({ status: 'CONFIRMED' });
    const { id } = data.signUpAgain.signup;
    expect(await rowOf(id)).toEqual({ proven: true, expires: false, name: 'Ana Reyes', email: ana.email });
    expect(await mailsOf(app, id)).toEqual(['signup-confirm']);
  });

  test('works for a signed-in volunteer without a name or an address', async () => {
    const { cookie, email } = await app.signedIn();
    await aSignup(app.db, { name: 'Ana Reyes', email });
    const { data } = await signUpAgain({ shiftId: (await another()).id }, cookie);
    expect(await rowOf(data.signUpAgain.signup.id)).toMatchObject({ proven: true, name: 'Ana Reyes', email });
  });

  test('works in a remembered browser until the volunteer chooses "not me"', async () => {
    const ana = await aSignup(app.db, { name: 'Ana Reyes' });
    const first = await signUpAgain({ shiftId: (await another()).id, token: linkOf(app, ana.id), remember: true });
    const cookie = volunteerCookie(first);
    expect(first.headers.getSetCookie().join()).toMatch(/volunteer=.*HttpOnly; SameSite=Lax/);
    expect(await readRemembered(cookie)).toEqual({ firstName: 'Ana' });
    const { data } = await signUpAgain({ shiftId: (await another()).id }, cookie);
    expect(await rowOf(data.signUpAgain.signup.id)).toMatchObject({ proven: true, email: ana.email });
    const forgetAnswer = await forgetMe(cookie);
    expect(volunteerCookie(forgetAnswer)).toBe('volunteer=');
    // A copy of the cookie no longer works either.
    expect(await readRemembered(cookie)).toBeNull();
    expect(refusal(await signUpAgain({ shiftId: (await another()).id }, cookie))).toBe('NOT_KNOWN');
  });

  test('joins the waitlist of a full shift and reports an overlap immediately', async () => {
    const fullShift = await aShift(app.db, { capacity: 1, event: { startsAt: new Date(Date.now() + days(90)) } });
    await aSignup(app.db, { shiftId: fullShift.id });
    const ana = await aSignup(app.db);
    const token = linkOf(app, ana.id);
    const { data } = await signUpAgain({ shiftId: fullShift.id, token });
    expect(data.signUpAgain.signup).toMatchObject({ status: 'WAITLISTED', position: 1 });
    expect((await signUpAgain({ shiftId: fullShift.id, token })).data).toEqual(data);
    const [shift] = await app.db.query<{ starts_at: Date }>('SELECT starts_at FROM events.shift WHERE id = $1', [
      ana.shiftId,
    ]);
    const overlappingShift = await aShift(app.db, { event: { startsAt: shift!.starts_at } });
    expect(refusal(await signUpAgain({ shiftId: overlappingShift.id, token }))).toBe('OVERLAPPING_SHIFT');
  });

  test('confirms an unconfirmed address through the link and uses the name of that sign-up', async () => {
    const email = `${randomUUID()}@example.org`;
    await signUpExpectingPlace(app, { shiftId: (await another()).id, email, name: 'Typed By Anybody' });
    const ownReceipt = await signUpExpectingPlace(app, { shiftId: (await another()).id, email, name: 'Ana Reyes' });
    const { data } = await signUpAgain({ shiftId: (await another()).id, token: linkOf(app, ownReceipt.id) });
    expect(await rowOf(data.signUpAgain.signup.id)).toMatchObject({ proven: true, name: 'Ana Reyes' });
    const [volunteer] = await app.db.query('SELECT name FROM volunteers.volunteer WHERE email = $1', [email]);
    expect(volunteer).toEqual({ name: 'Ana Reyes' });
  });
});

describe('one-click sign-up as another person', () => {
  const findRefusal = async (input: Record<string, unknown>, cookie?: string) =>
    refusal(await signUpAgain({ shiftId: (await another()).id, ...input }, cookie));

  test('fails without a token and with a forged, revoked or unrelated one', async () => {
    const ana = await aSignup(app.db);
    const signedIds = app.nest.get(SignedIds);
    const validToken = linkOf(app, ana.id);
    for (const token of [
      'nonsense',
      `${validToken.slice(0, -2)}${validToken.endsWith('AA') ? 'BB' : 'AA'}`,
      signedIds.sign('signup', ana.id, 1),
      signedIds.sign('calendar', ana.id, 0),
      signedIds.sign('signup', ana.volunteerId, 0),
    ]) {
      expect(await findRefusal({ token })).toBe('NOT_KNOWN');
    }
    expect(await findRefusal({})).toBe('NOT_KNOWN');
  });

  test('fails with a wrong link, even in a remembered browser or while signed in', async () => {
    const ana = await aSignup(app.db);
    const cookie = volunteerCookie(
      await signUpAgain({ shiftId: (await another()).id, token: linkOf(app, ana.id), remember: true }),
    );
    expect(await findRefusal({ token: 'nonsense' }, cookie)).toBe('NOT_KNOWN');
    const { cookie: session } = await app.signedIn({ email: ana.email });
    expect(await findRefusal({ token: 'nonsense' }, session)).toBe('NOT_KNOWN');
  });

  test('fails with a forged cookie', async () => {
    const ana = await aSignup(app.db);
    const signedIds = app.nest.get(SignedIds);
    for (const value of [
      ana.volunteerId,
      linkOf(app, ana.id),
      signedIds.sign('volunteer-browser', ana.volunteerId),
      signedIds.sign('volunteer-browser', randomUUID()),
      signedIds.sign('signup', randomUUID()),
    ]) {
      expect(await findRefusal({}, `volunteer=${value}`)).toBe('NOT_KNOWN');
      expect(await readRemembered(`volunteer=${value}`)).toBeNull();
    }
  });

  test('fails with an expired cookie, and sets none unless asked', async () => {
    const ana = await aSignup(app.db);
    const token = linkOf(app, ana.id);
    expect(volunteerCookie(await signUpAgain({ shiftId: (await another()).id, token }))).toBe('');
    const cookie = volunteerCookie(await signUpAgain({ shiftId: (await another()).id, token, remember: true }));
    app.clock.set(new Date(Date.now() + days(181)));
    expect(await readRemembered(cookie)).toBeNull();
  });

  test('replaces the previous person in the browser and disables their cookie', async () => {
    const [ana, bea] = [await aSignup(app.db, { name: 'Ana' }), await aSignup(app.db, { name: 'Bea' })];
    const before = volunteerCookie(
      await signUpAgain({ shiftId: (await another()).id, token: linkOf(app, ana.id), remember: true }),
    );
    const after = volunteerCookie(
      await signUpAgain({ shiftId: (await another()).id, token: linkOf(app, bea.id), remember: true }, before),
    );
    expect(await readRemembered(after)).toEqual({ firstName: 'Bea' });
    expect(await readRemembered(before)).toBeNull();
  });
});
