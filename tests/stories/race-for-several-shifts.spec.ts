import { startApp, type TestApp } from '../support/app.js';
import { rowOfShift, withLockHeld } from '../support/lock-races.js';
import { createShiftsInRow, signUpForShifts } from '../support/several-shifts.js';
import { readCounters } from '../support/sign-ups.js';
import { runAsOwner } from '../support/tampering.js';
import { dropCheck, withoutLock } from '../support/without-lock.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '100000' } });
});
afterAll(() => app.close());

const startsAt = new Date('2028-05-15T17:00:00Z');
const inARow = (...capacities: number[]) => createShiftsInRow(app, capacities, startsAt);

/** Half of the people send the shifts in reverse order. */
const crowd = (ids: string[], people: number, input: (index: number) => object = () => ({})) =>
  Promise.all(
    Array.from({ length: people }, (_, index) =>
      signUpForShifts(app, index % 2 ? ids.toReversed() : ids, input(index)),
    ),
  );

describe('many people signing up for the same three shifts', () => {
  test('no shift is overbooked, even with guests, and everyone gets an answer', async () => {
    const { event, ids } = await inARow(4, 9, 2);
    await app.db.query('UPDATE events.event SET max_guests = 3 WHERE id = $1', [event.id]);
    const all = await crowd(ids, 24, (index) => ({ guests: index % 4, acceptsFewerGuests: index % 3 === 0 }));
    for (const { told } of all) {
      expect(told).toHaveLength(3);
      for (const one of told) expect(['CONFIRMED', 'WAITLISTED']).toContain(one);
    }
    for (const id of ids) expect(await readCounters(app, id)).toMatchObject({ true: true });
  });

  test('all or nothing: each person has all three shifts or none', async () => {
    const { ids } = await inARow(5, 9, 5);
    const all = await crowd(ids, 20, () => ({ allOrNothing: true }));
    const got = all.filter(({ refused }) => refused === null);
    expect(got).toHaveLength(5);
    for (const { told } of got) expect(told).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    expect(new Set(all.map(({ refused }) => refused))).toEqual(new Set([null, 'NOT_ALL_FREE']));
    for (const id of ids) expect(await readCounters(app, id)).toEqual({ taken: 5, waiting: 0, true: true });
  });

  test('control: without the lock and the check, the last places are assigned twice', async () => {
    const raceForOne = async () => {
      const { ids } = await inARow(1, 1);
      await withLockHeld(app.config.DATABASE_URL, rowOfShift(ids[0]!), 2, () => crowd(ids, 4));
      return (await readCounters(app, ids[0]!)).taken;
    };
    expect(await raceForOne()).toBe(1);
    await withoutLock(app, 'take_places', 'take_places');
    await runAsOwner(app, dropCheck);
    expect(await raceForOne()).toBeGreaterThan(1);
  });
});
