import { simpleParser } from 'mailparser';
import { refusal } from '@upstander/tests/support/app.js';
import {
  aBeachCleanup,
  aMessageDesk,
  cleanupTimes,
  type MessageDesk,
  removeEmail,
  resultsOf,
  sendAfterDelay,
  sendMessage,
  setStatus,
} from '@upstander/tests/support/event-messages.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { aRegistration, aRegistrationForm } from '@upstander/tests/support/registrations.js';

const { now, startsAt } = cleanupTimes;

let desk: MessageDesk;
let app: MessageDesk['app'];
let sink: MessageDesk['sink'];
let chapter: MessageDesk['chapter'];
let rosa: MessageDesk['rosa'];
let stranger: MessageDesk['stranger'];
beforeAll(async () => {
  desk = await aMessageDesk();
  ({ app, sink, chapter, rosa, stranger } = desk);
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

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
  const made = await aBeachCleanup(app, { chapterId: chapter.id, roles: ['Front table', 'Cleanup'] });
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
  await app.db.query(`UPDATE events.signup SET group_name = 'Class 8b', guests = 2 WHERE id = ANY ($1::uuid[])`, [
    [people.eva.id, people.kim.id],
  ]);
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
      { kind: 'GROUPS', people: 1 },
      { kind: 'PARTICIPANTS', people: 0 },
      { kind: 'PARTICIPANTS_REGISTERED', people: 0 },
      { kind: 'PARTICIPANTS_WAITLIST', people: 0 },
      { kind: 'PARTICIPANTS_ARRIVED', people: 0 },
      { kind: 'VOLUNTEERS_AND_PARTICIPANTS', people: 5 },
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
  ['GROUPS', ['Eva SENT', 'Kim ENDED'], 'all'],
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

/** Five parties of an event with two volunteers; Ana helps and walks. */
async function fiveParties() {
  const made = await aBeachCleanup(app, { chapterId: chapter.id, roles: [] });
  const { event, person } = made;
  await aRegistrationForm(app.db, event.id);
  const party = (name: string, parts: Parameters<typeof aRegistration>[2]) =>
    aRegistration(app.db, event.id, { name, now, ...parts });
  const ana = await person('Ana');
  return {
    ...made,
    ana,
    bea: await person('Bea'),
    lea: await party('Lea', { locale: 'es' }),
    max: await party('Max', { status: 'waitlisted' }),
    noa: await party('Noa', { verified: false, arrived: 1 }),
    ole: await party('Ole', { email: null }),
    pia: await party('Pia', { status: 'cancelled' }),
    walker: await party('Ana', { email: ana.email.toUpperCase() }),
  };
}

test('counts participants, and says who is left out and why', async () => {
  const { event } = await fiveParties();
  const { data } = await ask(event.id, { kind: 'PARTICIPANTS' });
  expect(data.eventAudience).toMatchObject({
    people: 4,
    spanish: 1,
    leftOut: [
      { name: 'Ole', reason: 'NO_EMAIL' },
      { name: 'Pia', reason: 'ENDED' },
    ],
  });
  expect(data.eventAudience.sizes.slice(6)).toEqual([
    { kind: 'PARTICIPANTS', people: 4 },
    { kind: 'PARTICIPANTS_REGISTERED', people: 2 },
    { kind: 'PARTICIPANTS_WAITLIST', people: 1 },
    { kind: 'PARTICIPANTS_ARRIVED', people: 1 },
    { kind: 'VOLUNTEERS_AND_PARTICIPANTS', people: 5 },
  ]);
});

test.each([
  ['PARTICIPANTS', ['Ana SENT', 'Lea SENT', 'Max SENT', 'Noa SENT', 'Ole NO_EMAIL', 'Pia ENDED']],
  ['PARTICIPANTS_REGISTERED', ['Ana SENT', 'Lea SENT', 'Ole NO_EMAIL']],
  ['PARTICIPANTS_WAITLIST', ['Max SENT']],
  ['PARTICIPANTS_ARRIVED', ['Noa SENT']],
  ['EVERYONE', ['Ana SENT', 'Bea SENT']],
  [
    'VOLUNTEERS_AND_PARTICIPANTS',
    ['Ana SENT', 'Bea SENT', 'Lea SENT', 'Max SENT', 'Noa SENT', 'Ole NO_EMAIL', 'Pia ENDED'],
  ],
])('%s reaches %j, and no address twice', async (kind, expected) => {
  const { event } = await fiveParties();
  const { data } = await sendMessage(app, { eventId: event.id, audience: { kind } }, rosa);
  await sendAfterDelay(app);
  expect(await resultsOf(app, data.sendEventMessage.id, rosa)).toEqual(expected);
  const recipients = sink.received.map(({ to }) => to.toLowerCase());
  expect(recipients).toHaveLength(expected.filter((one) => one.endsWith('SENT')).length);
  expect(new Set(recipients).size).toBe(recipients.length);
});

const oneLine = (text: string | undefined) => (text ?? '').replaceAll(/\s+(> )?/g, ' ');
const mailTo = async (address: string | null) =>
  simpleParser(sink.received.find(({ to }) => to === address)?.source ?? '');

test('a participant gets the message in their language, with the time of the event and their personal link', async () => {
  const { event, lea } = await fiveParties();
  const message = {
    eventId: event.id,
    audience: { kind: 'PARTICIPANTS_REGISTERED' },
    subjectEs: 'Tormenta, {name}',
    bodyEs: 'Empezamos tarde: {time}.',
  };
  const fault = async (change: Record<string, unknown>) =>
    (await sendMessage(app, { ...message, ...change }, rosa)).errors?.[0]?.extensions.details;
  expect(await fault({ bodyEs: 'Tu turno: {shift}' })).toEqual({ fields: { bodyEs: 'unknown-field' } });
  expect(await fault({ audience: { kind: 'PARTICIPANTS', shiftIds: [event.id] } })).toEqual({
    fields: { 'audience.shiftIds': 'not-allowed' },
  });
  await sendMessage(app, message, rosa);
  await sendAfterDelay(app);
  const mail = await mailTo(lea.email);
  expect(mail.subject).toBe('Tormenta, Lea');
  expect(oneLine(mail.text)).toContain('Empezamos tarde: sábado, 5 de diciembre de 2026');
  expect(mail.text).toMatch(/\/registration\/[\w-]{46}\?lang=es/);
  expect(mail.text).not.toContain('Front table');
  expect(mail.headers.has('list')).toBe(false);
});

test('after the event, participants can unsubscribe, and are left out of later messages to participants', async () => {
  const { event, lea } = await fiveParties();
  app.clock.set(new Date(startsAt.valueOf() + days(1)));
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  const send = async () => {
    const audience = { kind: 'PARTICIPANTS_REGISTERED' };
    const { data } = await sendMessage(app, { eventId: event.id, audience }, rosa);
    await sendAfterDelay(app);
    return resultsOf(app, data.sendEventMessage.id, rosa);
  };
  expect(await send()).toEqual(['Ana SENT', 'Lea SENT', 'Ole NO_EMAIL']);
  const { source } = sink.received.find(({ to }) => to === lea.email)!;
  const url = /^List-Unsubscribe:\s*<(\S+)>/im.exec(String(source))![1]!;
  const { pathname } = new URL(url);
  expect(pathname).toMatch(/^\/registration-messages\//);
  const token = pathname.split('/')[2]!;
  const unsubscribe = (link: string) =>
    app.graphql('mutation ($token: String!) { stopRegistrationMessages(token: $token) { ok } }', { token: link });
  expect(refusal(await unsubscribe(token.slice(0, -2)))).toBe('NOT_FOUND');
  expect((await unsubscribe(token)).errors).toBeUndefined();
  expect(await send()).toEqual(['Ana SENT', 'Lea OPTED_OUT', 'Ole NO_EMAIL']);
});

test('a test of a message of an event without shifts is filled with the time of the event', async () => {
  const { event, shifts } = await aBeachCleanup(app, { chapterId: chapter.id, roles: [] });
  await app.db.query('DELETE FROM events.shift WHERE id = $1', [shifts[0]!.id]);
  const input = { eventId: event.id, subject: 'Storm', body: 'We start at {time}.' };
  await app.graphql(
    'mutation ($input: TestEventMessageInput!) { testEventMessage(input: $input) { email } }',
    { input },
    rosa,
  );
  await sendAfterDelay(app);
  expect(oneLine((await mailTo(rosa.email)).text)).toContain('We start at Saturday, December 5, 2026');
});
