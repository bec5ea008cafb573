import {
  aBeachCleanup,
  aMessageDesk,
  type MessageDesk,
  removeEmail,
  resultsOf,
  runMessageJobs,
  sendMessage,
  setStatus,
} from '@upstander/tests/support/event-messages.js';
import { byLink } from '@upstander/tests/support/sign-ups.js';
import { simpleParser } from 'mailparser';

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

const aCleanup = () => aBeachCleanup(app, { chapterId: chapter.id, roles: ['Front table', 'Cleanup'] });

/** Schedules a message to people who haven't confirmed, for 10 PM. Other emails are not of interest. */
async function schedule(eventId: string, message: Record<string, unknown> = {}): Promise<string> {
  const { data } = await sendMessage(
    app,
    { eventId, audience: { kind: 'UNCONFIRMED' }, sendAtLocal: '2026-12-04T22:00', ...message },
    rosa,
  );
  return data.sendEventMessage.id;
}
async function sendAtTen(): Promise<void> {
  await app.db.query('DELETE FROM notifications.mail');
  app.clock.set('2026-12-05T06:00:00Z');
  await runMessageJobs(app);
}

test('reaches those who are unconfirmed when it is sent, not when it was scheduled', async () => {
  const { event, person } = await aCleanup();
  const unconfirmed = { proven: false };
  const [confirms, cancels, expires] = [
    await person('Ana', unconfirmed),
    await person('Ben', unconfirmed),
    await person('Cleo', unconfirmed),
  ];
  await person('Dan', unconfirmed);
  const id = await schedule(event.id);
  await byLink(app, 'confirmSignup', confirms.id);
  await byLink(app, 'cancelSignup', cancels.id);
  await setStatus(app, expires, 'expired');
  await person('Eva', unconfirmed);
  await person('Fay', { ...unconfirmed, status: 'waitlisted' });
  await sendAtTen();
  expect(await resultsOf(app, id, rosa)).toEqual(['Dan SENT', 'Eva SENT', 'Fay SENT']);
});

test('leaves out a person without an address, and shows an address that bounces', async () => {
  const { event, person } = await aCleanup();
  const [guest, bounces] = [await person('Guest', { proven: false }), await person('Ben', { proven: false })];
  await removeEmail(app, guest);
  sink.answer(bounces.email, { code: 550, message: 'No such mailbox' });
  const id = await schedule(event.id);
  await sendAtTen();
  expect(await resultsOf(app, id, rosa)).toEqual(['Ben FAILED', 'Guest NO_EMAIL']);
});

test('a person with two unconfirmed shifts gets one email, about both', async () => {
  const { event, person, shifts } = await aCleanup();
  const { email } = await person('Ana', { proven: false });
  await person('Ana', { proven: false, email, shiftId: shifts[1]!.id });
  const id = await schedule(event.id, { body: 'Please confirm: {shift}' });
  await sendAtTen();
  expect(await resultsOf(app, id, rosa)).toEqual(['Ana SENT']);
  expect(sink.received.map(({ to }) => to)).toEqual([email]);
  const { text } = await simpleParser(sink.received[0]!.source);
  expect(text).toContain('Please confirm: Front table and Cleanup');
});

test('a person with a confirmed and an unconfirmed shift gets one email, about the unconfirmed one', async () => {
  const { event, person, shifts } = await aCleanup();
  const { email } = await person('Ana');
  await person('Ana', { proven: false, email, shiftId: shifts[1]!.id });
  await schedule(event.id, { body: 'Please confirm: {shift}.' });
  await sendAtTen();
  const { text } = await simpleParser(sink.received[0]!.source);
  expect(sink.received).toHaveLength(1);
  expect(text).toContain('Please confirm: Cleanup.');
});
