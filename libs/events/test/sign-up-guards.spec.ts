import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { meeting, rowOfShift } from '@upstander/tests/support/meeting.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { countersOf } from '@upstander/tests/support/sign-ups.js';
import { addCheck, dropCheck, withoutLock } from '@upstander/tests/support/without-lock.js';
import { asOwner } from '@upstander/tests/support/tampering.js';

/**
 * Each rule of the house about places is kept by a lock or a constraint. Here each is raced, and raced again in this
 * file's own database with the guard taken out: then the rule must break, or the race proves nothing.
 */
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await withoutLock(app, 'place_signups', 'place_signups_unlocked');
  await withoutLock(app, 'offer_places', 'offer_places_unlocked');
});
afterAll(() => app.close());

async function without<T>(drop: string, restore: string, work: () => Promise<T>): Promise<T> {
  await asOwner(app, drop);
  try {
    return await work();
  } finally {
    await asOwner(app, restore);
  }
}

const anItem = (shift: string, email: string) => ({
  ord: 0,
  shift,
  email,
  name: 'Ana',
  locale: 'en',
  proven: false,
  vouched: false,
});

async function race(fn: string, people: number, places: number, email = (i: number) => `race-${i}@example.org`) {
  const shift = await aShift(app.db, { capacity: places });
  const statements = Array.from({ length: people }, (_, i) => ({
    sql: `SELECT * FROM events.${fn}($1, $2, 24, 24, 20)`,
    values: [JSON.stringify([anItem(shift.id, email(i))]), new Date()],
  }));
  const answers = await meeting<{ id: string; status: string }>(
    app.config.DATABASE_URL,
    rowOfShift(shift.id),
    statements,
  );
  const [kept] = await app.db.query<{ confirmed: number; all: number }>(
    `SELECT count(*) FILTER (WHERE status = 'confirmed')::int AS confirmed, count(*)::int AS all
     FROM events.signup WHERE shift_id = $1`,
    [shift.id],
  );
  return { shift, answers, ...kept! };
}

describe('no more confirmed sign-ups than places', () => {
  test('thirty people who come at the same moment get the five places there are', async () => {
    const { shift, confirmed, all } = await race('place_signups', 30, 5);
    expect({ confirmed, all }).toEqual({ confirmed: 5, all: 30 });
    expect(await countersOf(app, shift.id)).toEqual({ taken: 5, waiting: 25, true: true });
  });

  test('control: without the lock and the check, the shift is oversold', async () => {
    const { confirmed } = await without(dropCheck, addCheck, () => race('place_signups_unlocked', 30, 5));
    expect(confirmed).toBeGreaterThan(5);
  });

  test('should the lock be forgotten, the check still refuses', async () => {
    const { confirmed, answers } = await race('place_signups_unlocked', 30, 5);
    expect(confirmed).toBeLessThanOrEqual(5);
    expect(answers.some(({ status }) => status === 'rejected')).toBe(true);
  });
});

describe('one sign-up for one person and shift', () => {
  test('ten clicks at the same moment are one', async () => {
    const { all } = await race('place_signups', 10, 50, () => 'clicks@example.org');
    expect(all).toBe(1);
  });

  test('control: without the lock and the unique index, there are several', async () => {
    // Known already, or the clicks would wait for each other at the person instead of the shift.
    await aSignup(app.db, { email: 'more-clicks@example.org' });
    const [{ definition }] = (await app.db.query<{ definition: string }>(
      `SELECT pg_get_indexdef('events.signup_once'::regclass) AS definition`,
    )) as [{ definition: string }];
    const { all } = await without('DROP INDEX events.signup_once', `DELETE FROM events.signup; ${definition}`, () =>
      race('place_signups_unlocked', 10, 50, () => 'more-clicks@example.org'),
    );
    expect(all).toBeGreaterThan(1);
  });
});

describe('no two shifts at the same time', () => {
  /** Somebody with unconfirmed sign-ups for three shifts that overlap confirms all of them at the same moment. */
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

  test('of three that overlap, one can be held', async () => {
    expect(await confirmAll()).toBe(1);
  });

  test('control: without the exclusion constraint, all three', async () => {
    const [{ definition }] = (await app.db.query<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'no_two_overlapping_shifts'`,
    )) as [{ definition: string }];
    const held = await without(
      'ALTER TABLE events.signup DROP CONSTRAINT no_two_overlapping_shifts',
      `DELETE FROM events.signup; ALTER TABLE events.signup ADD CONSTRAINT no_two_overlapping_shifts ${definition}`,
      confirmAll,
    );
    expect(held).toBe(3);
  });
});

describe('a free place is offered once', () => {
  async function offerTenTimes(fn: string) {
    const shift = await aShift(app.db, { capacity: 2 });
    await aSignup(app.db, { shiftId: shift.id });
    for (let i = 0; i < 5; i += 1) await aSignup(app.db, { shiftId: shift.id, status: 'waitlisted' });
    await meeting(
      app.config.DATABASE_URL,
      rowOfShift(shift.id),
      Array.from({ length: 10 }, () => ({
        sql: `SELECT events.${fn}($1, $2, 24)`,
        values: [[shift.id], new Date()],
      })),
    );
    return countersOf(app, shift.id);
  }

  test('ten who pass it on at the same moment make one offer', async () => {
    expect(await offerTenTimes('offer_places')).toEqual({ taken: 2, waiting: 4, true: true });
  });

  test('control: without the lock and the check, the same place is given away again', async () => {
    const counters = await without(dropCheck, addCheck, () => offerTenTimes('offer_places_unlocked'));
    expect(counters.true).toBe(false);
  });
});
