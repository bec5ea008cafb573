import { SecurityEvents } from '@upstander/identity';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';

interface Page {
  events: {
    edges: Array<{
      cursor: string;
      node: { title: string; slug: string; status: string; shifts: Array<{ role: string; placesLeft: number }> };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    totalCount: number;
    totalIsCapped: boolean;
  };
}

const list = `query ($filter: EventFilter, $first: Int, $after: String) {
  events(filter: $filter, first: $first, after: $after) {
    edges { cursor node { title slug status shifts { role placesLeft } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount totalIsCapped
  }
}`;

const now = new Date('2026-12-01T20:00:00Z');
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
});
afterAll(() => app.close());
beforeEach(() => app.db.query('DELETE FROM events.event'));

async function findTitles(filter: Record<string, unknown> = {}): Promise<string[]> {
  const { data, errors } = await app.graphql<Page>(list, { filter });
  expect(errors).toBeUndefined();
  return data.events.edges.map(({ node }) => node.title);
}

const timeInDays = (n: number) => new Date(now.valueOf() + days(n));

test('lists upcoming events with their shifts, soonest first', async () => {
  const later = await anEvent(app.db, { title: 'Later', startsAt: timeInDays(3) });
  const soonerEvent = await anEvent(app.db, { title: 'Sooner', startsAt: timeInDays(2) });
  await aShift(app.db, { eventId: soonerEvent.id, role: 'Welcome desk', capacity: 3 });
  const { id: shiftId } = await aShift(app.db, { eventId: later.id, role: 'Driver', capacity: 5 });
  await aSignup(app.db, { shiftId });

  const { data } = await app.graphql<Page>(list);
  expect(data.events.edges.map(({ node }) => node)).toEqual([
    { title: 'Sooner', slug: soonerEvent.slug, status: 'PUBLISHED', shifts: [{ role: 'Welcome desk', placesLeft: 3 }] },
    { title: 'Later', slug: later.slug, status: 'PUBLISHED', shifts: [{ role: 'Driver', placesLeft: 4 }] },
  ]);
  expect(data.events).toMatchObject({ totalCount: 2, totalIsCapped: false });
});

test('hides drafts and past events, and shows canceled ones until their end', async () => {
  await anEvent(app.db, { title: 'Draft', startsAt: timeInDays(1), status: 'draft' });
  await anEvent(app.db, { title: 'Over', startsAt: timeInDays(-2), status: 'completed' });
  await anEvent(app.db, { title: 'Long ago', startsAt: timeInDays(-2), status: 'cancelled' });
  await anEvent(app.db, { title: 'Called off', startsAt: timeInDays(1), status: 'cancelled' });
  await anEvent(app.db, { title: 'On', startsAt: timeInDays(2) });
  expect(await findTitles()).toEqual(['Called off', 'On']);
  expect(await findTitles({ from: '2026-11-01' })).toEqual(['Called off', 'On']);
});

test('finds events by ID if they are public', async () => {
  const soonEvent = await anEvent(app.db, { title: 'On', startsAt: timeInDays(2) });
  const draft = await anEvent(app.db, { title: 'Draft', startsAt: timeInDays(1), status: 'draft' });
  await anEvent(app.db, { title: 'Another', startsAt: timeInDays(1) });
  expect(await findTitles({ ids: [soonEvent.id, draft.id, 'no-such-id'] })).toEqual(['On']);
  expect(await findTitles({ ids: [] })).toEqual([]);
  const refusedAnswer = await app.graphql(list, { filter: { ids: Array.from({ length: 51 }, () => soonEvent.id) } });
  expect(refusedAnswer.errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_INPUT',
    details: { fields: { 'filter.ids': 'too-many' } },
  });
});

test('returns the same data for a card and a full event', async () => {
  await aShift(app.db, { event: { startsAt: timeInDays(1) } });
  const card = `id slug title summary startsAt endsAt timeZone status online place languages
    chapter { id name slug timeZone } shifts { id role startsAt endsAt capacity taken waiting placesLeft }`;
  const ask = async (extraArguments: string) =>
    (
      await app.graphql<{ events: { edges: Array<{ node: Record<string, unknown> }> } }>(
        `{ events { edges { node { ${card} ${extraArguments} } } } }`,
      )
    ).data.events.edges[0]!.node;
  const { description, bring: bringText, ...fullEvent } = await ask('description bring');
  expect([description, bringText]).toEqual(['', null]);
  expect(await ask('')).toEqual(fullEvent);
  const other = await ask('startsAtLocal chapter { city } shifts { startsAtLocal minimumAge note }');
  expect(other).toMatchObject({ startsAtLocal: '2026-12-02T12:00', shifts: [{ startsAtLocal: '2026-12-02T12:00' }] });
});

describe('days are local to the event', () => {
  // It is noon on December 1 in Los Angeles and 09:00 on December 2 in Auckland.
  test('starts today at local midnight', async () => {
    const eventAt = (title: string, startsAt: string, timeZone: string) =>
      anEvent(app.db, { title, startsAt: new Date(startsAt), timeZone });
    await eventAt('This morning', '2026-12-01T08:00:00Z', 'America/Los_Angeles');
    await eventAt('Last night', '2026-12-01T07:59:00Z', 'America/Los_Angeles');
    await eventAt('Auckland, this morning', '2026-12-01T11:00:00Z', 'Pacific/Auckland');
    await eventAt('Auckland, last night', '2026-12-01T10:59:00Z', 'Pacific/Auckland');
    expect(await findTitles()).toEqual(['This morning', 'Auckland, this morning']);
    expect(await findTitles({ from: '2026-12-01' })).toEqual([
      'This morning',
      'Auckland, last night',
      'Auckland, this morning',
    ]);
    expect(await findTitles({ from: '2026-11-30', to: '2026-12-01' })).toEqual([
      'Last night',
      'This morning',
      'Auckland, last night',
    ]);
    expect(await findTitles({ from: '2026-12-02', to: '2026-12-02' })).toEqual(['Auckland, this morning']);
  });

  test('covers the first and the last time zone of a day', async () => {
    await anEvent(app.db, {
      title: 'First',
      startsAt: new Date('2026-12-09T10:00:00Z'),
      timeZone: 'Pacific/Kiritimati',
    });
    await anEvent(app.db, { title: 'Last', startsAt: new Date('2026-12-11T10:30:00Z'), timeZone: 'Pacific/Pago_Pago' });
    expect(await findTitles({ from: '2026-12-10', to: '2026-12-10' })).toEqual(['First', 'Last']);
    expect(await findTitles({ from: '2026-12-11' })).toEqual([]);
    expect(await findTitles({ to: '2026-12-09' })).toEqual([]);
  });
});

describe('filters', () => {
  test('by chapter', async () => {
    const oakland = await aChapter(app.db, { name: 'Oakland' });
    await anEvent(app.db, { title: 'Here', chapterId: oakland.id });
    await anEvent(app.db, { title: 'Elsewhere' });
    expect(await findTitles({ chapter: oakland.slug })).toEqual(['Here']);
    expect(await findTitles({ chapter: 'no-such-chapter' })).toEqual([]);
  });

  test('by place, ignoring case and accents, and treating wildcards as text', async () => {
    await anEvent(app.db, { title: 'Peña', place: 'Centro Peña, 5 Oak St, San José', startsAt: timeInDays(1) });
    await anEvent(app.db, { title: 'Main', place: '100% Main St', startsAt: timeInDays(2) });
    await anEvent(app.db, { title: 'Online', place: null, online: true, startsAt: timeInDays(3) });
    expect(await findTitles({ place: 'san jose' })).toEqual(['Peña']);
    expect(await findTitles({ place: 'PENA oak' })).toEqual(['Peña']);
    expect(await findTitles({ place: '100%' })).toEqual(['Main']);
    expect(await findTitles({ place: '%' })).toEqual([]);
    expect(await findTitles({ place: '1' })).toEqual(['Main']);
    expect(await findTitles({ place: ' ' })).toEqual(['Peña', 'Main', 'Online']);
  });

  test('by online or in person', async () => {
    await anEvent(app.db, { title: 'Online', place: null, online: true });
    await anEvent(app.db, { title: 'At a place' });
    expect(await findTitles({ remote: true })).toEqual(['Online']);
    expect(await findTitles({ remote: false })).toEqual(['At a place']);
  });

  test('by language', async () => {
    await anEvent(app.db, { title: 'Both', languages: ['en', 'es'], startsAt: timeInDays(1) });
    await anEvent(app.db, { title: 'English', languages: ['en'], startsAt: timeInDays(2) });
    expect(await findTitles({ language: 'es' })).toEqual(['Both']);
    expect(await findTitles({ language: 'EN' })).toEqual(['Both', 'English']);
  });

  test('by words of three or more letters anywhere, shorter ones at the beginning', async () => {
    await anEvent(app.db, { title: 'Care kit packing', summary: '', startsAt: timeInDays(1) });
    await anEvent(app.db, { title: 'Línea de ayuda', summary: 'Answer calls', startsAt: timeInDays(2) });
    expect(await findTitles({ text: 'packing CARE' })).toEqual(['Care kit packing']);
    expect(await findTitles({ text: 'linea' })).toEqual(['Línea de ayuda']);
    expect(await findTitles({ text: 'nswer' })).toEqual(['Línea de ayuda']);
    expect(await findTitles({ text: 'li' })).toEqual(['Línea de ayuda']);
    expect(await findTitles({ text: 'ki' })).toEqual([]);
    expect(await findTitles({ text: 'kit c_re' })).toEqual([]);
  });

  test('by free places on an upcoming shift', async () => {
    const fullEvent = await anEvent(app.db, { title: 'Full', startsAt: timeInDays(1) });
    const { id: shiftId } = await aShift(app.db, { eventId: fullEvent.id, capacity: 1 });
    await aSignup(app.db, { shiftId });
    const half = await anEvent(app.db, { title: 'One of two', startsAt: timeInDays(2) });
    const { id: fullShift } = await aShift(app.db, { eventId: half.id, capacity: 1 });
    await aSignup(app.db, { shiftId: fullShift });
    await aShift(app.db, { eventId: half.id });
    await aShift(app.db, { eventId: half.id });
    const runningEvent = await anEvent(app.db, { title: 'Under way', startsAt: new Date(now.valueOf() - hours(2)) });
    await aShift(app.db, { eventId: runningEvent.id, endsAt: new Date(now.valueOf() + hours(1)) });
    const draft = await anEvent(app.db, { title: 'Draft', startsAt: timeInDays(1), status: 'draft' });
    await aShift(app.db, { eventId: draft.id });
    await aShift(app.db, { event: { title: 'Called off', startsAt: timeInDays(9), status: 'cancelled' } });
    await anEvent(app.db, { title: 'No shifts', startsAt: new Date(timeInDays(1).valueOf() + hours(1)) });
    expect(await findTitles({ hasFreePlaces: true })).toEqual(['One of two']);
    expect(await findTitles({ hasFreePlaces: false })).toEqual([
      'Under way',
      'Full',
      'No shifts',
      'One of two',
      'Called off',
    ]);

    // Moving the event also moves it in this list.
    await app.db.query(
      "UPDATE events.event SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', starts_at_local = starts_at_local + interval '1 day' WHERE id = $1",
      [half.id],
    );
    await app.db.query('UPDATE events.shift SET capacity = 2 WHERE id = $1', [shiftId]);
    expect(await findTitles({ hasFreePlaces: true })).toEqual(['Full', 'One of two']);
    expect(
      await findTitles({ hasFreePlaces: true, text: 'one', remote: false, from: '2026-12-04', language: 'en' }),
    ).toEqual(['One of two']);
  });
});

describe('pages', () => {
  async function walk(filter: Record<string, unknown>, first: number): Promise<string[]> {
    const walkedIds: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 100; pages += 1) {
      const answer: { data: Page } = await app.graphql<Page>(list, { filter, first, after });
      const { edges, pageInfo, totalCount } = answer.data.events;
      walkedIds.push(...edges.map(({ node }) => node.title));
      expect(totalCount).toBe(23);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      if (!pageInfo.hasNextPage) return walkedIds;
      expect(edges).toHaveLength(first);
      after = pageInfo.endCursor;
    }
    throw new Error('The pages never end.');
  }

  test.each([{}, { hasFreePlaces: true }])(
    'list every event once, even if many start at the same moment (%j)',
    async (filter) => {
      for (let i = 0; i < 23; i += 1) {
        // Three start times, one millisecond apart, with several events each.
        const startsAt = new Date(timeInDays(1).valueOf() + (i % 3));
        const { id } = await anEvent(app.db, { title: `Event ${i}`, startsAt });
        await aShift(app.db, { eventId: id });
        await aShift(app.db, { eventId: id });
      }
      for (const first of [1, 4, 23, 50]) {
        const walkedIds = await walk(filter, first);
        expect(walkedIds).toHaveLength(23);
        expect(new Set(walkedIds).size).toBe(23);
      }
    },
  );

  test('are empty after the last row', async () => {
    await anEvent(app.db);
    const { data } = await app.graphql<Page>(list, {});
    const after = data.events.pageInfo.endCursor;
    const answer = await app.graphql<Page>(list, { after });
    expect(answer.data.events).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
      totalCount: 1,
      totalIsCapped: false,
    });
  });

  test('stop counting at one thousand', async () => {
    const { id } = await aChapter(app.db);
    await app.db.query(
      `INSERT INTO events.event (chapter_id, slug, title, time_zone, starts_at, ends_at, starts_at_local, ends_at_local, status)
       SELECT $1, 'many-' || n, 'Many ' || n, 'UTC', t.s, t.s + interval '1 hour', t.s AT TIME ZONE 'UTC', t.s AT TIME ZONE 'UTC', 'published'
       FROM generate_series(1, 1001) n, LATERAL (SELECT $2::timestamptz + n * interval '1 second' AS s) t`,
      [id, timeInDays(1)],
    );
    await app.db.query(
      `INSERT INTO events.shift (event_id, role, capacity, starts_at, ends_at, starts_at_local, ends_at_local)
       SELECT id, 'Any', 1, starts_at, ends_at, starts_at_local, ends_at_local FROM events.event`,
    );
    for (const filter of [{}, { text: 'many' }, { hasFreePlaces: true }]) {
      const first = await app.graphql<Page>(list, { filter, first: 2 });
      expect(first.data.events).toMatchObject({ totalCount: 1000, totalIsCapped: true });
      const second = await app.graphql<Page>(list, { filter, first: 2, after: first.data.events.pageInfo.endCursor });
      const titles = [...first.data.events.edges, ...second.data.events.edges].map(({ node }) => node.title);
      expect(titles).toEqual(['Many 1', 'Many 2', 'Many 3', 'Many 4']);
    }
  });

  test.each([
    ['invalid base64', 'zzzz'],
    ['cursor of another list', Buffer.from('["x"]').toString('base64url')],
    ['invalid ID', Buffer.from('["2026-12-05T00:00:00Z","1"]').toString('base64url')],
    ['invalid date', Buffer.from('["soon","0b7d4e0e-6f0b-4a60-8d3c-111111111111"]').toString('base64url')],
  ])('reject an invalid cursor: %s', async (_, after) => {
    const answer = await app.graphql(list, { after });
    expect(refusal(answer)).toBe('BAD_INPUT');
  });

  test.each([{ from: '0000-01-01' }, { to: '9999-12-31' }])(
    'reject a date outside the supported years: %j',
    async (filter) => {
      expect(refusal(await app.graphql(list, { filter }))).toBe('BAD_USER_INPUT');
    },
  );

  test.each([0, -1, 101])('reject a page size of %s', async (first) => {
    expect(refusal(await app.graphql(list, { first }))).toBe('BAD_INPUT');
  });

  test.each([
    {},
    { hasFreePlaces: true },
    { thisWeekend: true },
    { oncePerSeries: true },
    { oncePerSeries: true, hasFreePlaces: true },
    { text: 'care', place: 'main', language: 'en', remote: false, from: '2026-12-01', to: '2027-01-01', chapter: 'x' },
  ])('take one query each (%j)', async (filter) => {
    await aShift(app.db);
    // Flushes the log of earlier refusals, which would otherwise add a query here.
    await app.nest.get(SecurityEvents).flush();
    const query = jest.spyOn(app.db.pool, 'query');
    const { errors } = await app.graphql(list, { filter });
    expect(errors).toBeUndefined();
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });
});
