import { randomUUID } from 'node:crypto';
import { SignedIds } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { isIn, linkOf, mailsOf, type Receipt } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
});
afterEach(() => app.clock.release());
afterAll(() => app.close());

/** A shift on a day of its own. */
let day = 20;
const another = () => aShift(app.db, { event: { startsAt: new Date(Date.now() + days((day += 1))) } });

const again = (input: Record<string, unknown>, cookie?: string) =>
  app.graphql<{ signUpAgain: { signup: Receipt } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status position } } }',
    { input },
    { cookie },
  );
const remembered = async (cookie: string) =>
  (await app.graphql<{ rememberedVolunteer: unknown }>('{ rememberedVolunteer { firstName } }', {}, { cookie })).data
    .rememberedVolunteer;
const notMe = (cookie: string) => app.graphql('mutation { forgetVolunteer { ok } }', {}, { cookie });
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

describe('somebody whose address is confirmed signs up with one click', () => {
  test('by the personal link of any of their mails, and nothing waits to be confirmed', async () => {
    const ana = await aSignup(app.db, { name: 'Ana Reyes' });
    const { data } = await again({ shiftId: (await another()).id, token: linkOf(app, ana.id) });
    expect(data.signUpAgain.signup).toMatchObject({ status: 'CONFIRMED' });
    const { id } = data.signUpAgain.signup;
    expect(await rowOf(id)).toEqual({ proven: true, expires: false, name: 'Ana Reyes', email: ana.email });
    expect(await mailsOf(app, id)).toEqual(['signup-confirm']);
  });

  test('signed in, without typing a name or an address', async () => {
    const { cookie, email } = await app.signedIn();
    await aSignup(app.db, { name: 'Ana Reyes', email });
    const { data } = await again({ shiftId: (await another()).id }, cookie);
    expect(await rowOf(data.signUpAgain.signup.id)).toMatchObject({ proven: true, name: 'Ana Reyes', email });
  });

  test('by a browser that was asked to remember them, until they say "not me"', async () => {
    const ana = await aSignup(app.db, { name: 'Ana Reyes' });
    const first = await again({ shiftId: (await another()).id, token: linkOf(app, ana.id), remember: true });
    const cookie = volunteerCookie(first);
    expect(first.headers.getSetCookie().join()).toMatch(/volunteer=.*HttpOnly; SameSite=Lax/);
    expect(await remembered(cookie)).toEqual({ firstName: 'Ana' });
    const { data } = await again({ shiftId: (await another()).id }, cookie);
    expect(await rowOf(data.signUpAgain.signup.id)).toMatchObject({ proven: true, email: ana.email });
    const forgotten = await notMe(cookie);
    expect(volunteerCookie(forgotten)).toBe('volunteer=');
    // A copy of the cookie is worth nothing either.
    expect(await remembered(cookie)).toBeNull();
    expect(refusal(await again({ shiftId: (await another()).id }, cookie))).toBe('NOT_KNOWN');
  });

  test('is in line where the shift is full, and told of an overlap at once', async () => {
    const full = await aShift(app.db, { capacity: 1, event: { startsAt: new Date(Date.now() + days(90)) } });
    await aSignup(app.db, { shiftId: full.id });
    const ana = await aSignup(app.db);
    const token = linkOf(app, ana.id);
    const { data } = await again({ shiftId: full.id, token });
    expect(data.signUpAgain.signup).toMatchObject({ status: 'WAITLISTED', position: 1 });
    expect((await again({ shiftId: full.id, token })).data).toEqual(data);
    const [theirs] = await app.db.query<{ starts_at: Date }>('SELECT starts_at FROM events.shift WHERE id = $1', [
      ana.shiftId,
    ]);
    const same = await aShift(app.db, { event: { startsAt: theirs!.starts_at } });
    expect(refusal(await again({ shiftId: same.id, token }))).toBe('OVERLAPPING_SHIFT');
  });

  test('whoever never confirmed confirms by the link itself, with the words of that sign-up', async () => {
    const email = `${randomUUID()}@example.org`;
    await isIn(app, { shiftId: (await another()).id, email, name: 'Typed By Anybody' });
    const own = await isIn(app, { shiftId: (await another()).id, email, name: 'Ana Reyes' });
    const { data } = await again({ shiftId: (await another()).id, token: linkOf(app, own.id) });
    expect(await rowOf(data.signUpAgain.signup.id)).toMatchObject({ proven: true, name: 'Ana Reyes' });
    const [volunteer] = await app.db.query('SELECT name FROM volunteers.volunteer WHERE email = $1', [email]);
    expect(volunteer).toEqual({ name: 'Ana Reyes' });
  });
});

describe('nobody signs up as somebody else', () => {
  const refused = async (input: Record<string, unknown>, cookie?: string) =>
    refusal(await again({ shiftId: (await another()).id, ...input }, cookie));

  test('by nothing at all, or a link that was made up, revoked or made for something else', async () => {
    const ana = await aSignup(app.db);
    const signed = app.nest.get(SignedIds);
    const good = linkOf(app, ana.id);
    for (const token of [
      'nonsense',
      `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`,
      signed.sign('signup', ana.id, 1),
      signed.sign('calendar', ana.id, 0),
      signed.sign('signup', ana.volunteerId, 0),
    ]) {
      expect(await refused({ token })).toBe('NOT_KNOWN');
    }
    expect(await refused({})).toBe('NOT_KNOWN');
  });

  test('by a wrong link in a browser that remembers somebody, or where somebody is signed in', async () => {
    const ana = await aSignup(app.db);
    const cookie = volunteerCookie(
      await again({ shiftId: (await another()).id, token: linkOf(app, ana.id), remember: true }),
    );
    expect(await refused({ token: 'nonsense' }, cookie)).toBe('NOT_KNOWN');
    const { cookie: session } = await app.signedIn({ email: ana.email });
    expect(await refused({ token: 'nonsense' }, session)).toBe('NOT_KNOWN');
  });

  test('by a forged cookie: an id alone, a link, or a signature for something else', async () => {
    const ana = await aSignup(app.db);
    const signed = app.nest.get(SignedIds);
    for (const value of [
      ana.volunteerId,
      linkOf(app, ana.id),
      signed.sign('volunteer-browser', ana.volunteerId),
      signed.sign('volunteer-browser', randomUUID()),
      signed.sign('signup', randomUUID()),
    ]) {
      expect(await refused({}, `volunteer=${value}`)).toBe('NOT_KNOWN');
      expect(await remembered(`volunteer=${value}`)).toBeNull();
    }
  });

  test('by an old cookie, or one that nobody asked for', async () => {
    const ana = await aSignup(app.db);
    const token = linkOf(app, ana.id);
    expect(volunteerCookie(await again({ shiftId: (await another()).id, token }))).toBe('');
    const cookie = volunteerCookie(await again({ shiftId: (await another()).id, token, remember: true }));
    app.clock.set(new Date(Date.now() + days(181)));
    expect(await remembered(cookie)).toBeNull();
  });

  test('the next person at the browser replaces the one before, whose cookie is worth nothing', async () => {
    const [ana, bea] = [await aSignup(app.db, { name: 'Ana' }), await aSignup(app.db, { name: 'Bea' })];
    const before = volunteerCookie(
      await again({ shiftId: (await another()).id, token: linkOf(app, ana.id), remember: true }),
    );
    const after = volunteerCookie(
      await again({ shiftId: (await another()).id, token: linkOf(app, bea.id), remember: true }, before),
    );
    expect(await remembered(after)).toEqual({ firstName: 'Bea' });
    expect(await remembered(before)).toBeNull();
  });
});
