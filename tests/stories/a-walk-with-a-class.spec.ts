import { startApp, type TestApp } from '../support/app.js';
import { aShift } from '../support/factories.js';
import { aRegistrationForm, register, type RegistrationAnswerParts } from '../support/registrations.js';
import { byLink, linkOf } from '../support/sign-ups.js';

/** A walk in Los Angeles with 300 participants. A class of 30 hands out water, with Ms. Ortiz as its contact. */
const startsAt = new Date('2027-05-02T15:00:00Z');

let app: TestApp;
let rosa: { cookie: string };
let eventId: string;
let shiftId: string;
let group: { id: string };
let parties: RegistrationAnswerParts[];

beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '10000' } });
  app.clock.set('2027-04-20T12:00:00Z');
  const shift = await aShift(app.db, {
    role: 'Water',
    capacity: 30,
    event: { startsAt, title: 'Walk for safe homes' },
  });
  ({ id: shiftId, eventId } = shift);
  const [event] = await app.db.query<{ chapterId: string }>(
    `UPDATE events.event SET max_group_size = 30 WHERE id = $1 RETURNING chapter_id AS "chapterId"`,
    [eventId],
  );
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: event!.chapterId });
  await aRegistrationForm(app.db, eventId, { capacity: 300, maxParty: 5 });
});
afterAll(() => app.close());

async function ask<Data>(document: string, variables: Record<string, unknown>, session = rosa): Promise<Data> {
  const { data, errors } = await app.graphql<Data>(document, variables, session);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
const figures = async () =>
  (
    await ask<{ manageRegistrations: Record<string, unknown> }>(
      'query ($id: ID!) { manageRegistrations(eventId: $id) { registered waiting arrived } }',
      { id: eventId },
    )
  ).manageRegistrations;

test('300 people register in 60 parties, and the next one waits', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      register(app, { eventId, name: `Walker ${index}`, email: `walker-${index}@example.org`, party: 5 }),
    ),
  );
  parties = answers as RegistrationAnswerParts[];
  expect(new Set(parties.map(({ status }) => status))).toEqual(new Set(['CONFIRMED']));
  expect(await register(app, { eventId, email: 'late@example.org' })).toMatchObject({ status: 'WAITLISTED' });
  expect(await figures()).toEqual({ registered: 300, waiting: 1, arrived: 0 });
});

test('the class of 30 takes the spots of the shift, not those of participants', async () => {
  const { signUpGroup } = await ask<{ signUpGroup: { signup: { id: string; status: string; guests: number } } }>(
    'mutation ($input: GroupSignUpInput!) { signUpGroup(input: $input) { signup { id status guests } } }',
    {
      input: {
        shiftId,
        name: 'Elena Ortiz',
        email: 'ortiz@school.example',
        groupName: 'Class 8b',
        people: 30,
        minors: 27,
        oldEnough: true,
      },
    },
  );
  group = signUpGroup.signup;
  expect(group).toMatchObject({ status: 'CONFIRMED', guests: 29 });
  await byLink(app, 'confirmSignup', group.id);
  await ask('mutation ($input: ChangeGroupInput!) { changeGroup(input: $input) { signup { guests } } }', {
    input: {
      token: linkOf(app, group.id),
      people: 30,
      minors: 27,
      minorNames: ['Mei Chen', 'Noah Kim'],
      names: ['Helen Park'],
    },
  });
  expect(await figures()).toMatchObject({ registered: 300, waiting: 1 });
  const [shift] = await app.db.query('SELECT taken, is_full FROM events.shift WHERE id = $1', [shiftId]);
  expect(shift).toEqual({ taken: 30, is_full: true });
});

test('one message reaches the contact of the class and of every party once', async () => {
  const people = async (kind: string) =>
    (
      await ask<{ eventAudience: { people: number } }>(
        'query ($id: ID!, $audience: EventAudienceInput!) { eventAudience(eventId: $id, audience: $audience) { people } }',
        { id: eventId, audience: { kind } },
      )
    ).eventAudience.people;
  expect(await people('VOLUNTEERS_AND_PARTICIPANTS')).toBe(62);
  expect(await people('PARTICIPANTS')).toBe(61);
  expect(await people('GROUPS')).toBe(1);
});

test('Rosa finds the class and a party by name', async () => {
  const find = async (text: string) =>
    (
      await ask<{ parties: Array<{ name: string }> }>('query ($text: String!) { parties(text: $text) { name } }', {
        text,
      })
    ).parties;
  expect(await find('class 8')).toEqual([{ name: 'Class 8b' }]);
  expect(await find('Walker 59')).toEqual([{ name: 'Walker 59' }]);
});

test('at the door, participants and the class are counted apart, person by person', async () => {
  await app.db.query('UPDATE events.registration SET verified_at = now(), expires_at = NULL WHERE event_id = $1', [
    eventId,
  ]);
  app.clock.set(startsAt);
  rosa = await app.signedIn({ name: 'Rosa', role: 'admin' });
  for (const [index, { id }] of parties.entries())
    await ask('mutation ($id: ID!, $arrived: Int!) { checkInRegistration(id: $id, arrived: $arrived) { id } }', {
      id,
      arrived: index < 2 ? 4 : 5,
    });
  await ask('mutation ($id: ID!) { checkIn(signupId: $id) { id } }', { id: group.id });
  await ask('mutation ($id: ID!) { markAbsentGuests(signupId: $id, absentGuests: [1, 28]) { id } }', { id: group.id });
  expect(await figures()).toEqual({ registered: 300, waiting: 1, arrived: 298 });
  const { attendance } = await ask<{ attendance: { counts: object } }>(
    'query ($id: ID!) { attendance(eventId: $id) { counts { checkedIn noShows } } }',
    { id: eventId },
  );
  expect(attendance.counts).toEqual({ checkedIn: 28, noShows: 2 });
});
