import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { followLink } from '../support/follow-link.js';
import { renderSignupEmail } from '../support/signup-emails.js';
import { days } from '../support/movable-clock.js';
import { signUpExpectingPlace, linkOf } from '../support/sign-ups.js';

describe('a party that signs up for a shift with too few spots', () => {
  let app: TestApp;
  let day = 20;
  beforeAll(async () => {
    app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
  });
  afterAll(() => app.close());

  async function shiftWithTwoSpots() {
    const event = await anEvent(app.db, { title: 'Packing day', startsAt: new Date(Date.now() + days((day += 1))) });
    await app.db.query('UPDATE events.event SET max_guests = 4 WHERE id = $1', [event.id]);
    const shift = await aShift(app.db, { eventId: event.id, role: 'Packing', capacity: 2 });
    return { at: `/events/${event.slug}`, shift: shift.id };
  }
  let people = 0;
  async function post(at: string, fields: Record<string, string>, cookie = '') {
    people += 1;
    const person = { name: 'Ana Reyes', email: `party-${people}@example.org`, key: `party-${people}` };
    const answer = await fetch(app.url + at, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ ...person, ...fields }),
    });
    const html = (await answer.text()).replaceAll('<!-- -->', '');
    return { status: answer.status, location: answer.headers.get('location'), html };
  }
  const done = async (path: string) => (await (await fetch(app.url + path)).text()).replaceAll('<!-- -->', '');
  const stored = async (shift: string) =>
    (
      await app.db.query<{ id: string; status: string; guests: number }>(
        'SELECT id, status, guests FROM events.signup WHERE shift_id = $1',
        [shift],
      )
    )[0];

  test('gets a choice of both options before anything is saved', async () => {
    const { at, shift } = await shiftWithTwoSpots();
    const { status, html } = await post(at, { shift, guests: '2' });
    expect(status).toBe(422);
    expect(html).toContain('Only 2 spots are left on “Packing” for the 3 of you.');
    expect(html).toMatch(/<input[^>]*type="radio"[^>]*name="acceptsFewerGuests"[^>]*value="1"/);
    expect(html).toMatch(/<input[^>]*type="radio"[^>]*name="acceptsFewerGuests"[^>]*value="0"/);
    expect(html).toContain('value="Ana Reyes"');
    expect(await stored(shift)).toBeUndefined();
    const spanish = await post(`${at}?lang=es`, { shift, guests: '2' });
    expect(spanish.html).toContain('Solo quedan 2 lugares en «Packing» para las 3 personas.');
  });

  test('can wait together, and page and email say why', async () => {
    const { at, shift } = await shiftWithTwoSpots();
    const { status, location } = await post(at, { shift, guests: '2', acceptsFewerGuests: '0' });
    expect(status).toBe(303);
    expect(await done(location!)).toContain('You and your 2 guests are waiting together.');
    const signup = (await stored(shift))!;
    expect(signup).toMatchObject({ status: 'waitlisted', guests: 2 });
    const english = await renderSignupEmail(app, 'signup-waitlisted', signup);
    expect(english?.text).toContain('2 of the 3 spots you asked for are open');
    expect(english?.text).not.toContain('All spots are taken');
    const spanish = await renderSignupEmail(app, 'signup-waitlisted', signup, {}, 'es');
    expect(spanish?.text).toContain('Hay 2 lugares libres de los 3 que pediste');
  });

  test('can take the remaining spots', async () => {
    const { at, shift } = await shiftWithTwoSpots();
    const { status, location } = await post(at, { shift, guests: '2', acceptsFewerGuests: '1' });
    expect(status).toBe(303);
    expect(await done(location!)).toContain('You’re bringing 1 guest.');
    expect(await stored(shift)).toMatchObject({ status: 'confirmed', guests: 1 });
  });

  test('signs up a class with one contact, who then names the members', async () => {
    const { at, shift } = await shiftWithTwoSpots();
    await app.db.query('UPDATE events.shift SET capacity = 12 WHERE id = $1', [shift]);
    const closed = await fetch(`${app.url}${at}/group`);
    expect(await closed.text()).toContain('This event doesn’t take groups right now');
    await app.db.query(
      `UPDATE events.event SET max_group_size = 20, with_minors = true
       WHERE id = (SELECT event_id FROM events.shift WHERE id = $1)`,
      [shift],
    );
    expect(await (await fetch(app.url + at)).text()).toContain(`href="${at}/group"`);
    const group = { shift, groupName: 'Class 8b', people: '15', minors: '9', oldEnough: '1' };
    expect((await post(`${at}/group`, { ...group, groupName: '' })).html).toContain('Enter the name of the group.');
    expect((await post(`${at}/group`, { ...group, people: '10', oldEnough: '' })).html).toContain(
      'Check this box to confirm the age.',
    );
    expect((await post(`${at}/group`, { ...group, people: '21', acceptsFewerGuests: '1' })).html).toContain(
      'A group can have up to 20 people',
    );
    expect((await post(`${at}/group`, group)).html).toContain('Only 12 spots are left on “Packing” for the 15 of you.');
    const { status, location } = await post(`${at}/group`, { ...group, people: '10' });
    expect(status).toBe(303);
    expect(await done(location!)).toContain('10 people are signed up, including you.');
    const signup = (await stored(shift))!;
    expect(signup).toMatchObject({ status: 'confirmed', guests: 9 });

    const link = `/s/${linkOf(app, signup.id)}`;
    const more = await post(link, { do: 'group', people: '13', minors: '9', names: '', minorNames: '' });
    expect(more.html).toContain('Only 2 more spots are free on this shift.');
    const tooMany = await post(link, { do: 'group', people: '10', minors: '1', names: '', minorNames: 'Ada\nBo' });
    expect(tooMany.html).toContain('These are more names than people under 18.');
    const saved = await post(link, { do: 'group', people: '10', minors: '8', names: 'Mr. Kim', minorNames: 'Ada\nBo' });
    expect(saved.location).toContain('did=group');
    const { html } = await followLink(app.url + link).then(async (page) => ({ html: await page.text() }));
    expect(html.replaceAll('<!-- -->', '')).toContain('6 people aren’t named yet.');
  });

  test('gets the choice after a one-click sign-up too', async () => {
    const { at, shift } = await shiftWithTwoSpots();
    const ana = await aSignup(app.db, { name: 'Ana Reyes' });
    const opened = await fetch(`${app.url}/s/${linkOf(app, ana.id)}`, { redirect: 'manual' });
    const cookie = opened.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    expect((await post(at, { do: 'again', shift, guests: '2' }, cookie)).status).toBe(422);
    expect((await post(at, { do: 'again', shift, guests: '2', acceptsFewerGuests: '0' }, cookie)).status).toBe(303);
    expect(await stored(shift)).toMatchObject({ status: 'waitlisted', guests: 2 });
  });

  test('is not asked on a full shift, nor if it is one person', async () => {
    const { at, shift } = await shiftWithTwoSpots();
    expect((await post(at, { shift, guests: '0' })).status).toBe(303);
    const full = await shiftWithTwoSpots();
    await app.db.query('UPDATE events.shift SET capacity = 1 WHERE id = $1', [full.shift]);
    await signUpExpectingPlace(app, { shiftId: full.shift });
    expect((await post(full.at, { shift: full.shift, guests: '2' })).status).toBe(303);
  });

  test('gets no calendar entry on its page while it waits, verified or not', async () => {
    for (const proven of [true, false]) {
      const { id } = await aSignup(app.db, { status: 'waitlisted', proven });
      const html = await (await followLink(`${app.url}/s/${linkOf(app, id)}`)).text();
      expect(html).toContain('Leave the waitlist');
      expect(html).not.toContain('Add to your calendar');
      expect(html).not.toContain('calendar.google.com');
    }
  });
});
