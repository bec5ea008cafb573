import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { linkOf } from '@upstander/tests/support/sign-ups.js';
import {
  addDate,
  aWeeklySeries,
  signUpForSeries,
  standingSignupsOf,
  statusesOf,
} from '@upstander/tests/support/standing-signups.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
const now = new Date('2027-04-20T12:00:00Z');
const saturday = new Date('2027-05-01T17:00:00Z');
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

const fill = () => app.runJob('fill-standing-signups');

/** Creates a volunteer whom the chapter knows, and a session of its organizer. */
async function aTeam(capacities: readonly number[]) {
  const { series, dates } = await aWeeklySeries(app.db, saturday, capacities);
  const rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: series.chapterId });
  const event = { chapterId: series.chapterId, startsAt: new Date('2027-04-25T02:00:00Z') };
  const volunteer = await aSignup(app.db, { now, shift: { event } });
  return { series, dates, rosa, volunteer };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

async function add({ series, rosa, volunteer }: Team, input: object = {}, session: { cookie: string } = rosa) {
  const { data, errors } = await app.graphql<{ addStandingSignup: Record<string, unknown> } | null>(
    `mutation ($input: AddStandingSignupInput!) { addStandingSignup(input: $input) {
       id name role isAddedByOrganizer confirmedCount waitlistedCount refusedCount status } }`,
    { input: { seriesId: series.id, volunteerId: volunteer.volunteerId, role: 'Packing', ...input } },
    session,
  );
  return data?.addStandingSignup ?? errors?.[0]?.extensions.code;
}

async function regularsOf({ series, rosa }: Team, session: { cookie: string } = rosa) {
  const { data, errors } = await app.graphql<{
    regulars: { edges: Array<{ node: { id: string; name: string; confirmedCount: number } }> };
  } | null>(
    'query ($id: ID!) { regulars(seriesId: $id) { edges { node { id name confirmedCount } } } }',
    { id: series.id },
    session,
  );
  return data?.regulars.edges.map(({ node }) => node) ?? errors?.[0]?.extensions.code;
}

const remove = ({ rosa }: Team, id: string, reason?: string) =>
  app.graphql<{ removeStandingSignup: { status: string } }>(
    'mutation ($id: ID!, $reason: String) { removeStandingSignup(id: $id, reason: $reason) { status } }',
    { id, reason },
    rosa,
  );

test('an organizer adds a regular, who gets each date by the same rules and one email', async () => {
  const team = await aTeam([3, 1, 3]);
  const { dates, volunteer } = team;
  await aSignup(app.db, { shiftId: dates[1]!.shiftId, now });
  await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [dates[2]!.shiftId]);
  expect(await add(team)).toMatchObject({
    name: 'Ana Reyes',
    isAddedByOrganizer: true,
    confirmedCount: 1,
    waitlistedCount: 1,
    refusedCount: 1,
    status: 'ACTIVE',
  });
  expect(await statusesOf(app.db, volunteer.email, dates)).toEqual(['confirmed', 'waitlisted', '-']);
  const mails = await renderPendingEmails(app, { recipient: volunteer.email, template: 'standing-%' });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain('We need to know how old you are.');
  dates.push(await addDate(app.db, team.series, new Date(saturday.valueOf() + days(21))));
  await fill();
  expect((await statusesOf(app.db, volunteer.email, dates)).at(-1)).toBe('confirmed');
  expect(await regularsOf(team)).toMatchObject([{ name: 'Ana Reyes', confirmedCount: 2 }]);
});

test('an organizer removes a regular with a reason, which cancels the upcoming dates once', async () => {
  const team = await aTeam([3, 3]);
  await add(team);
  const [regular] = (await regularsOf(team)) as Array<{ id: string }>;
  const { id } = regular!;
  expect((await remove(team, id, 'The table is closed to new regulars.')).data.removeStandingSignup.status).toBe(
    'ENDED',
  );
  expect((await remove(team, id)).data.removeStandingSignup.status).toBe('ENDED');
  await fill();
  expect(await statusesOf(app.db, team.volunteer.email, team.dates)).toEqual(['cancelled', 'cancelled']);
  const mails = await renderPendingEmails(app, { recipient: team.volunteer.email, template: 'standing-left' });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain('The table is closed to new regulars.');
  expect(await regularsOf(team)).toEqual([]);
});

test('lists those who signed up themselves, also for a series that was split from theirs', async () => {
  const team = await aTeam([3]);
  const later = await aWeeklySeries(app.db, new Date(saturday.valueOf() + days(7)), [3], {
    chapterId: team.series.chapterId,
    continuesSeriesId: team.series.id,
  });
  await signUpForSeries(app, team.series.id, { token: linkOf(app, team.volunteer.id) });
  expect(await regularsOf({ ...team, series: later.series })).toMatchObject([{ name: 'Ana Reyes' }]);
});

test('refuses volunteers without an email address, and organizers of other chapters', async () => {
  const team = await aTeam([3]);
  // A walk-in whom the chapter met, without an email address.
  await app.db.query('UPDATE volunteers.volunteer SET email = NULL, proven_at = NULL, met_at = $2 WHERE id = $1', [
    team.volunteer.volunteerId,
    now,
  ]);
  expect(await add(team)).toBe('ADDRESS_NOT_CONFIRMED');
  const other = await aTeam([3]);
  expect(await add(team, {}, other.rosa)).toBe('NOT_FOUND');
  expect(await add(other, { volunteerId: team.volunteer.volunteerId })).toBe('NOT_FOUND');
  expect(await regularsOf(team, other.rosa)).toBe('NOT_FOUND');
});

describe('the record of the volunteer', () => {
  test('moves standing sign-ups in a merge, so that later dates reach the remaining record', async () => {
    const team = await aTeam([3]);
    const twin = await aSignup(app.db, {
      now,
      shift: { event: { chapterId: team.series.chapterId, startsAt: new Date('2027-04-26T02:00:00Z') } },
    });
    await add(team);
    const admin = await app.signedIn({ role: 'admin' });
    const merge = await app.graphql(
      `mutation ($input: MergeVolunteersInput!) { mergeVolunteers(input: $input) { id } }`,
      { input: { keptId: twin.volunteerId, mergedId: team.volunteer.volunteerId, ...(await versions(team, twin)) } },
      admin,
    );
    expect(merge.errors).toBeUndefined();
    const date = await addDate(app.db, team.series, new Date(saturday.valueOf() + days(7)));
    await fill();
    expect(await statusesOf(app.db, twin.email, [team.dates[0]!, date])).toEqual(['confirmed', 'confirmed']);
    expect(await standingSignupsOf(app.db, twin.email)).toMatchObject([{ status: 'active' }]);
  });

  async function versions(team: Team, twin: { volunteerId: string }) {
    const rows = await app.db.query<{ version: number }>(
      'SELECT version FROM volunteers.volunteer WHERE id = ANY ($1::uuid[]) ORDER BY id = $2 DESC',
      [[team.volunteer.volunteerId, twin.volunteerId], twin.volunteerId],
    );
    return { keptVersion: rows[0]!.version, mergedVersion: rows[1]!.version };
  }
});

test('tells the people of a canceled date about the nearest other date with open spots', async () => {
  const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 1, 3]);
  await aSignup(app.db, { shiftId: dates[1]!.shiftId, now });
  const organizer = await app.signedIn({ role: 'organizer', chapterId: series.chapterId });
  const { email } = await aSignup(app.db, { shiftId: dates[0]!.shiftId, name: 'Ana', now });
  const { errors } = await app.graphql(
    'mutation ($id: ID!) { cancelEvent(id: $id, reason: "Storm") { id } }',
    { id: dates[0]!.eventId },
    organizer,
  );
  expect(errors).toBeUndefined();
  const [mail] = await renderPendingEmails(app, { recipient: email, template: 'event-cancelled' });
  expect(mail?.text).toContain('The nearest one is Saturday, May 15, 2027');
  expect(mail?.text).toContain('Sign up for Saturday, May 15');
});
