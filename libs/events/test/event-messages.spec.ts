import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { refusal } from '@upstander/tests/support/app.js';
import {
  aBeachCleanup,
  aMessageDesk,
  cleanupTimes,
  type MessageDesk,
  readMessage,
  removeEmail,
  resultsOf,
  runMessageJobs,
  sendAfterDelay,
  sendMessage,
  setStatus,
  stopMessage,
} from '@upstander/tests/support/event-messages.js';
import { aSignup } from '@upstander/tests/support/factories.js';
import { days, seconds } from '@upstander/tests/support/movable-clock.js';

const { startsAt } = cleanupTimes;

let desk: MessageDesk;
let app: MessageDesk['app'];
let sink: MessageDesk['sink'];
let chapter: MessageDesk['chapter'];
let rosa: MessageDesk['rosa'];
let stranger: MessageDesk['stranger'];
beforeAll(async () => {
  desk = await aMessageDesk({ PUBLIC_URL: 'http://help.example.org' });
  ({ app, sink, chapter, rosa, stranger } = desk);
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

const anEventWith = (...roles: string[]) => aBeachCleanup(app, { chapterId: chapter.id, roles });
const send = (eventId: string, input: Record<string, unknown> = {}, session: { cookie: string } = rosa) =>
  sendMessage(app, { eventId, ...input }, session);
const sendExpectingMessage = async (eventId: string, input: Record<string, unknown> = {}) => {
  const { data, errors } = await send(eventId, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.sendEventMessage;
};
const fieldsRefused = async (eventId: string, input: Record<string, unknown>) =>
  (await send(eventId, input)).errors?.[0]?.extensions.details;
const recipients = () => sink.received.map(({ to }) => to).sort();
const mailTo = async ({ email }: { email: string }) =>
  simpleParser(sink.received.find(({ to }) => to === email)?.source ?? '');
const oneLine = (text: string | undefined) => (text ?? '').replaceAll(/\s+(> )?/g, ' ');

describe('a message', () => {
  test('is sent a minute later, to everyone once, and is kept in the history of each person', async () => {
    const { event, shifts, person } = await anEventWith('Front table', 'Cleanup');
    const ana = await person('Ana');
    await person('Ana', { shiftId: shifts[1]!.id, email: ana.email });
    const ben = await person('Ben', { status: 'waitlisted' });
    const cleo = await person('Cleo', { proven: false });
    const { id, status } = await sendExpectingMessage(event.id);
    expect(status).toBe('SCHEDULED');
    app.clock.advance(seconds(59));
    await runMessageJobs(app);
    expect(recipients()).toEqual([]);
    app.clock.advance(seconds(2));
    await runMessageJobs(app);
    expect(recipients()).toEqual([ana.email, ben.email, cleo.email].sort());
    await runMessageJobs(app);
    expect(sink.received).toHaveLength(3);
    expect(await readMessage(app, id, rosa)).toMatchObject({
      status: 'SENT',
      counts: { sent: 3, waiting: 0, failed: 0, stopped: 0, leftOut: 0 },
    });
    expect(await resultsOf(app, id, rosa)).toEqual(['Ana SENT', 'Ben SENT', 'Cleo SENT']);
    const history = await app.db.query('SELECT subject, body FROM volunteers.message WHERE volunteer_id = $1', [
      ana.volunteerId,
    ]);
    expect(history).toEqual([{ subject: 'Storm', body: 'We start an hour later.' }]);
    expect((await mailTo(ana)).replyTo?.text).toBe('desk@example.org');
  });

  test('never delays other emails', async () => {
    const { event, person } = await anEventWith();
    await person('Ana');
    await sendExpectingMessage(event.id);
    app.clock.advance(seconds(61));
    await app.runJob('send-event-messages');
    expect(await app.db.query('SELECT can_wait FROM notifications.mail')).toEqual([{ can_wait: true }]);
  });

  test('is sent once per idempotency key', async () => {
    const { event, person } = await anEventWith();
    await person('Ana');
    const idempotencyKey = randomUUID();
    const { id } = await sendExpectingMessage(event.id, { idempotencyKey });
    expect((await sendExpectingMessage(event.id, { idempotencyKey })).id).toBe(id);
    expect(refusal(await send(event.id, { idempotencyKey, subject: 'Other' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    await sendAfterDelay(app);
    expect(sink.received).toHaveLength(1);
  });

  test('is written in the language of each person, with their own name, shift and time', async () => {
    const { event, shifts, person } = await anEventWith('Front table', 'Cleanup');
    const ana = await person('Ana {shift}');
    await person('Ana', { shiftId: shifts[1]!.id, email: ana.email });
    const luz = await person('Luz Ortega', { locale: 'es' });
    await sendExpectingMessage(event.id, {
      subject: '{name}, a storm',
      body: 'Dear {name}, {shift} starts later than {time}.',
      subjectEs: '{name}, una tormenta',
      bodyEs: 'Querida {name}, {shift} empieza más tarde que {time}.',
    });
    await sendAfterDelay(app);
    const english = await mailTo(ana);
    expect(english.subject).toBe('Ana, a storm');
    expect(oneLine(english.text)).toContain(
      'Dear Ana, Front table and Cleanup starts later than Saturday, December 5, 2026, 9:00',
    );
    const spanish = await mailTo(luz);
    expect(spanish.subject).toBe('Luz, una tormenta');
    expect(oneLine(spanish.text)).toContain(
      'Querida Luz, Front table empieza más tarde que sábado, 5 de diciembre de 2026',
    );
  });

  test('in one language reaches everyone in it', async () => {
    const { event, person } = await anEventWith();
    const ana = await person('Ana');
    const luz = await person('Luz', { locale: 'es' });
    const spanish = { subject: null, body: null, subjectEs: 'Tormenta', bodyEs: 'Empezamos más tarde.' };
    await sendExpectingMessage(event.id, spanish);
    await sendAfterDelay(app);
    expect([(await mailTo(ana)).subject, (await mailTo(luz)).subject]).toEqual(['Tormenta', 'Tormenta']);
  });

  test('refuses missing texts, unknown fields and impossible times at their field', async () => {
    const { event, person } = await anEventWith();
    await person('Ana');
    expect(await fieldsRefused(event.id, { subject: ' ' })).toEqual({ fields: { subject: 'required' } });
    expect(await fieldsRefused(event.id, { subject: null, body: null })).toEqual({
      fields: { subject: 'required', body: 'required' },
    });
    expect(await fieldsRefused(event.id, { bodyEs: 'Hola' })).toEqual({ fields: { subjectEs: 'required' } });
    expect(await fieldsRefused(event.id, { body: 'Dear {nmae}' })).toEqual({ fields: { body: 'unknown-field' } });
    expect(await fieldsRefused(event.id, { subject: 'x'.repeat(151) })).toEqual({ fields: { subject: 'too-long' } });
    const at = (sendAtLocal: string) => fieldsRefused(event.id, { sendAtLocal });
    // 20:00 UTC is noon in Los Angeles.
    expect(await at('2026-12-04T11:59')).toEqual({ fields: { sendAtLocal: 'in-the-past' } });
    expect(await at('2027-03-14T02:30')).toEqual({ fields: { sendAtLocal: 'not-on-the-clock' } });
    expect(await at('2028-03-14T02:30')).toEqual({ fields: { sendAtLocal: 'too-late' } });
  });

  test('can be scheduled, and then reaches those who are signed up at that time', async () => {
    const { event, person } = await anEventWith();
    const ana = await person('Ana');
    const ben = await person('Ben');
    const { id } = await sendExpectingMessage(event.id, { sendAtLocal: '2026-12-05T07:00' });
    await setStatus(app, ben, 'cancelled');
    const cleo = await person('Cleo');
    app.clock.set('2026-12-05T14:59:59Z');
    await runMessageJobs(app);
    expect(recipients()).toEqual([]);
    app.clock.set('2026-12-05T15:00:00Z');
    await runMessageJobs(app);
    expect(recipients()).toEqual([ana.email, cleo.email].sort());
    expect(await resultsOf(app, id, rosa)).toEqual(['Ana SENT', 'Ben ENDED', 'Cleo SENT']);
  });

  test('after the event leaves out those who unsubscribed, and lets the others unsubscribe', async () => {
    const { event, person } = await anEventWith();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    await app.db.query('UPDATE volunteers.volunteer SET messages_stopped_at = now() WHERE id = $1', [ben.volunteerId]);
    await sendExpectingMessage(event.id);
    await sendAfterDelay(app);
    expect(recipients()).toEqual([ana.email, ben.email].sort());
    expect((await mailTo(ana)).headers.has('list')).toBe(false);
    sink.received.length = 0;
    app.clock.set(new Date(startsAt.valueOf() + days(1)));
    rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
    const { id } = await sendExpectingMessage(event.id);
    await sendAfterDelay(app);
    expect(await resultsOf(app, id, rosa)).toEqual(['Ana SENT', 'Ben OPTED_OUT']);
    expect((await mailTo(ana)).headers.has('list')).toBe(true);
  });

  test('shows why an email could not be delivered', async () => {
    const { event, person } = await anEventWith();
    const ana = await person('Ana');
    sink.answer(ana.email, { code: 550, message: 'No such mailbox' });
    const { id } = await sendExpectingMessage(event.id);
    await sendAfterDelay(app);
    expect(await resultsOf(app, id, rosa)).toEqual(['Ana FAILED']);
    expect(await app.db.query('SELECT 1 FROM volunteers.message WHERE volunteer_id = $1', [ana.volunteerId])).toEqual(
      [],
    );
  });

  test('is hidden from organizers of other chapters', async () => {
    const { event, person } = await anEventWith();
    await person('Ana');
    const { id } = await sendExpectingMessage(event.id);
    expect(refusal(await send(event.id, {}, stranger))).toBe('NOT_FOUND');
    expect(refusal(await stopMessage(app, id, stranger))).toBe('NOT_FOUND');
    const foreign = await aSignup(app.db);
    const selected = { kind: 'SELECTED', signupIds: [foreign.id] };
    expect(refusal(await send(event.id, { audience: selected }))).toBe('NOT_FOUND');
    const shift = { kind: 'EVERYONE', shiftIds: [foreign.shiftId] };
    expect(refusal(await send(event.id, { audience: shift }))).toBe('NOT_FOUND');
    expect((await readMessage(app, id, rosa)).status).toBe('SCHEDULED');
  });

  test('is refused if no one would get it', async () => {
    const { event, person } = await anEventWith();
    await removeEmail(app, await person('Ivo'));
    expect(refusal(await send(event.id))).toBe('NO_RECIPIENTS');
  });
});
