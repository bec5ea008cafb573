import { Database, type Tx } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import { byLink, signUpExpectingPlace, mailsOf } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const noon = Math.floor(Date.now() / hours(1)) * hours(1) + days(20);
const at = (hour: number) => new Date(noon + hours(hour));

/** Creates a person with a confirmed place on a shift for each of these hour ranges. */
async function aPersonOn(...times: Array<[from: number, to: number]>) {
  const event = await anEvent(app.db, { startsAt: at(-12), endsAt: at(48) });
  const email = `mover-${event.id}@example.org`;
  const signupIds = [];
  for (const [from, to] of times) {
    const shift = await aShift(app.db, { eventId: event.id, startsAt: at(from), endsAt: at(to) });
    signupIds.push({ shiftId: shift.id, signupId: (await aSignup(app.db, { shiftId: shift.id, email })).id });
  }
  return signupIds;
}

let sequence = 0;

/** Moves shifts as an organizer's update does: first the rows, then the sign-ups. */
async function move(...moves: Array<{ shiftId: string; from: number; to: number }>) {
  sequence += 1;
  const changes = moves.map(({ shiftId }) => ({ shiftId, before: { startsAt: at(0).toISOString() } }));
  await app.nest.get(Database).transaction(async (tx) => {
    for (const { shiftId, from, to } of moves) {
      await tx.query('UPDATE events.shift SET starts_at = $2, ends_at = $3 WHERE id = $1', [shiftId, at(from), at(to)]);
    }
    await follow(tx, changes);
  });
}

async function follow(tx: Tx, changes: unknown[]): Promise<void> {
  await tx.query('SELECT events.follow_shifts($1, $2, $3)', [JSON.stringify(changes), sequence, app.clock.now()]);
}

async function overlapsOf(...signups: Array<{ signupId: string }>): Promise<Array<string | null>> {
  const reasons = [];
  for (const { signupId } of signups) {
    const [row] = await app.db.query<{ overlap_reason: string | null }>(
      'SELECT overlap_reason FROM events.signup WHERE id = $1',
      [signupId],
    );
    reasons.push(row!.overlap_reason);
  }
  return reasons;
}

async function lastMail(signupId: string) {
  const [mail] = await app.db.query<{ data: unknown }>(
    `SELECT data FROM notifications.mail WHERE key = 'signup-changed/' || $1 || '/' || $2`,
    [signupId, sequence],
  );
  return mail?.data;
}

test('keeps both places when a shift moves onto another of the same person, and notifies them', async () => {
  const [one, second] = await aPersonOn([0, 2], [4, 6]);
  await move({ shiftId: one!.shiftId, from: 5, to: 7 });
  expect(await overlapsOf(one!, second!)).toEqual(['shift moved', null]);
  expect(await lastMail(one!.signupId)).toEqual({ before: { startsAt: at(0).toISOString() }, overlaps: true });
  expect(await mailsOf(app, second!.signupId)).toEqual([]);
});

test('clears the overlap when the shift moves away again', async () => {
  const [one, second] = await aPersonOn([0, 2], [4, 6]);
  await move({ shiftId: one!.shiftId, from: 5, to: 7 });
  await move({ shiftId: one!.shiftId, from: 6, to: 8 });
  expect(await overlapsOf(one!, second!)).toEqual([null, null]);
  expect(await lastMail(one!.signupId)).toEqual({ before: { startsAt: at(0).toISOString() } });
});

test('swaps the times of two shifts without an overlap', async () => {
  const [one, second] = await aPersonOn([0, 2], [2, 4]);
  await move({ shiftId: one!.shiftId, from: 2, to: 4 }, { shiftId: second!.shiftId, from: 0, to: 2 });
  expect(await overlapsOf(one!, second!)).toEqual([null, null]);
});

test('marks one of two shifts that move onto each other', async () => {
  const [one, second] = await aPersonOn([0, 2], [2, 4]);
  await move({ shiftId: one!.shiftId, from: 8, to: 10 }, { shiftId: second!.shiftId, from: 9, to: 11 });
  expect((await overlapsOf(one!, second!)).sort()).toEqual([null, 'shift moved'].sort());
});

test("keeps an organizer's own reason for an overlap", async () => {
  const [one] = await aPersonOn([0, 2]);
  await app.db.query(`UPDATE events.signup SET overlap_reason = 'Runs both tables.' WHERE id = $1`, [one!.signupId]);
  await move({ shiftId: one!.shiftId, from: 1, to: 3 });
  expect(await overlapsOf(one!)).toEqual(['Runs both tables.']);
});

test('shortens the confirmation deadline when a shift moves closer', async () => {
  const event = await anEvent(app.db, { startsAt: at(0) });
  const shift = await aShift(app.db, { eventId: event.id });
  const { id } = await signUpExpectingPlace(app, { shiftId: shift.id });
  const soonAt = new Date(Date.now() + hours(2));
  await app.nest.get(Database).transaction(async (tx) => {
    await tx.query('UPDATE events.shift SET starts_at = $2 WHERE id = $1', [shift.id, soonAt]);
    await follow(tx, [{ shiftId: shift.id, before: {} }]);
  });
  expect(
    await app.db.query('SELECT expires_at, lower(during) AS starts FROM events.signup WHERE id = $1', [id]),
  ).toEqual([{ expires_at: soonAt, starts: soonAt }]);
  expect((await byLink(app, 'confirmSignup', id)).signup?.status).toBe('CONFIRMED');
});
