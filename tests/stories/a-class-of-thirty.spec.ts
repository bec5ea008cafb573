import { startApp, type TestApp } from '../support/app.js';
import { aChapter, aShift } from '../support/factories.js';
import { rowOfShift, withLockHeld } from '../support/lock-races.js';
import { renderSignupEmail } from '../support/signup-emails.js';
import { byLink, linkOf, readCounters, signUpExpectingPlace, type Receipt } from '../support/sign-ups.js';

/**
 * Ms. Ortiz signs up her class of 30 and names the students later; 18 of them come. A company is added by the organizer.
 */
let app: TestApp;
let organizer: { cookie: string };
let eventId: string;
let shiftId: string;
let group: Receipt;

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2027-05-01T12:00:00Z');
  const chapter = await aChapter(app.db);
  organizer = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  const startsAt = new Date('2027-05-15T17:00:00Z');
  const shift = await aShift(app.db, { capacity: 32, event: { chapterId: chapter.id, startsAt } });
  ({ id: shiftId, eventId } = shift);
  await setEvent('with_minors = true, minimum_adults = 2');
});
afterAll(() => app.close());

const ortizForm = { name: 'Elena Ortiz', email: 'ortiz@school.example' };

async function setEvent(columns: string) {
  await app.db.query(`UPDATE events.event SET ${columns} WHERE id = $1`, [eventId]);
}

async function signUpGroup(input: object) {
  const { data, errors } = await app.graphql<{ signUpGroup: { signup: Receipt & { guests: number } } } | null>(
    'mutation ($input: GroupSignUpInput!) { signUpGroup(input: $input) { signup { id status position guests } } }',
    { input: { shiftId, ...ortizForm, groupName: 'Class 8b', ...input } },
  );
  const [error] = errors ?? [];
  return {
    signup: data?.signUpGroup?.signup ?? null,
    refused: error?.extensions.code,
    details: error?.extensions.details,
  };
}

async function change(input: object) {
  const { data, errors } = await app.graphql<{ changeGroup: { signup: { guests: number } } } | null>(
    'mutation ($input: ChangeGroupInput!) { changeGroup(input: $input) { signup { status guests } } }',
    { input: { token: linkOf(app, group.id), ...input } },
  );
  const [error] = errors ?? [];
  return { signup: data?.changeGroup?.signup, refused: error?.extensions.code, details: error?.extensions.details };
}

async function asOrganizer<Result>(document: string, variables: object) {
  const { data, errors } = await app.graphql<Result>(document, variables as Record<string, unknown>, organizer);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function gap() {
  const { shiftGaps } = await asOrganizer<{ shiftGaps: Array<{ adults: number; tooFewAdults: boolean }> }>(
    'query ($id: ID!) { shiftGaps(eventId: $id) { adults tooFewAdults } }',
    { id: eventId },
  );
  return shiftGaps[0];
}

test('refuses groups until the organizer allows them, and groups that are too large', async () => {
  expect((await signUpGroup({ people: 30 })).refused).toBe('GROUPS_BY_ORGANIZER');
  await setEvent('max_group_size = 32');
  expect(await signUpGroup({ people: 33 })).toMatchObject({ refused: 'GROUP_TOO_LARGE', details: { most: 32 } });
  for (const [input, field] of [
    [{ people: 1 }, 'people'],
    [{ people: 41 }, 'people'],
    [{ people: 30, minors: 30 }, 'minors'],
    [{ people: 30, groupName: ' ' }, 'groupName'],
  ] as const) {
    const { refused, details } = await signUpGroup(input);
    expect([refused, Object.keys((details?.['fields'] ?? {}) as object)]).toEqual(['BAD_INPUT', [field]]);
  }
  expect((await signUpGroup({ people: 30, minors: 28 })).refused).toBe('AGE_NEEDED');
});

test('signs up a class of 30 with one contact, and asks for the names in the email', async () => {
  const form = { people: 30, minors: 28, oldEnough: true, idempotencyKey: 'class-8b' };
  const { signup } = await signUpGroup(form);
  group = signup!;
  expect(signup).toMatchObject({ status: 'CONFIRMED', guests: 29 });
  expect((await signUpGroup(form)).signup).toEqual(signup);
  expect((await signUpGroup({ ...form, people: 29, minors: 27 })).refused).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await readCounters(app, shiftId)).toEqual({ taken: 30, waiting: 0, true: true });
  const email = (await renderSignupEmail(app, 'signup-confirm', group))?.text;
  expect(email).toContain('Class 8b (30 people)');
  expect(email).toContain('29 people in your group aren’t named yet.');
  expect((await renderSignupEmail(app, 'signup-confirm', group, {}, 'es'))?.text).toContain('Class 8b (30 personas)');
});

test('counts the adults of a group that has no names yet', async () => {
  expect(await gap()).toEqual({ adults: 0, tooFewAdults: true });
  await byLink(app, 'confirmSignup', group.id);
  expect(await gap()).toEqual({ adults: 2, tooFewAdults: false });
});

test('refuses a second group of the same contact on the shift', async () => {
  const ortiz = await app.signedIn({ email: 'ortiz@school.example', name: 'Elena Ortiz' });
  const { errors } = await app.graphql(
    'mutation ($input: GroupSignUpInput!) { signUpGroup(input: $input) { signup { id } } }',
    { input: { shiftId, ...ortizForm, groupName: 'Class 9a', people: 2, oldEnough: true } },
    ortiz,
  );
  expect(errors?.[0]?.extensions.code).toBe('ALREADY_SIGNED_UP');
  expect(await readCounters(app, shiftId)).toEqual({ taken: 30, waiting: 0, true: true });
});

test('never overfills the shift when the class grows while someone signs up', async () => {
  const [grown, single] = await withLockHeld(app.config.DATABASE_URL, rowOfShift(shiftId), 2, () =>
    Promise.all([
      change({ people: 32, minors: 30 }),
      signUpExpectingPlace(app, { shiftId, name: 'Ana Reyes', email: 'ana@example.org', ...{ oldEnough: true } }),
    ]),
  );
  expect((await readCounters(app, shiftId)).true).toBe(true);
  const isGrown = grown.refused === undefined;
  expect([isGrown, single.status]).toEqual(isGrown ? [true, 'WAITLISTED'] : [false, 'CONFIRMED']);
  await byLink(app, 'cancelSignup', single.id);
  await change({ people: 30, minors: 28 });
});

test('says how many spots are free when more people than that want to come', async () => {
  await setEvent('max_group_size = 40');
  expect(await change({ people: 35, minors: 33 })).toMatchObject({
    refused: 'NOT_ENOUGH_PLACES',
    details: { left: 2 },
  });
  await setEvent('max_group_size = 31');
  expect(await change({ people: 32, minors: 30 })).toMatchObject({ refused: 'GROUP_TOO_LARGE', details: { most: 31 } });
  expect(await readCounters(app, shiftId)).toEqual({ taken: 30, waiting: 0, true: true });
});

test('takes names later, and shows them with the unnamed spots on the roster', async () => {
  const twoMany = await change({ people: 3, minors: 1, minorNames: ['Ada', 'Bo'] });
  expect(twoMany.details).toEqual({ fields: { minorNames: 'too-many' } });
  const named = await change({ people: 30, minors: 28, minorNames: ['Ada', 'Bo'], names: ['Mr. Kim'] });
  expect(named.signup).toMatchObject({ status: 'CONFIRMED', guests: 29 });
  const { roster } = await asOrganizer<{ roster: { edges: Array<{ node: { guestNames: string[] } }> } }>(
    `query ($id: ID!) { roster(eventId: $id, filter: { status: [CONFIRMED], text: "8B" }) {
       edges { node { groupName guests minorGuests guestNames } } } }`,
    { id: eventId },
  );
  const unnamed = Array.from({ length: 26 }, () => '');
  expect(roster.edges.map(({ node }) => node)).toEqual([
    { groupName: 'Class 8b', guests: 29, minorGuests: 28, guestNames: ['Ada', 'Bo', ...unnamed, 'Mr. Kim'] },
  ]);
  expect((await renderSignupEmail(app, 'reminder-day-before', group, { start: 1810400400 }))?.text).toContain(
    '26 people in your group aren’t named yet.',
  );
});

test('keeps groups and guests apart', async () => {
  const { errors } = await app.graphql(
    'mutation ($input: ChangeGuestsInput!) { changeGuests(input: $input) { signup { id } } }',
    { input: { token: linkOf(app, group.id), guests: 1 } },
  );
  expect(errors?.[0]?.extensions.code).toBe('TOO_MANY_GUESTS');
  const eve = await signUpExpectingPlace(app, { shiftId, name: 'Eve', ...{ oldEnough: true } });
  expect((await change({ people: 2, token: linkOf(app, eve.id) })).refused).toBe('NOT_A_GROUP');
  await byLink(app, 'cancelSignup', eve.id);
});

test('offers freed spots to the waitlist when the class gets smaller', async () => {
  const waiting: Receipt[] = [];
  for (const name of ['Ben', 'Cid', 'Dan'])
    waiting.push(await signUpExpectingPlace(app, { shiftId, name, ...{ oldEnough: true } }));
  expect(waiting.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'WAITLISTED']);
  await change({ people: 25, minors: 23, minorNames: ['Ada', 'Bo'], names: ['Mr. Kim'] });
  const [dan] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [waiting[2]!.id]);
  expect(dan).toEqual({ status: 'offered' });
  expect(await readCounters(app, shiftId)).toEqual({ taken: 28, waiting: 0, true: true });
});

test('counts who came per person: 18 of 25', async () => {
  app.clock.set('2027-05-15T17:05:00Z');
  expect((await change({ people: 20 })).refused).toBe('SHIFT_STARTED');
  const absent = Array.from({ length: 7 }, (_, index) => index + 10);
  const mark = (absentGuests: number[]) =>
    app.graphql<{ markAbsentGuests: { absentGuests: number[] } } | null>(
      'mutation ($id: ID!, $absent: [Int!]!) { markAbsentGuests(signupId: $id, absentGuests: $absent) { absentGuests } }',
      { id: group.id, absent: absentGuests },
      organizer,
    );
  expect((await mark(absent)).errors?.[0]?.extensions.code).toBe('NOT_CHECKED_IN');
  await asOrganizer('mutation ($id: ID!) { checkIn(signupId: $id) { id } }', { id: group.id });
  expect((await mark([25])).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  expect((await mark([...absent, 10])).data?.markAbsentGuests).toEqual({ absentGuests: absent });
  const { attendance } = await asOrganizer<{ attendance: { counts: object } }>(
    'query ($id: ID!) { attendance(eventId: $id) { counts { places unmarked checkedIn noShows } } }',
    { id: eventId },
  );
  expect(attendance.counts).toEqual({ places: 27, unmarked: 2, checkedIn: 18, noShows: 7 });
  expect(await gap()).toEqual({ adults: 2, tooFewAdults: false });
  await mark([...absent, 24]);
  expect(await gap()).toEqual({ adults: 1, tooFewAdults: true });
});

test('refuses to check in a group with minors while the shift has too few adults', async () => {
  await setEvent('minimum_adults = 10');
  await asOrganizer('mutation ($id: ID!) { undoCheckIn(signupId: $id) { id } }', { id: group.id });
  const { errors } = await app.graphql(
    'mutation ($id: ID!) { checkIn(signupId: $id) { id } }',
    { id: group.id },
    organizer,
  );
  expect(errors?.[0]?.extensions.code).toBe('TOO_FEW_ADULTS');
});

test('lets the organizer add a company by hand and change it', async () => {
  app.clock.set('2027-05-01T12:00:00Z');
  const shift = await aShift(app.db, {
    capacity: 40,
    event: { chapterId: await chapterOf(), startsAt: new Date('2027-06-15T17:00:00Z') },
  });
  const { addGroup } = await asOrganizer<{ addGroup: { id: string } }>(
    `mutation ($id: ID!, $people: Int!) { addGroup(shiftId: $id, groupName: "Acme", name: "Jo Park", email: "jo@acme.example", people: $people) {
       id status guests groupName } }`,
    { id: shift.id, people: 12 },
  );
  expect(addGroup).toMatchObject({ status: 'CONFIRMED', guests: 11, groupName: 'Acme' });
  const { updateGroup } = await asOrganizer<{ updateGroup: object }>(
    'mutation ($id: ID!) { updateGroup(signupId: $id, people: 40, names: ["Lee"]) { guests guestNames } }',
    { id: addGroup.id },
  );
  expect(updateGroup).toEqual({ guests: 39, guestNames: ['Lee'] });
  expect(await readCounters(app, shift.id)).toEqual({ taken: 40, waiting: 0, true: true });
  await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [shift.id]);
  const { errors } = await app.graphql(
    'mutation ($id: ID!) { updateGroup(signupId: $id, people: 40, minors: 1) { id } }',
    { id: addGroup.id },
    organizer,
  );
  expect(errors?.[0]?.extensions.code).toBe('TOO_YOUNG');
});

async function chapterOf(): Promise<string> {
  const [row] = await app.db.query<{ id: string }>('SELECT chapter_id AS id FROM events.event WHERE id = $1', [
    eventId,
  ]);
  return row!.id;
}
