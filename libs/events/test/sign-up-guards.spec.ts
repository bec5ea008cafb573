import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { raceAtLock, rowOfShift } from '@upstander/tests/support/lock-races.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { readCounters } from '@upstander/tests/support/sign-ups.js';
import { addCheck, dropCheck, withoutLock } from '@upstander/tests/support/without-lock.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

/**
 * Each rule about places is enforced by a lock or a constraint. Each is raced here, then raced again in this file's own
 * database with the guard removed: the rule must then break, or the race proves nothing.
 */
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await withoutLock(app, 'take_places', 'take_places_unlocked');
  await withoutLock(app, 'offer_places', 'offer_places_unlocked');
});
afterAll(() => app.close());

async function withoutGuard<T>(dropSql: string, restore: string, work: () => Promise<T>): Promise<T> {
  await runAsOwner(app, dropSql);
  try {
    return await work();
  } finally {
    await runAsOwner(app, restore);
  }
}

const anItem = (shift: string, email: string) => ({
  ord: 0,
  shift,
  email,
  name: 'Ana',
  locale: 'en',
  verified: false,
  vouched: false,
});

async function raceSignUps(fn: string, people: number, places: number, email = (i: number) => `race-${i}@example.org`) {
  const shift = await aShift(app.db, { capacity: places });
  const statements = Array.from({ length: people }, (_, i) => ({
    sql: `SELECT * FROM events.${fn}($1, $2, 24, 24, 20)`,
    values: [JSON.stringify([anItem(shift.id, email(i))]), new Date()],
  }));
  const answers = await raceAtLock<{ id: string; status: string }>(
    app.config.DATABASE_URL,
    rowOfShift(shift.id),
    statements,
  );
  const [counts] = await app.db.query<{ confirmed: number; all: number }>(
    `SELECT count(*) FILTER (WHERE status = 'confirmed')::int AS confirmed, count(*)::int AS all
     FROM events.signup WHERE shift_id = $1`,
    [shift.id],
  );
  return { shift, answers, ...counts! };
}

describe('never more confirmed sign-ups than places', () => {
  test('gives five places to thirty concurrent sign-ups', async () => {
    const { shift, confirmed: confirmedCount, all } = await raceSignUps('take_places', 30, 5);
    expect({ confirmed: confirmedCount, all }).toEqual({ confirmed: 5, all: 30 });
    expect(await readCounters(app, shift.id)).toEqual({ taken: 5, waiting: 25, true: true });
  });

  test('control: overbooks the shift without the lock and the check', async () => {
    const { confirmed: confirmedCount } = await withoutGuard(dropCheck, addCheck, () =>
      raceSignUps('take_places_unlocked', 30, 5),
    );
    expect(confirmedCount).toBeGreaterThan(5);
  });

  test('refuses by the check constraint alone if the lock is missing', async () => {
    const { confirmed: confirmedCount, answers } = await raceSignUps('take_places_unlocked', 30, 5);
    expect(confirmedCount).toBeLessThanOrEqual(5);
    expect(answers.some(({ status }) => status === 'rejected')).toBe(true);
  });
});

describe('one sign-up per person and shift', () => {
  test('creates one sign-up from ten concurrent clicks', async () => {
    const { all } = await raceSignUps('take_places', 10, 50, () => 'clicks@example.org');
    expect(all).toBe(1);
  });

  test('control: creates several without the lock and the unique index', async () => {
    // The volunteer must exist, or the requests would block each other on the volunteer row instead of the shift.
    await aSignup(app.db, { email: 'more-clicks@example.org' });
    const [{ definition }] = (await app.db.query<{ definition: string }>(
      `SELECT pg_get_indexdef('events.signup_once'::regclass) AS definition`,
    )) as [{ definition: string }];
    const { all } = await withoutGuard(
      'DROP INDEX events.signup_once',
      `DELETE FROM events.signup; ${definition}`,
      () => raceSignUps('take_places_unlocked', 10, 50, () => 'more-clicks@example.org'),
    );
    expect(all).toBeGreaterThan(1);
  });
});

describe('no two overlapping shifts', () => {
  /** Confirms three overlapping sign-ups of one person at the same moment and returns how many succeeded. */
  async function confirmAll(): Promise<number> {
    const event = await anEvent(app.db);
    const email = `overlap-${event.id}@example.org`;
    const ids = [];
    for (let i = 0; i < 3; i += 1) {
      const shift = await aShift(app.db, {
        eventId: event.id,
        startsAt: new Date(event.startsAt.valueOf() + hours(i)),
      });
      ids.push((await aSignup(app.db, { shiftId: shift.id, email, proven: false })).id);
    }
    await Promise.allSettled(
      ids.map((id) => app.db.query('UPDATE events.signup SET proven_at = created_at WHERE id = $1', [id])),
    );
    const [row] = await app.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM events.signup WHERE id = ANY ($1) AND proven_at IS NOT NULL',
      [ids],
    );
    return row!.n;
  }

  test('lets one of three overlapping sign-ups be confirmed', async () => {
    expect(await confirmAll()).toBe(1);
  });

  test('control: lets all three be confirmed without the exclusion constraint', async () => {
    const [{ definition }] = (await app.db.query<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'no_two_overlapping_shifts'`,
    )) as [{ definition: string }];
    const overlapCount = await withoutGuard(
      'ALTER TABLE events.signup DROP CONSTRAINT no_two_overlapping_shifts',
      `DELETE FROM events.signup; ALTER TABLE events.signup ADD CONSTRAINT no_two_overlapping_shifts ${definition}`,
      confirmAll,
    );
    expect(overlapCount).toBe(3);
  });
});

describe('one offer per free place', () => {
  async function offerTenTimes(fn: string) {
    const shift = await aShift(app.db, { capacity: 2 });
    await aSignup(app.db, { shiftId: shift.id });
    for (let i = 0; i < 5; i += 1) await aSignup(app.db, { shiftId: shift.id, status: 'waitlisted' });
    await raceAtLock(
      app.config.DATABASE_URL,
      rowOfShift(shift.id),
      Array.from({ length: 10 }, () => ({
        sql: `SELECT events.${fn}($1, $2, 24)`,
        values: [[shift.id], new Date()],
      })),
    );
    return readCounters(app, shift.id);
  }

  test('makes one offer when ten requests pass the place on at the same moment', async () => {
    expect(await offerTenTimes('offer_places')).toEqual({ taken: 2, waiting: 4, true: true });
  });

  test('control: offers the same place again without the lock and the check', async () => {
    const counters = await withoutGuard(dropCheck, addCheck, () => offerTenTimes('offer_places_unlocked'));
    expect(counters.true).toBe(false);
  });
});
