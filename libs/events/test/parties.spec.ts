import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { aRegistration, aRegistrationForm } from '@upstander/tests/support/registrations.js';

const now = new Date('2027-04-20T12:00:00Z');

let app: TestApp;
let chapter: { id: string };
let rosa: { cookie: string };
let stranger: { cookie: string };
beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
  chapter = await aChapter(app.db);
  rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
afterAll(() => app.close());

const anEventIn = async (daysAhead: number) => {
  const startsAt = new Date(now.valueOf() + days(daysAhead));
  const event = await anEvent(app.db, { chapterId: chapter.id, title: `In ${daysAhead} days`, startsAt });
  await aRegistrationForm(app.db, event.id);
  return event;
};
async function find(text: string, session = rosa): Promise<string[]> {
  const { data } = await app.graphql<{
    parties: Array<{ kind: string; name: string; people: number; eventTitle: string }>;
  }>('query ($text: String!) { parties(text: $text) { kind name people eventTitle } }', { text }, session);
  return data.parties.map(({ kind, name, people, eventTitle }) => `${kind} ${name} ${people} ${eventTitle}`);
}
async function aGroup(name: string, daysAhead: number, status: 'confirmed' | 'cancelled' = 'confirmed') {
  const event = await anEventIn(daysAhead);
  const { id } = await aSignup(app.db, {
    shift: { eventId: event.id, startsAt: event.startsAt, endsAt: event.endsAt },
  });
  await app.db.query('UPDATE events.signup SET group_name = $2, guests = 9, status = $3 WHERE id = $1', [
    id,
    name,
    status,
  ]);
}

test('finds registrations and groups by part of their name or address, next event first', async () => {
  const [soon, later] = [await anEventIn(1), await anEventIn(30)];
  await aRegistration(app.db, later.id, { name: 'Inés Muñoz', party: 3, now });
  await aRegistration(app.db, soon.id, { name: 'Walker', email: 'munoz@example.org', status: 'waitlisted', now });
  await aGroup('Muñoz Elementary', 10);
  const expected = [
    'REGISTRATION Walker 1 In 1 days',
    'GROUP Muñoz Elementary 10 In 10 days',
    'REGISTRATION Inés Muñoz 3 In 30 days',
  ];
  expect(await find('munoz')).toEqual(expected);
  expect(await find('MUÑOZ ')).toEqual(expected.slice(1));
  expect(await find('munoz', stranger)).toEqual([]);
  for (const text of ['m', '%%', '__']) expect(await find(text)).toEqual([]);
});

test('leaves out canceled parties, and those of past events', async () => {
  await aRegistration(app.db, (await anEventIn(2)).id, { name: 'Okafor', status: 'cancelled', now });
  await aRegistration(app.db, (await anEventIn(-20)).id, { name: 'Okafor', now });
  await aGroup('Okafor Inc.', 3, 'cancelled');
  expect(await find('okafor')).toEqual([]);
});
