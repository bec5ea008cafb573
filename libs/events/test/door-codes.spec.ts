import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
let organizer: { cookie: string };
let chapter: { id: string };
const startsAt = new Date('2026-12-05T17:00:00Z');

beforeAll(async () => {
  app = await startApp();
  app.clock.set(startsAt);
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
});
beforeEach(() => app.clock.set(startsAt));
afterAll(() => app.close());

test('lists the same check-in code that the volunteer shows, until their link is revoked', async () => {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt });
  const shift = await aShift(app.db, { eventId: event.id, capacity: 1, startsAt });
  const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana', now: startsAt });
  const waitlistedSignup = await aSignup(app.db, {
    shiftId: shift.id,
    name: 'Wim',
    status: 'waitlisted',
    now: startsAt,
  });
  const showDoorCode = async (id: string, version = 0) =>
    (
      await app.graphql<{ mySignup: { doorCode: string | null; doorQrSvg: string | null } }>(
        'query ($token: String!) { mySignup(token: $token) { doorCode doorQrSvg } }',
        { token: app.nest.get(SignedIds).sign('signup', id, version) },
      )
    ).data.mySignup;
  const listDoorCodes = async () =>
    (
      await app.graphql<{ attendance: { edges: Array<{ node: { doorCode: string } }> } }>(
        'query ($id: ID!) { attendance(eventId: $id) { edges { node { doorCode } } } }',
        { id: event.id },
        organizer,
      )
    ).data.attendance.edges.map(({ node }) => node.doorCode);
  const ownCode = await showDoorCode(ana.id);
  expect(ownCode.doorQrSvg).toMatch(/^<svg .*<\/svg>\s*$/s);
  expect(await listDoorCodes()).toEqual([ownCode.doorCode]);
  expect(await showDoorCode(waitlistedSignup.id)).toEqual({ doorCode: null, doorQrSvg: null });
  // The code is signed for check-in only and opens no page.
  expect(app.nest.get(SignedIds).verify('signup', ownCode.doorCode!)).toBeNull();

  await app.db.query('UPDATE events.signup SET token_version = 1 WHERE id = $1', [ana.id]);
  expect(await listDoorCodes()).toEqual([(await showDoorCode(ana.id, 1)).doorCode]);
  expect(await listDoorCodes()).not.toContain(ownCode.doorCode);
});

interface Door {
  posterUrl: string;
  posterQrSvg: string;
  opensAt: string;
  closesAt: string;
  code: string;
  codeChangesAt: string;
  boardUrl: string | null;
}
const doorFields = 'posterUrl posterQrSvg opensAt closesAt code codeChangesAt boardUrl';
const callDoor = async (operation: string, eventId: string, session = organizer) =>
  app.graphql<Record<string, Door>>(
    `${operation === 'eventDoor' ? 'query' : 'mutation'} ($id: ID!) { ${operation}(eventId: $id) { ${doorFields} } }`,
    { id: eventId },
    session,
  );
const doorOf = async (eventId: string) => (await callDoor('eventDoor', eventId)).data['eventDoor']!;
const lastPart = (url: string) => url.split('/').at(-1)!;
const checkInHere = (input: { poster: string; code: string; token?: string }, session: { cookie?: string } = {}) =>
  app.graphql<{ checkInHere: { shifts: Array<{ role: string }> } }>(
    'mutation ($input: CheckInHereInput!) { checkInHere(input: $input) { shifts { role } } }',
    { input },
    session,
  );
const linkOf = ({ id }: { id: string }) => app.nest.get(SignedIds).sign('signup', id);

async function aDay() {
  const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Soup kitchen', startsAt });
  const shift = await aShift(app.db, { eventId: event.id, role: 'Cooking', startsAt, endsAt: hoursLater(3) });
  return { event, shift };
}
const hoursLater = (count: number) => new Date(startsAt.valueOf() + hours(count));
const statusOf = async (id: string) =>
  (await app.db.query<{ status: string }>('SELECT status FROM events.signup WHERE id = $1', [id]))[0]?.status;

test('checks in a volunteer by poster, once, and only to the shift that is open', async () => {
  const { event, shift } = await aDay();
  const later = await aShift(app.db, {
    eventId: event.id,
    role: 'Cleaning',
    startsAt: hoursLater(3),
    endsAt: hoursLater(4),
  });
  const ana = await aSignup(app.db, { shiftId: shift.id, email: 'ana@example.org', now: startsAt });
  const evening = await aSignup(app.db, { shiftId: later.id, email: 'ana@example.org', now: startsAt });
  const { posterUrl, code } = await doorOf(event.id);
  const input = { poster: lastPart(posterUrl), code, token: linkOf(ana) };
  expect((await checkInHere(input)).data.checkInHere.shifts).toEqual([{ role: 'Cooking' }]);
  expect((await checkInHere(input)).data.checkInHere.shifts).toEqual([{ role: 'Cooking' }]);
  expect([await statusOf(ana.id), await statusOf(evening.id)]).toEqual(['checked_in', 'confirmed']);
  const marks = await app.db.query('SELECT made_by FROM events.attendance_mark WHERE signup_id = $1', [ana.id]);
  expect(marks).toEqual([{ made_by: null }]);
});

test('identifies a signed-in volunteer without a link, and refuses unknown visitors', async () => {
  const { event, shift } = await aDay();
  const email = `${randomUUID()}@example.org`;
  const ana = await aSignup(app.db, { shiftId: shift.id, email, now: startsAt });
  const { posterUrl, code } = await doorOf(event.id);
  const input = { poster: lastPart(posterUrl), code };
  expect(refusal(await checkInHere(input))).toBe('NOT_KNOWN');
  expect(refusal(await checkInHere({ ...input, token: 'cut-off' }))).toBe('NOT_KNOWN');
  const session = await app.signedIn({ email });
  expect((await checkInHere(input, session)).errors).toBeUndefined();
  expect(await statusOf(ana.id)).toBe('checked_in');
});

test('changes the wall code, accepts the previous one for one more period, and limits attempts per person', async () => {
  const { event, shift } = await aDay();
  const ana = await aSignup(app.db, { shiftId: shift.id, now: startsAt });
  const { posterUrl, code, codeChangesAt } = await doorOf(event.id);
  expect(code).toMatch(/^\d{4}$/);
  const input = { poster: lastPart(posterUrl), code, token: linkOf(ana) };
  app.clock.set(new Date(codeChangesAt));
  expect((await doorOf(event.id)).code).not.toBe(code);
  // Code of another event at the same time.
  const other = await doorOf((await aDay()).event.id);
  expect(refusal(await checkInHere({ ...input, code: other.code }))).toBe('WRONG_WALL_CODE');
  expect((await checkInHere({ ...input, code: ` ${code.slice(0, 2)} ${code.slice(2)}` })).errors).toBeUndefined();
  app.clock.advance(minutes(10));
  expect(refusal(await checkInHere(input))).toBe('WRONG_WALL_CODE');

  const codes: Array<string | null> = [];
  for (let i = 0; i < 8; i++) codes.push(refusal(await checkInHere(input)));
  expect(codes).toEqual([...Array<string>(7).fill('WRONG_WALL_CODE'), 'TOO_MANY_TRIES']);
});

test('rejects a wall code that is too short or too long', async () => {
  const { event, shift } = await aDay();
  const ana = await aSignup(app.db, { shiftId: shift.id, now: startsAt });
  const { posterUrl, code } = await doorOf(event.id);
  const input = { poster: lastPart(posterUrl), token: linkOf(ana) };
  for (const typed of ['', code.slice(0, 3), `${code}0`]) {
    expect([typed, refusal(await checkInHere({ ...input, code: typed }))]).toEqual([typed, 'WRONG_WALL_CODE']);
  }
  expect(await statusOf(ana.id)).toBe('confirmed');
});

test('opens self check-in before the first shift and closes it after the last', async () => {
  const { event, shift } = await aDay();
  const ana = await aSignup(app.db, { shiftId: shift.id, now: startsAt });
  const posterAt = async (time: number) => {
    app.clock.set(new Date(startsAt.valueOf() + time));
    const { posterUrl, code, opensAt, closesAt } = await doorOf(event.id);
    expect([opensAt, closesAt]).toEqual(['2026-12-05T16:45:00.000Z', '2026-12-05T20:00:00.000Z']);
    return refusal(await checkInHere({ poster: lastPart(posterUrl), code, token: linkOf(ana) }));
  };
  expect(await posterAt(-minutes(16))).toBe('CHECK_IN_NOT_OPEN');
  expect(await posterAt(hours(3))).toBe('DOOR_CLOSED');
  expect(await statusOf(ana.id)).toBe('confirmed');
  expect(await posterAt(-minutes(15))).toBeNull();
});

test('limits a poster to its event and version, and refuses canceled sign-ups', async () => {
  const { event, shift } = await aDay();
  const ana = await aSignup(app.db, { shiftId: shift.id, now: startsAt });
  const foreignSignup = await aSignup(app.db, { shiftId: (await aDay()).shift.id, now: startsAt });
  const { posterUrl, code } = await doorOf(event.id);
  const input = { poster: lastPart(posterUrl), code, token: linkOf(ana) };
  expect(refusal(await checkInHere({ ...input, token: linkOf(foreignSignup) }))).toBe('NOT_ON_A_SHIFT');
  expect(refusal(await checkInHere({ ...input, poster: linkOf(ana) }))).toBe('NOT_FOUND');
  await app.db.query(`UPDATE events.signup SET status = 'cancelled' WHERE id = $1`, [ana.id]);
  expect(refusal(await checkInHere(input))).toBe('NOT_ON_A_SHIFT');
  const renewedDoor = (await callDoor('renewPoster', event.id)).data['renewPoster']!;
  expect(renewedDoor.posterUrl).not.toBe(posterUrl);
  expect(refusal(await checkInHere(input))).toBe('NOT_FOUND');
  expect(refusal(await checkInHere({ ...input, poster: lastPart(renewedDoor.posterUrl) }))).toBe('NOT_ON_A_SHIFT');
  await app.db.query(`UPDATE events.event SET status = 'cancelled', cancel_reason = 'Storm' WHERE id = $1`, [event.id]);
  expect(refusal(await checkInHere({ ...input, poster: lastPart(renewedDoor.posterUrl) }))).toBe('EVENT_OFF');
  const stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
  for (const operation of ['eventDoor', 'renewPoster', 'openBoard', 'closeBoard'])
    expect(refusal(await callDoor(operation, event.id, stranger))).toBe('NOT_FOUND');
});

test('names consenting adults on the wall board, counts everyone else, and shows nothing after it is closed', async () => {
  const { event, shift } = await aDay();
  const addSignup = async (name: string, isShown: boolean, set = '') => {
    const signup = await aSignup(app.db, { shiftId: shift.id, name, now: startsAt });
    await app.db.query(
      `UPDATE volunteers.volunteer SET shows_name_to_peers = $2 ${set} WHERE id = (SELECT volunteer_id FROM events.signup WHERE id = $1)`,
      [signup.id, isShown],
    );
    return signup;
  };
  const ana = await addSignup('Ana María Morales', true);
  const hiddenSignup = await addSignup('Bea Ruiz', false);
  const young = await addSignup('Kim Young', true, ', minor = true');
  const lateSignup = await addSignup('José Late', true);
  expect((await doorOf(event.id)).boardUrl).toBeNull();
  const openedDoor = (await callDoor('openBoard', event.id)).data['openBoard']!;
  expect((await callDoor('openBoard', event.id)).data['openBoard']!.boardUrl).toBe(openedDoor.boardUrl);
  for (const { id } of [ana, hiddenSignup, young]) {
    await app.graphql('mutation ($id: ID!) { checkIn(signupId: $id) { id } }', { id }, organizer);
  }
  const readWallBoard = () =>
    app.graphql<{ wallBoard: Record<'present' | 'arriving' | 'leaving', unknown[]> & { code: string | null } }>(
      `query ($token: String!) { wallBoard(token: $token) {
        code qrSvg present { role names unnamedCount } arriving { names unnamedCount } leaving { names unnamedCount } } }`,
      { token: lastPart(openedDoor.boardUrl!) },
    );
  const first = (await readWallBoard()).data.wallBoard;
  expect(first).toMatchObject({
    code: openedDoor.code,
    present: [{ role: 'Cooking', names: ['Ana M.'], unnamedCount: 2 }],
    arriving: [{ names: ['José L.'], unnamedCount: 0 }],
    leaving: [],
  });
  app.clock.set(hoursLater(2.6));
  expect((await readWallBoard()).data.wallBoard).toMatchObject({
    present: [],
    leaving: [{ names: ['Ana M.'], unnamedCount: 2 }],
  });
  app.clock.set(hoursLater(3));
  expect((await readWallBoard()).data.wallBoard).toMatchObject({ code: null, arriving: [] });
  expect(await statusOf(lateSignup.id)).toBe('confirmed');

  expect((await callDoor('closeBoard', event.id)).data['closeBoard']!.boardUrl).toBeNull();
  expect(refusal(await readWallBoard())).toBe('NOT_FOUND');
  const reopenedDoor = (await callDoor('openBoard', event.id)).data['openBoard']!;
  expect(reopenedDoor.boardUrl).not.toBe(openedDoor.boardUrl);
  expect(refusal(await readWallBoard())).toBe('NOT_FOUND');
});
