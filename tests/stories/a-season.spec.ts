import { simpleParser } from 'mailparser';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { handOvers } from '../support/hand-overs.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { aVolunteer } from '../support/volunteers.js';
import { linkOf, readCounters } from '../support/sign-ups.js';
import { signUpForSeries, standingLinkOf, standingSignupsOf } from '../support/standing-signups.js';

/**
 * A season of a weekly table, from September to June: Rosa plans it, the Reyes family of three comes every Saturday,
 * Beto steps in once, and the rest of the season moves to another place. Uses only the API, the emails and their links.
 */
let sink: MailSink;
let app: TestApp;
let rosa: { cookie: string };
let seriesId: string;
let chapterId: string;
const ana = { name: 'Ana Reyes', email: 'ana@example.org' };
const beto = { name: 'Beto Cruz', email: 'beto@example.org' };

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url, PUBLIC_URL: 'http://help.example.org' } });
  app.clock.set('2026-08-20T18:00:00Z');
  ({ id: chapterId } = await aChapter(app.db));
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

const { createOffer, takeOffer } = handOvers(() => app);

async function ask<T>(document: string, variables: Record<string, unknown>, session = rosa): Promise<T> {
  const { data, errors } = await app.graphql<T>(document, variables, session);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Delivers due emails and returns them as "to: subject", without reminders. */
async function post(): Promise<string[]> {
  sink.received.length = 0;
  await app.runJob('deliver-due-mail');
  const lines = await Promise.all(
    sink.received.map(async ({ to, source }) => `${to}: ${(await simpleParser(source)).subject}`),
  );
  return lines.sort();
}

interface OneDate {
  day: string;
  shiftId: string;
  id: string;
  status: string | null;
  guests: number;
}

/** Returns the dates of the series with Ana's sign-up, by local day. */
async function season(): Promise<OneDate[]> {
  return app.db.query<OneDate & Record<string, unknown>>(
    `SELECT e.starts_at_local::date::text AS day, s.id AS "shiftId", u.id, u.status, u.guests
     FROM events.event e JOIN events.shift s ON s.event_id = e.id
       LEFT JOIN (events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id AND v.email = $2) ON u.shift_id = s.id
     WHERE e.series_id = $1 ORDER BY e.starts_at`,
    [seriesId, ana.email],
  );
}

test('Rosa plans every Saturday from September to June, over both clock changes', async () => {
  const times = { startsAtLocal: '2026-09-05T09:00', endsAtLocal: '2026-09-05T12:00' };
  const event = {
    chapterId,
    title: 'Saturday table',
    place: '12 Main St, Los Angeles',
    timeZone: 'America/Los_Angeles',
    contactName: 'Rosa',
    maxGuests: 3,
    ...times,
    shifts: [{ role: 'Table', capacity: 4, ...times }],
  };
  const { createSeries } = await ask<{ createSeries: { id: string } }>(
    'mutation ($input: SeriesInput!) { createSeries(input: $input) { id } }',
    { input: { event, rule: 'FREQ=WEEKLY;BYDAY=SA', until: '2027-06-26' } },
  );
  seriesId = createSeries.id;
  await ask('mutation ($id: ID!) { publishSeries(id: $id) { id } }', { id: seriesId });
  expect(await season()).toHaveLength(43);
});

test('Ana signs her family of three up for every date with one form and confirms it with one button', async () => {
  const { told, standing } = await signUpForSeries(app, seriesId, {
    role: 'Table',
    person: ana,
    guests: 2,
    guestNames: ['Bo', 'Cy'],
  });
  expect([new Set(told), told.length, standing]).toEqual([new Set(['CONFIRMED']), 43, 'UNCONFIRMED']);
  expect(await post()).toEqual(['ana@example.org: Please confirm your dates: Saturday table']);
  const [row] = await standingSignupsOf(app.db, ana.email);
  await ask('mutation ($input: StandingSignupTokenInput!) { confirmStandingSignup(input: $input) { id } }', {
    input: { token: standingLinkOf(app, row!.id) },
  });
  const [first] = await season();
  expect(await readCounters(app, first!.shiftId)).toMatchObject({ taken: 3, true: true });
});

test('Rosa adds Beto for September and sees both among her regulars', async () => {
  app.clock.set('2026-08-21T18:00:00Z');
  const { id: volunteerId } = await aVolunteer(app, chapterId, beto);
  const { addStandingSignup } = await ask<{ addStandingSignup: { id: string; confirmedCount: number } }>(
    `mutation ($input: AddStandingSignupInput!) { addStandingSignup(input: $input) { id confirmedCount } }`,
    { input: { seriesId, volunteerId, role: 'Table', until: '2026-09-30' } },
  );
  expect(addStandingSignup.confirmedCount).toBe(4);
  const { regulars } = await ask<{ regulars: { edges: Array<{ node: { name: string; guests: number } }> } }>(
    'query ($id: ID!) { regulars(seriesId: $id) { edges { node { name guests } } } }',
    { id: seriesId },
  );
  expect(regulars.edges.map(({ node }) => node)).toEqual([
    { name: 'Ana Reyes', guests: 2 },
    { name: 'Beto Cruz', guests: 0 },
  ]);
  expect(await post()).toEqual(['beto@example.org: You’re signed up for every date: Saturday table']);
});

test('In October the family skips one date and hands another over to Beto, and neither comes back', async () => {
  app.clock.set('2026-10-01T18:00:00Z');
  await app.runJob('fill-standing-signups');
  const dates = await season();
  const on = (day: string) => dates.find((date) => date.day === day)!;
  await ask('mutation ($input: SignupTokenInput!) { cancelSignup(input: $input) { signup { id } } }', {
    input: { token: linkOf(app, on('2026-10-10').id) },
  });
  const offer = await createOffer({ id: on('2026-10-17').id }, beto);
  expect(await takeOffer(offer)).toMatchObject({ status: 'CONFIRMED', refused: null });
  await app.runJob('fill-standing-signups');
  const after = await season();
  expect(after.filter(({ status }) => status === 'cancelled').map(({ day }) => day)).toEqual([
    '2026-10-10',
    '2026-10-17',
  ]);
  expect(after.filter(({ status }) => status === 'confirmed')).toHaveLength(41);
});

test('Rosa adds a Sunday before the holidays: the family is on it and gets one email', async () => {
  app.clock.set('2026-12-01T18:00:00Z');
  await post();
  await ask('mutation ($id: ID!, $at: LocalDateTime!) { addSeriesDate(id: $id, startsAtLocal: $at) { id } }', {
    id: seriesId,
    at: '2026-12-20T09:00',
  });
  await app.runJob('fill-standing-signups');
  expect(await post()).toEqual(['ana@example.org: 1 new date: Saturday table']);
  const sunday = (await season()).find(({ day }) => day === '2026-12-20');
  expect(sunday).toMatchObject({ status: 'confirmed', guests: 2 });
});

test('In January the hall closes: Rosa moves the rest of the season, and the family gets one email', async () => {
  app.clock.set('2027-01-05T18:00:00Z');
  await post();
  const on = (dates: readonly OneDate[], day: string) => dates.find((date) => date.day === day)!;
  const { shiftId } = on(await season(), '2027-01-09');
  const [next] = await app.db.query<{ id: string }>('SELECT event_id AS id FROM events.shift WHERE id = $1', [shiftId]);
  const times = { startsAtLocal: '2027-01-09T09:00', endsAtLocal: '2027-01-09T12:00' };
  const event = {
    chapterId,
    title: 'Saturday table',
    place: '99 Oak St, Los Angeles',
    timeZone: 'America/Los_Angeles',
    ...times,
    shifts: [{ id: shiftId, role: 'Table', capacity: 4, ...times }],
  };
  await ask('mutation ($id: ID!, $input: SeriesEditInput!) { updateSeries(id: $id, input: $input) { id } }', {
    id: seriesId,
    input: { scope: 'ALL', eventId: next!.id, event },
  });
  expect(await post()).toEqual(['ana@example.org: Your dates have changed: Saturday table']);
  const places = await app.db.query(
    `SELECT place, count(*)::int AS dates FROM events.event WHERE series_id = $1 AND starts_at > $2 GROUP BY place`,
    [seriesId, app.clock.now()],
  );
  expect(places).toEqual([{ place: '99 Oak St, Los Angeles', dates: 25 }]);
  const rest = (await season()).filter(({ day }) => day > '2027-01-05');
  expect(new Set(rest.map(({ status, guests }) => `${status} ${guests}`))).toEqual(new Set(['confirmed 2']));
});

test('In spring the family leaves: the rest of the season is free again, the past stays', async () => {
  app.clock.set('2027-04-01T18:00:00Z');
  await post();
  const [row] = await standingSignupsOf(app.db, ana.email);
  await ask('mutation ($input: StandingSignupTokenInput!) { leaveSeries(input: $input) { id } }', {
    input: { token: standingLinkOf(app, row!.id) },
  });
  await app.runJob('fill-standing-signups');
  expect(await post()).toEqual(['ana@example.org: You’re no longer signed up for every date: Saturday table']);
  const dates = await season();
  const later = dates.filter(({ day }) => day > '2027-04-01');
  expect(new Set(later.map(({ status }) => status))).toEqual(new Set(['cancelled']));
  expect(later).toHaveLength(13);
  for (const { shiftId } of later) expect(await readCounters(app, shiftId)).toMatchObject({ taken: 0, true: true });
  expect(dates.filter(({ day, status }) => day < '2027-04-01' && status === 'confirmed').length).toBeGreaterThan(25);
});
