import { randomUUID } from 'node:crypto';
import { refusal, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { aShiftInput, eventOperations, Organizer } from '@upstander/tests/support/organizer.js';
import { aRegistrationForm } from '@upstander/tests/support/registrations.js';
import { seriesOperations, SeriesOrganizer, type ShownSeries } from '@upstander/tests/support/series.js';

const now = new Date('2026-10-20T18:00:00Z');
const { add, create, end, list, one, preview, publish, skip } = seriesOperations;
let app: TestApp;
let rosa: SeriesOrganizer;

beforeAll(async () => {
  rosa = new SeriesOrganizer(await Organizer.at(now));
  app = rosa.app;
});
afterEach(() => app.clock.set(now));
afterAll(() => app.close());

const fourDates = { until: '2026-11-21' };

describe('creating a series', () => {
  test('makes each date an event with its own page and shifts, an hour later in UTC after the clock change', async () => {
    const series = await rosa.does(create, { input: rosa.input(fourDates) });
    expect(series).toMatchObject({ status: 'DRAFT', upcomingCount: 4, rule: 'FREQ=WEEKLY;BYDAY=SA' });
    const dates = await rosa.dates(series.id);
    expect(dates.map(({ startsAtLocal, slug, startsAt }) => [startsAtLocal, slug, startsAt.toISOString()])).toEqual([
      ['2026-10-31T09:00', `${series.slug}-2026-10-31`, '2026-10-31T16:00:00.000Z'],
      ['2026-11-07T09:00', `${series.slug}-2026-11-07`, '2026-11-07T17:00:00.000Z'],
      ['2026-11-14T09:00', `${series.slug}-2026-11-14`, '2026-11-14T17:00:00.000Z'],
      ['2026-11-21T09:00', `${series.slug}-2026-11-21`, '2026-11-21T17:00:00.000Z'],
    ]);
    expect(dates.every(({ status }) => status === 'draft')).toBe(true);
    expect(await rosa.shiftsOf(dates[1]!.id)).toMatchObject([
      { role: 'Packing', capacity: 4, startsAtLocal: '2026-11-07T09:00' },
    ]);
  });

  test('creates the dates of twelve months', async () => {
    const series = await rosa.does(create, { input: rosa.input() });
    const dates = await rosa.dates(series.id);
    expect(dates).toHaveLength(53);
    expect(dates.at(-1)?.startsAtLocal).toBe('2027-10-30T09:00');
  });

  test('answers a repeated request with the same series', async () => {
    const variables = { input: rosa.input(fourDates, { title: 'Once' }), key: 'series-key-0001' };
    const [first, second] = [await rosa.does(create, variables), await rosa.does(create, variables)];
    expect(second.id).toBe(first.id);
  });

  test('gives two series with the same title different slugs, without a date', async () => {
    const input = rosa.input(fourDates, { title: 'Table 2026-11-07' });
    const slugs = [await rosa.does(create, { input }), await rosa.does(create, { input })].map(({ slug }) => slug);
    expect(slugs[0]).toBe('table');
    expect(slugs[1]).toMatch(/^table-.{4}$/);
  });

  test('turns an event into the first date, which keeps its page and status', async () => {
    const event = await rosa.rosa.published({ title: 'Legal clinic' });
    const series = await rosa.does(create, {
      input: rosa.input({ ...fourDates, fromEventId: event.id }, { title: 'Legal clinic' }),
    });
    expect(series.status).toBe('PUBLISHED');
    const dates = await rosa.dates(series.id);
    expect(dates[0]).toMatchObject({ id: event.id, slug: event.slug, original: '2026-10-31T09:00' });
    expect(dates.map(({ status }) => status)).toEqual(['published', 'published', 'published', 'published']);
    const again = { input: rosa.input({ ...fourDates, fromEventId: event.id }) };
    expect(refusal(await rosa.rosa.asks(create, again))).toBe('EVENT_OF_SERIES');
    const shown = await rosa.does<{ series: ShownSeries; originalStartsAtLocal: string }>(
      `query ($slug: String!) { event(slug: $slug) { originalStartsAtLocal overrides series { id slug title } } }`,
      { slug: dates[1]!.slug },
    );
    expect(shown).toMatchObject({
      originalStartsAtLocal: '2026-11-07T09:00',
      overrides: [],
      series: { id: series.id, slug: series.slug },
    });
  });

  test('gives each date the registration form of the event, and later dates that of the date before', async () => {
    const event = await rosa.rosa.published({ title: 'Morning walk' });
    const question = { id: randomUUID(), label: 'T-shirt size', kind: 'short_text', isRequired: true, choices: [] };
    await aRegistrationForm(app.db, event.id, { capacity: 20, maxParty: 3, questions: [question] });
    await app.db.query(
      `UPDATE events.registration_form SET opens_at_local = '2026-10-24T09:00', taken = 5 WHERE event_id = $1`,
      [event.id],
    );
    const formsOf = async (seriesId: string) =>
      app.db.query(
        `SELECT e.original_local::text AS original, f.opens_at_local::text AS opens, f.capacity, f.max_party AS party,
           f.questions, f.taken
         FROM events.event e LEFT JOIN events.registration_form f ON f.event_id = e.id
         WHERE e.series_id = $1 ORDER BY e.starts_at`,
        [seriesId],
      );
    const { id } = await rosa.does(create, {
      input: rosa.input({ until: '2026-11-07', fromEventId: event.id }, { title: 'Morning walk' }),
    });
    const form = { capacity: 20, party: 3, questions: [question] };
    const first = { ...form, original: '2026-10-31 09:00:00', opens: '2026-10-24 09:00:00', taken: 5 };
    const second = { ...form, original: '2026-11-07 09:00:00', opens: '2026-10-31 09:00:00', taken: 0 };
    expect(await formsOf(id)).toEqual([first, second]);
    await app.db.query(
      `UPDATE events.registration_form f SET capacity = 30 FROM events.event e
      WHERE e.id = f.event_id AND e.series_id = $1 AND f.taken = 0`,
      [id],
    );
    await app.db.query(`UPDATE events.series SET until = '2026-11-14' WHERE id = $1`, [id]);
    await app.runJob('extend-series');
    const third = { ...second, original: '2026-11-14 09:00:00', opens: '2026-11-07 09:00:00', capacity: 30 };
    expect(await formsOf(id)).toEqual([first, { ...second, capacity: 30 }, third]);
    const copy = await rosa.rosa.does(eventOperations.copy, { id: event.id, at: '2026-12-01T09:00' });
    expect(
      await app.db.query(
        `SELECT opens_at_local::text AS opens, capacity, max_party AS party, questions, taken
         FROM events.registration_form WHERE event_id = $1`,
        [copy.id],
      ),
    ).toEqual([{ ...form, opens: '2026-11-24 09:00:00', taken: 0 }]);
  });

  test.each([
    ['a rule without dates', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, {}, { rule: 'no-dates' }],
    ['10,000 dates', { rule: 'FREQ=DAILY;COUNT=10000' }, {}, { rule: 'too-many' }],
    ['a date each minute', { rule: 'FREQ=MINUTELY' }, {}, { rule: 'too-frequent' }],
    ['a rule that is not one', { rule: 'x'.repeat(301) }, {}, { rule: 'not-a-rule' }],
    ['a last day before the first', { until: '2026-10-30' }, {}, { until: 'before-start' }],
    ['an end before the start', {}, { endsAtLocal: '2026-10-31T08:00' }, { 'event.endsAtLocal': 'before-start' }],
    ['367 extra dates', { extraDates: manyDates(367) }, {}, { extraDates: 'too-many' }],
  ])('refuses %s at its field', async (_, parts, event, fields) => {
    expect(await rosa.rosa.faults(create, { input: rosa.input(parts, event) })).toMatchObject(fields);
  });

  test('refuses an unknown time zone', async () => {
    const answer = await rosa.rosa.asks(create, { input: rosa.input({}, { timeZone: 'America/Nowhere' }) });
    expect(refusal(answer)).toBe('BAD_USER_INPUT');
  });

  test('refuses organizers of other chapters', async () => {
    const { chapterId } = await anEvent(app.db);
    const other = await app.signedIn({ role: 'organizer', chapterId });
    const answer = await app.graphql(create, { input: rosa.input() }, { cookie: other.cookie });
    expect(refusal(answer)).toBe('NOT_FOUND');
  });
});

describe('previewing the dates', () => {
  const answer = (parts: Record<string, unknown>, event: Record<string, unknown> = {}) =>
    rosa.does<{ count: number; dates: Array<Record<string, unknown>> }>(preview, { input: rosa.input(parts, event) });
  const at = (startsAtLocal: string, endsAtLocal: string) => ({ startsAtLocal, endsAtLocal, shifts: [] });

  test('names times that clocks skip or repeat with their neighbors', async () => {
    const repeated = await answer({ rule: 'FREQ=DAILY;COUNT=2' }, at('2026-10-31T01:30', '2026-10-31T04:00'));
    expect(repeated.dates[1]).toMatchObject({
      local: '2026-11-01T01:30',
      clockChange: 'REPEATED',
      neighbors: ['2026-11-01T00:30', '2026-11-01T02:30'],
    });
    const skipped = await answer({ rule: 'FREQ=DAILY;COUNT=2' }, at('2027-03-13T02:30', '2027-03-13T04:00'));
    expect(skipped.dates[1]).toMatchObject({
      local: '2027-03-14T02:30',
      startsAtLocal: '2027-03-14T03:30',
      clockChange: 'SKIPPED',
      neighbors: ['2027-03-14T01:30', '2027-03-14T03:30'],
    });
  });

  test('names skipped holidays and other events of the chapter at the same time', async () => {
    await anEvent(app.db, {
      chapterId: rosa.rosa.chapterId,
      title: 'Street fair',
      startsAt: new Date('2026-12-18T18:00:00Z'),
    });
    const shown = await answer(
      { rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2', skipsHolidays: true },
      at('2026-12-18T09:00', '2026-12-18T12:00'),
    );
    expect(shown.count).toBe(1);
    expect(shown.dates).toMatchObject([
      { clashes: ['Street fair'], takesPlace: true, holiday: null },
      { holiday: 'CHRISTMAS', takesPlace: false },
    ]);
  });
});

describe('a date on the night of a clock change', () => {
  test('starts an hour later if its time is skipped, and its shifts keep their length', async () => {
    const shift = { ...aShiftInput, startsAtLocal: '2027-03-13T02:00', endsAtLocal: '2027-03-13T02:45' };
    const times = { startsAtLocal: '2027-03-13T02:00', endsAtLocal: '2027-03-13T02:45', shifts: [shift] };
    const { id } = await rosa.published({ rule: 'FREQ=DAILY;COUNT=3' }, times);
    const [, night] = await rosa.dates(id);
    expect(night).toMatchObject({ original: '2027-03-14T02:00', startsAtLocal: '2027-03-14T03:00' });
    expect(night!.startsAt.toISOString()).toBe('2027-03-14T10:00:00.000Z');
    const [row] = await app.db.query('SELECT ends_at - starts_at AS length FROM events.shift WHERE event_id = $1', [
      night!.id,
    ]);
    expect(row).toMatchObject({ length: { minutes: 45 } });
  });
});

describe('the daily job', () => {
  const extend = () => app.runJob('extend-series');

  test('adds the dates that have come within twelve months, also if it runs twice at once', async () => {
    const { id } = await rosa.published({}, { title: 'Weekly table' });
    const before = await rosa.dates(id);
    app.clock.set(new Date(now.valueOf() + days(30)));
    await Promise.all([extend(), extend()]);
    await extend();
    const after = await rosa.dates(id);
    expect(after).toHaveLength(before.length + 3);
    expect(after.every(({ status }) => status === 'published')).toBe(true);
    expect(new Set(after.map(({ original }) => original)).size).toBe(after.length);
  });

  test('does not bring back excluded, canceled, deleted or moved dates', async () => {
    const series = await rosa.published(fourDates, { title: 'Four dates' });
    const [first, second, third] = await rosa.dates(series.id);
    await rosa.does(skip, { id: series.id, eventId: first!.id, reason: 'Holiday' });
    await rosa.rosa.does(eventOperations.cancel, { id: second!.id, reason: 'Rain' });
    const moved = await rosa.eventInput(third!.id, {
      startsAtLocal: '2026-11-15T09:00',
      endsAtLocal: '2026-11-15T13:00',
    });
    const shifts = (moved['shifts'] as object[]).map((shift) => ({
      ...shift,
      startsAtLocal: '2026-11-15T09:00',
      endsAtLocal: '2026-11-15T11:00',
    }));
    await rosa.rosa.does(eventOperations.update, { id: third!.id, input: { ...moved, shifts } });
    await extend();
    expect((await rosa.dates(series.id)).map(({ status, startsAtLocal }) => [status, startsAtLocal])).toEqual([
      ['cancelled', '2026-10-31T09:00'],
      ['cancelled', '2026-11-07T09:00'],
      ['published', '2026-11-15T09:00'],
      ['published', '2026-11-21T09:00'],
    ]);
  });

  test('does not bring back a deleted draft', async () => {
    const { id } = await rosa.does(create, { input: rosa.input(fourDates, { title: 'Drafts' }) });
    const [first] = await rosa.dates(id);
    await rosa.does('mutation ($id: ID!) { deleteEvent(id: $id) { ok } }', { id: first!.id });
    await extend();
    expect(await rosa.dates(id)).toHaveLength(3);
  });

  test('ends a series after its last date', async () => {
    const { id } = await rosa.published(fourDates, { title: 'Ending' });
    await extend();
    expect(await rosa.does(one, { id })).toMatchObject({ status: 'PUBLISHED' });
    app.clock.set(new Date('2026-11-22T12:00:00Z'));
    await app.runJob('complete-events');
    await extend();
    expect(await rosa.does(one, { id })).toMatchObject({ status: 'ENDED' });
  });
});

describe('single dates', () => {
  test('are added and skipped, and a skipped date can be added again', async () => {
    const { id } = await rosa.published(fourDates, { title: 'Added and skipped' });
    await rosa.does(add, { id, at: '2026-11-10T18:00' });
    const extra = (await rosa.dates(id)).find(({ original }) => original === '2026-11-10T18:00');
    expect(extra).toMatchObject({ status: 'published' });
    expect(await rosa.rosa.faults(add, { id, at: '2026-11-10T18:00' })).toEqual({ startsAtLocal: 'twice' });
    expect(await rosa.does(skip, { id, eventId: extra!.id })).toMatchObject({
      extraDates: [],
      excludedDates: ['2026-11-10T18:00'],
    });
  });

  test('after the last day of an ended series are canceled', async () => {
    const { id } = await rosa.published(fourDates, { title: 'Ended early' });
    expect(await rosa.does(end, { id, lastDay: '2026-11-07' })).toMatchObject({
      status: 'PUBLISHED',
      upcomingCount: 2,
    });
    expect(await rosa.does(end, { id, lastDay: '2026-10-21' })).toMatchObject({ upcomingCount: 1 });
  });
});

describe('the list', () => {
  test('shows the series of the own chapters, filtered and sorted', async () => {
    const { id } = await rosa.does(create, { input: rosa.input(fourDates, { title: 'Zebra crossing' }) });
    const found = await rosa.does<{ totalCount: number; edges: unknown[] }>(list, {
      filter: { text: 'zebra', status: ['DRAFT'] },
      sort: 'NEWEST',
    });
    expect(found).toMatchObject({
      totalCount: 1,
      edges: [{ node: { id, upcomingCount: 4, nextStartsAt: '2026-10-31T16:00:00.000Z' } }],
    });
    const stranger = await app.signedIn({ role: 'organizer', chapterId: (await anEvent(app.db)).chapterId });
    const others = await app.graphql(list, { filter: { text: 'zebra' } }, { cookie: stranger.cookie });
    expect(others.data).toMatchObject({ seriesList: { totalCount: 0 } });
    expect(refusal(await app.graphql(publish, { id }, { cookie: stranger.cookie }))).toBe('NOT_FOUND');
  });
});

function manyDates(count: number): string[] {
  return Array.from({ length: count }, (_, day) => {
    const date = new Date(Date.UTC(2026, 10, 1 + day));
    return `${date.toISOString().slice(0, 10)}T12:00`;
  });
}
