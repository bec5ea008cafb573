import { makeDueReminders, ShiftTimetables } from '@upstander/events';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { raceBehindLock } from '../support/locks.js';
import { runAsOwner } from '../support/tampering.js';

const startsAt = new Date('2026-12-05T18:00:00Z');
const due = new Date('2026-12-05T17:30:00Z');

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-20T12:00:00Z');
  await app.db.query('DELETE FROM notifications.mail; DELETE FROM events.event');
});

/** Creates shifts with five people each, whose two reminders are overdue at `due`. */
async function overdue(shifts: number): Promise<number> {
  const event = await anEvent(app.db, { startsAt });
  for (let i = 0; i < shifts; i += 1) {
    const shift = await aShift(app.db, { eventId: event.id });
    for (let person = 0; person < 5; person += 1) await aSignup(app.db, { shiftId: shift.id, proven: false });
    await app.db.transaction((tx) => app.nest.get(ShiftTimetables).set(tx, [shift.id]));
  }
  app.clock.set(due);
  return shifts * 5 * 2;
}

async function mails(): Promise<{ all: number; different: number }> {
  const [row] = await app.db.query<{ all: number; different: number }>(
    `SELECT count(*)::int AS all, count(DISTINCT key)::int AS different FROM notifications.mail WHERE key LIKE 'reminder-%'`,
  );
  return row ?? { all: 0, different: 0 };
}

/** The second worker starts before the first commits. */
function twoWorkers(sql: string): Promise<unknown[]> {
  const params = [due, 200];
  return raceBehindLock(app, { sql, params, waiting: 1 }, () => [app.db.query(sql, params)]);
}

const noLock = makeDueReminders.replace('FOR UPDATE SKIP LOCKED', '');
const noConflict = makeDueReminders.replace('ON CONFLICT (key) DO NOTHING', '');
const unguarded = noLock.replace('ON CONFLICT (key) DO NOTHING', '');

test('many workers create one email per person and reminder', async () => {
  const expected = await overdue(30);
  await Promise.all(Array.from({ length: 6 }, () => app.runJob('make-due-reminders')));
  expect(await mails()).toEqual({ all: expected, different: expected });
});

test('a second worker skips rows locked by the first', async () => {
  const expected = await overdue(3);
  const [second] = (await twoWorkers(makeDueReminders)) as Array<Array<{ due: number; made: number }>>;
  expect(second).toEqual([{ due: 0, made: 0 }]);
  expect(await mails()).toEqual({ all: expected, different: expected });
});

test('either guard is enough: the lock on the due time or the key of the email', async () => {
  const expected = await overdue(3);
  await twoWorkers(noLock);
  expect(await mails()).toEqual({ all: expected, different: expected });
  await app.db.query('DELETE FROM notifications.mail; UPDATE events.shift_due SET done_at = NULL');
  await twoWorkers(noConflict);
  expect(await mails()).toEqual({ all: expected, different: expected });
});

test('control: without both, the same race creates duplicates', async () => {
  const expected = await overdue(3);
  await runAsOwner(app, 'ALTER TABLE notifications.mail DROP CONSTRAINT mail_key_key');
  try {
    await twoWorkers(unguarded);
    expect(await mails()).toEqual({ all: expected * 2, different: expected });
  } finally {
    await app.db.query('DELETE FROM notifications.mail');
    await runAsOwner(app, 'ALTER TABLE notifications.mail ADD CONSTRAINT mail_key_key UNIQUE (key)');
  }
});
