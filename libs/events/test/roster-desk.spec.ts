import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup, type SignupParts } from '@upstander/tests/support/factories.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';
import { randomUUID } from 'node:crypto';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string; accountId: string };
let stranger: { cookie: string };

const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date('2026-12-05T20:00:00Z');
const before = (ms: number) => new Date(startsAt.valueOf() - ms);

beforeAll(async () => {
  app = await startApp();
  app.clock.set(startsAt);
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(() => app.clock.set(startsAt));
afterAll(() => app.close());

async function aDay() {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt, endsAt });
  const shift = await aShift(app.db, { eventId: event.id, startsAt, endsAt });
  const signUp = (parts: SignupParts = {}) => aSignup(app.db, { shiftId: shift.id, now: startsAt, ...parts });
  return { event, shift, signUp };
}

interface Row {
  name: string;
  status: string;
  minutes: number | null;
  earlyReason: string | null;
  checkedInAt: string | null;
}

const roster = async (eventId: string, variables: Record<string, unknown> = {}) =>
  (
    await app.graphql<{ roster: { edges: Array<{ node: Row }>; pageInfo: { endCursor: string } } }>(
      `query ($eventId: ID!, $order: RosterOrder, $first: Int, $after: String) {
        roster(eventId: $eventId, order: $order, first: $first, after: $after) {
          edges { node { name status minutes earlyReason checkedInAt } } pageInfo { endCursor }
        }
      }`,
      { eventId, ...variables },
      organizer,
    )
  ).data.roster;
const rows = async (eventId: string, order?: string) =>
  (await roster(eventId, { order })).edges.map(({ node }) => node);
const names = async (eventId: string, order?: string) => (await rows(eventId, order)).map(({ name }) => name);

const checkIn = (signupId: string, variables: Record<string, unknown> = {}) =>
  app.graphql<{ checkIn: { status: string } }>(
    `mutation ($signupId: ID!, $at: DateTime, $earlyReason: String) {
      checkIn(signupId: $signupId, at: $at, earlyReason: $earlyReason) { status }
    }`,
    { signupId, ...variables },
    organizer,
  );
const correct = (signupId: string, variables: Record<string, unknown>) =>
  app.graphql<{ correctAttendance: { status: string } }>(
    `mutation ($signupId: ID!, $arrivedAt: DateTime!, $leftAt: DateTime, $earlyReason: String) {
      correctAttendance(signupId: $signupId, arrivedAt: $arrivedAt, leftAt: $leftAt, earlyReason: $earlyReason) { status }
    }`,
    { signupId, ...variables },
    organizer,
  );

describe('the roster as a table', () => {
  it('sorts by name, sign-up, shift and arrival, also across pages', async () => {
    const { event, signUp } = await aDay();
    const evening = await aShift(app.db, {
      eventId: event.id,
      startsAt: new Date(startsAt.valueOf() + hours(1)),
      endsAt,
    });
    const zoe = await signUp({ name: 'Zoe', now: before(hours(30)) });
    await signUp({ name: 'Ángel', now: before(hours(20)), shiftId: evening.id });
    const bea = await signUp({ name: 'bea', now: before(hours(10)) });
    await checkIn(bea.id, { at: startsAt.toISOString() });
    app.clock.advance(minutes(5));
    await checkIn(zoe.id);
    expect(await names(event.id)).toEqual(['Zoe', 'Ángel', 'bea']);
    expect(await names(event.id, 'NEWEST')).toEqual(['bea', 'Ángel', 'Zoe']);
    expect(await names(event.id, 'NAME')).toEqual(['Ángel', 'bea', 'Zoe']);
    expect(await names(event.id, 'SHIFT')).toEqual(['bea', 'Zoe', 'Ángel']);
    expect(await names(event.id, 'ARRIVED')).toEqual(['bea', 'Zoe', 'Ángel']);
    for (const order of ['SIGNED_UP', 'NEWEST', 'NAME', 'SHIFT', 'ARRIVED']) {
      const seen: string[] = [];
      for (let after: string | null = null; seen.length < 3;) {
        const page: Awaited<ReturnType<typeof roster>> = await roster(event.id, { order, first: 1, after });
        seen.push(...page.edges.map(({ node }) => node.name));
        after = page.pageInfo.endCursor;
      }
      expect(seen).toEqual(await names(event.id, order));
    }
  });

  it('shows the minutes of everyone who has left, and approved hours instead once there are any', async () => {
    const { event, signUp } = await aDay();
    const ana = await signUp({ name: 'Ana' });
    await signUp({ name: 'Bea' });
    app.clock.set(new Date(endsAt.valueOf() + hours(1)));
    await correct(ana.id, {
      arrivedAt: new Date(startsAt.valueOf() + minutes(30)).toISOString(),
      leftAt: new Date(startsAt.valueOf() + minutes(105)).toISOString(),
    });
    expect(await rows(event.id, 'NAME')).toMatchObject([
      { name: 'Ana', minutes: 75 },
      { name: 'Bea', minutes: null },
    ]);
    await app.graphql('mutation ($id: ID!) { approveHours(eventId: $id) { minutes } }', { id: event.id }, organizer);
    await app.db.query('UPDATE volunteers.hours SET minutes = 80 WHERE signup_id = $1', [ana.id]);
    expect((await rows(event.id, 'NAME'))[0]).toMatchObject({ minutes: 80 });
  });
});

describe('checking in early', () => {
  it('requires a reason, counts the time before the shift and shows the reason on the roster', async () => {
    const { event, signUp } = await aDay();
    const { id } = await signUp({ name: 'Ana' });
    app.clock.set(before(hours(2)));
    expect(refusal(await checkIn(id))).toBe('TOO_EARLY');
    expect(refusal(await checkIn(id, { earlyReason: '   ' }))).toBe('TOO_EARLY');
    expect((await checkIn(id, { earlyReason: 'Sets up the tables' })).data.checkIn.status).toBe('CHECKED_IN');
    app.clock.set(endsAt);
    await app.graphql('mutation ($id: ID!) { checkOut(signupId: $id) { id } }', { id }, organizer);
    expect(await rows(event.id)).toMatchObject([{ minutes: 300, earlyReason: 'Sets up the tables' }]);
  });

  it('refuses more than 12 hours before the shift', async () => {
    const { event, signUp } = await aDay();
    const { id } = await signUp();
    app.clock.set(before(hours(12) + minutes(1)));
    expect(refusal(await checkIn(id, { earlyReason: 'Sets up' }))).toBe('TOO_EARLY');
    expect(await rows(event.id)).toMatchObject([{ status: 'CONFIRMED', earlyReason: null }]);
    app.clock.set(before(hours(12)));
    expect((await checkIn(id, { earlyReason: 'Sets up' })).data.checkIn.status).toBe('CHECKED_IN');
  });

  it('ignores the reason once check-in is open, so that the time before the shift does not count', async () => {
    const { event, signUp } = await aDay();
    const { id } = await signUp();
    app.clock.set(before(minutes(10)));
    await checkIn(id, { earlyReason: 'Always early' });
    app.clock.set(endsAt);
    await app.graphql('mutation ($id: ID!) { checkOut(signupId: $id) { id } }', { id }, organizer);
    expect(await rows(event.id)).toMatchObject([{ minutes: 180, earlyReason: null }]);
  });

  it('forgets the reason when the check-in is undone', async () => {
    const { event, signUp } = await aDay();
    const { id } = await signUp();
    app.clock.set(before(hours(2)));
    await checkIn(id, { earlyReason: 'Sets up' });
    await app.graphql('mutation ($id: ID!) { undoCheckIn(signupId: $id) { id } }', { id }, organizer);
    expect(await rows(event.id)).toMatchObject([{ status: 'CONFIRMED', earlyReason: null }]);
    expect(refusal(await checkIn(id))).toBe('TOO_EARLY');
  });

  it('accepts the reason with marks of a phone that was offline, and with corrected times', async () => {
    const { event, signUp } = await aDay();
    const [ana, bea] = [await signUp({ name: 'Ana' }), await signUp({ name: 'Bea' })];
    app.clock.set(endsAt);
    const at = before(hours(1)).toISOString();
    const marks = [{ id: randomUUID(), signupId: ana.id, kind: 'CHECK_IN', at, earlyReason: 'Drove the van' }];
    const recorded = await app.graphql<{ recordAttendance: Array<{ code: string }> }>(
      'mutation ($marks: [AttendanceMarkInput!]!) { recordAttendance(marks: $marks) { code } }',
      { marks },
      organizer,
    );
    expect(recorded.data.recordAttendance).toEqual([{ code: 'RECORDED' }]);
    const times = { arrivedAt: at, leftAt: endsAt.toISOString() };
    expect(refusal(await correct(bea.id, times))).toBe('TOO_EARLY');
    await correct(bea.id, { ...times, earlyReason: 'Drove the van' });
    expect(await rows(event.id, 'NAME')).toMatchObject([
      { name: 'Ana', earlyReason: 'Drove the van' },
      { name: 'Bea', earlyReason: 'Drove the van', minutes: 240 },
    ]);
    await correct(bea.id, { arrivedAt: startsAt.toISOString(), leftAt: endsAt.toISOString() });
    expect((await rows(event.id, 'NAME'))[1]).toMatchObject({ earlyReason: null, minutes: 180 });
  });
});

describe('emergency contacts of everyone present', () => {
  const present = (eventId: string, session: { cookie: string } = organizer) =>
    app.graphql<{ presentEmergencyContacts: Array<{ name: string; contact: { name: string } | null }> }>(
      'query ($id: ID!) { presentEmergencyContacts(eventId: $id) { name contact { name } } }',
      { id: eventId },
      session,
    );

  it('lists only people who are checked in, and records each access to a contact', async () => {
    const { event, signUp } = await aDay();
    const [ana, bea, cal] = [
      await signUp({ name: 'Ana' }),
      await signUp({ name: 'Bea', proven: false }),
      await signUp(),
    ];
    await signUp({ name: 'Dan', status: 'waitlisted' });
    for (const { volunteerId } of [ana, bea, cal]) {
      await app.db.query(
        `INSERT INTO volunteers.emergency_contact (volunteer_id, name, phone, updated_at) VALUES ($1, 'Luz', '+13105550143', now())`,
        [volunteerId],
      );
    }
    await checkIn(ana.id);
    await checkIn(bea.id);
    expect(refusal(await present(event.id, stranger))).toBe('NOT_FOUND');
    expect((await present(event.id)).data.presentEmergencyContacts).toEqual([
      { name: 'Ana', contact: { name: 'Luz' } },
      // The address isn't confirmed, so the record may belong to someone else.
      { name: 'Bea', contact: null },
    ]);
    const accesses = await app.db.query(
      `SELECT volunteer_id, by_account_id, chapter_id, detail FROM volunteers.history WHERE kind = 'emergency-contact-read'
       AND volunteer_id = ANY ($1)`,
      [[ana, bea, cal].map(({ volunteerId }) => volunteerId)],
    );
    expect(accesses).toEqual([
      { volunteer_id: ana.volunteerId, by_account_id: organizer.accountId, chapter_id: chapter.id, detail: ana.id },
    ]);
    app.clock.set(new Date(endsAt.valueOf() + hours(25)));
    expect((await present(event.id)).data.presentEmergencyContacts).toEqual([]);
  });
});
