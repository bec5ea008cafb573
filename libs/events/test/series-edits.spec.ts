import type { TestApp } from '@upstander/tests/support/app.js';
import { Organizer } from '@upstander/tests/support/organizer.js';
import { emailsTo, signUpEveryone, signupsOf, type ModelSignup } from '@upstander/tests/support/series-model.js';
import {
  seriesOperations,
  SeriesOrganizer,
  type ShownSeries,
  type StoredDate,
} from '@upstander/tests/support/series.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

const { previewEdit, update } = seriesOperations;
let app: TestApp;
let rosa: SeriesOrganizer;

const setUp = new Date('2026-10-01T18:00:00Z');
const nights = [
  { night: 'fall', start: '2026-10-18T01:30', end: '2026-10-18T04:30', now: setUp },
  { night: 'spring', start: '2027-02-28T02:30', end: '2027-02-28T05:30', now: new Date('2027-02-01T18:00:00Z') },
];

beforeAll(async () => {
  rosa = new SeriesOrganizer(await Organizer.at(setUp));
  app = rosa.app;
});
afterAll(() => app.close());

const moved = (local: string, minutes: number) =>
  new Date(Date.parse(`${local}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);

/** Returns an event input with all of its times moved. */
async function movedInput(eventId: string, minutes: number): Promise<Record<string, unknown>> {
  const input = await rosa.eventInput(eventId);
  const move = <T extends Record<string, unknown>>(times: T): T => ({
    ...times,
    startsAtLocal: moved(String(times['startsAtLocal']), minutes),
    endsAtLocal: moved(String(times['endsAtLocal']), minutes),
  });
  return { ...move(input), shifts: (input['shifts'] as Record<string, unknown>[]).map(move) };
}

interface Expected {
  /** Wall time by the rule; what the night of a clock change makes of it is checked separately. */
  local: string;
  status: string;
  outcome: 'changed' | 'displaced' | 'dropped' | null;
  follows: boolean;
}

interface Edit {
  name: string;
  input: (dates: readonly StoredDate[]) => Promise<Record<string, unknown>>;
  /** The model: what becomes of a sign-up on the date with this number. */
  expect: (signup: ModelSignup, date: { index: number; original: string; arrival: number }) => Expected;
}

const capacity = 10;
const asIs = ({ status }: ModelSignup, { original }: { original: string }): Expected => ({
  local: original,
  status,
  outcome: null,
  follows: false,
});

const edits: Edit[] = [
  {
    name: 'the time, by 90 minutes',
    input: async ([first]) => ({ scope: 'ALL', eventId: first!.id, event: await movedInput(first!.id, 90) }),
    expect: (signup, date) => ({ ...asIs(signup, date), local: moved(date.original, 90), outcome: 'changed' }),
  },
  {
    name: 'the weekday, from Sundays to Saturdays',
    input: async ([first]) => ({ scope: 'ALL', eventId: first!.id, rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=6' }),
    expect: (signup, date) => ({ ...asIs(signup, date), local: moved(date.original, -24 * 60), outcome: 'changed' }),
  },
  {
    name: 'the place',
    input: async ([first]) => ({
      scope: 'ALL',
      eventId: first!.id,
      event: await rosa.eventInput(first!.id, { place: '99 Oak St' }),
    }),
    expect: (signup, date) => ({ ...asIs(signup, date), outcome: 'changed' }),
  },
  {
    name: 'the capacity, from 10 to 6',
    input: async ([first]) => {
      const input = await rosa.eventInput(first!.id);
      const shifts = (input['shifts'] as object[]).map((shift) => ({ ...shift, capacity: 6 }));
      return { scope: 'ALL', eventId: first!.id, event: { ...input, shifts } };
    },
    expect: (signup, date) =>
      date.arrival > 6 && date.arrival <= capacity
        ? { ...asIs(signup, date), status: 'waitlisted', outcome: 'displaced' }
        : asIs(signup, date),
  },
  {
    name: 'the time from the second date on',
    input: async (dates) => ({
      scope: 'FOLLOWING',
      eventId: dates[1]!.id,
      event: await movedInput(dates[1]!.id, 60),
    }),
    expect: (signup, date) =>
      date.index < 1
        ? asIs(signup, date)
        : { ...asIs(signup, date), local: moved(date.original, 60), outcome: 'changed', follows: true },
  },
  {
    name: 'the last day, three dates earlier',
    input: (dates) =>
      Promise.resolve({ scope: 'ALL', eventId: dates[0]!.id, until: dates[2]!.original.slice(0, 10), reason: 'Short' }),
    expect: (signup, date) =>
      date.index <= 2 ? asIs(signup, date) : { ...asIs(signup, date), status: 'cancelled', outcome: 'dropped' },
  },
];

interface Situation {
  series: ShownSeries;
  dates: StoredDate[];
  before: ModelSignup[];
  input: Record<string, unknown>;
}

async function situation(edit: Edit, { start, end, now }: (typeof nights)[number]): Promise<Situation> {
  app.clock.set(now);
  const shift = { role: 'Packing', startsAtLocal: start, endsAtLocal: end, capacity };
  const series = await rosa.published(
    { rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=6' },
    { startsAtLocal: start, endsAtLocal: end, shifts: [shift] },
  );
  const dates = await rosa.dates(series.id);
  expect(dates).toHaveLength(6);
  await signUpEveryone(rosa, series.id, { people: 70, each: 35, now });
  const before = await signupsOf(
    rosa,
    dates.map(({ id }) => id),
  );
  expect(before.length).toBeGreaterThanOrEqual(200);
  return { series, dates, before, input: await edit.input(dates) };
}

/** Compares everything with the model. Returns the number of people who are told. */
async function checkAgainstModel(edit: Edit, { series, dates, before }: Situation): Promise<number> {
  const after = await signupsOf(
    rosa,
    dates.map(({ id }) => id),
  );
  const told = await emailsTo(rosa, before);
  const tellings = new Map<string, string[]>();
  for (const { outcomes } of told)
    for (const [id, outcome] of outcomes) tellings.set(id, [...(tellings.get(id) ?? []), outcome]);
  const people = told.map(({ volunteerId }) => volunteerId);
  expect(new Set(people).size).toBe(people.length);

  const byId = new Map(after.map((signup) => [signup.id, signup]));
  expect(byId.size).toBe(before.length);
  const arrivals = new Map<string, number>();
  for (const signup of before) {
    const arrival = (arrivals.get(signup.shiftId) ?? 0) + 1;
    arrivals.set(signup.shiftId, arrival);
    const index = dates.findIndex(({ id }) => id === signup.eventId);
    const { original } = dates[index]!;
    const expected = edit.expect(signup, { index, original, arrival });
    const now = byId.get(signup.id)!;
    expect([now.eventId, now.status, tellings.get(signup.id) ?? []]).toEqual([
      signup.eventId,
      expected.status,
      expected.outcome ? [expected.outcome] : [],
    ]);
    if (now.status !== 'cancelled') expect(now.isInStep).toBe(true);
    expect(now.seriesId === series.id).toBe(!expected.follows);
    const isSkippedTime = expected.local.startsWith('2027-03-14T02:');
    expect(now.startsAtLocal).toBe(isSkippedTime ? moved(expected.local, 60) : expected.local);
  }
  const counters = await app.db.query(
    `SELECT s.id FROM events.shift s LEFT JOIN events.signup u ON u.shift_id = s.id
     WHERE s.event_id = ANY ($1) GROUP BY s.id
     HAVING s.taken <> count(*) FILTER (WHERE u.status = 'confirmed')
       OR s.waiting <> count(*) FILTER (WHERE u.status = 'waitlisted')`,
    [dates.map(({ id }) => id)],
  );
  expect(counters).toEqual([]);
  return people.length;
}

describe.each(nights)('over the $night night of a clock change', (night) => {
  test.each(edits)('editing $name moves or tells every sign-up, each person once', async (edit) => {
    const set = await situation(edit, night);
    const { changedPeople, displacedPeople, droppedPeople, notifiedPeople } = await rosa.does<Record<string, number>>(
      previewEdit,
      { id: set.series.id, input: set.input },
    );
    await rosa.does(update, { id: set.series.id, input: set.input });
    const told = await checkAgainstModel(edit, set);
    expect(notifiedPeople).toBe(told);
    expect(Math.max(changedPeople!, displacedPeople!, droppedPeople!)).toBe(told);
  });

  test.each(edits)('a process killed while editing $name leaves everything as it was', async (edit) => {
    const set = await situation(edit, night);
    await runAsOwner(
      app,
      `CREATE FUNCTION events.die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed'; END $$;
       CREATE TRIGGER die BEFORE INSERT ON notifications.mail FOR EACH ROW WHEN (NEW.template = 'series-changed')
         EXECUTE FUNCTION events.die()`,
    );
    const answer = await rosa.rosa.asks(update, { id: set.series.id, input: set.input });
    await runAsOwner(app, 'DROP TRIGGER die ON notifications.mail; DROP FUNCTION events.die()');
    expect(answer.errors).toHaveLength(1);
    expect(await rosa.dates(set.series.id)).toEqual(set.dates);
    const eventIds = set.dates.map(({ id }) => id);
    expect(await signupsOf(rosa, eventIds)).toEqual(set.before);
    expect(await emailsTo(rosa, set.before)).toEqual([]);

    await rosa.does(update, { id: set.series.id, input: set.input });
    await checkAgainstModel(edit, set);
  });
});

test('lowering the capacity releases the reserved spots of shifts that have too many', async () => {
  const { start, end, now } = nights[0]!;
  app.clock.set(now);
  const shift = { role: 'Packing', startsAtLocal: start, endsAtLocal: end, capacity };
  const series = await rosa.published(
    { rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=2' },
    { startsAtLocal: start, endsAtLocal: end, shifts: [shift] },
  );
  const [first, second] = await rosa.dates(series.id);
  await app.db.query(
    `UPDATE events.shift SET taken = r.spots, reserved = r.spots, reserved_until = starts_at
     FROM (VALUES ($1::uuid, 8), ($2::uuid, 5)) AS r (event, spots) WHERE event_id = r.event`,
    [first!.id, second!.id],
  );
  const input = await rosa.eventInput(first!.id);
  const shifts = (input['shifts'] as object[]).map((one) => ({ ...one, capacity: 6 }));
  await rosa.does(update, { id: series.id, input: { scope: 'ALL', eventId: first!.id, event: { ...input, shifts } } });
  expect(
    await app.db.query(
      'SELECT capacity, taken, reserved FROM events.shift WHERE event_id = ANY ($1) ORDER BY starts_at',
      [[first!.id, second!.id]],
    ),
  ).toEqual([
    { capacity: 6, taken: 0, reserved: 0 },
    { capacity: 6, taken: 5, reserved: 5 },
  ]);
});
