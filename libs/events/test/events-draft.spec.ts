import { refusal, type TestApp } from '@upstander/tests/support/app.js';
import { aShiftInput, eventOperations, Organizer, sameShift } from '@upstander/tests/support/organizer.js';

const now = new Date('2026-10-20T18:00:00Z');
const { create, publish, update } = eventOperations;
let rosa: Organizer;
let app: TestApp;

beforeAll(async () => {
  rosa = await Organizer.at(now);
  app = rosa.app;
});
afterAll(() => app.close());

describe('a new event', () => {
  test('is a draft with shifts, and converts local times to instants', async () => {
    const event = await rosa.does(create, {
      input: rosa.input({ languages: [' ES ', 'en', 'en'], title: '  Care\n kit  packing ' }),
    });
    expect(event).toMatchObject({
      title: 'Care kit packing',
      status: 'DRAFT',
      startsAt: '2026-10-31T16:00:00.000Z',
      endsAt: '2026-10-31T20:00:00.000Z',
      startsAtLocal: '2026-10-31T09:00',
      languages: ['es', 'en'],
      chapter: { id: rosa.chapterId },
      shifts: [{ role: 'Packing', startsAt: '2026-10-31T16:00:00.000Z', startsAtLocal: '2026-10-31T09:00', taken: 0 }],
    });
    expect(event.slug).toMatch(/^care-kit-packing-2026-10-31/);
  });

  test('can be saved with almost no data', async () => {
    const emptyInput = { title: '', place: null, shifts: [] };
    const event = await rosa.does(create, { input: rosa.input(emptyInput) });
    expect(event).toMatchObject({ title: '', status: 'DRAFT', languages: ['en'], shifts: [] });
    expect(event.slug).toMatch(/^event-2026-10-31/);
  });

  test('is created once for concurrent requests with the same key', async () => {
    const request = { input: rosa.input({ title: 'Once' }), key: 'double-click' };
    const [first, second] = await Promise.all([rosa.does(create, request), rosa.does(create, request)]);
    expect(second.id).toBe(first.id);
    expect(refusal(await rosa.asks(create, { ...request, input: rosa.input({ title: 'Twice' }) }))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  test('gets a unique slug even if events with the same title are created at the same moment', async () => {
    const [a, b, c] = await Promise.all(
      [1, 2, 3].map(() => rosa.does(create, { input: rosa.input({ title: 'Café ¡Sí!' }) })),
    );
    expect(new Set([a!.slug, b!.slug, c!.slug]).size).toBe(3);
    for (const event of [a, b, c]) expect(event!.slug).toMatch(/^cafe-si-2026-10-31(-[a-z0-9]{4})?$/);
  });

  test.each([
    [{ endsAtLocal: '2026-10-31T09:00' }, { endsAtLocal: 'before-start' }],
    [{ endsAtLocal: '2026-11-08T09:00' }, { endsAtLocal: 'lasts-too-long' }],
    [{ startsAtLocal: '1999-12-31T09:00' }, { startsAtLocal: 'out-of-range', endsAtLocal: 'lasts-too-long' }],
    [
      { shifts: [{ ...aShiftInput, startsAtLocal: '1999-12-31T00:00', endsAtLocal: '2101-01-01T00:00' }] },
      { 'shifts.0.startsAtLocal': 'out-of-range', 'shifts.0.endsAtLocal': 'out-of-range' },
    ],
    [{ title: 'x'.repeat(121) }, { title: 'too-long' }],
    [{ description: 'x'.repeat(20_001) }, { description: 'too-long' }],
    [{ onlineUrl: 'javascript:alert(1)' }, { onlineUrl: 'not-a-web-address' }],
    [{ imageUrl: 'https://elsewhere.example/x.png' }, { imageUrl: 'not-a-path' }],
    [{ imageUrl: '//elsewhere.example/x.png' }, { imageUrl: 'not-a-path' }],
    [{ imageUrl: '/\\elsewhere.example/x.png' }, { imageUrl: 'not-a-path' }],
    [{ languages: ['english!'] }, { languages: 'not-a-language' }],
    [{ languages: 'abcdefghijklm'.split('').map((c) => `a${c}`) }, { languages: 'too-many' }],
    [{ shifts: Array.from({ length: 51 }, () => aShiftInput) }, { shifts: 'too-many' }],
    [
      { shifts: [aShiftInput, { ...aShiftInput, endsAtLocal: '2026-10-31T08:00', capacity: 0, minimumAge: 121 }] },
      {
        'shifts.1.endsAtLocal': 'before-start',
        'shifts.1.capacity': 'out-of-range',
        'shifts.1.minimumAge': 'out-of-range',
      },
    ],
    [
      { shifts: [{ ...aShiftInput, role: 'x'.repeat(81), note: 'x'.repeat(501) }] },
      { 'shifts.0.role': 'too-long', 'shifts.0.note': 'too-long' },
    ],
  ])('rejects %j by field', async (parts, expected) => {
    expect(await rosa.faults(create, { input: rosa.input(parts) })).toEqual(expected);
  });
});

describe('local times when clocks change', () => {
  const night = { startsAtLocal: '2027-03-13T22:00', endsAtLocal: '2027-03-14T06:00' };
  const shiftAt = (startsAtLocal: string, endsAtLocal: string) => ({ ...aShiftInput, startsAtLocal, endsAtLocal });

  test('rejects a skipped time of an event or shift by field', async () => {
    const skippedHourInput = rosa.input({
      startsAtLocal: '2027-03-14T02:30',
      endsAtLocal: '2027-03-14T06:00',
      shifts: [shiftAt('2027-03-14T04:00', '2027-03-14T05:00')],
    });
    expect(await rosa.faults(create, { input: skippedHourInput })).toEqual({ startsAtLocal: 'not-on-the-clock' });
    const input = rosa.input({ ...night, shifts: [shiftAt('2027-03-13T22:00', '2027-03-14T02:30')] });
    expect(await rosa.faults(create, { input })).toEqual({ 'shifts.0.endsAtLocal': 'not-on-the-clock' });
    const otherZoneInput = { ...input, timeZone: 'America/Phoenix' };
    expect(await rosa.does(create, { input: otherZoneInput })).toMatchObject({ status: 'DRAFT' });
    // After a time zone change, the same local time may not exist.
    const event = await rosa.does(create, {
      input: { ...otherZoneInput, shifts: [shiftAt('2027-03-14T02:30', '2027-03-14T04:00')] },
    });
    const movedInput = { ...rosa.input(night), shifts: null };
    expect(await rosa.faults(update, { id: event.id, input: movedInput })).toEqual({
      'shifts.0.startsAtLocal': 'not-on-the-clock',
    });
  });

  test('takes the first of two repeated times', async () => {
    const input = rosa.input({
      startsAtLocal: '2026-11-01T01:30',
      endsAtLocal: '2026-11-01T05:00',
      shifts: [shiftAt('2026-11-01T01:30', '2026-11-01T05:00')],
    });
    expect(await rosa.does(create, { input })).toMatchObject({
      startsAt: '2026-11-01T08:30:00.000Z',
      startsAtLocal: '2026-11-01T01:30',
    });
  });
});

describe('deleting', () => {
  const remove = 'mutation ($id: ID!) { deleteEvent(id: $id) { ok } }';

  test('removes a draft, but no published event', async () => {
    const draft = await rosa.does(create, { input: rosa.input() });
    expect((await rosa.asks(remove, { id: draft.id })).data).toEqual({ deleteEvent: { ok: true } });
    expect(refusal(await rosa.asks(remove, { id: draft.id }))).toBe('NOT_FOUND');
    expect(await app.db.query('SELECT FROM events.shift WHERE event_id = $1', [draft.id])).toEqual([]);
    const { id } = await rosa.published();
    expect(refusal(await rosa.asks(remove, { id }))).toBe('EVENT_WAS_PUBLIC');
  });
});

describe('publishing', () => {
  test('makes the event public and schedules reminders for its shifts', async () => {
    const event = await rosa.published();
    expect(event.status).toBe('PUBLISHED');
    const dueRows = await app.db.query<{ kind: string; due_at: Date }>(
      'SELECT kind, due_at FROM events.shift_due WHERE shift_id = $1 ORDER BY due_at',
      [event.shifts[0]!.id],
    );
    expect(dueRows.map(({ kind, due_at }) => [kind, due_at.toISOString()])).toEqual([
      ['day-before', '2026-10-30T18:00:00.000Z'],
      ['same-day', '2026-10-31T15:00:00.000Z'],
      ['thank-you', '2026-10-31T19:00:00.000Z'],
    ]);
    expect((await rosa.does(publish, { id: event.id })).status).toBe('PUBLISHED');
  });

  test.each([
    [{ title: ' ' }, { title: 'missing' }],
    [{ place: '' }, { place: 'missing' }],
    [{ shifts: [] }, { shifts: 'missing' }],
    [{ shifts: [{ ...aShiftInput, role: ' ' }] }, { 'shifts.0.role': 'missing' }],
    [
      { shifts: [{ ...aShiftInput, startsAtLocal: '2026-10-31T08:59', endsAtLocal: '2026-10-31T13:01' }] },
      { 'shifts.0.startsAtLocal': 'outside-event', 'shifts.0.endsAtLocal': 'outside-event' },
    ],
    [
      {
        startsAtLocal: '2026-10-20T11:00',
        endsAtLocal: '2026-10-20T13:00',
        shifts: [{ ...aShiftInput, startsAtLocal: '2026-10-20T11:00', endsAtLocal: '2026-10-20T12:00' }],
      },
      { startsAtLocal: 'in-the-past' },
    ],
  ])('rejects missing or invalid data: %j', async (parts: Record<string, unknown>, expected) => {
    const { id } = await rosa.does(create, { input: rosa.input(parts) });
    expect(await rosa.faults(publish, { id })).toEqual(expected);
  });

  test('requires no location for an online event', async () => {
    expect((await rosa.published({ online: true, place: null })).status).toBe('PUBLISHED');
  });
});

describe('a slug', () => {
  test('follows the title of a draft, and stays after publication', async () => {
    const draft = await rosa.does(create, { input: rosa.input({ title: 'Workng title' }) });
    const better = { ...rosa.input({ title: 'Night outreach' }), shifts: [sameShift(draft)] };
    const { slug } = await rosa.does(update, { id: draft.id, input: better });
    expect(slug).toBe('night-outreach-2026-10-31');
    await rosa.does(publish, { id: draft.id });
    const renamedEvent = await rosa.does(update, { id: draft.id, input: { ...better, title: 'Evening outreach' } });
    expect(renamedEvent).toMatchObject({ title: 'Evening outreach', slug });
  });
});

test('sanitizes the HTML of descriptions', async () => {
  const description = [
    '**Bring** <b>gloves</b> <script>alert(1)</script>',
    '[ok](https://example.org) [bad](javascript:alert(1)) [data](data:text/html,x) ![pixel](https://elsewhere.example/p.png)',
  ].join('\n\n');
  const { id } = await rosa.does(create, { input: rosa.input({ description }) });
  const { data } = await app.graphql<{ manageEvent: { descriptionHtml: string } }>(
    `query ($id: ID!) { manageEvent(id: $id) { descriptionHtml } }`,
    { id },
    rosa,
  );
  const html = data.manageEvent.descriptionHtml;
  expect(html).toContain('<strong>Bring</strong> &lt;b&gt;gloves&lt;/b&gt;');
  expect(html).toContain('<a href="https://example.org" rel="nofollow noopener">ok</a>');
  expect(html).not.toMatch(/<script|href="javascript|href="data|<img|<b>/);
});
