import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
let chapter: { id: string };
let rosa: { cookie: string };
beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
});
afterAll(() => app.close());

const createKnown = (chapterId = chapter.id) => aSignup(app.db, { shift: { event: { chapterId } } });
const set = (ids: string[], standing: string, session = rosa, chapterId?: string) =>
  app.graphql<{ setVolunteerStanding: number }>(
    `mutation ($ids: [ID!]!, $standing: VolunteerStanding!, $chapterId: ID) {
      setVolunteerStanding(ids: $ids, standing: $standing, chapterId: $chapterId)
    }`,
    { ids, standing, chapterId },
    session,
  );
const standings = async (id: string, session = rosa) =>
  (
    await app.graphql<{ volunteer: { standings: Array<{ standing: string; chapterId: string }> } }>(
      'query ($id: ID!) { volunteer(id: $id) { standings { standing chapterId } } }',
      { id },
      session,
    )
  ).data.volunteer.standings;
const listByStanding = async (standing: string, session = rosa) =>
  (
    await app.graphql<{ volunteers: { edges: Array<{ node: { id: string } }> } }>(
      'query ($filter: VolunteerFilter) { volunteers(filter: $filter) { edges { node { id } } } }',
      { filter: { standing } },
      session,
    )
  ).data.volunteers.edges.map(({ node }) => node.id);

describe('standings of volunteers in a chapter', () => {
  test('are set by staff, recorded in the history and searchable; repeating has no effect', async () => {
    const [ana, ben] = [await createKnown(), await createKnown()];
    expect((await set([ana.volunteerId, ben.volunteerId], 'LEAD')).data.setVolunteerStanding).toBe(2);
    expect((await set([ana.volunteerId], 'LEAD')).data.setVolunteerStanding).toBe(0);
    expect(await standings(ana.volunteerId)).toEqual([{ standing: 'LEAD', chapterId: chapter.id }]);
    expect(await listByStanding('LEAD')).toEqual(expect.arrayContaining([ana.volunteerId, ben.volunteerId]));
    await set([ben.volunteerId], 'MEMBER');
    expect(await listByStanding('LEAD')).not.toContain(ben.volunteerId);
    const history = await app.db.query(
      `SELECT detail FROM volunteers.history WHERE volunteer_id = $1 AND kind = 'standing-changed' ORDER BY id`,
      [ben.volunteerId],
    );
    expect(history).toEqual([{ detail: 'lead' }, { detail: 'member' }]);
  });

  test('are visible and editable only within the chapter', async () => {
    const other = await aChapter(app.db);
    const sam = await app.signedIn({ role: 'organizer', chapterId: other.id });
    const ana = await createKnown();
    await set([ana.volunteerId], 'LEAD');
    expect(refusal(await set([ana.volunteerId], 'MEMBER', sam))).toBe('NOT_FOUND');
    await aSignup(app.db, {
      email: ana.email,
      shift: { event: { chapterId: other.id, startsAt: new Date(Date.now() + days(40)) } },
    });
    expect(await standings(ana.volunteerId, sam)).toEqual([{ standing: 'VOLUNTEER', chapterId: other.id }]);
    expect(await listByStanding('LEAD', sam)).toEqual([]);
    expect(refusal(await set([ana.volunteerId], 'MEMBER', sam, chapter.id))).toBe('NOT_FOUND');
  });

  test('require a chapter from organization-wide staff', async () => {
    const admin = await app.signedIn({ role: 'admin' });
    const ana = await createKnown();
    expect(refusal(await set([ana.volunteerId], 'LEAD', admin))).toBe('BAD_INPUT');
    expect((await set([ana.volunteerId], 'LEAD', admin, chapter.id)).data.setVolunteerStanding).toBe(1);
  });

  test('are kept when a lead changes their home chapter', async () => {
    const { cookie, email } = await app.signedIn();
    const home = (id: string) =>
      app.graphql(
        'mutation ($id: ID!) { updateMyVolunteer(input: { homeChapterId: $id }) { id } }',
        { id },
        { cookie },
      );
    expect(refusal(await home(chapter.id))).toBeNull();
    const [me] = await app.db.query<{ id: string }>('SELECT id FROM volunteers.volunteer WHERE email = $1', [email]);
    await set([me!.id], 'LEAD');
    await home((await aChapter(app.db)).id);
    expect(await standings(me!.id)).toEqual([{ standing: 'LEAD', chapterId: chapter.id }]);
  });
});

test('shows a shift without its required lead to the organizer until a lead signs up', async () => {
  const soonAt = new Date(Date.now() + days(3));
  const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Needs a lead', startsAt: soonAt });
  const shift = await aShift(app.db, { eventId: event.id });
  await app.db.query('UPDATE events.shift SET needs_lead = true WHERE id = $1', [shift.id]);
  const gapTitles = async () =>
    (
      await app.graphql<{ chapterTasks: { gaps: Array<{ event: { title: string }; gap: { hasLead: boolean } }> } }>(
        '{ chapterTasks { gaps { event { title } gap { hasLead } } } }',
        {},
        rosa,
      )
    ).data.chapterTasks.gaps.map((one) => one.event.title);
  const ana = await aSignup(app.db, { shiftId: shift.id });
  expect(await gapTitles()).toEqual(['Needs a lead']);
  await set([ana.volunteerId], 'MEMBER');
  expect(await gapTitles()).toEqual(['Needs a lead']);
  await set([ana.volunteerId], 'LEAD');
  expect(await gapTitles()).toEqual([]);
  const { data } = await app.graphql<{ roster: { edges: unknown } }>(
    'query ($id: ID!) { roster(eventId: $id) { edges { node { isLead isFirstTime isMinor } } } }',
    { id: event.id },
    rosa,
  );
  expect(data.roster.edges).toEqual([{ node: { isLead: true, isFirstTime: true, isMinor: false } }]);
});
