import { simpleParser } from 'mailparser';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import {
  aBeachCleanup,
  removeEmail,
  resultsOf,
  sendAfterDelay,
  sendMessage,
  setStatus,
} from '@upstander/tests/support/event-messages.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';

const startsAt = new Date('2026-12-05T17:00:00Z');
const now = new Date('2026-12-04T20:00:00Z');

let sink: MailSink;
let app: TestApp;
let chapter: { id: string };
let rosa: { cookie: string; email: string };
let stranger: { cookie: string };

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url } });
  app.clock.set(now);
  chapter = await aChapter(app.db);
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(async () => {
  app.clock.set(now);
  sink.received.length = 0;
  await app.db.query('DELETE FROM notifications.mail');
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

interface Preview {
  people: number;
  spanish: number;
  leftOutCount: number;
  leftOut: Array<{ name: string; reason: string }>;
  sizes: Array<{ kind: string; people: number }>;
}
const ask = (eventId: string, audience: Record<string, unknown>, session: { cookie: string } = rosa) =>
  app.graphql<{ eventAudience: Preview }>(
    `query ($id: ID!, $audience: EventAudienceInput!) { eventAudience(eventId: $id, audience: $audience) {
      people spanish leftOutCount leftOut { name reason } sizes { kind people } } }`,
    { id: eventId, audience },
    session,
  );

/** Seven people on two shifts: each in another situation. */
async function sevenPeople() {
  const made = await aBeachCleanup(app, { chapterId: chapter.id, startsAt, now, roles: ['Front table', 'Cleanup'] });
  const { person, shifts } = made;
  const ana = await person('Ana');
  const second = await person('Ana', { shiftId: shifts[1]!.id, email: ana.email });
  const people = {
    ana,
    ben: await person('Ben', { locale: 'es', status: 'waitlisted' }),
    cleo: await person('Cleo', { proven: false }),
    dan: await person('Dan'),
    eva: await person('Eva', { shiftId: shifts[1]!.id }),
    ivo: await person('Ivo'),
    kim: await person('Kim'),
  };
  await setStatus(app, people.dan, 'checked_in');
  await setStatus(app, people.kim, 'cancelled');
  await removeEmail(app, people.ivo);
  return { ...made, ...people, second };
}

test('counts the people of each audience, and says who is left out and why', async () => {
  const { event } = await sevenPeople();
  const { data } = await ask(event.id, { kind: 'EVERYONE' });
  expect(data.eventAudience).toEqual({
    people: 5,
    spanish: 1,
    leftOutCount: 2,
    leftOut: [
      { name: 'Ivo', reason: 'NO_EMAIL' },
      { name: 'Kim', reason: 'ENDED' },
    ],
    sizes: [
      { kind: 'EVERYONE', people: 5 },
      { kind: 'WITH_SPOT', people: 3 },
      { kind: 'WAITLIST', people: 1 },
      { kind: 'UNCONFIRMED', people: 1 },
      { kind: 'ATTENDED', people: 1 },
    ],
  });
});

test.each<[string, string[], 'all' | 'first']>([
  ['EVERYONE', ['Ana SENT', 'Ben SENT', 'Cleo SENT', 'Dan SENT', 'Eva SENT', 'Ivo NO_EMAIL', 'Kim ENDED'], 'all'],
  ['EVERYONE', ['Ana SENT', 'Ben SENT', 'Cleo SENT', 'Dan SENT', 'Ivo NO_EMAIL', 'Kim ENDED'], 'first'],
  ['WITH_SPOT', ['Ana SENT', 'Dan SENT', 'Eva SENT', 'Ivo NO_EMAIL'], 'all'],
  ['WAITLIST', ['Ben SENT'], 'all'],
  ['UNCONFIRMED', ['Cleo SENT'], 'all'],
  ['ATTENDED', ['Dan SENT'], 'all'],
])('%s reaches %j on %s shifts', async (kind, expected, on) => {
  const { event, shifts } = await sevenPeople();
  const audience = { kind, ...(on === 'first' && { shiftIds: [shifts[0]!.id] }) };
  const { data } = await sendMessage(app, { eventId: event.id, audience }, rosa);
  await sendAfterDelay(app);
  expect(await resultsOf(app, data.sendEventMessage.id, rosa)).toEqual(expected);
});

test('a selection reaches each selected person once', async () => {
  const { event, ana, second, eva, kim } = await sevenPeople();
  const audience = { kind: 'SELECTED', signupIds: [ana.id, second.id, eva.id, kim.id] };
  expect((await ask(event.id, audience)).data.eventAudience).toMatchObject({ people: 2, leftOutCount: 1 });
  const { data } = await sendMessage(app, { eventId: event.id, audience }, rosa);
  await sendAfterDelay(app);
  expect(await resultsOf(app, data.sendEventMessage.id, rosa)).toEqual(['Ana SENT', 'Eva SENT', 'Kim ENDED']);
});

test('a selection needs sign-ups, and no other audience takes them', async () => {
  const { event, ana } = await sevenPeople();
  const fault = async (audience: Record<string, unknown>) =>
    (await ask(event.id, audience)).errors?.[0]?.extensions.details;
  expect(await fault({ kind: 'SELECTED' })).toEqual({ fields: { 'audience.signupIds': 'required' } });
  expect(await fault({ kind: 'WAITLIST', signupIds: [ana.id] })).toEqual({
    fields: { 'audience.signupIds': 'not-allowed' },
  });
  expect(await fault({ kind: 'WAITLIST', shiftIds: ['1'] })).toEqual({ fields: { 'audience.shiftIds': 'not-an-id' } });
});

test('the audience of an event of another chapter is not found', async () => {
  const { event } = await sevenPeople();
  expect(refusal(await ask(event.id, { kind: 'EVERYONE' }, stranger))).toBe('NOT_FOUND');
});

test('a test reaches only its author, in each language of the message', async () => {
  const { event } = await sevenPeople();
  const input = {
    eventId: event.id,
    subject: 'Storm, {name}',
    body: '{shift} at {time}',
    subjectEs: 'Tormenta, {name}',
    bodyEs: '{shift}: {time}',
  };
  const mutation = 'mutation ($input: TestEventMessageInput!) { testEventMessage(input: $input) { email } }';
  expect(refusal(await app.graphql(mutation, { input }, stranger))).toBe('NOT_FOUND');
  const { data } = await app.graphql(mutation, { input }, rosa);
  expect(data).toEqual({ testEventMessage: { email: rosa.email } });
  await sendAfterDelay(app);
  const mails = await Promise.all(sink.received.map(({ source }) => simpleParser(source)));
  expect(sink.received.map(({ to }) => to)).toEqual([rosa.email, rosa.email]);
  expect(mails.map(({ subject }) => subject).sort()).toEqual(['[Prueba] Tormenta, Luz', '[Test] Storm, Ana']);
  expect(mails.map(({ text }) => text).join()).toContain('Front table at Saturday, December 5, 2026');
});
