import fc from 'fast-check';
import type Stripe from 'stripe';
import { bookedLinesOf, findWrongTotals, giftsOf } from '../support/webhook-history/books.js';
import { recordStory, type Chapter, type Recording } from '../support/webhook-history/recording.js';
import { stories } from '../support/webhook-history/stories.js';

const runs = process.env['FAULTS'] === 'full' ? 10_000 : 150;
const SWEEP_EVERY = 50;

let recording: Recording;
const delivered = { copies: 0, forged: 0 };
beforeAll(async () => {
  recording = await recordStory();
});
afterAll(() => recording.close());

type Forgery = 'stranger' | 'stale' | 'future' | 'changed';
interface Copy {
  event: Stripe.Event;
  /** Sort key for delivery. */
  at: number;
  forged: Forgery | null;
}
/** A delivery plan: the chosen stories, number and order of copies of each event, forged copies, and duration. */
interface Telling {
  chosen: number[];
  copies: number[][];
  forged: Array<{ of: number; at: number; how: Forgery }>;
  together: number;
  minutes: number;
}

const oneInHundred = fc.integer({ min: 0, max: 99 }).map((n) => n === 99);
const telling = (counts: readonly number[]): fc.Arbitrary<Telling> =>
  fc.subarray([...counts.keys()], { minLength: 1, maxLength: 3 }).chain((chosen) => {
    const events = chosen.reduce((sum, n) => sum + (counts[n] ?? 0), 0);
    const times = fc.oneof(
      { arbitrary: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 2 }), weight: 4 },
      { arbitrary: fc.array(fc.nat(1_000), { minLength: 3, maxLength: 5 }), weight: 1 },
    );
    const forgeryKind = fc.constantFrom<Forgery>('stranger', 'stale', 'future', 'changed');
    const forgery = fc.tuple(oneInHundred, fc.nat(1_000), forgeryKind);
    return fc.record({
      chosen: fc.constant(chosen),
      copies: fc.array(times, { minLength: events, maxLength: events }),
      forged: fc
        .array(forgery, { minLength: events, maxLength: events })
        .map((all) => all.flatMap(([forged, at, how], of) => (forged ? [{ of, at, how }] : []))),
      together: fc.integer({ min: 1, max: 8 }),
      minutes: fc.integer({ min: 0, max: 600 }),
    });
  });

async function deliver(event: Stripe.Event, forgeryKind: Forgery | null = null): Promise<number> {
  const { app, stripe } = recording;
  const now = Math.floor(app.clock.now().valueOf() / 1000);
  const at = forgeryKind === 'stale' ? now - 3_600 : forgeryKind === 'future' ? now + 3_600 : now;
  const sentEvent =
    forgeryKind === 'stale' || forgeryKind === 'future' ? { ...event, id: `${event.id}_${forgeryKind}` } : event;
  const { body, headers } = stripe.webhooks.signEvent(sentEvent as Stripe.Event, at);
  const signature = forgeryKind === 'stranger' ? `t=${now},v1=${'0'.repeat(64)}` : headers['stripe-signature'];
  const payload =
    forgeryKind === 'changed'
      ? body.replace(/"amount": \d+/, '"amount": 99999900').replace(event.id, `${event.id}_x`)
      : body;
  const { statusCode } = await app.nest.inject({
    method: 'POST',
    url: '/webhooks/stripe',
    headers: { ...headers, 'stripe-signature': signature },
    payload,
  });
  return statusCode;
}

/** Starts from a clean state. */
async function tell({ chosen, copies, forged, together, minutes }: Telling): Promise<void> {
  const { app, before, chapters } = recording;
  await before.restoreSnapshot();
  const now = app.clock.now();
  const events = chosen.flatMap((n) => chapters[n]?.events ?? []);
  const arriving: Copy[] = [
    ...events.flatMap((event, i) => (copies[i] ?? []).map((at) => ({ event, at, forged: null }))),
    ...forged.map(({ of, at, how }) => ({ event: events[of]!, at, forged: how })),
  ];
  arriving.sort((one, other) => one.at - other.at);
  for (let at = 0; at < arriving.length; at += together) {
    const some = arriving.slice(at, at + together);
    const statuses = await Promise.all(some.map((copy) => deliver(copy.event, copy.forged)));
    expect(statuses).toEqual(some.map((copy) => (copy.forged ? 400 : 200)));
    delivered.forged += some.filter((copy) => copy.forged).length;
    delivered.copies += some.length;
    app.clock.advance(minutes * 60_000);
  }
  app.clock.set(now);
}

const inOrder = (chosen: number[]): Chapter[] => chosen.map((n) => recording.chapters[n] as Chapter);
const sorted = <T extends { line: string }>(lines: readonly T[]): string[] => lines.map(({ line }) => line).sort();

async function expectTheSameBooks(chosen: number[]): Promise<void> {
  const { db } = recording.app;
  expect(sorted(await bookedLinesOf(db))).toEqual(sorted(inOrder(chosen).flatMap(({ books }) => books)));
  const gifts = new Map((await giftsOf(db)).map(({ key, line }) => [key, line]));
  for (const { key, line } of inOrder(chosen).flatMap((chapter) => chapter.gifts)) expect(gifts.get(key)).toBe(line);
  expect(await findWrongTotals(db)).toEqual([]);
}

test.each(stories.map(({ name }, n) => [name, n] as const))('the recorded history contains %s', (_, n) => {
  const chapter = recording.chapters[n] as Chapter;
  expect(chapter.events.length).toBeGreaterThan(1);
  expect(chapter.books.length).toBeGreaterThan(0);
});

test(`${runs} histories in any order, with duplicates, delays and forgeries, give the same ledger`, async () => {
  const counts = recording.chapters.map(({ events }) => events.length);
  let histories = 0;
  await fc.assert(
    fc.asyncProperty(telling(counts), async (way) => {
      if ((histories += 1) % SWEEP_EVERY === 0) await recording.before.deleteNewRows();
      await tell(way);
      await expectTheSameBooks(way.chosen);
    }),
    { numRuns: runs, seed: 20_261_125, endOnFailure: false },
  );
  // About one in a hundred events has a forged copy, and each has one to five real ones.
  expect(delivered.forged).toBeGreaterThan(runs / 50);
  expect(delivered.copies).toBeGreaterThan(runs * 10);
}, 3_600_000);

// Control: an accepted forgery is detected immediately.
test('control: detects a forgery signed with the real secret', async () => {
  const { app, stripe, chapters } = recording;
  await tell({ chosen: [0], copies: (chapters[0]?.events ?? []).map(() => [0]), forged: [], together: 1, minutes: 0 });
  const charge = chapters[3]?.events.find(({ type }) => type === 'charge.succeeded');
  const object = { ...(charge?.data.object as Stripe.Charge), id: 'ch_of_nobody_at_all', metadata: {} };
  const { body, headers } = stripe.webhooks.signEvent({
    ...charge,
    id: 'evt_believed',
    data: { object },
  } as Stripe.Event);
  expect((await app.nest.inject({ method: 'POST', url: '/webhooks/stripe', headers, payload: body })).statusCode).toBe(
    200,
  );
  await deliver(charge as Stripe.Event);
  await expect(expectTheSameBooks([0])).rejects.toThrow();
});
