import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { MailTemplates } from '@upstander/notifications';
import { SignedIds } from '@upstander/platform';
import { startApp, refusal, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

interface Entry {
  uid: string;
  title: string;
  start: string;
  end: string;
  sequence: number;
  status: string;
}

/** Reads the entries of a file with three independent parsers, which must agree. */
function entriesOf(file: string): Entry[] {
  const byIcalJs = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
  const byNodeIcal = Object.values(nodeIcal.sync.parseICS(file))
    .filter((part): part is VEvent => part?.type === 'VEVENT')
    .map((event) => ({
      uid: event.uid,
      title: String(event.summary),
      start: event.start.toISOString(),
      end: event.end?.toISOString() ?? '',
      sequence: Number(event.sequence),
      status: String(event.status),
    }));
  const byTsIcs = (convertIcsCalendar(undefined, file).events ?? []).map((event) => ({
    uid: event.uid,
    title: event.summary,
    start: event.start.date.toISOString(),
    end: event.end?.date.toISOString() ?? '',
    sequence: event.sequence ?? 0,
    status: event.status ?? '',
  }));
  expect(byNodeIcal).toEqual(byIcalJs);
  expect(byTsIcs).toEqual(byIcalJs);
  return byIcalJs;
}

const manageToken = (id: string) => app.nest.get(SignedIds).sign('signup', id);
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${app.url}${path}`, { headers });

async function feedOf(signupId: string): Promise<string> {
  const answer = await app.graphql<{ createCalendarFeed: { url: string } }>(
    'mutation ($input: SignupTokenInput!) { createCalendarFeed(input: $input) { url } }',
    { input: { token: manageToken(signupId) } },
  );
  expect(answer.errors).toBeUndefined();
  return new URL(answer.data.createCalendarFeed.url).pathname;
}

test('offers the calendar file of a published event to anyone', async () => {
  const startsAt = new Date('2027-06-05T16:00:00Z');
  const event = await anEvent(app.db, { title: 'Kits, bags; "more" 🎒', startsAt, place: 'Main St, 12' });
  const response = await get(`/events/${event.slug}.ics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('content-disposition')).toContain(`${event.slug}.ics`);
  expect(entriesOf(await response.text())).toEqual([
    {
      uid: event.id,
      title: 'Kits, bags; "more" 🎒',
      start: '2027-06-05T16:00:00.000Z',
      end: '2027-06-05T20:00:00.000Z',
      sequence: 0,
      status: 'CONFIRMED',
    },
  ]);
});

test('has no calendar file for a draft or an unknown event', async () => {
  const draft = await anEvent(app.db, { status: 'draft' });
  expect((await get(`/events/${draft.slug}.ics`)).status).toBe(404);
  expect((await get('/events/nothing-here.ics')).status).toBe(404);
});

test('raises the sequence of a changed event and marks a canceled one', async () => {
  const event = await anEvent(app.db);
  await app.db.query(`UPDATE events.event SET sequence = 3, status = 'cancelled' WHERE id = $1`, [event.id]);
  expect(entriesOf(await (await get(`/events/${event.slug}.ics`)).text())).toMatchObject([
    { sequence: 3, status: 'CANCELLED' },
  ]);
});

test('serves the calendar entry of a shift by personal link only', async () => {
  const signup = await aSignup(app.db, { shift: { role: 'Packing' } });
  const response = await get(`/s/${manageToken(signup.id)}.ics`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const file = await response.text();
  expect(entriesOf(file)).toMatchObject([{ uid: signup.id, title: 'Care kit packing: Packing', status: 'CONFIRMED' }]);
  expect(file).not.toContain('/s/');
  const ids = app.nest.get(SignedIds);
  for (const invalidToken of ['nonsense', ids.sign('calendar-feed', signup.id), ids.sign('signup', signup.id, 1)]) {
    expect((await get(`/s/${invalidToken}.ics`)).status).toBe(404);
  }
});

test('keeps the UID of entries made before 0.3', async () => {
  const signup = await aSignup(app.db);
  await app.db.query(`UPDATE events.signup SET has_old_calendar_uid = true WHERE id = $1`, [signup.id]);
  const [event] = await app.db.query<{ id: string; slug: string }>(
    `UPDATE events.event SET has_old_calendar_uid = true
     WHERE id = (SELECT event_id FROM events.shift JOIN events.signup s ON s.shift_id = shift.id WHERE s.id = $1)
     RETURNING id, slug`,
    [signup.id],
  );
  const uids = async (path: string) => entriesOf(await (await get(path)).text()).map(({ uid }) => uid);
  expect(await uids(`/s/${manageToken(signup.id)}.ics`)).toEqual([`${signup.id}@upstander.invalid`]);
  expect(await uids(await feedOf(signup.id))).toEqual([`${signup.id}@upstander.invalid`]);
  expect(await uids(`/events/${event!.slug}.ics`)).toEqual([`${event!.id}@upstander.invalid`]);
});

test('uses the same calendar entry on the confirmation page, in the email, on the personal page and in the feed', async () => {
  const shift = await aShift(app.db, { role: 'Kitchen' });
  const event = await app.graphql<{ signUp: { signup: { id: string } } }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id } } }',
    { input: { shiftId: shift.id, name: 'Ana', email: 'doors@example.org' } },
  );
  const { id } = event.data.signUp.signup;
  const [{ slug } = { slug: '' }] = await app.db.query<{ slug: string }>(
    'SELECT slug FROM events.event WHERE id = $1',
    [shift.eventId],
  );
  const template = app.nest.get(MailTemplates).find('signup-confirm');
  const row = { id, key: id, subjectId: id, recipient: '', locale: 'en' as const, data: {}, dueAt: new Date() };
  const mailed = (await template?.load([row]))?.get(id);
  const page = `/events/${slug}.ics?shift=${shift.id}&signup=${id}`;
  const text = async (path: string) => (await get(path)).text();
  const byDoor = {
    page: entriesOf(await text(page)),
    mail: entriesOf(template?.render(mailed, row).ics?.content ?? ''),
    link: entriesOf(await text(`/s/${manageToken(id)}.ics`)),
  };
  await app.graphql('mutation ($input: SignupTokenInput!) { confirmSignup(input: $input) { signup { id } } }', {
    input: { token: manageToken(id) },
  });
  const feed = entriesOf(await text(await feedOf(id)));
  expect(byDoor.page).toMatchObject([{ uid: id, title: 'Care kit packing: Kitchen' }]);
  expect(byDoor).toEqual({ page: byDoor.page, mail: byDoor.page, link: byDoor.page });
  expect(feed).toEqual(byDoor.page);

  // The confirmation page is open to anyone who entered the address, so it must not reveal the status of the sign-up.
  await app.graphql('mutation ($input: SignupTokenInput!) { cancelSignup(input: $input) { signup { id } } }', {
    input: { token: manageToken(id) },
  });
  expect(entriesOf(await text(page))).toEqual(byDoor.page);
  const other = await aShift(app.db);
  for (const invalidQuery of [
    `shift=${other.id}&signup=${id}`,
    'shift=1&signup=2',
    `shift=${shift.id}&signup=nonsense`,
  ]) {
    expect((await get(`/events/${slug}.ics?${invalidQuery}`)).status).toBe(404);
  }
});

test('has no calendar file for a waitlisted sign-up', async () => {
  const waitlistedSignup = await aSignup(app.db, { status: 'waitlisted' });
  expect((await get(`/s/${manageToken(waitlistedSignup.id)}.ics`)).status).toBe(404);
});

test('lists all shifts of one volunteer in their feed, canceled ones with a higher sequence', async () => {
  const email = 'feed@example.org';
  const first = await aSignup(app.db, { email, shift: { event: { startsAt: new Date(Date.now() + 2 * 86_400_000) } } });
  const second = await aSignup(app.db, {
    email,
    shift: { event: { startsAt: new Date(Date.now() + 4 * 86_400_000) } },
  });
  await aSignup(app.db, { email: 'other@example.org' });
  const path = await feedOf(first.id);
  const before = entriesOf(await (await get(path)).text());
  expect(before.map(({ uid, status }) => [uid.split('@')[0], status])).toEqual([
    [first.id, 'CONFIRMED'],
    [second.id, 'CONFIRMED'],
  ]);

  const cancelled = await app.graphql(
    'mutation ($input: SignupTokenInput!) { cancelSignup(input: $input) { signup { status } } }',
    { input: { token: manageToken(second.id) } },
  );
  expect(cancelled.errors).toBeUndefined();
  const after = entriesOf(await (await get(path)).text());
  expect(after[1]).toMatchObject({
    uid: before[1]?.uid,
    status: 'CANCELLED',
    sequence: (before[1]?.sequence ?? 0) + 1,
  });
});

test("keeps anonymous sign-ups with someone's email out of that person's feed", async () => {
  const email = 'victim@example.org';
  const ownSignup = await aSignup(app.db, { email });
  await aSignup(app.db, { email, proven: false });
  const entries = entriesOf(await (await get(await feedOf(ownSignup.id))).text());
  expect(entries.map(({ uid }) => uid.split('@')[0])).toEqual([ownSignup.id]);
});

test('answers 304 for an unchanged feed and forbids caching', async () => {
  const signup = await aSignup(app.db);
  const path = await feedOf(signup.id);
  const first = await get(path);
  expect(first.headers.get('cache-control')).toBe('no-store');
  const etag = first.headers.get('etag') ?? '';
  expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  await app.db.query('UPDATE events.event SET sequence = sequence + 1, updated_at = $1', [new Date()]);
  expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
});

test('keeps the feed URL until it is revoked, then creates a different one', async () => {
  const signup = await aSignup(app.db);
  const path = await feedOf(signup.id);
  expect(await feedOf(signup.id)).toBe(path);
  const revoke = () =>
    app.graphql<{ revokeCalendarFeed: { ok: boolean } }>(
      'mutation ($input: SignupTokenInput!) { revokeCalendarFeed(input: $input) { ok } }',
      { input: { token: manageToken(signup.id) } },
    );
  expect((await revoke()).data.revokeCalendarFeed.ok).toBe(true);
  expect((await get(path)).status).toBe(404);
  expect((await revoke()).data.revokeCalendarFeed.ok).toBe(true);
  const next = await feedOf(signup.id);
  expect(next).not.toBe(path);
  expect((await get(next)).status).toBe(200);
  expect((await get(path)).status).toBe(404);
});

test('creates and revokes feeds by personal link only', async () => {
  const { id } = await aShift(app.db);
  for (const name of ['createCalendarFeed', 'revokeCalendarFeed']) {
    const fields = name === 'createCalendarFeed' ? 'url' : 'ok';
    const answer = await app.graphql(`mutation ($input: SignupTokenInput!) { ${name}(input: $input) { ${fields} } }`, {
      input: { token: app.nest.get(SignedIds).sign('signup', id) },
    });
    expect(refusal(answer)).toBe('NOT_FOUND');
  }
});
