import { refusal, startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { byLink, signUpExpectingPlace, listSignups, mailsOf } from '../support/sign-ups.js';

let app: TestApp;
let rosa: { cookie: string };
let chapterId: string;

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-10-19T17:00:00Z');
  chapterId = (await aChapter(app.db, { name: 'Los Angeles' })).id;
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId });
});
afterAll(() => app.close());

const fields = `id slug title status startsAt shifts { id role startsAt startsAtLocal capacity taken waiting placesLeft }`;
interface Shown {
  id: string;
  slug: string;
  status: string;
  startsAt: string;
  shifts: Array<{
    id: string;
    startsAt: string;
    startsAtLocal: string;
    taken: number;
    waiting: number;
    placesLeft: number;
  }>;
}

async function rosaDoes(operation: string, variables: Record<string, unknown>): Promise<Shown> {
  const { data, errors } = await app.graphql<Record<string, Shown>>(operation, variables, rosa);
  expect(errors).toBeUndefined();
  return Object.values(data)[0]!;
}

async function theSiteShows(filter: Record<string, unknown> = {}): Promise<string[]> {
  const { data } = await app.graphql<{ events: { edges: Array<{ node: { title: string; status: string } }> } }>(
    'query ($filter: EventFilter) { events(filter: $filter) { edges { node { title status } } } }',
    { filter },
  );
  return data.events.edges.map(({ node }) => `${node.title} ${node.status}`);
}

const update = `mutation ($id: ID!, $input: EventInput!) { updateEvent(id: $id, input: $input) { ${fields} } }`;
const shift = { role: 'Packing', startsAtLocal: '2026-10-25T09:00', endsAtLocal: '2026-10-25T12:00', capacity: 2 };
const input = () => ({
  chapterId,
  title: 'Care kit packing',
  place: '12 Main St, Los Angeles',
  timeZone: 'America/Los_Angeles',
  startsAtLocal: '2026-10-25T09:00',
  endsAtLocal: '2026-10-25T12:00',
  shifts: [shift],
});

let event: Shown;
let shiftId: string;
const people: Record<string, string> = {};

test('five fields make a draft that only staff can see', async () => {
  event = await rosaDoes(`mutation ($input: EventInput!) { createEvent(input: $input) { ${fields} } }`, {
    input: input(),
  });
  shiftId = event.shifts[0]!.id;
  expect(event).toMatchObject({ slug: 'care-kit-packing-2026-10-25', status: 'DRAFT' });
  expect(await theSiteShows()).toEqual([]);
  const early = await app.graphql('mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id } } }', {
    input: { shiftId, name: 'Ana', email: 'ana@example.org' },
  });
  expect(refusal(early)).toBe('SIGN_UP_CLOSED');
});

test('once published it is on the site, and places go to the first who sign up', async () => {
  event = await rosaDoes(`mutation ($id: ID!) { publishEvent(id: $id) { ${fields} } }`, { id: event.id });
  expect(await theSiteShows({ hasFreePlaces: true })).toEqual(['Care kit packing PUBLISHED']);
  for (const name of ['Ana', 'Ben', 'Chi']) {
    const { id } = await signUpExpectingPlace(app, { shiftId, name, email: `${name.toLowerCase()}@example.org` });
    people[name] = id;
    await byLink(app, 'confirmSignup', id);
  }
  expect(await listSignups(app, shiftId)).toEqual(['Ana confirmed', 'Ben confirmed', 'Chi waitlisted']);
  expect(await theSiteShows({ hasFreePlaces: true })).toEqual([]);
});

test('a bigger room adds one place, which is offered to Chi immediately', async () => {
  const input3 = { ...input(), shifts: [{ ...shift, id: shiftId, capacity: 3 }] };
  const changed = await rosaDoes(update, { id: event.id, input: input3 });
  expect(changed.shifts[0]).toMatchObject({ taken: 3, waiting: 0, placesLeft: 0 });
  expect(await byLink(app, 'acceptOffer', people['Chi']!)).toMatchObject({ signup: { status: 'CONFIRMED' } });
});

test('moving it a week, past the clock change: everyone is notified once, and nine o’clock stays nine', async () => {
  const later = { startsAtLocal: '2026-11-01T09:00', endsAtLocal: '2026-11-01T12:00' };
  const moved = { ...input(), ...later, shifts: [{ ...shift, ...later, id: shiftId, capacity: 3 }] };
  const changed = await rosaDoes(update, { id: event.id, input: moved });
  expect(changed).toMatchObject({ slug: event.slug, startsAt: '2026-11-01T17:00:00.000Z' });
  for (const name of ['Ana', 'Ben', 'Chi']) {
    expect((await mailsOf(app, people[name]!)).filter((mail) => mail === 'signup-changed')).toHaveLength(1);
  }
});

test('reminders move too: the day before at eleven, local time', async () => {
  app.clock.set('2026-10-31T17:59:00Z');
  await app.runJob('make-due-reminders');
  expect(await mailsOf(app, people['Ana']!)).not.toContain('reminder-day-before');
  app.clock.set('2026-10-31T18:00:00Z');
  await app.runJob('make-due-reminders');
  expect(await mailsOf(app, people['Ana']!)).toContain('reminder-day-before');
});

test('afterward it is completed, and a copy creates next week’s', async () => {
  app.clock.set('2026-11-01T20:00:00Z');
  await app.runJob('complete-events');
  expect(await theSiteShows({ from: '2026-10-01' })).toEqual([]);
  const copy = await rosaDoes(`mutation ($id: ID!) { copyEvent(id: $id) { ${fields} } }`, { id: event.id });
  expect(copy).toMatchObject({
    slug: 'care-kit-packing-2026-11-08',
    status: 'DRAFT',
    shifts: [{ startsAtLocal: '2026-11-08T09:00', taken: 0, capacity: 3 }],
  });
});
