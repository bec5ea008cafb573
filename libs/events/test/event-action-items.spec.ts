import { SignedIds } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';

interface Answer {
  chapterTasks: {
    understaffed: Array<{ event: { title: string }; shift: { role: string; taken: number; capacity: number } }>;
    failedMails: number;
    unconfirmedSignups: number;
    unconfirmed: Array<{ event: { title: string }; count: number }>;
    feedback: Array<{ event: { title: string }; count: number; average: number | null }>;
    upcoming: Array<{ title: string }>;
    firstRun: Record<string, boolean>;
  };
}

const query = `{ chapterTasks {
  understaffed { event { title } shift { role taken capacity } }
  failedMails unconfirmedSignups unconfirmed { event { title } count } feedback { event { title } count average }
  upcoming { title }
  firstRun { hasChapter hasEvent hasPublished hasSecondStep hasOrganizer }
} }`;

const now = new Date('2026-12-01T20:00:00Z');
const at = (milliseconds: number) => new Date(now.valueOf() + milliseconds);
let app: TestApp;
let chapterId: string;
let cookie: string;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
});
afterAll(() => app.close());
beforeEach(async () => {
  chapterId = (await aChapter(app.db)).id;
  cookie = (await app.signedIn({ role: 'organizer', chapterId })).cookie;
});

async function findNeeds(session = cookie): Promise<Answer['chapterTasks']> {
  const { data, errors } = await app.graphql<Answer>(query, {}, { cookie: session });
  expect(errors).toBeUndefined();
  return data.chapterTasks;
}

async function shiftWith(takenPlaces: number, event: Parameters<typeof anEvent>[1], role = 'Packing'): Promise<string> {
  const { id } = await anEvent(app.db, { chapterId, ...event });
  const shift = await aShift(app.db, { eventId: id, capacity: 4, role });
  for (let i = 0; i < takenPlaces; i += 1) await aSignup(app.db, { shiftId: shift.id, now });
  return shift.id;
}

test('lists shifts of the next seven days with fewer than half of their places taken, soonest first', async () => {
  await shiftWith(1, { title: 'In six days', startsAt: at(days(6)) });
  await shiftWith(0, { title: 'Tomorrow', startsAt: at(days(1)) });
  await shiftWith(2, { title: 'Half full', startsAt: at(days(1)) });
  await shiftWith(0, { title: 'In eight days', startsAt: at(days(8)) });
  await shiftWith(0, { title: 'Begun', startsAt: at(-hours(1)) });
  await shiftWith(0, { title: 'Draft', startsAt: at(days(1)), status: 'draft' });
  await shiftWith(0, { title: 'Called off', startsAt: at(days(1)), status: 'cancelled' });
  await aShift(app.db, { event: { title: 'Another chapter', startsAt: at(days(1)) } });
  expect((await findNeeds()).understaffed).toEqual([
    { event: { title: 'Tomorrow' }, shift: { role: 'Packing', taken: 0, capacity: 4 } },
    { event: { title: 'In six days' }, shift: { role: 'Packing', taken: 1, capacity: 4 } },
  ]);
});

test("lists the next six events of the organizer's chapters, including ongoing ones", async () => {
  for (let i = 0; i < 7; i += 1)
    await anEvent(app.db, { chapterId, title: `Event ${i}`, startsAt: at(days(i) - hours(1)) });
  await anEvent(app.db, { chapterId, title: 'Over', startsAt: at(-days(1)) });
  await anEvent(app.db, { chapterId, title: 'Draft', startsAt: at(days(1)), status: 'draft' });
  expect((await findNeeds()).upcoming.map(({ title }) => title)).toEqual([0, 1, 2, 3, 4, 5].map((i) => `Event ${i}`));
});

test('counts sign-ups with an unconfirmed address', async () => {
  const shiftId = await shiftWith(1, { startsAt: at(days(9)) });
  await aSignup(app.db, { shiftId, proven: false, now });
  await aSignup(app.db, { shiftId, proven: false, status: 'waitlisted', now });
  await aSignup(app.db, { proven: false, now });
  expect((await findNeeds()).unconfirmedSignups).toBe(2);
});

test('counts feedback immediately, shows ratings from five answers on, lists comments, and never shows a name', async () => {
  const event = await anEvent(app.db, { chapterId, title: 'Yesterday', startsAt: at(-days(1)) });
  const shift = await aShift(app.db, { eventId: event.id });
  const answers = [
    [5, 'Warm soup, warm people.'],
    [4, null],
    [2, 'Nobody opened the door.'],
    [5, null],
    [4, 'See you in spring.'],
  ] as const;
  const giveFeedback = async ([rating, comment]: (typeof answers)[number]) => {
    const { id } = await aSignup(app.db, { shiftId: shift.id, name: 'Xochitl Secret', now: at(-days(3)) });
    const input = { token: app.nest.get(SignedIds).sign('signup', id), rating, comment };
    const response = await app.graphql('mutation ($input: FeedbackInput!) { giveFeedback(input: $input) { ok } }', {
      input,
    });
    expect(response.errors).toBeUndefined();
  };
  const [last, ...four] = [...answers].reverse();
  for (const answer of four) await giveFeedback(answer);
  expect((await findNeeds()).feedback).toEqual([{ event: { title: 'Yesterday' }, count: 4, average: null }]);

  const readFeedback = (after: string | null, session = cookie) =>
    app.graphql<{
      eventFeedback: {
        average: number | null;
        totalCount: number;
        ratings: Array<{ rating: number; count: number }> | null;
        edges: Array<{ node: { rating: number | null; comment: string | null } }>;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }>(
      `query ($id: ID!, $after: String) { eventFeedback(eventId: $id, first: 3, after: $after) {
        average totalCount ratings { rating count } edges { node { rating comment } } pageInfo { hasNextPage endCursor }
      } }`,
      { id: event.id, after },
      { cookie: session },
    );
  // With four answers, a low rating could identify its author.
  const firstAnswers = (await readFeedback(null)).data.eventFeedback;
  expect(firstAnswers).toMatchObject({ totalCount: 4, average: null, ratings: null });
  expect(firstAnswers.edges.map(({ node }) => node.rating)).toEqual([null, null, null]);

  await giveFeedback(last!);
  expect((await findNeeds()).feedback).toEqual([{ event: { title: 'Yesterday' }, count: 5, average: 4 }]);
  const first = await readFeedback(null);
  expect(first.data.eventFeedback).toMatchObject({ totalCount: 5, average: 4, pageInfo: { hasNextPage: true } });
  expect(first.data.eventFeedback.ratings?.map(({ count }) => count)).toEqual([2, 2, 0, 1, 0]);
  const second = await readFeedback(first.data.eventFeedback.pageInfo.endCursor);
  const nodes = [first, second].flatMap(({ data }) => data.eventFeedback.edges.map(({ node }) => node));
  expect(nodes).toHaveLength(5);
  expect(nodes).toEqual(expect.arrayContaining(answers.map(([rating, comment]) => ({ rating, comment }))));
  expect(JSON.stringify([first, second])).not.toContain('Xochitl');

  const stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
  expect(refusal(await readFeedback(null, stranger.cookie))).toBe('NOT_FOUND');
  expect((await findNeeds(stranger.cookie)).feedback).toEqual([]);
  app.clock.advance(days(15));
  expect((await findNeeds()).feedback).toEqual([]);
  app.clock.set(now);
});

test('counts undelivered emails, for organization-wide admins only', async () => {
  await app.db.query(
    `INSERT INTO notifications.mail (key, template, recipient, status, due_at, created_at) VALUES
       ('a', 't', 'a@example.org', 'failed', $1, $1), ('b', 't', 'b@example.org', 'bounced', $1, $1),
       ('c', 't', 'c@example.org', 'sent', $1, $1), ('d', 't', 'd@example.org', 'failed', $2, $2)`,
    [at(-days(1)), at(-days(15))],
  );
  expect((await findNeeds()).failedMails).toBe(0);
  const admin = await app.signedIn({ role: 'admin' });
  expect((await findNeeds(admin.cookie)).failedMails).toBe(2);
});

test('tracks the first steps of a new installation', async () => {
  const initialSetup = {
    hasChapter: true,
    hasEvent: false,
    hasPublished: false,
    hasSecondStep: false,
    hasOrganizer: true,
  };
  expect((await findNeeds()).firstRun).toEqual(initialSetup);
  await anEvent(app.db, { chapterId, status: 'draft' });
  expect((await findNeeds()).firstRun).toEqual({ ...initialSetup, hasEvent: true });
  await anEvent(app.db, { chapterId });
  expect((await findNeeds()).firstRun).toEqual({ ...initialSetup, hasEvent: true, hasPublished: true });
});
