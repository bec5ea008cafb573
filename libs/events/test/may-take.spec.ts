import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup, type ShiftParts } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const select = `events.may_take(s, e, v, verified, NULL, old_enough, $1::timestamptz)
  FROM events.shift s JOIN events.event e ON e.id = s.event_id
    LEFT JOIN volunteers.volunteer v ON v.id = $3 CROSS JOIN (VALUES ($4::boolean, $5::boolean)) AS i (verified, old_enough)
  WHERE s.id = $2::uuid`;

async function canTake(
  shiftId: string,
  volunteerId: string | null,
  { verified = true, oldEnough = false, at = new Date() },
) {
  const [row] = await app.db.query<{ refusal: string | null }>(`SELECT ${select.replace('\n', ' AS refusal\n')}`, [
    at,
    shiftId,
    volunteerId,
    verified,
    oldEnough,
  ]);
  return row!.refusal;
}

const shiftWith = async (columns: string, parts: ShiftParts = {}) => {
  const shift = await aShift(app.db, parts);
  await app.db.query(`UPDATE events.shift SET ${columns} WHERE id = $1`, [shift.id]);
  return shift;
};

describe('events.may_take', () => {
  test('refuses a shift that has started', async () => {
    const startsAt = new Date(Date.now() + days(3));
    const { id } = await aShift(app.db, { event: { startsAt } });
    expect(await canTake(id, null, {})).toBeNull();
    expect(await canTake(id, null, { at: startsAt })).toBe('SIGN_UP_CLOSED');
  });

  test('uses a stored age only for a verified address', async () => {
    const { id } = await shiftWith('minimum_age = 18');
    const { volunteerId } = await aSignup(app.db, {});
    await app.db.query('UPDATE volunteers.volunteer SET birth_year = 2020 WHERE id = $1', [volunteerId]);
    expect(await canTake(id, volunteerId, {})).toBe('TOO_YOUNG');
    expect(await canTake(id, volunteerId, { verified: false })).toBe('AGE_NEEDED');
    expect(await canTake(id, volunteerId, { verified: false, oldEnough: true })).toBeNull();
  });

  test('doesn’t count a verified volunteer’s own sign-up against the limit of first-timers', async () => {
    const shift = await shiftWith('most_first_timers = 1');
    const { volunteerId } = await aSignup(app.db, { shiftId: shift.id });
    expect(await canTake(shift.id, volunteerId, {})).toBeNull();
    expect(await canTake(shift.id, volunteerId, { verified: false })).toBe('FIRST_TIMERS_FULL');
    expect(await canTake(shift.id, null, {})).toBe('FIRST_TIMERS_FULL');
  });

  test('refuses a shift of an event that has not opened', async () => {
    const shift = await aShift(app.db);
    await app.db.query(
      'UPDATE events.event SET opens_at = $2, opens_at_local = $2::timestamptz AT TIME ZONE time_zone WHERE id = $1',
      [shift.eventId, new Date(Date.now() + hours(1))],
    );
    expect(await canTake(shift.id, null, {})).toBe('NOT_OPEN_YET');
  });

  test('is inlined into the query of a batch', async () => {
    const plan = await app.db.query<Record<string, string>>(`EXPLAIN (VERBOSE) SELECT ${select}`, [
      new Date(),
      (await aShift(app.db)).id,
      null,
      true,
      false,
    ]);
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('SIGN_UP_CLOSED');
    expect(text).not.toContain('may_take');
  });
});
