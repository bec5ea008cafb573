import { startNextMessage } from '@upstander/events';
import {
  aBeachCleanup,
  aMessageDesk,
  cleanupTimes,
  type MessageDesk,
  readMessage,
  resultsOf,
  runMessageJobs,
  sendAfterDelay,
  sendMessage,
  stopMessage,
} from '@upstander/tests/support/event-messages.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { hours, seconds } from '@upstander/tests/support/movable-clock.js';

const { now } = cleanupTimes;

let desk: MessageDesk;
let app: MessageDesk['app'];
let sink: MessageDesk['sink'];
let chapter: MessageDesk['chapter'];
let rosa: MessageDesk['rosa'];
beforeAll(async () => {
  desk = await aMessageDesk();
  ({ app, sink, chapter, rosa } = desk);
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

async function aMessageTo(count: number) {
  const { event, person } = await aBeachCleanup(app, { chapterId: chapter.id, roles: [] });
  for (let index = 0; index < count; index += 1) await person(`Person ${String(index).padStart(3, '0')}`);
  const { data } = await sendMessage(app, { eventId: event.id }, rosa);
  return { id: data.sendEventMessage.id, eventId: event.id };
}
const stop = async (id: string) => (await stopMessage(app, id, rosa)).data.stopEventMessage;
const queued = async () => (await app.db.query('SELECT id FROM notifications.mail')).length;
const historyOf = async (eventId: string) =>
  (
    await app.db.query(
      `SELECT g.id FROM volunteers.message g JOIN events.signup u ON u.volunteer_id = g.volunteer_id
         JOIN events.shift s ON s.id = u.shift_id WHERE s.event_id = $1`,
      [eventId],
    )
  ).length;

test('a message stopped at second 59 reaches no one', async () => {
  const { id, eventId } = await aMessageTo(3);
  app.clock.advance(seconds(59));
  expect(await stop(id)).toMatchObject({ status: 'STOPPED', counts: { sent: 0, waiting: 0 } });
  await sendAfterDelay(app);
  expect(sink.received).toEqual([]);
  expect(await queued()).toBe(0);
  expect(await stop(id)).toMatchObject({ status: 'STOPPED' });
  expect(await historyOf(eventId)).toBe(0);
});

test('emails that were queued before the stop are not sent', async () => {
  const { id, eventId } = await aMessageTo(3);
  app.clock.advance(seconds(61));
  await app.runJob('send-event-messages');
  expect(await queued()).toBe(3);
  expect(await stop(id)).toMatchObject({
    status: 'STOPPED',
    counts: { sent: 0, waiting: 0, failed: 0, stopped: 3, leftOut: 0 },
  });
  await runMessageJobs(app);
  expect(sink.received).toEqual([]);
  expect(await resultsOf(app, id, rosa)).toEqual(['Person 000 STOPPED', 'Person 001 STOPPED', 'Person 002 STOPPED']);
  expect(await historyOf(eventId)).toBe(0);
});

test('a stop in the middle says how many were sent, and only they have it in their history', async () => {
  const { id, eventId } = await aMessageTo(260);
  app.clock.advance(seconds(61));
  let stopped: Promise<unknown> | undefined;
  sink.beforeAnswer = async () => {
    await (stopped ??= stop(id));
  };
  await runMessageJobs(app);
  const { status, counts } = await readMessage(app, id, rosa);
  expect(status).toBe('STOPPED');
  // The worker had loaded two batches of 100 when it was stopped.
  expect(counts).toEqual({ sent: 200, waiting: 0, failed: 0, stopped: 60, leftOut: 0 });
  expect(sink.received).toHaveLength(200);
  expect(await historyOf(eventId)).toBe(200);
});

test('a stop after everything was sent changes nothing', async () => {
  const { id } = await aMessageTo(2);
  await sendAfterDelay(app);
  expect(await stop(id)).toMatchObject({ status: 'SENT', counts: { sent: 2, stopped: 0 } });
});

test('emails of a worker that was killed are sent once more only if no one stopped the message', async () => {
  const { id } = await aMessageTo(2);
  app.clock.advance(seconds(61));
  await app.runJob('send-event-messages');
  await app.db.query(`UPDATE notifications.mail SET status = 'sending', claimed_until = $1`, [now]);
  expect((await stop(id)).counts).toMatchObject({ waiting: 2, stopped: 0 });
  await runMessageJobs(app);
  expect(sink.received).toEqual([]);
  expect((await readMessage(app, id, rosa)).counts).toMatchObject({ waiting: 0, stopped: 2 });
});

test('two workers start a message once', async () => {
  const { id } = await aMessageTo(3);
  app.clock.advance(hours(1));
  const at = [app.clock.now()];
  const race = (sql: string) =>
    raceBehindLock(app, { sql, params: at, waiting: 0 }, () => [app.db.query(sql, at)]) as Promise<unknown[][]>;
  const [second] = await race(startNextMessage);
  expect(second).toEqual([]);
  await runMessageJobs(app);
  expect(sink.received).toHaveLength(3);
  expect((await readMessage(app, id, rosa)).counts.sent).toBe(3);
});
