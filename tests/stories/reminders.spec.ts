import { SignedIds } from '@upstander/platform';
import { Temporal } from 'temporal-polyfill';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { hours, minutes } from '../support/movable-clock.js';

const la = 'America/Los_Angeles';

let app: TestApp;
let organizer: { chapterId: string; cookie: string };

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-10-01T12:00:00Z');
  const chapter = await aChapter(app.db);
  organizer = {
    chapterId: chapter.id,
    cookie: (await app.signedIn({ role: 'organizer', chapterId: chapter.id })).cookie,
  };
});
afterAll(() => app.close());
afterEach(() => app.db.query('DELETE FROM notifications.mail; DELETE FROM events.shift_due'));

interface Published {
  id: string;
  shifts: Array<{ id: string; startsAt: string }>;
}

interface When {
  zone?: string;
  from: string;
  to: string;
}

const inputOf = ({ zone = la, from, to }: When, shiftId?: string) => ({
  chapterId: organizer.chapterId,
  title: 'Care kit packing',
  place: '12 Main St',
  timeZone: zone,
  startsAtLocal: from,
  endsAtLocal: to,
  shifts: [{ id: shiftId, role: 'Packing', startsAtLocal: from, endsAtLocal: to, capacity: 2 }],
});

async function asOrganizer<Answer>(query: string, variables: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await app.graphql<Record<string, Answer>>(query, variables, { cookie: organizer.cookie });
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as Answer;
}

async function anEventIsPublished(when: When): Promise<Published> {
  const { id } = await asOrganizer<Published>('mutation ($input: EventInput!) { createEvent(input: $input) { id } }', {
    input: inputOf(when),
  });
  return asOrganizer<Published>('mutation ($id: ID!) { publishEvent(id: $id) { id shifts { id startsAt } } }', { id });
}

async function theEventMoves(event: Published, when: When): Promise<void> {
  await asOrganizer('mutation ($id: ID!, $input: EventInput!) { updateEvent(id: $id, input: $input) { id } }', {
    id: event.id,
    input: inputOf(when, event.shifts[0]?.id),
  });
}

/** Returns the token of the emailed link. */
async function signsUp(event: Published, name: string): Promise<string> {
  const { data, errors } = await app.graphql<{ signUp: { signup: { id: string } } }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id } } }',
    { input: { shiftId: event.shifts[0]?.id, name, email: `${name.toLowerCase()}-${event.id}@example.org` } },
  );
  expect(errors).toBeUndefined();
  const token = app.nest.get(SignedIds).sign('signup', data.signUp.signup.id);
  await byLink('confirmSignup', token);
  return token;
}

async function byLink(operation: 'confirmSignup' | 'cancelSignup', token: string): Promise<void> {
  const query = `mutation ($input: SignupTokenInput!) { ${operation}(input: $input) { signup { status } } }`;
  expect((await app.graphql(query, { input: { token } })).errors).toBeUndefined();
}

/** The job runs every half hour, as scheduled. */
async function timePasses(from: string, to: string): Promise<void> {
  for (let at = Date.parse(from); at <= Date.parse(to); at += minutes(30)) {
    app.clock.set(new Date(at));
    await app.runJob('make-due-reminders');
  }
}

async function made(event: Published, zone = la): Promise<string[]> {
  const rows = await app.db.query<{ template: string; name: string; due_at: Date }>(
    `SELECT mail.template, signup.name, mail.due_at FROM notifications.mail
     JOIN events.signup ON signup.id = mail.subject_id
     WHERE signup.shift_id = $1 AND mail.template IN ('reminder-day-before', 'reminder-same-day', 'thank-you')
     ORDER BY mail.due_at, signup.name, mail.key`,
    [event.shifts[0]?.id],
  );
  return rows.map(({ template, name, due_at }) => `${name}: ${template} ${wall(due_at, zone)}`);
}

function wall(at: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.valueOf()).toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

describe('local time at the event', () => {
  test.each([
    [la, '2026-12-05T17:00:00Z'],
    ['America/New_York', '2026-12-05T14:00:00Z'],
    ['Asia/Kathmandu', '2026-12-05T03:15:00Z'],
  ])('%s: the day before at 11:00, the day itself at 08:00, and an hour after the end', async (zone, startsAt) => {
    app.clock.set('2026-11-20T12:00:00Z');
    const event = await anEventIsPublished({ zone, from: '2026-12-05T09:00', to: '2026-12-05T12:00' });
    expect(event.shifts[0]?.startsAt).toBe(new Date(startsAt).toISOString());
    await signsUp(event, 'Ana');
    await timePasses('2026-12-03T00:00:00Z', '2026-12-06T12:00:00Z');
    expect(await made(event, zone)).toEqual([
      'Ana: reminder-day-before 2026-12-04 11:00',
      'Ana: reminder-same-day 2026-12-05 08:00',
      'Ana: thank-you 2026-12-05 13:00',
    ]);
  });

  test('01:30 on the night when it occurs twice: the first one counts, with a reminder the day before at 11:00', async () => {
    app.clock.set('2026-10-20T12:00:00Z');
    const event = await anEventIsPublished({ from: '2026-11-01T01:30', to: '2026-11-01T04:00' });
    expect(event.shifts[0]?.startsAt).toBe('2026-11-01T08:30:00.000Z');
    await signsUp(event, 'Ana');
    await timePasses('2026-10-31T00:00:00Z', '2026-11-01T18:00:00Z');
    expect(await made(event)).toEqual(['Ana: reminder-day-before 2026-10-31 11:00', 'Ana: thank-you 2026-11-01 05:00']);
  });

  test('a night when the clock jumps from 02:00 to 03:00: reminders keep their hours', async () => {
    app.clock.set('2027-03-01T12:00:00Z');
    const night = await anEventIsPublished({ from: '2027-03-14T03:30', to: '2027-03-14T06:00' });
    expect(night.shifts[0]?.startsAt).toBe('2027-03-14T10:30:00.000Z');
    const evening = await anEventIsPublished({ from: '2027-03-14T18:00', to: '2027-03-14T20:00' });
    await signsUp(night, 'Ana');
    await signsUp(evening, 'Ben');
    await timePasses('2027-03-13T00:00:00Z', '2027-03-15T12:00:00Z');
    expect(await made(night)).toEqual(['Ana: reminder-day-before 2027-03-13 11:00', 'Ana: thank-you 2027-03-14 07:00']);
    expect(await made(evening)).toEqual([
      'Ben: reminder-day-before 2027-03-13 11:00',
      'Ben: reminder-same-day 2027-03-14 08:00',
      'Ben: thank-you 2027-03-14 21:00',
    ]);
  });
});

describe('reminders after changes', () => {
  const day = { from: '2026-12-05T09:00', to: '2026-12-05T12:00' };
  beforeEach(() => app.clock.set('2026-11-20T12:00:00Z'));

  test('an event that moves gets new reminders, even if old ones were sent', async () => {
    const event = await anEventIsPublished(day);
    await signsUp(event, 'Ana');
    await timePasses('2026-12-04T18:00:00Z', '2026-12-04T20:00:00Z');
    await theEventMoves(event, { from: '2026-12-12T14:00', to: '2026-12-12T16:00' });
    await timePasses('2026-12-04T21:00:00Z', '2026-12-13T08:00:00Z');
    expect(await made(event)).toEqual([
      'Ana: reminder-day-before 2026-12-04 11:00',
      'Ana: reminder-day-before 2026-12-11 11:00',
      'Ana: reminder-same-day 2026-12-12 08:00',
      'Ana: thank-you 2026-12-12 17:00',
    ]);
  });

  test('a change unrelated to time neither repeats nor drops a reminder', async () => {
    const event = await anEventIsPublished(day);
    await signsUp(event, 'Ana');
    app.clock.set('2026-12-04T19:05:00Z');
    await theEventMoves(event, day);
    await app.runJob('make-due-reminders');
    await theEventMoves(event, day);
    await app.runJob('make-due-reminders');
    expect(await made(event)).toEqual(['Ana: reminder-day-before 2026-12-04 11:00']);
  });

  test('no reminders after a cancellation of the sign-up or the event', async () => {
    const event = await anEventIsPublished(day);
    await signsUp(event, 'Ana');
    const token = await signsUp(event, 'Ben');
    await byLink('cancelSignup', token);
    await timePasses('2026-12-04T18:00:00Z', '2026-12-04T20:00:00Z');
    await asOrganizer('mutation ($id: ID!) { cancelEvent(id: $id, reason: "Storm") { id } }', { id: event.id });
    await timePasses('2026-12-05T00:00:00Z', '2026-12-06T00:00:00Z');
    expect(await made(event)).toEqual(['Ana: reminder-day-before 2026-12-04 11:00']);
  });

  test('a late sign-up gets remaining reminders, and waitlisted people get none', async () => {
    const event = await anEventIsPublished(day);
    await signsUp(event, 'Ana');
    await timePasses('2026-12-04T18:00:00Z', '2026-12-04T20:00:00Z');
    await signsUp(event, 'Ben');
    await signsUp(event, 'Cleo');
    await timePasses('2026-12-04T20:15:00Z', '2026-12-06T00:00:00Z');
    expect(await made(event)).toEqual([
      'Ana: reminder-day-before 2026-12-04 11:00',
      'Ana: reminder-same-day 2026-12-05 08:00',
      'Ben: reminder-same-day 2026-12-05 08:00',
      'Ana: thank-you 2026-12-05 13:00',
      'Ben: thank-you 2026-12-05 13:00',
    ]);
  });

  test('an event published the day before, after 11:00, sends only future reminders', async () => {
    app.clock.set('2026-12-04T22:00:00Z');
    const event = await anEventIsPublished(day);
    await signsUp(event, 'Ana');
    await timePasses('2026-12-04T22:00:00Z', '2026-12-06T00:00:00Z');
    expect(await made(event)).toEqual(['Ana: reminder-same-day 2026-12-05 08:00', 'Ana: thank-you 2026-12-05 13:00']);
  });
});

describe('a stopped worker', () => {
  const day = { from: '2026-12-05T09:00', to: '2026-12-05T12:00' };
  beforeEach(() => app.clock.set('2026-11-20T12:00:00Z'));

  test('back before the start, it catches up once each', async () => {
    const event = await anEventIsPublished(day);
    await signsUp(event, 'Ana');
    app.clock.set('2026-12-05T16:30:00Z');
    await app.runJob('make-due-reminders');
    await app.runJob('make-due-reminders');
    expect(await made(event)).toEqual([
      'Ana: reminder-day-before 2026-12-04 11:00',
      'Ana: reminder-same-day 2026-12-05 08:00',
    ]);
  });

  test('back after the start, it skips the reminders but still sends the thank-you', async () => {
    const event = await anEventIsPublished(day);
    await signsUp(event, 'Ana');
    app.clock.set(new Date(Date.parse('2026-12-05T20:00:00Z') + hours(24)));
    await app.runJob('make-due-reminders');
    expect(await made(event)).toEqual(['Ana: thank-you 2026-12-05 13:00']);
    const open = await app.db.query('SELECT FROM events.shift_due WHERE done_at IS NULL AND due_at < $1', [
      app.clock.now(),
    ]);
    expect(open).toHaveLength(0);
  });

  test('back after weeks, it sends nothing', async () => {
    const event = await anEventIsPublished(day);
    await signsUp(event, 'Ana');
    app.clock.set('2026-12-30T00:00:00Z');
    await app.runJob('make-due-reminders');
    expect(await made(event)).toEqual([]);
  });
});
