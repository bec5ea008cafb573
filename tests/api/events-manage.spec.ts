import { refusal, startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { days, hours } from '../support/movable-clock.js';

const now = new Date('2026-10-20T18:00:00Z');
const fields = `id slug title status place startsAt endsAt startsAtLocal endsAtLocal timeZone online languages imageUrl
  contactName cancelReason chapter { id } shifts { id role startsAt endsAt startsAtLocal endsAtLocal capacity taken waiting note }`;
const create = `mutation ($input: EventInput!, $key: String) { createEvent(input: $input, idempotencyKey: $key) { ${fields} } }`;
const update = `mutation ($id: ID!, $input: EventInput!) { updateEvent(id: $id, input: $input) { ${fields} } }`;
const publish = `mutation ($id: ID!) { publishEvent(id: $id) { ${fields} } }`;
const cancel = `mutation ($id: ID!, $reason: String!) { cancelEvent(id: $id, reason: $reason) { ${fields} } }`;
const copy = `mutation ($id: ID!, $at: LocalDateTime, $key: String) {
  copyEvent(id: $id, startsAtLocal: $at, idempotencyKey: $key) { ${fields} }
}`;

interface Shown {
  id: string;
  slug: string;
  title: string;
  status: string;
  startsAt: string;
  startsAtLocal: string;
  shifts: Array<{ id: string; role: string; startsAt: string; startsAtLocal: string; capacity: number; taken: number }>;
  [field: string]: unknown;
}

let app: TestApp;
let chapterId: string;
let cookie: string;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
  chapterId = (await aChapter(app.db)).id;
  cookie = (await app.signedIn({ role: 'organizer', chapterId })).cookie;
});
afterAll(() => app.close());

/** Asks as the organizer and answers the one event, whichever operation it was. */
async function done(query: string, variables: Record<string, unknown>): Promise<Shown> {
  const { data, errors } = await app.graphql<Record<string, Shown>>(query, variables, { cookie });
  expect(errors).toBeUndefined();
  return Object.values(data)[0]!;
}

const asked = (query: string, variables: Record<string, unknown>, as = cookie) =>
  app.graphql(query, variables, { cookie: as });
const faults = async (query: string, variables: Record<string, unknown>) =>
  (await asked(query, variables)).errors?.[0]?.extensions.details?.['fields'];

const shift = { role: 'Packing', startsAtLocal: '2026-10-31T09:00', endsAtLocal: '2026-10-31T11:00', capacity: 4 };
const input = (parts: Record<string, unknown> = {}) => ({
  chapterId,
  title: 'Care kit packing',
  place: '12 Main St',
  timeZone: 'America/Los_Angeles',
  startsAtLocal: '2026-10-31T09:00',
  endsAtLocal: '2026-10-31T13:00',
  shifts: [shift],
  ...parts,
});
const published = async (parts: Record<string, unknown> = {}) =>
  done(publish, { id: (await done(create, { input: input(parts) })).id });
const sameShift = (event: Shown, parts: Record<string, unknown> = {}) => ({
  ...shift,
  id: event.shifts[0]!.id,
  ...parts,
});
const mails = (template: string, signupId: string) =>
  app.db.query<{ data: { before?: Record<string, unknown> } }>(
    'SELECT data FROM notifications.mail WHERE template = $1 AND subject_id = $2',
    [template, signupId],
  );

describe('a new event', () => {
  test('is a draft with shifts, at the instants its wall times mean', async () => {
    const event = await done(create, {
      input: input({ languages: [' ES ', 'en', 'en'], title: '  Care\n kit  packing ' }),
    });
    expect(event).toMatchObject({
      title: 'Care kit packing',
      status: 'DRAFT',
      startsAt: '2026-10-31T16:00:00.000Z',
      endsAt: '2026-10-31T20:00:00.000Z',
      startsAtLocal: '2026-10-31T09:00',
      languages: ['es', 'en'],
      chapter: { id: chapterId },
      shifts: [{ role: 'Packing', startsAt: '2026-10-31T16:00:00.000Z', startsAtLocal: '2026-10-31T09:00', taken: 0 }],
    });
    expect(event.slug).toMatch(/^care-kit-packing-2026-10-31/);
  });

  test('may still lack almost everything', async () => {
    const bare = { title: '', place: null, shifts: [] };
    const event = await done(create, { input: input(bare) });
    expect(event).toMatchObject({ title: '', status: 'DRAFT', languages: ['en'], shifts: [] });
    expect(event.slug).toMatch(/^event-2026-10-31/);
  });

  test('is made once, however often the same request comes', async () => {
    const same = { input: input({ title: 'Once' }), key: 'double-click' };
    const [first, second] = await Promise.all([done(create, same), done(create, same)]);
    expect(second.id).toBe(first.id);
    expect(refusal(await asked(create, { ...same, input: input({ title: 'Twice' }) }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('has an address of its own, also beside a namesake made at the same moment', async () => {
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => done(create, { input: input({ title: 'Café ¡Sí!' }) })));
    expect(new Set([a!.slug, b!.slug, c!.slug]).size).toBe(3);
    for (const event of [a, b, c]) expect(event!.slug).toMatch(/^cafe-si-2026-10-31(-[a-z0-9]{4})?$/);
  });

  test.each([
    [{ endsAtLocal: '2026-10-31T09:00' }, { endsAtLocal: 'before-start' }],
    [{ endsAtLocal: '2026-11-08T09:00' }, { endsAtLocal: 'lasts-too-long' }],
    [{ startsAtLocal: '1999-12-31T09:00' }, { startsAtLocal: 'out-of-range', endsAtLocal: 'lasts-too-long' }],
    [{ title: 'x'.repeat(121) }, { title: 'too-long' }],
    [{ description: 'x'.repeat(20_001) }, { description: 'too-long' }],
    [{ onlineUrl: 'javascript:alert(1)' }, { onlineUrl: 'not-a-web-address' }],
    [{ imageUrl: 'https://elsewhere.example/x.png' }, { imageUrl: 'not-a-path' }],
    [{ imageUrl: '//elsewhere.example/x.png' }, { imageUrl: 'not-a-path' }],
    [{ imageUrl: '/\\elsewhere.example/x.png' }, { imageUrl: 'not-a-path' }],
    [{ languages: ['english!'] }, { languages: 'not-a-language' }],
    [{ languages: 'abcdefghijklm'.split('').map((c) => `a${c}`) }, { languages: 'too-many' }],
    [{ shifts: Array.from({ length: 51 }, () => shift) }, { shifts: 'too-many' }],
    [
      { shifts: [shift, { ...shift, endsAtLocal: '2026-10-31T08:00', capacity: 0, minimumAge: 121 }] },
      {
        'shifts.1.endsAtLocal': 'before-start',
        'shifts.1.capacity': 'out-of-range',
        'shifts.1.minimumAge': 'out-of-range',
      },
    ],
    [
      { shifts: [{ ...shift, role: 'x'.repeat(81), note: 'x'.repeat(501) }] },
      { 'shifts.0.role': 'too-long', 'shifts.0.note': 'too-long' },
    ],
  ])('%j is refused field by field', async (parts, expected) => {
    expect(await faults(create, { input: input(parts) })).toEqual(expected);
  });
});

describe('publishing', () => {
  test('shows the event and gives its shifts their timetable', async () => {
    const event = await published();
    expect(event.status).toBe('PUBLISHED');
    const due = await app.db.query<{ kind: string; due_at: Date }>(
      'SELECT kind, due_at FROM events.shift_due WHERE shift_id = $1 ORDER BY due_at',
      [event.shifts[0]!.id],
    );
    expect(due.map(({ kind, due_at }) => [kind, due_at.toISOString()])).toEqual([
      ['day-before', '2026-10-30T18:00:00.000Z'],
      ['same-day', '2026-10-31T15:00:00.000Z'],
      ['thank-you', '2026-10-31T19:00:00.000Z'],
    ]);
    expect((await done(publish, { id: event.id })).status).toBe('PUBLISHED');
  });

  test.each([
    [{ title: ' ' }, { title: 'missing' }],
    [{ place: '' }, { place: 'missing' }],
    [{ shifts: [] }, { shifts: 'missing' }],
    [{ shifts: [{ ...shift, role: ' ' }] }, { 'shifts.0.role': 'missing' }],
    [
      { shifts: [{ ...shift, startsAtLocal: '2026-10-31T08:59', endsAtLocal: '2026-10-31T13:01' }] },
      { 'shifts.0.startsAtLocal': 'outside-event', 'shifts.0.endsAtLocal': 'outside-event' },
    ],
    [{ startsAtLocal: '2026-10-20T11:00', endsAtLocal: '2026-10-31T13:00' }, { startsAtLocal: 'in-the-past' }],
  ])('needs what people must know: %j', async (parts, expected) => {
    const whole = { endsAtLocal: '2026-10-31T13:00', ...parts };
    if (parts.startsAtLocal) whole.endsAtLocal = '2026-10-20T13:00';
    const shifts = parts.startsAtLocal
      ? [{ ...shift, startsAtLocal: '2026-10-20T11:00', endsAtLocal: '2026-10-20T12:00' }]
      : (parts.shifts ?? [shift]);
    const { id } = await done(create, { input: input({ ...whole, shifts }) });
    expect(await faults(publish, { id })).toEqual(expected);
  });

  test('an online event needs no place', async () => {
    expect((await published({ online: true, place: null })).status).toBe('PUBLISHED');
  });
});

describe('an address', () => {
  test('follows the title of a draft, and stays once it was public', async () => {
    const draft = await done(create, { input: input({ title: 'Workng title' }) });
    const better = { ...input({ title: 'Night outreach' }), shifts: [sameShift(draft)] };
    const { slug } = await done(update, { id: draft.id, input: better });
    expect(slug).toBe('night-outreach-2026-10-31');
    await done(publish, { id: draft.id });
    const renamed = await done(update, { id: draft.id, input: { ...better, title: 'Evening outreach' } });
    expect(renamed).toMatchObject({ title: 'Evening outreach', slug });
  });
});

describe('changing an event', () => {
  test('what is left out stays, and null empties', async () => {
    const event = await done(create, { input: input({ contactName: 'Rosa', summary: 'Kits', bring: 'Gloves' }) });
    const { shifts: _, ...rest } = input();
    const changed = await done(update, { id: event.id, input: { ...rest, summary: null, place: '  ' } });
    expect(changed).toMatchObject({ contactName: 'Rosa', place: null, shifts: [{ id: event.shifts[0]!.id }] });
    const [row] = await app.db.query('SELECT summary, bring FROM events.event WHERE id = $1', [event.id]);
    expect(row).toEqual({ summary: '', bring: 'Gloves' });
  });

  test('shifts come, go, change and keep the order of the list', async () => {
    const event = await published({ shifts: [shift, { ...shift, role: 'Driving' }, { ...shift, role: 'Welcome' }] });
    const [packing, , welcome] = event.shifts;
    const changed = await done(update, {
      id: event.id,
      input: input({
        shifts: [
          { ...shift, id: welcome!.id, role: 'Welcome desk', note: 'Bring a pen' },
          { ...shift, role: 'Cleaning', capacity: 2 },
          { ...shift, id: packing!.id },
        ],
      }),
    });
    expect(changed.shifts.map(({ id, role }) => [id, role])).toEqual([
      [welcome!.id, 'Welcome desk'],
      [expect.any(String), 'Cleaning'],
      [packing!.id, 'Packing'],
    ]);
    expect(changed.shifts[0]).toMatchObject({ note: 'Bring a pen' });
  });

  test('a shift with people on it cannot be left out, whether they have a place or wait', async () => {
    for (const status of ['confirmed', 'waitlisted'] as const) {
      const event = await published();
      await aSignup(app.db, { shiftId: event.shifts[0]!.id, status });
      const answer = await asked(update, { id: event.id, input: input() });
      expect(refusal(answer)).toBe('SHIFT_HAS_SIGNUPS');
      expect(answer.errors?.[0]?.extensions.details).toMatchObject({ shiftId: event.shifts[0]!.id });
    }
  });

  test('nobody loses a place they hold: capacity stays at or above what is taken', async () => {
    const event = await published();
    const shiftId = event.shifts[0]!.id;
    for (let i = 0; i < 3; i += 1) await aSignup(app.db, { shiftId });
    const answer = await asked(update, { id: event.id, input: input({ shifts: [sameShift(event, { capacity: 2 })] }) });
    expect(refusal(answer)).toBe('CAPACITY_BELOW_TAKEN');
    expect(answer.errors?.[0]?.extensions.details).toMatchObject({ shiftId, taken: 3 });
    const changed = await done(update, { id: event.id, input: input({ shifts: [sameShift(event, { capacity: 3 })] }) });
    expect(changed.shifts[0]).toMatchObject({ capacity: 3, taken: 3 });
  });

  test('more places are offered to the line at once', async () => {
    const event = await published({ shifts: [{ ...shift, capacity: 1 }] });
    const shiftId = event.shifts[0]!.id;
    await aSignup(app.db, { shiftId });
    const waiting = await aSignup(app.db, { shiftId, status: 'waitlisted' });
    const changed = await done(update, { id: event.id, input: input({ shifts: [sameShift(event, { capacity: 3 })] }) });
    expect(changed.shifts[0]).toMatchObject({ capacity: 3, taken: 2, waiting: 0 });
    const [row] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [waiting.id]);
    expect(row).toEqual({ status: 'offered' });
  });

  test('who is on a moved shift moves with it, is told once, and is reminded anew', async () => {
    const event = await published();
    const shiftId = event.shifts[0]!.id;
    const signup = await aSignup(app.db, { shiftId, now });
    const later = { startsAtLocal: '2026-11-01T09:00', endsAtLocal: '2026-11-01T11:00' };
    const day = { startsAtLocal: '2026-11-01T09:00', endsAtLocal: '2026-11-01T13:00' };
    await done(update, { id: event.id, input: input({ ...day, shifts: [sameShift(event, later)] }) });

    const [row] = await app.db.query<{ from: Date; sequence: number }>(
      `SELECT lower(u.during) AS "from", e.sequence FROM events.signup u JOIN events.shift s ON s.id = u.shift_id
       JOIN events.event e ON e.id = s.event_id WHERE u.id = $1`,
      [signup.id],
    );
    expect(row).toEqual({ from: new Date('2026-11-01T17:00:00Z'), sequence: 1 });
    const told = await mails('signup-changed', signup.id);
    expect(told.map(({ data }) => data.before)).toEqual([
      { startsAt: '2026-10-31T16:00:00.000Z', endsAt: '2026-10-31T18:00:00.000Z' },
    ]);
    const due = await app.db.query<{ due_at: Date }>(
      'SELECT due_at FROM events.shift_due WHERE shift_id = $1 ORDER BY due_at',
      [shiftId],
    );
    // The day before is still on summer time, the day itself no longer.
    expect(due.map(({ due_at }) => due_at.toISOString())).toEqual([
      '2026-10-31T18:00:00.000Z',
      '2026-11-01T16:00:00.000Z',
      '2026-11-01T20:00:00.000Z',
    ]);
  });

  test('another place is told to everybody, a better summary to nobody', async () => {
    const event = await published();
    const signup = await aSignup(app.db, { shiftId: event.shifts[0]!.id, now });
    const shifts = [sameShift(event, { capacity: 9, note: 'Gate B' })];
    await done(update, { id: event.id, input: input({ summary: 'Better', shifts }) });
    expect(await mails('signup-changed', signup.id)).toEqual([]);
    await done(update, { id: event.id, input: input({ place: '99 Oak St', shifts }) });
    expect(await mails('signup-changed', signup.id)).toEqual([{ data: { before: { place: '12 Main St' } } }]);
    const [row] = await app.db.query('SELECT sequence FROM events.event WHERE id = $1', [event.id]);
    expect(row).toEqual({ sequence: 1 });
  });

  test('a published event stays fit to be public', async () => {
    const event = await published();
    expect(await faults(update, { id: event.id, input: input({ title: '', shifts: [] }) })).toEqual({
      title: 'missing',
      shifts: 'missing',
    });
    const past = { startsAtLocal: '2026-10-20T09:00', shifts: [sameShift(event)] };
    expect(
      await faults(update, { id: event.id, input: input({ ...past, endsAtLocal: '2026-10-31T12:00' }) }),
    ).toMatchObject({
      startsAtLocal: 'in-the-past',
    });
  });

  test('somebody else’s shift is not there', async () => {
    const event = await published();
    const other = await published();
    expect(await faults(update, { id: event.id, input: input({ shifts: [sameShift(other)] }) })).toEqual({
      'shifts.0.id': 'not-there',
    });
    const twice = [sameShift(event), sameShift(event)];
    expect(await faults(update, { id: event.id, input: input({ shifts: twice }) })).toEqual({
      'shifts.1.id': 'not-there',
    });
  });

  test('records who changed it last', async () => {
    const event = await done(create, { input: input() });
    const colleague = await app.signedIn({ role: 'organizer', chapterId });
    await asked(update, { id: event.id, input: input({ shifts: [sameShift(event)] }) }, colleague.cookie);
    const [row] = await app.db.query<{ created_by: string; updated_by: string }>(
      'SELECT created_by, updated_by FROM events.event WHERE id = $1',
      [event.id],
    );
    expect(row?.updated_by).toBe(colleague.accountId);
    expect(row?.created_by).not.toBe(colleague.accountId);
  });
});

describe('calling an event off', () => {
  test('ends every sign-up with one mail and no reminder', async () => {
    const event = await published({ shifts: [{ ...shift, capacity: 1 }] });
    const shiftId = event.shifts[0]!.id;
    const confirmed = await aSignup(app.db, { shiftId, now });
    const waiting = await aSignup(app.db, { shiftId, status: 'waitlisted', now });
    const off = await done(cancel, { id: event.id, reason: ' The hall is flooded. ' });
    expect(off).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'The hall is flooded.',
      shifts: [{ taken: 0, waiting: 0 }],
    });
    await done(cancel, { id: event.id, reason: 'Again' });

    for (const { id } of [confirmed, waiting]) {
      const [row] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [id]);
      expect(row).toEqual({ status: 'cancelled' });
      expect(await mails('event-cancelled', id)).toHaveLength(1);
    }
    expect(await app.db.query('SELECT FROM events.shift_due WHERE shift_id = $1', [shiftId])).toEqual([]);
    expect(refusal(await asked(update, { id: event.id, input: input() }))).toBe('EVENT_CLOSED');
    expect(refusal(await asked(publish, { id: event.id }))).toBe('EVENT_CLOSED');
  });

  test('needs a reason, something published, and an end that lies ahead', async () => {
    const event = await published();
    expect(await faults(cancel, { id: event.id, reason: ' ' })).toEqual({ reason: 'missing' });
    const draft = await done(create, { input: input() });
    expect(refusal(await asked(cancel, { id: draft.id, reason: 'No' }))).toBe('EVENT_NOT_PUBLISHED');
    const over = await anEvent(app.db, { chapterId, startsAt: new Date(now.valueOf() - days(1)) });
    expect(refusal(await asked(cancel, { id: over.id, reason: 'No' }))).toBe('EVENT_CLOSED');
  });
});

describe('copying an event', () => {
  test('moves its shifts by the same time on the wall, across the change of the clocks', async () => {
    const original = await published({
      shifts: [
        shift,
        { ...shift, role: 'Cleaning', startsAtLocal: '2026-10-31T11:30', endsAtLocal: '2026-10-31T12:30' },
      ],
    });
    await aSignup(app.db, { shiftId: original.shifts[0]!.id });
    const again = await done(copy, { id: original.id });
    expect(again).toMatchObject({
      status: 'DRAFT',
      title: original.title,
      startsAtLocal: '2026-11-07T09:00',
      startsAt: '2026-11-07T17:00:00.000Z',
      shifts: [
        { startsAtLocal: '2026-11-07T09:00', startsAt: '2026-11-07T17:00:00.000Z', taken: 0 },
        { startsAtLocal: '2026-11-07T11:30', startsAt: '2026-11-07T19:30:00.000Z' },
      ],
    });
    expect(again.slug).not.toBe(original.slug);
    expect(again.shifts.map(({ id }) => id)).not.toContain(original.shifts[0]!.id);
  });

  test('goes where it is told, and a time that is jumped over moves on', async () => {
    const original = await published();
    const again = await done(copy, { id: original.id, at: '2027-03-14T02:30' });
    expect(again).toMatchObject({ startsAtLocal: '2027-03-14T02:30', startsAt: '2027-03-14T10:30:00.000Z' });
  });

  test('of something long past goes to the next week that lies ahead', async () => {
    const event = await anEvent(app.db, { chapterId, startsAt: new Date('2026-03-04T18:00:00Z'), status: 'completed' });
    // A Wednesday at ten in winter: the next one at ten is tomorrow, on summer time.
    expect(await done(copy, { id: event.id })).toMatchObject({
      startsAtLocal: '2026-10-21T10:00',
      startsAt: '2026-10-21T17:00:00.000Z',
    });
  });

  test('is made once for one key', async () => {
    const original = await published();
    const first = await done(copy, { id: original.id, key: 'copy-1' });
    expect((await done(copy, { id: original.id, key: 'copy-1' })).id).toBe(first.id);
  });
});

test('a published event that has ended is completed, others are left alone', async () => {
  const at = (hoursAgo: number, status: 'published' | 'draft' | 'cancelled') =>
    anEvent(app.db, { startsAt: new Date(now.valueOf() - hours(hoursAgo)), status });
  const [ended, running, draft, cancelled] = [
    await at(4, 'published'),
    await at(3, 'published'),
    await at(9, 'draft'),
    await at(9, 'cancelled'),
  ];
  await app.runJob('complete-events');
  const rows = await app.db.query<{ id: string; status: string }>(
    'SELECT id, status FROM events.event WHERE id = ANY ($1)',
    [[ended, running, draft, cancelled].map(({ id }) => id)],
  );
  expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({
    [ended.id]: 'completed',
    [running.id]: 'published',
    [draft.id]: 'draft',
    [cancelled.id]: 'cancelled',
  });
  const { slug } = ended;
  const { data } = await app.graphql<{ event: { status: string } }>(`{ event(slug: "${slug}") { status } }`);
  expect(data.event.status).toBe('COMPLETED');
});

describe('whose events they are', () => {
  test('another chapter’s organizer finds nothing there, whatever they try', async () => {
    const stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
    const draft = await done(create, { input: input({ title: 'Secret' }) });
    const tries: Array<[string, Record<string, unknown>]> = [
      [`query ($id: ID!) { manageEvent(id: $id) { id } }`, { id: draft.id }],
      [update, { id: draft.id, input: input() }],
      [publish, { id: draft.id }],
      [cancel, { id: draft.id, reason: 'x' }],
      [copy, { id: draft.id }],
      [create, { input: input() }],
      [publish, { id: 'not-a-uuid' }],
    ];
    for (const [query, variables] of tries)
      expect(refusal(await asked(query, variables, stranger.cookie))).toBe('NOT_FOUND');

    const bySlug = `query ($slug: String!) { event(slug: $slug) { title } }`;
    const seen = (as?: string) => app.graphql<{ event: unknown }>(bySlug, { slug: draft.slug }, { cookie: as });
    expect((await seen(stranger.cookie)).data.event).toBeNull();
    expect((await seen()).data.event).toBeNull();
    expect((await seen(cookie)).data.event).toEqual({ title: 'Secret' });
  });

  test('an event cannot be moved into a chapter that is not one’s own', async () => {
    const other = await aChapter(app.db);
    const draft = await done(create, { input: input() });
    expect(refusal(await asked(update, { id: draft.id, input: input({ chapterId: other.id }) }))).toBe('NOT_FOUND');
  });

  test('without an account nothing is managed', async () => {
    expect(refusal(await app.graphql('{ manageEvents { totalCount } }'))).toBe('NOT_SIGNED_IN');
    const volunteer = await app.signedIn({ role: 'volunteer' });
    expect(refusal(await app.graphql('{ needsYou { failedMails } }', {}, { cookie: volunteer.cookie }))).toBe(
      'NOT_ALLOWED',
    );
  });

  test('the list holds the own chapters, both ways round and by status; an admin sees all', async () => {
    const mine = await aChapter(app.db);
    const { cookie: me } = await app.signedIn({ role: 'organizer', chapterId: mine.id });
    const at = (title: string, day: number, status?: 'draft' | 'completed') =>
      anEvent(app.db, { chapterId: mine.id, title, status, startsAt: new Date(now.valueOf() + days(day)) });
    await at('Past', -9, 'completed');
    await at('Draft', 3, 'draft');
    await at('Next', 1);
    const query = `query ($status: [EventStatus!], $sort: EventSort, $filter: EventFilter, $first: Int, $after: String) {
      manageEvents(status: $status, sort: $sort, filter: $filter, first: $first, after: $after) {
        edges { node { title } } totalCount pageInfo { endCursor hasNextPage }
      }
    }`;
    interface Managed {
      manageEvents: { edges: Array<{ node: { title: string } }>; totalCount: number; pageInfo: { endCursor: string } };
    }
    const list = async (variables: Record<string, unknown>, as = me) => {
      const { data, errors } = await app.graphql<Managed>(query, variables, { cookie: as });
      expect(errors).toBeUndefined();
      return data.manageEvents;
    };
    const titles = async (variables: Record<string, unknown>) =>
      (await list(variables)).edges.map(({ node }) => node.title);
    expect(await titles({})).toEqual(['Past', 'Next', 'Draft']);
    expect(await titles({ sort: 'STARTS_AT_DESC' })).toEqual(['Draft', 'Next', 'Past']);
    expect(await titles({ status: ['DRAFT', 'PUBLISHED'] })).toEqual(['Next', 'Draft']);
    expect(await titles({ filter: { text: 'dra' } })).toEqual(['Draft']);
    expect(await titles({ filter: { hasFreePlaces: true } })).toEqual([]);
    const first = await list({ sort: 'STARTS_AT_DESC', first: 2 });
    expect(await titles({ sort: 'STARTS_AT_DESC', after: first.pageInfo.endCursor })).toEqual(['Past']);

    const admin = await app.signedIn({ role: 'admin' });
    expect((await list({}, admin.cookie)).totalCount).toBeGreaterThan(3);
  });
});

test('descriptions are safe HTML', async () => {
  const description = [
    '**Bring** <b>gloves</b> <script>alert(1)</script>',
    '[ok](https://example.org) [bad](javascript:alert(1)) [data](data:text/html,x) ![pixel](https://elsewhere.example/p.png)',
  ].join('\n\n');
  const { id } = await done(create, { input: input({ description }) });
  const { data } = await app.graphql<{ manageEvent: { descriptionHtml: string } }>(
    `query ($id: ID!) { manageEvent(id: $id) { descriptionHtml } }`,
    { id },
    { cookie },
  );
  const html = data.manageEvent.descriptionHtml;
  expect(html).toContain('<strong>Bring</strong> &lt;b&gt;gloves&lt;/b&gt;');
  expect(html).toContain('<a href="https://example.org" rel="nofollow noopener">ok</a>');
  expect(html).not.toMatch(/<script|href="javascript|href="data|<img|<b>/);
});
