import { seriesIn } from '@upstander/tests/support/access-samples.series.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCoOrganizer } from '@upstander/tests/support/co-organizers.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { ask, aVisitor, password, withPassword } from '@upstander/tests/support/visitors.js';
import { aCookie } from '@upstander/tests/support/people.js';

type Someone = Awaited<ReturnType<TestApp['signedIn']>>;

let app: TestApp;
let chapter: { id: string; slug: string };
let organizer: Someone;
let coOrganizer: Someone;
let event: { id: string };
let other: { id: string };

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(new Date());
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Olga Organizer' });
  coOrganizer = await app.signedIn({ name: 'Cora Co' });
  event = await anEvent(app.db, { chapterId: chapter.id, title: 'Kit packing' });
  other = await anEvent(app.db, { chapterId: chapter.id, title: 'Phone bank' });
  await aCoOrganizer(app.db, coOrganizer.accountId, event.id);
});

const manageEvent = (who: { cookie: string }, id: string) =>
  app.graphql('query ($id: ID!) { manageEvent(id: $id) { id } }', { id }, who);
const add = (who: Someone, input: object) =>
  app.graphql<{ addCoOrganizer: Array<{ id: string; email: string }> }>(
    'mutation ($input: AddCoOrganizerInput!) { addCoOrganizer(input: $input) { id email kind addedBy } }',
    { input: { name: 'Nina New', ...input } },
    who,
  );
const aSeries = async () => {
  const { id } = await seriesIn({ app, chapter });
  const dates = await app.db.query<{ id: string }>('SELECT id FROM events.event WHERE series_id = $1', [id]);
  return { id, dates: dates.map((date) => date.id) };
};

describe('a co-organizer', () => {
  test('works on their event like an organizer of the chapter', async () => {
    const shift = await aShift(app.db, { eventId: event.id });
    const signup = await aSignup(app.db, { shiftId: shift.id });
    const { data, errors } = await app.graphql<Record<string, { totalCount: number; people: number }>>(
      `query ($id: ID!) {
        manageEvent(id: $id) { id } roster(eventId: $id) { totalCount } eventMessages(eventId: $id) { totalCount }
        manageRegistrations(eventId: $id) { form { phase } } eventHours(eventId: $id) { people } coOrganizers(eventId: $id) { name }
      }`,
      { id: event.id },
      coOrganizer,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ roster: { totalCount: 1 }, coOrganizers: [{ name: 'Cora Co' }] });
    const removed = await app.graphql(
      'mutation ($id: ID!) { removeSignup(id: $id) { id } }',
      { id: signup.id },
      coOrganizer,
    );
    expect(refusal(removed)).toBeNull();
    const list = await app.graphql<{ manageEvents: { edges: Array<{ node: { id: string } }> } }>(
      '{ manageEvents(first: 50) { edges { node { id } } } }',
      {},
      coOrganizer,
    );
    expect(list.data.manageEvents.edges.map(({ node }) => node.id)).toEqual([event.id]);
  });

  test('finds no other event of the chapter', async () => {
    const shift = await aShift(app.db, { eventId: other.id });
    const signup = await aSignup(app.db, { shiftId: shift.id });
    expect(refusal(await manageEvent(coOrganizer, other.id))).toBe('NOT_FOUND');
    const roster = 'query ($id: ID!) { roster(eventId: $id) { totalCount } }';
    expect(refusal(await app.graphql(roster, { id: other.id }, coOrganizer))).toBe('NOT_FOUND');
    const remove = 'mutation ($id: ID!) { removeSignup(id: $id) { id } }';
    expect(refusal(await app.graphql(remove, { id: signup.id }, coOrganizer))).toBe('NOT_FOUND');
  });

  test.each([
    ['the directory of volunteers', '{ volunteers { totalCount } }'],
    ['the credentials of volunteers', '{ credentialsToDecide { totalCount } }'],
    ['the series of the chapter', '{ seriesList { totalCount } }'],
    ['fundraisers', '{ manageCampaigns { totalCount } }'],
    ['the counts of the chapter', '{ chapterTasks { failedMails } }'],
    ['messages from the site', '{ siteMessages { totalCount } }'],
  ])('is refused %s', async (_, query) => {
    expect(refusal(await app.graphql(query, {}, coOrganizer))).toBe('NOT_ALLOWED');
  });

  test('cannot ask volunteers of the chapter, appoint others or copy the event', async () => {
    const shift = await aShift(app.db, { eventId: event.id });
    const candidates = 'query ($id: ID!) { shiftCandidates(shiftId: $id) { totalCount } }';
    expect(refusal(await app.graphql(candidates, { id: shift.id }, organizer))).toBeNull();
    expect(refusal(await app.graphql(candidates, { id: shift.id }, coOrganizer))).toBe('NOT_ALLOWED');
    expect(refusal(await add(coOrganizer, { eventId: event.id, email: 'new@example.org' }))).toBe('NOT_FOUND');
    const copy = 'mutation ($id: ID!) { copyEvent(id: $id, startsAtLocal: "2031-05-03T10:00") { id } }';
    expect(refusal(await app.graphql(copy, { id: event.id }, coOrganizer))).toBe('NOT_FOUND');
  });

  test('edits the event, but cannot move it to another chapter', async () => {
    const draft = await anEvent(app.db, { chapterId: chapter.id, status: 'draft' });
    await aCoOrganizer(app.db, coOrganizer.accountId, draft.id);
    const update = (chapterId: string) =>
      app.graphql(
        'mutation ($id: ID!, $input: EventInput!) { updateEvent(id: $id, input: $input) { title } }',
        {
          id: draft.id,
          input: {
            chapterId,
            title: 'Kit packing, part two',
            timeZone: 'America/Los_Angeles',
            startsAtLocal: '2030-05-04T09:00',
            endsAtLocal: '2030-05-04T12:00',
            place: '12 Main St, Los Angeles',
            contactName: 'Rosa',
            contactEmail: 'rosa@example.org',
            summary: 'Pack kits.',
            description: 'Pack kits.',
          },
        },
        coOrganizer,
      );
    expect(refusal(await update((await aChapter(app.db, { name: 'Oakland' })).id))).toBe('NOT_FOUND');
    expect(await update(chapter.id)).toMatchObject({ data: { updateEvent: { title: 'Kit packing, part two' } } });
  });

  test('must set up an authenticator app to sign in', async () => {
    const visitor = aVisitor(app);
    const { id, email } = await withPassword(app, { role: 'volunteer' });
    await aCoOrganizer(app.db, id, event.id);
    const answer = await visitor.ask<{ signIn: object }>(ask.signIn, { email, password });
    expect(answer.data.signIn).toEqual({ state: 'SECOND_STEP_SETUP_NEEDED', account: null });
  });

  test('keeps the event when it moves to another chapter', async () => {
    const { id } = await aChapter(app.db, { name: 'Oakland' });
    await app.db.query('UPDATE events.event SET chapter_id = $2 WHERE id = $1', [event.id, id]);
    expect(refusal(await manageEvent(coOrganizer, event.id))).toBeNull();
    expect(refusal(await manageEvent(organizer, event.id))).toBe('NOT_FOUND');
  });

  test('has no access without two-step sign-in', async () => {
    const cookie = await aCookie(app.db, coOrganizer.accountId, { secondStep: 'not-needed', now: app.clock.now() });
    expect(refusal(await manageEvent({ cookie }, event.id))).toBe('NOT_ALLOWED');
  });

  test('of a series works on all of its dates, and not on the series itself', async () => {
    const series = await aSeries();
    const person = await app.signedIn();
    await aCoOrganizer(app.db, person.accountId, series.id, 'series');
    for (const id of series.dates) expect(refusal(await manageEvent(person, id))).toBeNull();
    expect(refusal(await manageEvent(person, other.id))).toBe('NOT_FOUND');
    const query = 'query ($id: ID!) { series(id: $id) { id } }';
    expect(refusal(await app.graphql(query, { id: series.id }, person))).toBe('NOT_ALLOWED');
    const mine = await app.graphql('{ myCoOrganizedEvents { id kind title } }', {}, person);
    expect(mine.data).toEqual({ myCoOrganizedEvents: [{ id: series.id, kind: 'SERIES', title: 'Packing' }] });
  });
});

describe('adding and removing', () => {
  test('adds an account by email, emails it once, and removes it with effect from the next request', async () => {
    const person = await app.signedIn({ name: 'Pat Person' });
    const added = await add(organizer, { eventId: event.id, email: person.email });
    expect(added.data.addCoOrganizer).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ email: person.email, kind: 'EVENT', addedBy: 'Olga Organizer' }),
      ]),
    );
    await add(organizer, { eventId: event.id, email: person.email });
    const mails = await app.db.query(
      `SELECT FROM notifications.mail WHERE template = 'co-organizer' AND recipient = $1`,
      [person.email],
    );
    expect(mails).toHaveLength(1);
    expect(refusal(await manageEvent(person, event.id))).toBeNull();
    const { id } = added.data.addCoOrganizer.find(({ email }) => email === person.email)!;
    const removed = await app.graphql(
      'mutation ($eventId: ID!, $id: ID!) { removeCoOrganizer(eventId: $eventId, coOrganizerId: $id) { email } }',
      { eventId: event.id, id },
      organizer,
    );
    expect(refusal(removed)).toBeNull();
    expect(refusal(await manageEvent(person, event.id))).toBe('NOT_ALLOWED');
  });

  test('creates an account for someone new', async () => {
    await add(organizer, { eventId: event.id, email: 'nina@example.org' });
    const [account] = await app.db.query(`SELECT name FROM identity.account WHERE email = 'nina@example.org'`);
    expect(account).toEqual({ name: 'Nina New' });
  });

  test('refuses the whole series for a single event', async () => {
    const answer = await add(organizer, { eventId: event.id, email: 'x@example.org', wholeSeries: true });
    expect(refusal(answer)).toBe('BAD_INPUT');
  });

  test('suggests staff of the chapter and its volunteers, and no other accounts', async () => {
    const shift = await aShift(app.db, { eventId: other.id });
    const volunteer = await app.signedIn({ name: 'Vera Zzyzx' });
    await aSignup(app.db, { shiftId: shift.id, email: volunteer.email });
    await app.signedIn({ name: 'Stranger Zzyzx' });
    const { data } = await app.graphql<{ coOrganizerCandidates: object[] }>(
      'query ($id: ID!) { coOrganizerCandidates(eventId: $id, text: "zzyzx") { name } }',
      { id: event.id },
      organizer,
    );
    expect(data.coOrganizerCandidates).toEqual([{ name: 'Vera Zzyzx' }]);
  });

  test('an organizer of another chapter can neither add nor remove', async () => {
    const stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
    expect(refusal(await add(stranger, { eventId: event.id, email: 'x@example.org' }))).toBe('NOT_FOUND');
  });
});

describe('the end of access', () => {
  const remaining = () =>
    app.db.query('SELECT FROM identity.record_grant WHERE account_id = $1', [coOrganizer.accountId]);

  test('is 30 days after the event', async () => {
    app.clock.advance(days(1));
    const ended = (ago: number) =>
      app.db.query(`UPDATE events.event SET starts_at = $2, ends_at = $3 WHERE id = $1`, [
        event.id,
        new Date(app.clock.now().valueOf() - days(ago) - 7_200_000),
        new Date(app.clock.now().valueOf() - days(ago) + 60_000),
      ]);
    await ended(30);
    await app.runJob('end-co-organizers');
    expect(await remaining()).toHaveLength(1);
    await ended(31);
    await app.runJob('end-co-organizers');
    expect(await remaining()).toEqual([]);
  });

  test('of a series is 30 days after its last date', async () => {
    const series = await aSeries();
    await aCoOrganizer(app.db, organizer.accountId, series.id, 'series');
    await app.runJob('end-co-organizers');
    expect(await app.db.query('SELECT FROM identity.record_grant WHERE record_id = $1', [series.id])).toHaveLength(1);
  });

  test('comes with the deletion of the event', async () => {
    await app.db.query('DELETE FROM events.event WHERE id = $1', [event.id]);
    expect(await remaining()).toEqual([]);
  });
});
