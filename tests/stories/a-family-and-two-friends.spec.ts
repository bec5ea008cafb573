import { startApp, type TestApp } from '../support/app.js';
import { aChapter, aShift } from '../support/factories.js';
import { renderSignupEmail } from '../support/signup-emails.js';
import { byLink, linkOf, type Receipt } from '../support/sign-ups.js';

/**
 * A shift for six. The Cruz family comes together or not at all; Ben brings as many friends as fit; and no one
 * overtakes a waiting party.
 */
let app: TestApp;
let shiftId: string;
let rosa: { cookie: string };
const people: Record<string, Receipt> = {};

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2027-05-01T12:00:00Z');
  const chapter = await aChapter(app.db);
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  const startsAt = new Date('2027-05-15T17:00:00Z');
  const shift = await aShift(app.db, { capacity: 6, event: { chapterId: chapter.id, startsAt } });
  await app.db.query('UPDATE events.event SET max_guests = 3 WHERE id = $1', [shift.eventId]);
  shiftId = shift.id;
});
afterAll(() => app.close());

async function signUpParty(
  name: string,
  party: { guests?: number; guestNames?: string[]; acceptsFewerGuests?: boolean } = {},
) {
  const input = { shiftId, name, email: `${name.toLowerCase()}@example.org`, ...party };
  const { data } = await app.graphql<{ signUp: { signup: Receipt } }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status position guests } } }',
    { input },
  );
  people[name] = data.signUp.signup;
  await byLink(app, 'confirmSignup', data.signUp.signup.id);
  const { status, position, guests } = data.signUp.signup as Receipt & { guests: number };
  return `${status}${position === null ? ` +${guests}` : ` ${position}`}`;
}

async function roster(): Promise<string[]> {
  const [event] = await app.db.query<{ id: string }>('SELECT event_id AS id FROM events.shift WHERE id = $1', [
    shiftId,
  ]);
  const { data } = await app.graphql<{
    roster: { edges: Array<{ node: { name: string; status: string; guests: number; guestNames: string[] } }> };
  }>(
    'query ($id: ID!) { roster(eventId: $id) { edges { node { name status guests guestNames } } } }',
    { id: event!.id },
    rosa,
  );
  return data.roster.edges
    .map(({ node: { name, status, guests, guestNames } }) => `${name} +${guests} ${guestNames.join(',')} ${status}`)
    .sort();
}

test('four sign up: Ana alone, and Dan with two guests', async () => {
  expect(await signUpParty('Ana')).toBe('CONFIRMED +0');
  expect(await signUpParty('Dan', { guests: 2 })).toBe('CONFIRMED +2');
});

test('as many as fit: Ben wants to bring three, two places are left, so one friend comes along', async () => {
  expect(await signUpParty('Ben', { guests: 3, guestNames: ['Kim', 'Lee', 'Mo'], acceptsFewerGuests: true })).toBe(
    'CONFIRMED +1',
  );
  expect((await renderSignupEmail(app, 'signup-confirm', people['Ben']!))?.text).toContain('With you: 1 guest (Kim)');
});

test('all or nothing: the Cruz family of three waits together, and Eva waits behind it', async () => {
  expect(await signUpParty('Cruz', { guests: 2, guestNames: ['Ada', 'Leo'] })).toBe('WAITLISTED 1');
  expect(await signUpParty('Eva')).toBe('WAITLISTED 2');
});

test('one place is freed: the family is not split, and no one overtakes it', async () => {
  await byLink(app, 'cancelSignup', people['Ana']!.id);
  expect(await roster()).toEqual([
    'Ana +0  CANCELLED',
    'Ben +1 Kim CONFIRMED',
    'Cruz +2 Ada,Leo WAITLISTED',
    'Dan +2  CONFIRMED',
    'Eva +0  WAITLISTED',
  ]);
});

test('three more are freed: the family is offered three together and accepts, and Eva gets the last', async () => {
  await byLink(app, 'cancelSignup', people['Dan']!.id);
  expect((await roster()).filter((line) => line.includes('OFFERED'))).toEqual([
    'Cruz +2 Ada,Leo OFFERED',
    'Eva +0  OFFERED',
  ]);
  for (const name of ['Cruz', 'Eva']) await byLink(app, 'acceptOffer', people[name]!.id);
  const [shift] = await app.db.query('SELECT taken, waiting FROM events.shift WHERE id = $1', [shiftId]);
  expect(shift).toEqual({ taken: 6, waiting: 0 });
});

test('minors join: their page says that no more guests are allowed, and the API refuses them', async () => {
  await app.db.query(
    'UPDATE events.event SET with_minors = true WHERE id = (SELECT event_id FROM events.shift WHERE id = $1)',
    [shiftId],
  );
  const { errors } = await app.graphql(
    'mutation ($input: ChangeGuestsInput!) { changeGuests(input: $input) { signup { id } } }',
    { input: { token: linkOf(app, people['Eva']!.id), guests: 1 } },
  );
  expect(errors?.[0]?.extensions.code).toBe('TOO_MANY_GUESTS');
});
