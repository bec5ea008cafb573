import { refusal, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aSignup } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import { aShiftInput, eventOperations, Organizer } from '@upstander/tests/support/organizer.js';

const now = new Date('2026-10-20T18:00:00Z');
const { cancel, copy, create, publish, update } = eventOperations;
let rosa: Organizer;
let app: TestApp;

beforeAll(async () => {
  rosa = await Organizer.at(now);
  app = rosa.app;
});
afterAll(() => app.close());

describe('copying an event', () => {
  test('moves its shifts by the same local time across a daylight saving change', async () => {
    const original = await rosa.published({
      shifts: [
        aShiftInput,
        { ...aShiftInput, role: 'Cleaning', startsAtLocal: '2026-10-31T11:30', endsAtLocal: '2026-10-31T12:30' },
      ],
    });
    await aSignup(app.db, { shiftId: original.shifts[0]!.id });
    const secondCopy = await rosa.does(copy, { id: original.id });
    expect(secondCopy).toMatchObject({
      status: 'DRAFT',
      title: original.title,
      startsAtLocal: '2026-11-07T09:00',
      startsAt: '2026-11-07T17:00:00.000Z',
      shifts: [
        { startsAtLocal: '2026-11-07T09:00', startsAt: '2026-11-07T17:00:00.000Z', taken: 0 },
        { startsAtLocal: '2026-11-07T11:30', startsAt: '2026-11-07T19:30:00.000Z' },
      ],
    });
    expect(secondCopy.slug).not.toBe(original.slug);
    expect(secondCopy.shifts.map(({ id }) => id)).not.toContain(original.shifts[0]!.id);
  });

  test('uses the requested start, and rejects a skipped time by field', async () => {
    const original = await rosa.published();
    const movedCopy = await rosa.does(copy, { id: original.id, at: '2027-03-14T03:30' });
    expect(movedCopy).toMatchObject({ startsAtLocal: '2027-03-14T03:30', startsAt: '2027-03-14T10:30:00.000Z' });
    expect(await rosa.faults(copy, { id: original.id, at: '2027-03-14T02:30' })).toHaveProperty('startsAtLocal');
  });

  test('moves a past event to the next week in the future', async () => {
    const event = await anEvent(app.db, {
      chapterId: rosa.chapterId,
      startsAt: new Date('2026-03-04T18:00:00Z'),
      status: 'completed',
    });
    // A Wednesday at 10:00 in winter: the next one is tomorrow, in daylight saving time.
    expect(await rosa.does(copy, { id: event.id })).toMatchObject({
      startsAtLocal: '2026-10-21T10:00',
      startsAt: '2026-10-21T17:00:00.000Z',
    });
  });

  test('makes one copy per idempotency key', async () => {
    const original = await rosa.published();
    const first = await rosa.does(copy, { id: original.id, key: 'copy-1' });
    expect((await rosa.does(copy, { id: original.id, key: 'copy-1' })).id).toBe(first.id);
  });
});

test('completes published events that have ended and no others', async () => {
  const eventStartedAgo = (hoursAgo: number, status: 'published' | 'draft' | 'cancelled') =>
    anEvent(app.db, { startsAt: new Date(now.valueOf() - hours(hoursAgo)), status });
  const [endedEvent, runningEvent, draft, cancelled] = [
    await eventStartedAgo(4, 'published'),
    await eventStartedAgo(3, 'published'),
    await eventStartedAgo(9, 'draft'),
    await eventStartedAgo(9, 'cancelled'),
  ];
  await app.runJob('complete-events');
  const rows = await app.db.query<{ id: string; status: string }>(
    'SELECT id, status FROM events.event WHERE id = ANY ($1)',
    [[endedEvent, runningEvent, draft, cancelled].map(({ id }) => id)],
  );
  expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({
    [endedEvent.id]: 'completed',
    [runningEvent.id]: 'published',
    [draft.id]: 'draft',
    [cancelled.id]: 'cancelled',
  });
  const { slug } = endedEvent;
  const { data } = await app.graphql<{ event: { status: string } }>(`{ event(slug: "${slug}") { status } }`);
  expect(data.event.status).toBe('COMPLETED');
});

describe('access to events', () => {
  test('hides an event from organizers of other chapters in every operation', async () => {
    const stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
    const draft = await rosa.does(create, { input: rosa.input({ title: 'Secret' }) });
    const attempts: Array<[string, Record<string, unknown>]> = [
      [`query ($id: ID!) { manageEvent(id: $id) { id } }`, { id: draft.id }],
      [update, { id: draft.id, input: rosa.input() }],
      [publish, { id: draft.id }],
      [cancel, { id: draft.id, reason: 'x' }],
      [copy, { id: draft.id }],
      [create, { input: rosa.input() }],
      [publish, { id: 'not-a-uuid' }],
    ];
    for (const [query, variables] of attempts)
      expect(refusal(await app.graphql(query, variables, stranger))).toBe('NOT_FOUND');

    const bySlug = `query ($slug: String!) { event(slug: $slug) { title } }`;
    const showDraft = (session?: string) =>
      app.graphql<{ event: unknown }>(bySlug, { slug: draft.slug }, { cookie: session });
    expect((await showDraft(stranger.cookie)).data.event).toBeNull();
    expect((await showDraft()).data.event).toBeNull();
    expect((await showDraft(rosa.cookie)).data.event).toEqual({ title: 'Secret' });
  });

  test('refuses to move an event to a chapter the organizer has no access to', async () => {
    const other = await aChapter(app.db);
    const draft = await rosa.does(create, { input: rosa.input() });
    expect(refusal(await rosa.asks(update, { id: draft.id, input: rosa.input({ chapterId: other.id }) }))).toBe(
      'NOT_FOUND',
    );
  });

  test('requires an organizer account to manage events', async () => {
    expect(refusal(await app.graphql('{ manageEvents { totalCount } }'))).toBe('NOT_SIGNED_IN');
    const volunteer = await app.signedIn({ role: 'volunteer' });
    expect(refusal(await app.graphql('{ chapterTasks { failedMails } }', {}, { cookie: volunteer.cookie }))).toBe(
      'NOT_ALLOWED',
    );
  });

  test("lists an organizer's chapters in both orders and by status, and all events for an admin", async () => {
    const ownChapter = await aChapter(app.db);
    const { cookie: me } = await app.signedIn({ role: 'organizer', chapterId: ownChapter.id });
    const eventOn = (title: string, day: number, status?: 'draft' | 'completed') =>
      anEvent(app.db, { chapterId: ownChapter.id, title, status, startsAt: new Date(now.valueOf() + days(day)) });
    await eventOn('Past', -9, 'completed');
    await eventOn('Draft', 3, 'draft');
    await eventOn('Next', 1);
    const query = `query ($status: [EventStatus!], $sort: EventSort, $filter: EventFilter, $first: Int, $after: String) {
      manageEvents(status: $status, sort: $sort, filter: $filter, first: $first, after: $after) {
        edges { node { title } } totalCount pageInfo { endCursor hasNextPage }
      }
    }`;
    interface Managed {
      manageEvents: { edges: Array<{ node: { title: string } }>; totalCount: number; pageInfo: { endCursor: string } };
    }
    const list = async (variables: Record<string, unknown>, session = me) => {
      const { data, errors } = await app.graphql<Managed>(query, variables, { cookie: session });
      expect(errors).toBeUndefined();
      return data.manageEvents;
    };
    const findTitles = async (variables: Record<string, unknown>) =>
      (await list(variables)).edges.map(({ node }) => node.title);
    expect(await findTitles({})).toEqual(['Past', 'Next', 'Draft']);
    expect(await findTitles({ sort: 'STARTS_AT_DESC' })).toEqual(['Draft', 'Next', 'Past']);
    expect(await findTitles({ status: ['DRAFT', 'PUBLISHED'] })).toEqual(['Next', 'Draft']);
    expect(await findTitles({ filter: { text: 'dra' } })).toEqual(['Draft']);
    expect(await findTitles({ filter: { hasFreePlaces: true } })).toEqual([]);
    const first = await list({ sort: 'STARTS_AT_DESC', first: 2 });
    expect(await findTitles({ sort: 'STARTS_AT_DESC', after: first.pageInfo.endCursor })).toEqual(['Past']);

    const admin = await app.signedIn({ role: 'admin' });
    expect((await list({}, admin.cookie)).totalCount).toBeGreaterThan(3);
  });
});
