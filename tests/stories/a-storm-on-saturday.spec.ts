import { simpleParser } from 'mailparser';
import { startApp, type TestApp } from '../support/app.js';
import {
  aBeachCleanup,
  readMessage,
  removeEmail,
  resultsOf,
  runMessageJobs,
  sendAfterDelay,
  sendMessage,
  stopMessage,
} from '../support/event-messages.js';
import { aChapter } from '../support/factories.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { seconds } from '../support/movable-clock.js';

/** A beach cleanup on Saturday at 9 AM in Los Angeles. At 6 AM, Rosa reads about a storm and writes to everyone. */
const startsAt = new Date('2026-12-05T17:00:00Z');
const sixInTheMorning = new Date('2026-12-05T14:00:00Z');
const theWeekBefore = new Date('2026-11-28T20:00:00Z');

let sink: MailSink;
let app: TestApp;
let rosa: { cookie: string };
let cleanup: Awaited<ReturnType<typeof aBeachCleanup>>;
let ana: { id: string; email: string; volunteerId: string };
let firstMessage: string;

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url, PUBLIC_URL: 'http://help.example.org' } });
  app.clock.set(theWeekBefore);
  const chapter = await aChapter(app.db);
  cleanup = await aBeachCleanup(app, { chapterId: chapter.id, startsAt, now: theWeekBefore, roles: ['Cleanup'] });
  ana = await cleanup.person('Ana Reyes');
  await cleanup.person('Luz Ortega', { locale: 'es', status: 'waitlisted' });
  await removeEmail(app, await cleanup.person('Ivo Novak'));
  app.clock.set(sixInTheMorning);
  await cleanup.person('Cleo Park', { proven: false, now: sixInTheMorning });
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

const subjects = async () =>
  Promise.all(sink.received.map(async ({ source }) => (await simpleParser(source)).subject)).then((all) => all.sort());
const write = async (input: Record<string, unknown>) =>
  (await sendMessage(app, { eventId: cleanup.event.id, ...input }, rosa)).data.sendEventMessage.id;

test('Rosa writes the wrong hour, notices it and stops the message: no one gets it', async () => {
  firstMessage = await write({ subject: 'Storm', body: 'We start at 1 PM.' });
  app.clock.advance(seconds(45));
  await runMessageJobs(app);
  const { data } = await stopMessage(app, firstMessage, rosa);
  expect(data.stopEventMessage).toMatchObject({ status: 'STOPPED', counts: { sent: 0 } });
  await sendAfterDelay(app);
  expect(sink.received).toEqual([]);
});

test('she sends the right one, and everyone with an address gets it in their language', async () => {
  const id = await write({
    subject: 'Storm: we start at 11',
    body: 'Hi {name}, we start at 11. Stay home until then.',
    subjectEs: 'Tormenta: empezamos a las 11',
    bodyEs: 'Hola, {name}: empezamos a las 11. Quédate en casa hasta entonces.',
  });
  await sendAfterDelay(app);
  expect(await subjects()).toEqual(['Storm: we start at 11', 'Storm: we start at 11', 'Tormenta: empezamos a las 11']);
  expect(await resultsOf(app, id, rosa)).toEqual([
    'Ana Reyes SENT',
    'Cleo Park SENT',
    'Ivo Novak NO_EMAIL',
    'Luz Ortega SENT',
  ]);
  expect((await readMessage(app, firstMessage, rosa)).status).toBe('STOPPED');
});

test("only the message that was sent is in Ana's history, with her name", async () => {
  const history = await app.db.query('SELECT subject, body FROM volunteers.message WHERE volunteer_id = $1', [
    ana.volunteerId,
  ]);
  expect(history).toEqual([
    { subject: 'Storm: we start at 11', body: 'Hi Ana, we start at 11. Stay home until then.' },
  ]);
});
