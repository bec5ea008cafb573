import { refusal, startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { days, hours } from '../support/movable-clock.js';
import { signUpForShifts } from '../support/several-shifts.js';
import { signUpExpectingPlace, linkOf, mailsOf, type Receipt } from '../support/sign-ups.js';

/** Someone else uses a shared computer that remembers a volunteer, and wants to learn where she will be. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
});
afterAll(() => app.close());

const signUpAgain = (input: Record<string, unknown>, cookie?: string) =>
  app.graphql<{ signUpAgain: { signup: Receipt & { guests: number } } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status position guests } } }',
    { input },
    { cookie },
  );
const rememberedName = async (cookie: string) =>
  (
    await app.graphql<{ rememberedVolunteer: { firstName: string } | null }>(
      '{ rememberedVolunteer { firstName } }',
      {},
      { cookie },
    )
  ).data.rememberedVolunteer?.firstName ?? null;
const volunteerCookie = ({ headers }: { headers: Headers }) =>
  headers
    .getSetCookie()
    .map((set) => set.split(';')[0]!)
    .find((pair) => pair.startsWith('volunteer='));
const placesTaken = async (shiftId: string) =>
  (await app.db.query<{ taken: number }>('SELECT taken FROM events.shift WHERE id = $1', [shiftId]))[0]?.taken;

let day = 20;
async function createShiftOnNewDay(
  parts: { capacity?: number; minimumAge?: number; maxGuests?: number; at?: Date } = {},
) {
  const startsAt = parts.at ?? new Date(Math.ceil(Date.now() / 60_000) * 60_000 + days((day += 1)));
  const event = await anEvent(app.db, { title: 'Soup kitchen', startsAt });
  await app.db.query('UPDATE events.event SET max_guests = $2 WHERE id = $1', [event.id, parts.maxGuests ?? 0]);
  const { id } = await aShift(app.db, { eventId: event.id, role: 'Cooking', capacity: parts.capacity ?? 10 });
  await app.db.query('UPDATE events.shift SET minimum_age = $2 WHERE id = $1', [id, parts.minimumAge ?? null]);
  return { id, slug: event.slug, startsAt };
}

async function aRememberedVolunteer() {
  const held = await createShiftOnNewDay({ maxGuests: 4 });
  const ana = await aSignup(app.db, { name: 'Ana Reyes', shiftId: held.id });
  const other = await createShiftOnNewDay();
  const signedUp = await signUpAgain({ shiftId: other.id, token: linkOf(app, ana.id), remember: true });
  return { ana, held, cookie: volunteerCookie(signedUp)! };
}

async function refusedShifts({ held }: Awaited<ReturnType<typeof aRememberedVolunteer>>) {
  const overlapping = await createShiftOnNewDay({ at: new Date(held.startsAt.valueOf() + hours(1)) });
  const forAdults = await createShiftOnNewDay({ minimumAge: 18 });
  const closed = await createShiftOnNewDay();
  await app.db.query(
    `UPDATE events.event SET status = 'cancelled', cancel_reason = 'Rain'
     WHERE id = (SELECT event_id FROM events.shift WHERE id = $1)`,
    [closed.id],
  );
  return { overlapping, forAdults, closed };
}

describe('a browser that only remembers a volunteer', () => {
  test('gets the same refusal without a reason, whatever the reason is', async () => {
    const volunteer = await aRememberedVolunteer();
    const { overlapping, forAdults, closed } = await refusedShifts(volunteer);
    const answers = await Promise.all(
      [overlapping, forAdults, closed].map(({ id }) => signUpAgain({ shiftId: id }, volunteer.cookie)),
    );
    for (const answer of answers) {
      expect(refusal(answer)).toBe('NOT_FROM_THIS_BROWSER');
      expect(answer.errors?.[0]?.extensions.details ?? {}).toEqual({});
    }
    expect(new Set(answers.map(({ errors }) => errors?.[0]?.message)).size).toBe(1);
    const hers = await signUpAgain({ shiftId: overlapping.id, token: linkOf(app, volunteer.ana.id) });
    expect(refusal(hers)).toBe('OVERLAPPING_SHIFT');
  });

  test('gets no reason for any of several shifts, nor for all of them', async () => {
    const volunteer = await aRememberedVolunteer();
    const { overlapping, forAdults } = await refusedShifts(volunteer);
    const free = await createShiftOnNewDay();
    const asking = { cookie: volunteer.cookie };
    const { told } = await signUpForShifts(app, [overlapping.id, forAdults.id, free.id], {}, asking);
    expect(told).toEqual(['NOT_FROM_THIS_BROWSER', 'NOT_FROM_THIS_BROWSER', 'CONFIRMED']);
    const all = await signUpForShifts(
      app,
      [overlapping.id, (await createShiftOnNewDay()).id],
      { allOrNothing: true },
      asking,
    );
    expect([all.refused, all.details]).toEqual(['NOT_FROM_THIS_BROWSER', {}]);
    const allOrNothing = await signUpForShifts(app, [overlapping.id, forAdults.id], {}, asking);
    expect([allOrNothing.refused, allOrNothing.details]).toEqual(['NOT_FROM_THIS_BROWSER', {}]);
  });

  test('learns nothing from shifts that overlap one she holds', async () => {
    const volunteer = await aRememberedVolunteer();
    const { overlapping } = await refusedShifts(volunteer);
    const { data } = await app.graphql<{ overlappingShifts: unknown[] }>(
      'query ($ids: [ID!]!) { overlappingShifts(shiftIds: $ids) { shiftId existingShift { isSameShift } } }',
      { ids: [volunteer.held.id, overlapping.id] },
      { cookie: volunteer.cookie },
    );
    expect(data.overlappingShifts).toEqual([]);
  });

  test('gets the same answer as a newcomer for a shift she holds, and a newcomer also takes a spot', async () => {
    const { held, cookie, ana } = await aRememberedVolunteer();
    const taken = (await placesTaken(held.id))!;
    const { data } = await signUpAgain({ shiftId: held.id, guests: 2 }, cookie);
    const { signup } = data.signUpAgain;
    expect(signup).toMatchObject({ status: 'CONFIRMED', position: null, guests: 2 });
    expect(signup.id).not.toBe(ana.id);
    expect(await placesTaken(held.id)).toBe(taken + 3);
    expect(await mailsOf(app, signup.id)).toEqual(['signup-repeat']);
    const several = await signUpForShifts(app, [held.id, (await createShiftOnNewDay()).id], {}, { cookie });
    expect(several.told).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(several.outcomes[0]?.signup?.id).not.toBe(ana.id);
  });

  test('joins the waitlist of a full shift she holds, as a newcomer would', async () => {
    const full = await createShiftOnNewDay({ capacity: 1 });
    const ana = await aSignup(app.db, { name: 'Ana Reyes', shiftId: full.id });
    const signedUp = await signUpAgain({
      shiftId: (await createShiftOnNewDay()).id,
      token: linkOf(app, ana.id),
      remember: true,
    });
    const { data } = await signUpAgain({ shiftId: full.id }, volunteerCookie(signedUp));
    expect(data.signUpAgain.signup).toMatchObject({ status: 'WAITLISTED', position: 1 });
    expect(await signUpExpectingPlace(app, { shiftId: full.id })).toMatchObject({ status: 'WAITLISTED', position: 2 });
  });

  test('repeats its answer for the same key', async () => {
    const { held, cookie } = await aRememberedVolunteer();
    const input = { shiftId: held.id, idempotencyKey: 'the same press' };
    const first = await signUpAgain(input, cookie);
    expect((await signUpAgain(input, cookie)).data).toEqual(first.data);
  });
});

describe('the pages of the site in a browser that only remembers a volunteer', () => {
  const page = async (path: string, cookie: string) =>
    (await fetch(app.url + path, { headers: { cookie } })).text().then((html) => html.replaceAll('<!-- -->', ''));
  const post = async (path: string, cookie: string, fields: Record<string, string>) => {
    const answer = await fetch(app.url + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ do: 'again', key: 'press', ...fields }),
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    return { status: answer.status, html: (await answer.text()).replaceAll('<!-- -->', '') };
  };
  const neutral = 'We couldn’t sign you up from this browser.';

  test('show no shift as unavailable and give no reasons', async () => {
    const volunteer = await aRememberedVolunteer();
    const { overlapping } = await refusedShifts(volunteer);
    for (const { slug } of [volunteer.held, overlapping]) {
      const html = await page(`/events/${slug}`, volunteer.cookie);
      expect(html).toContain('Sign up as Ana');
      expect(html).not.toMatch(/<input[^>]*disabled=""[^>]*name="shift"/);
      expect(html).not.toMatch(/overlaps with your|already signed up/i);
    }
    expect(await page('/events?view=shifts', volunteer.cookie)).not.toMatch(/overlaps with your|already signed up/i);
  });

  test('refuse every form with the same sentence, on the event page and in the list', async () => {
    const volunteer = await aRememberedVolunteer();
    const { overlapping, forAdults } = await refusedShifts(volunteer);
    for (const { id, slug } of [overlapping, forAdults]) {
      for (const path of [`/events/${slug}`, '/events?view=shifts']) {
        const { status, html } = await post(path, volunteer.cookie, { shift: id, event: slug });
        const errorSummary = /<div class="error-summary".*?<\/div>/s.exec(html)?.[0];
        expect([path, status, errorSummary]).toEqual([path, 422, expect.stringContaining(neutral)]);
        expect(html).not.toMatch(/overlaps/);
      }
    }
    const { html } = await post(`/events/${overlapping.slug}`, volunteer.cookie, { shift: overlapping.id });
    expect(html).toContain(`href="/sign-in?to=%2Fevents%2F${overlapping.slug}"`);
    expect(html).toContain(`href="/events/${overlapping.slug}?as=other#sign-up"`);
  });
});

async function checkInHere(shiftId: string, who: { cookie?: string; token?: string }) {
  const [found] = await app.db.query<{ event: string; chapter: string }>(
    `SELECT e.id AS event, e.chapter_id AS chapter FROM events.shift s JOIN events.event e ON e.id = s.event_id
     WHERE s.id = $1`,
    [shiftId],
  );
  const organizer = await app.signedIn({ role: 'organizer', chapterId: found!.chapter });
  const { data } = await app.graphql<{ eventDoor: { posterUrl: string; code: string } }>(
    'query ($id: ID!) { eventDoor(eventId: $id) { posterUrl code } }',
    { id: found!.event },
    organizer,
  );
  const { posterUrl, code } = data.eventDoor;
  return app.graphql(
    'mutation ($input: CheckInHereInput!) { checkInHere(input: $input) { ok } }',
    { input: { poster: posterUrl.split('/').at(-1), code, ...(who.token && { token: who.token }) } },
    who.cookie === undefined ? {} : { cookie: who.cookie },
  );
}

test('a remembered browser at the entrance does not learn if or when her shift begins', async () => {
  const { held, cookie, ana } = await aRememberedVolunteer();
  const elsewhere = await createShiftOnNewDay();
  for (const { id } of [held, elsewhere]) {
    const answer = await checkInHere(id, { cookie });
    expect([refusal(answer), answer.errors?.[0]?.extensions.details ?? {}]).toEqual(['ASK_THE_TEAM', {}]);
  }
  expect(refusal(await checkInHere(held.id, { token: linkOf(app, ana.id) }))).toBe('CHECK_IN_NOT_OPEN');
});

describe('signing out', () => {
  const signOut = (operation: string, cookie: string) =>
    app.graphql(`mutation { ${operation} { ok } }`, {}, { cookie });

  test('removes the volunteer from the browser and invalidates copies of the cookie', async () => {
    const { cookie } = await aRememberedVolunteer();
    const { cookie: session } = await app.signedIn();
    expect(volunteerCookie(await signOut('signOut', `${session}; ${cookie}`))).toBe('volunteer=');
    expect(await rememberedName(cookie)).toBeNull();
  });

  test('everywhere removes her from every browser', async () => {
    const { ana, cookie } = await aRememberedVolunteer();
    const { cookie: session } = await app.signedIn({ email: ana.email });
    expect(await rememberedName(cookie)).toBe('Ana');
    expect((await signOut('signOutEverywhere', session)).errors).toBeUndefined();
    expect(await rememberedName(cookie)).toBeNull();
  });

  test('on the site removes her as well', async () => {
    const { ana, cookie } = await aRememberedVolunteer();
    const { cookie: session } = await app.signedIn({ email: ana.email });
    const answer = await fetch(`${app.url}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(),
      headers: { cookie: `${session}; ${cookie}`, 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.status).toBe(303);
    expect(volunteerCookie(answer)).toBe('volunteer=');
    expect(await rememberedName(cookie)).toBeNull();
  });
});
