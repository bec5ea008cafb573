import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { followLink, readRedirect } from '../support/follow-link.js';
import { days } from '../support/movable-clock.js';
import { linkOf } from '../support/sign-ups.js';

describe('one-click sign-up on the site', () => {
  let app: TestApp;
  let day = 20;

  beforeAll(async () => {
    app = await startApp({ config: { PAGE_CACHE_SECONDS: '60', SIGN_UPS_PER_MINUTE: '1000' } });
  });
  afterAll(() => app.close());

  const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init });
  const press = (path: string, cookie: string, fields: Record<string, string>) =>
    ask(path, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
  const text = async (path: string, cookie = '') => (await ask(path, { headers: { cookie } })).text();

  async function createEventOnNewDay(): Promise<{ at: string; shift: string }> {
    const startsAt = new Date(Date.now() + days((day += 1)));
    const event = await anEvent(app.db, {
      title: 'Kitchen',
      startsAt,
      endsAt: new Date(startsAt.valueOf() + 7_200_000),
    });
    return { at: `/events/${event.slug}`, shift: (await aShift(app.db, { eventId: event.id })).id };
  }
  async function byLink(): Promise<{ cookie: string; id: string }> {
    const { id } = await aSignup(app.db, { name: 'Ana Reyes' });
    const path = `${app.url}/s/${linkOf(app, id)}`;
    return { cookie: readRedirect(await fetch(path, { redirect: 'manual' }), path)!.cookie, id };
  }
  const volunteerCookie = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((set) => set.split(';')[0]!)
      .find((pair) => pair.startsWith('volunteer='));
  const lastSignup = async (shift: string) =>
    (
      await app.db.query<{ proven: boolean; expires: boolean; name: string }>(
        `SELECT proven_at IS NOT NULL AS proven, expires_at IS NOT NULL AS expires, name FROM events.signup
         WHERE shift_id = $1`,
        [shift],
      )
    )[0];

  test('needs no confirmation when signed in', async () => {
    const { cookie, email } = await app.signedIn();
    await aSignup(app.db, { name: 'Ana Reyes', email });
    const { at, shift } = await createEventOnNewDay();
    const html = await text(at, cookie);
    expect([html.includes('Sign up as Ana'), html.includes('name="email"')]).toEqual([true, false]);
    const answer = await press(at, cookie, { do: 'again', shift, key: 'one' });
    expect(answer.status).toBe(303);
    expect(await lastSignup(shift)).toEqual({ proven: true, expires: false, name: 'Ana Reyes' });
    const done = await text(answer.headers.get('location')!, cookie);
    expect(done).toContain('There’s nothing to confirm');
    expect(done).not.toContain('Confirm within a day');
  });

  test('works by a link from an email, and the browser remembers the volunteer only on request', async () => {
    const { cookie } = await byLink();
    const [first, second] = [await createEventOnNewDay(), await createEventOnNewDay()];
    expect(await text(first.at, cookie)).toContain('Sign up as Ana');
    const without = await press(first.at, cookie, { do: 'again', shift: first.shift, key: 'two' });
    expect([without.status, volunteerCookie(without)]).toEqual([303, undefined]);
    const asked = await press(second.at, cookie, { do: 'again', shift: second.shift, key: 'three', remember: '1' });
    expect(volunteerCookie(asked)).toMatch(/^volunteer=./);
    expect(await lastSignup(second.shift)).toMatchObject({ proven: true, name: 'Ana Reyes' });
  });

  test('warns before signing up for an overlapping shift, with a way to change it', async () => {
    const { cookie, email } = await app.signedIn();
    const startsAt = new Date(Date.now() + days((day += 1)));
    const heldEvent = await anEvent(app.db, { title: 'Fair', startsAt });
    const { id } = await aSignup(app.db, {
      email,
      shiftId: (await aShift(app.db, { eventId: heldEvent.id, role: 'Setup' })).id,
    });
    const event = await anEvent(app.db, { title: 'Kitchen', startsAt });
    await aShift(app.db, { eventId: event.id });
    const html = (await text(`/events/${event.slug}`, cookie)).replaceAll('<!-- -->', '');
    expect(html).toContain('This overlaps with your shift “Fair” (Setup), ');
    expect(html).toContain(`href="/s/${linkOf(app, id)}"`);
    expect(html).toMatch(/<input[^>]*disabled=""[^>]*name="shift"/);
    expect(await text(`/events/${event.slug}`)).not.toContain('This overlaps with your shift');
  });

  test('works in a remembered browser until the volunteer clicks "not me"', async () => {
    const { cookie } = await byLink();
    const first = await createEventOnNewDay();
    const cookieCopy = volunteerCookie(
      await press(first.at, cookie, { do: 'again', shift: first.shift, key: 'four', remember: '1' }),
    )!;
    const { at, shift } = await createEventOnNewDay();
    expect(await text(at, cookieCopy)).toContain('Not Ana?');
    expect((await press(at, cookieCopy, { do: 'again', shift, key: 'five' })).status).toBe(303);
    const forgotten = await press(at, cookieCopy, { do: 'not-me', shift });
    expect([forgotten.status, volunteerCookie(forgotten)]).toEqual([303, 'volunteer=']);
    expect(await text(at, cookieCopy)).toContain('name="email"');
  });

  test('lets another person in the same browser fill in the fields', async () => {
    const { cookie } = await byLink();
    const { at } = await createEventOnNewDay();
    expect(await text(`${at}?as=other`, cookie)).toContain('name="email"');
  });

  test('gives strangers no place and shows later visitors no name', async () => {
    const { cookie } = await byLink();
    const { at, shift } = await createEventOnNewDay();
    for (let visits = 0; visits < 2; visits += 1) {
      expect(await text(at, cookie)).toContain('Sign up as Ana');
      const stranger = await text(at);
      expect([stranger.includes('Ana'), stranger.includes('name="email"')]).toEqual([false, true]);
    }
    const refused = await press(at, '', { do: 'again', shift, key: 'six' });
    const html = await refused.text();
    expect([refused.status, html.includes('name="email"')]).toEqual([422, true]);
    expect(await lastSignup(shift)).toBeUndefined();
  });

  test('reports a missing or overlapping shift at the form', async () => {
    const { cookie, id } = await byLink();
    const { at, shift } = await createEventOnNewDay();
    const unselected = await press(at, cookie, { do: 'again', key: 'seven' });
    expect([unselected.status, (await unselected.text()).includes('Choose a shift')]).toEqual([422, true]);
    await app.db.query(
      `UPDATE events.shift SET starts_at = b.starts_at, ends_at = b.ends_at FROM events.shift b
       JOIN events.signup u ON u.shift_id = b.id WHERE events.shift.id = $1 AND u.id = $2`,
      [shift, id],
    );
    const both = await press(at, cookie, { do: 'again', shift, key: 'eight' });
    expect([both.status, (await both.text()).includes('Sign up as Ana')]).toEqual([422, true]);
    expect((await followLink(`${app.url}/s/${linkOf(app, id)}`)).status).toBe(200);
  });
});
