import { simpleParser } from 'mailparser';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { minutes } from '../support/movable-clock.js';
import { signUpExpectingPlace, type Receipt } from '../support/sign-ups.js';

/** Uses only the form, the emails, and their links. There is one place, and Ana, Ben and Chi want it. */
let sink: MailSink;
let app: TestApp;
let shiftId: string;
let eventId: string;
let rosa: { cookie: string };
const times = { startsAtLocal: '2026-12-05T09:00', endsAtLocal: '2026-12-05T13:00' };

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url, PUBLIC_URL: 'http://help.example.org' } });
  app.clock.set('2026-12-01T18:00:00Z');
  const chapter = await aChapter(app.db);
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  const { data } = await app.graphql<{ createEvent: { id: string; shifts: [{ id: string }] } }>(
    'mutation ($input: EventInput!) { createEvent(input: $input) { id shifts { id } } }',
    {
      input: {
        chapterId: chapter.id,
        title: 'Care kit packing',
        place: '12 Main St',
        timeZone: 'America/Los_Angeles',
        ...times,
        shifts: [{ role: 'Packing', capacity: 1, ...times }],
      },
    },
    rosa,
  );
  eventId = data.createEvent.id;
  shiftId = data.createEvent.shifts[0].id;
  await app.graphql('mutation ($id: ID!) { publishEvent(id: $id) { id } }', { id: eventId }, rosa);
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

const links: Record<string, string> = {};
const anAddress = (name: string) => `${name.toLowerCase()}@example.org`;

/** Runs due jobs and returns emails received as "to: subject". Keeps their personal links. */
async function post(): Promise<string[]> {
  sink.received.length = 0;
  await app.runJob('make-due-reminders');
  await app.runJob('deliver-due-mail');
  const lines = [];
  for (const { to, source } of sink.received) {
    const mail = await simpleParser(source);
    const token = /http:\/\/help\.example\.org\/s\/([\w-]+)/.exec(mail.text ?? '')?.[1];
    if (token) links[to] = token;
    lines.push(`${to}: ${mail.subject}`);
  }
  return lines.sort();
}

async function press(name: string, button: string): Promise<Receipt | string> {
  const { data, errors } = await app.graphql<Record<string, { signup: Receipt }>>(
    `mutation ($input: SignupTokenInput!) { ${button}(input: $input) { signup { id status position } } }`,
    { input: { token: links[anAddress(name)] } },
  );
  return errors ? errors[0]!.extensions.code : data[button]!.signup;
}

async function page(name: string): Promise<unknown> {
  const { data } = await app.graphql<{ mySignup: unknown }>(
    'query ($token: String!) { mySignup(token: $token) { name status position addressConfirmed event { title } } }',
    { token: links[anAddress(name)] },
  );
  return data.mySignup;
}

async function rosaSees(): Promise<string[]> {
  const { data } = await app.graphql<{ roster: { edges: Array<{ node: { name: string; status: string } }> } }>(
    'query ($id: ID!) { roster(eventId: $id) { edges { node { name status } } } }',
    { id: eventId },
    rosa,
  );
  return data.roster.edges.map(({ node }) => `${node.name} ${node.status}`);
}

test('Ana gets the place, Ben and Chi are waitlisted, and each gets the right email', async () => {
  const answers = [];
  for (const name of ['Ana', 'Ben', 'Chi']) {
    answers.push(
      await signUpExpectingPlace(app, { shiftId, name, email: anAddress(name), locale: name === 'Chi' ? 'ES' : 'EN' }),
    );
    app.clock.advance(minutes(1));
  }
  expect(answers).toMatchObject([{ status: 'CONFIRMED' }, { position: 1 }, { position: 2 }]);
  const mails = await post();
  expect(mails.map((line) => line.split(':')[0])).toEqual(['ana@example.org', 'ben@example.org', 'chi@example.org']);
  expect(await post()).toEqual([]);
  expect(await page('Ana')).toMatchObject({ name: 'Ana', status: 'CONFIRMED', addressConfirmed: false });
});

test('each verifies by the link, some twice, and the second click changes nothing', async () => {
  for (const name of ['Ana', 'Ben', 'Chi']) {
    const first = await press(name, 'confirmSignup');
    expect(await press(name, 'confirmSignup')).toEqual(first);
  }
  expect(await page('Ana')).toMatchObject({ addressConfirmed: true });
  expect(await rosaSees()).toEqual(['Ana CONFIRMED', 'Ben WAITLISTED', 'Chi WAITLISTED']);
});

test('Ana cancels: the place is reserved for Ben, who is notified', async () => {
  expect(await press('Ana', 'cancelSignup')).toMatchObject({ status: 'CANCELLED' });
  expect(await rosaSees()).toEqual(['Ana CANCELLED', 'Ben OFFERED', 'Chi WAITLISTED']);
  expect((await post()).map((line) => line.split(':')[0])).toEqual(['ana@example.org', 'ben@example.org']);
  expect(await page('Ben')).toMatchObject({ status: 'OFFERED' });
});

test('Ben does not answer for a day: the place is offered to Chi, and his late acceptance is declined kindly', async () => {
  app.clock.set('2026-12-02T18:30:00Z');
  await app.runJob('expire-offers');
  expect(await press('Ben', 'acceptOffer')).toBe('OFFER_EXPIRED');
  expect((await post()).map((line) => line.split(':')[0])).toEqual(['ben@example.org', 'chi@example.org']);
  expect(await press('Chi', 'acceptOffer')).toMatchObject({ status: 'CONFIRMED' });
  expect(await rosaSees()).toEqual(['Ana CANCELLED', 'Ben EXPIRED', 'Chi CONFIRMED']);
});

test('only Chi is reminded, the day before and on the day, in Spanish', async () => {
  app.clock.set('2026-12-04T19:00:00Z');
  const [dayBefore, ...others] = await post();
  expect(others).toEqual([]);
  expect(dayBefore).toMatch(/^chi@example\.org: .*sábado/);
  app.clock.set('2026-12-05T16:00:00Z');
  expect((await post()).map((line) => line.split(':')[0])).toEqual(['chi@example.org']);
});

test('afterward Chi is thanked and gives feedback', async () => {
  app.clock.set('2026-12-05T22:00:00Z');
  expect((await post()).map((line) => line.split(':')[0])).toEqual(['chi@example.org']);
  const { data } = await app.graphql('mutation ($i: FeedbackInput!) { giveFeedback(input: $i) { ok } }', {
    i: { token: links[anAddress('Chi')], rating: 5, comment: '¡Hasta la próxima!' },
  });
  expect(data).toEqual({ giveFeedback: { ok: true } });
  expect(await app.db.query('SELECT rating, comment FROM events.feedback')).toEqual([
    { rating: 5, comment: '¡Hasta la próxima!' },
  ]);
});
