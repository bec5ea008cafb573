import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aCredentialType, requireForShift } from '../support/credentials.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { hours, minutes } from '../support/movable-clock.js';

/** A kiosk's link in the wrong hands: a photo of the tablet, its address copied by someone who passed. */
let app: TestApp;
let organizer: { cookie: string };
let chapter: { id: string };
const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date(startsAt.valueOf() + hours(3));

beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
});
beforeEach(() => app.clock.set(startsAt));
afterAll(() => app.close());

interface Answer {
  outcome: string;
  firstName: string | null;
  opensAt: string | null;
  shifts: Array<{ id: string; role: string }>;
}
const fields = 'outcome firstName opensAt shifts { id role }';
const checkIn = (token: string, input: Record<string, unknown>) =>
  app.graphql<{ kioskCheckIn: Answer }>(
    `mutation ($token: String!, $input: KioskCheckInInput!) { kioskCheckIn(token: $token, input: $input) { ${fields} } }`,
    { token, input: { id: randomUUID(), ...input } },
  );
const outcome = async (token: string, input: Record<string, unknown>) =>
  (await checkIn(token, input)).data.kioskCheckIn.outcome;
const kiosk = (token: string) => app.graphql('query ($token: String!) { kiosk(token: $token) { title } }', { token });
const change = (operation: 'openKiosk' | 'closeKiosk', eventId: string) =>
  app.graphql<Record<string, { kioskUrl: string | null; kioskQrSvg: string | null }>>(
    `mutation ($id: ID!) { ${operation}(eventId: $id) { kioskUrl kioskQrSvg } }`,
    { id: eventId },
    organizer,
  );
const tokenOf = async (eventId: string) =>
  (await change('openKiosk', eventId)).data['openKiosk']!.kioskUrl!.split('#').at(-1)!;
const statusOf = async (id: string) =>
  (await app.db.query<{ status: string }>('SELECT status FROM events.signup WHERE id = $1', [id]))[0]?.status;

async function aDay(more: Record<string, unknown> = {}) {
  const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Soup kitchen', startsAt });
  const shift = await aShift(app.db, { eventId: event.id, role: 'Cooking', startsAt, endsAt, ...more });
  const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana María Núñez', now: startsAt });
  return { event, shift, ana, token: await tokenOf(event.id) };
}

test('a full name or a code checks a volunteer in once; part of a name finds no one', async () => {
  const { ana, token, shift } = await aDay();
  for (const name of ['Ana', 'Ana María', 'Núñez', '%', '_', 'Ana%']) {
    const { data } = await checkIn(token, { name });
    expect(data.kioskCheckIn).toEqual({ outcome: 'UNKNOWN', firstName: null, opensAt: null, shifts: [] });
  }
  expect(await statusOf(ana.id)).toBe('confirmed');
  expect((await checkIn(token, { name: ' ana  maria nunez. ' })).data.kioskCheckIn).toMatchObject({
    outcome: 'CHECKED_IN',
    firstName: 'Ana',
  });
  expect(await outcome(token, { name: 'Ana María Núñez' })).toBe('ALREADY_CHECKED_IN');
  const bea = await aSignup(app.db, { shiftId: shift.id, name: 'Bea Ruiz', now: startsAt });
  expect(await outcome(token, { code: app.nest.get(SignedIds).sign('door', bea.id) })).toBe('CHECKED_IN');
  expect([await statusOf(ana.id), await statusOf(bea.id)]).toEqual(['checked_in', 'checked_in']);
});

test('a code from before the sign-up links were replaced checks in no one', async () => {
  const { ana, token } = await aDay();
  await app.db.query('UPDATE events.signup SET token_version = token_version + 1 WHERE id = $1', [ana.id]);
  expect(await outcome(token, { code: app.nest.get(SignedIds).sign('door', ana.id) })).toBe('UNKNOWN');
  expect(await statusOf(ana.id)).toBe('confirmed');
});

test('someone with two open shifts chooses one, and a shift that is not open yet says when it opens', async () => {
  const { event, shift, ana, token } = await aDay();
  const beside = await aShift(app.db, { eventId: event.id, role: 'Serving', startsAt, endsAt });
  const twin = await aSignup(app.db, { shiftId: beside.id, name: 'Ana María Núñez', now: startsAt });
  const later = await aShift(app.db, {
    eventId: event.id,
    role: 'Cleaning',
    startsAt: endsAt,
    endsAt: new Date(endsAt.valueOf() + hours(1)),
  });
  await aSignup(app.db, { shiftId: later.id, name: 'Zoe Late', now: startsAt });
  const { data } = await checkIn(token, { name: 'Ana María Núñez' });
  expect(data.kioskCheckIn.outcome).toBe('CHOOSE_SHIFT');
  expect(data.kioskCheckIn.shifts.map(({ role }) => role).sort()).toEqual(['Cooking', 'Serving']);
  expect(await outcome(token, { name: 'Ana María Núñez', shiftId: shift.id })).toBe('CHECKED_IN');
  expect([await statusOf(ana.id), await statusOf(twin.id)]).toEqual(['checked_in', 'confirmed']);
  expect((await checkIn(token, { name: 'Zoe Late' })).data.kioskCheckIn).toMatchObject({
    outcome: 'NOT_OPEN_YET',
    opensAt: new Date(endsAt.valueOf() - minutes(15)).toISOString(),
  });
});

test('sends volunteers with an unsigned waiver to the team', async () => {
  const { shift, ana, token } = await aDay();
  await requireForShift(app.db, shift.id, (await aCredentialType(app.db, { kind: 'waiver' })).id);
  expect(await outcome(token, { name: 'Ana María Núñez' })).toBe('ASK_THE_TEAM');
  expect(await statusOf(ana.id)).toBe('confirmed');
});

test('sends a minor to the team while too few adults are there', async () => {
  const { event, shift, token } = await aDay();
  await app.db.query('UPDATE events.event SET with_minors = true WHERE id = $1', [event.id]);
  const kim = await aSignup(app.db, { shiftId: shift.id, name: 'Kim Young', now: startsAt });
  await app.db.query('UPDATE volunteers.volunteer SET minor = true WHERE id = $1', [kim.volunteerId]);
  expect(await outcome(token, { name: 'Kim Young' })).toBe('ASK_THE_TEAM');
  expect(await statusOf(kim.id)).toBe('confirmed');
});

test('the link works for its own event only', async () => {
  const [one, other] = [await aDay(), await aDay()];
  const bea = await aSignup(app.db, { shiftId: other.shift.id, name: 'Bea Ruiz', now: startsAt });
  const code = app.nest.get(SignedIds).sign('door', bea.id);
  expect([await outcome(one.token, { name: 'Bea Ruiz' }), await outcome(one.token, { code })]).toEqual([
    'UNKNOWN',
    'UNKNOWN',
  ]);
  const shiftId = other.shift.id;
  expect((await checkIn(one.token, { name: 'Ana María Núñez', shiftId })).data.kioskCheckIn.outcome).not.toBe(
    'CHECKED_IN',
  );
  expect([await statusOf(bea.id), await statusOf(other.ana.id)]).toEqual(['confirmed', 'confirmed']);
});

test('a revoked link stops working, and so does every link once the event is over or canceled', async () => {
  const { event, token } = await aDay();
  await change('closeKiosk', event.id);
  expect(refusal(await kiosk(token))).toBe('NOT_FOUND');
  const renewed = await tokenOf(event.id);
  expect(renewed).not.toBe(token);
  expect([refusal(await kiosk(token)), refusal(await checkIn(token, { name: 'Ana María Núñez' }))]).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
  expect((await kiosk(renewed)).errors).toBeUndefined();
  app.clock.set(endsAt);
  expect([refusal(await kiosk(renewed)), refusal(await checkIn(renewed, { name: 'Ana María Núñez' }))]).toEqual([
    'DOOR_CLOSED',
    'DOOR_CLOSED',
  ]);
  app.clock.set(startsAt);
  await app.db.query(`UPDATE events.event SET status = 'cancelled', cancel_reason = 'Storm' WHERE id = $1`, [event.id]);
  expect(refusal(await kiosk(renewed))).toBe('EVENT_OFF');
});

test('the token is rejected as a cookie, a header, or the token of any other operation', async () => {
  const { event, token, ana } = await aDay();
  for (const asking of [
    { cookie: `session=${token}` },
    { cookie: `__Host-session=${token}` },
    { headers: { authorization: `Bearer ${token}` } },
  ]) {
    const me = await app.graphql<{ me: unknown }>('{ me { id } }', {}, asking);
    expect(me.data.me).toBeNull();
    const roster = await app.graphql(
      'query ($id: ID!) { roster(eventId: $id) { totalCount } }',
      { id: event.id },
      asking,
    );
    expect(refusal(roster)).toBe('NOT_SIGNED_IN');
    const list = await app.graphql(
      'query ($id: ID!) { attendance(eventId: $id) { counts { places } } }',
      { id: event.id },
      asking,
    );
    expect(refusal(list)).toBe('NOT_SIGNED_IN');
    const mark = await app.graphql('mutation ($id: ID!) { undoCheckIn(signupId: $id) { id } }', { id: ana.id }, asking);
    expect(refusal(mark)).toBe('NOT_SIGNED_IN');
  }
  const signedIds = app.nest.get(SignedIds);
  for (const purpose of [
    'board',
    'poster',
    'signup',
    'hand-over',
    'giving',
    'my-data',
    'stop-messages',
    'wall-code',
    'door',
  ])
    expect(signedIds.verify(purpose, token)).toBeNull();
  for (const purpose of ['board', 'poster', 'signup', 'door'])
    expect(refusal(await kiosk(signedIds.sign(purpose, event.id, 1)))).toBe('NOT_FOUND');
});

async function refusedNames(token: string, tries: number): Promise<number> {
  const tried = await Promise.all(Array.from({ length: tries }, (_, n) => checkIn(token, { name: `Nobody ${n}` })));
  return tried.filter((one) => refusal(one) === 'TOO_MANY_TRIES').length;
}

test('accepts 60 names in a minute', async () => {
  const { token } = await aDay();
  expect(await refusedNames(token, 70)).toBe(10);
});

test('accepts 200 unknown names in an hour', async () => {
  const { token } = await aDay();
  let refused = 0;
  for (let minute = 0; minute < 4; minute += 1) {
    refused += await refusedNames(token, 55);
    // Simulates a minute passing: the limits use the process clock.
    await app.db.query(`DELETE FROM identity.rate_limit WHERE key LIKE 'kiosk:%'`);
  }
  expect(refused).toBe(20);
});
