import { refusal } from '@upstander/tests/support/app.js';
import {
  aRegistration,
  aRegistrationDesk,
  aRegistrationForm,
  byRegistrationLink,
  register,
  type RegistrationAnswerParts,
  type RegistrationDesk,
  walkTimes,
} from '@upstander/tests/support/registrations.js';
import { randomUUID } from 'node:crypto';

const { now } = walkTimes;

let app: RegistrationDesk['app'];
let rosa: RegistrationDesk['rosa'];
let stranger: RegistrationDesk['stranger'];
let aWalk: RegistrationDesk['aWalk'];
beforeAll(async () => {
  ({ app, rosa, stranger, aWalk } = await aRegistrationDesk({
    SIGN_UPS_PER_MINUTE: '4',
    LINK_CHANGES_PER_MINUTE: '60',
  }));
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

interface Saved {
  code: string | null;
  fields: Record<string, string>;
  questions: Array<{ id: string; label: string; choices: string[] }>;
}
async function save(eventId: string, input: Record<string, unknown>, session = rosa): Promise<Saved> {
  const answer = await app.graphql<{ saveRegistrationForm: { form: Pick<Saved, 'questions'> } } | null>(
    `mutation ($id: ID!, $input: RegistrationFormInput!) {
       saveRegistrationForm(eventId: $id, input: $input) { form { questions { id label choices } } } }`,
    { id: eventId, input },
    session,
  );
  const details = answer.errors?.[0]?.extensions.details as { fields?: Record<string, string> } | undefined;
  return {
    code: refusal(answer),
    fields: details?.fields ?? {},
    questions: answer.data?.saveRegistrationForm.form.questions ?? [],
  };
}
const ask = (label: string, more: object = {}) => ({ label, kind: 'SHORT_TEXT', ...more });
const choose = (...choices: string[]) => ask('Shirt', { kind: 'CHOICE', choices });

describe('the questions of a form', () => {
  test.each<[string, object[], Record<string, string>]>([
    ['six questions', Array.from({ length: 6 }, (_, index) => ask(`Question ${index}`)), { questions: 'too-many' }],
    ['no text', [ask(' ')], { 'questions.0.label': 'required' }],
    ['a long text', [ask('x'.repeat(201))], { 'questions.0.label': 'too-long' }],
    ['one choice', [choose('S', ' S ')], { 'questions.0.choices': 'too-few' }],
    ['eleven choices', [choose(...'abcdefghijk')], { 'questions.0.choices': 'too-many' }],
    ['a long choice', [choose('S', 'x'.repeat(101))], { 'questions.0.choices': 'too-long' }],
    ['an unknown question', [ask('Team', { id: randomUUID() })], { 'questions.0.id': 'not-there' }],
    ['an invalid ID', [ask('Team', { id: 'one' })], { 'questions.0.id': 'not-an-id' }],
  ])('with %s are refused at their field', async (_, questions, fields) => {
    const { id } = await aWalk(null);
    expect(await save(id, { questions })).toMatchObject({ code: 'BAD_INPUT', fields });
  });

  test('keep their IDs, and none is listed twice', async () => {
    const { id } = await aWalk(null);
    const [team] = (await save(id, { questions: [ask(' Team ')] })).questions;
    expect(team!.label).toBe('Team');
    const again = [ask('Your team', { id: team!.id }), choose('S', ' M', 'S')];
    expect((await save(id, { questions: again })).questions).toMatchObject([
      { id: team!.id, label: 'Your team' },
      { choices: ['S', 'M'] },
    ]);
    const twice = [ask('Team', { id: team!.id }), ask('Again', { id: team!.id })];
    expect((await save(id, { questions: twice })).fields).toEqual({ questions: 'twice' });
  });
});

describe('the times of a form', () => {
  test.each([
    [{ opensAtLocal: '2027-05-02T08:00' }, { opensAtLocal: 'after-event-start' }],
    [{ closesAtLocal: '2027-05-02T08:01' }, { closesAtLocal: 'after-event-start' }],
    [
      { opensAtLocal: '2027-05-01T08:00', closesAtLocal: '2027-05-01T08:00' },
      { closesAtLocal: 'closes-before-opening' },
    ],
    [{ closesAtLocal: '2027-03-14T02:30' }, { closesAtLocal: 'not-on-the-clock' }],
  ])('%j is refused', async (input, fields) => {
    expect(await save((await aWalk(null)).id, input)).toMatchObject({ code: 'BAD_INPUT', fields });
  });
});

test.each([
  ['is canceled', { status: 'cancelled' as const }],
  ['is over', { status: 'completed' as const }],
])('no form is saved for an event that %s', async (_, event) => {
  expect((await save((await aWalk(null, event)).id, { capacity: 5 })).code).toBe('EVENT_CLOSED');
});

test('is saved by organizers of the chapter only', async () => {
  const { id } = await aWalk(null);
  expect((await save(id, { capacity: 5 }, stranger)).code).toBe('NOT_FOUND');
  for (const query of [
    'manageRegistrations(eventId: $id) { id }',
    'registrations(eventId: $id) { pageInfo { endCursor } }',
  ])
    expect(refusal(await app.graphql(`query ($id: ID!) { ${query} }`, { id }, stranger))).toBe('NOT_FOUND');
  const add = await app.graphql(
    'mutation ($input: AddRegistrationInput!) { addRegistration(input: $input) { id } }',
    { input: { eventId: id, name: 'Ana', party: 1 } },
    stranger,
  );
  expect(refusal(add)).toBe('NOT_FOUND');
});

test('is hidden from visitors until the event is published', async () => {
  const find = async (eventId: string) =>
    (
      await app.graphql<{ registrationForm: object | null }>(
        'query ($id: ID!) { registrationForm(eventId: $id) { phase } }',
        { id: eventId },
      )
    ).data.registrationForm;
  const [draft, published] = [await aWalk(null, { status: 'draft' }), await aWalk(null)];
  for (const { id } of [draft, published]) await aRegistrationForm(app.db, id);
  expect([await find(draft.id), await find(published.id), await find('no-id')]).toEqual([
    null,
    { phase: 'OPEN' },
    null,
  ]);
});

test('a repeat is hidden from organizers and participants, gets no reminder, and ends with its original', async () => {
  const walk = await aWalk(null);
  await aRegistrationForm(app.db, walk.id);
  const ana = await app.signedIn({ name: 'Ana' });
  const original = await aRegistration(app.db, walk.id, { email: ana.email, now });
  const repeat = (await register(app, { eventId: walk.id, email: ana.email })) as RegistrationAnswerParts;
  expect(repeat.id).not.toBe(original.id);
  const listed = await app.graphql<{ registrations: { edges: Array<{ node: { id: string } }> } }>(
    'query ($id: ID!) { registrations(eventId: $id, first: 5) { edges { node { id } } } }',
    { id: walk.id },
    rosa,
  );
  expect(listed.data.registrations.edges.map(({ node }) => node.id)).toEqual([original.id]);
  const own = await app.graphql<{ myRegistrations: Array<{ id: string }> }>('{ myRegistrations { id } }', {}, ana);
  expect(own.data.myRegistrations).toEqual([{ id: original.id }]);
  const checkIn = await app.graphql(
    'mutation ($id: ID!) { checkInRegistration(id: $id, arrived: 1) { id } }',
    { id: repeat.id },
    rosa,
  );
  expect(refusal(checkIn)).toBe('NOT_FOUND');
  app.clock.set('2027-05-01T18:00:00Z');
  await app.runJob('remind-participants');
  await app.runJob('remind-participants');
  const [reminders] = await app.db.query(
    `SELECT count(*)::int AS n FROM notifications.mail WHERE template = 'registration-reminder' AND recipient = $1`,
    [ana.email],
  );
  expect(reminders).toEqual({ n: 1 });
  await byRegistrationLink(app, 'cancelRegistration', original.id);
  const statuses = await app.db.query('SELECT status FROM events.registration WHERE event_id = $1', [walk.id]);
  expect(statuses).toEqual([{ status: 'cancelled' }, { status: 'cancelled' }]);
});

test('registering is limited per network', async () => {
  const walk = await aWalk(null);
  await aRegistrationForm(app.db, walk.id);
  const answers = [];
  for (let index = 0; index < 6; index += 1)
    answers.push(await register(app, { eventId: walk.id, email: `${randomUUID()}@example.org` }));
  expect(answers.at(-1)).toBe('TOO_MANY_TRIES');
});

test('personal links are limited per network', async () => {
  const codes = new Set<string>();
  for (let index = 0; index < 200 && !codes.has('TOO_MANY_TRIES'); index += 1)
    codes.add(await byRegistrationLink(app, 'cancelRegistration', randomUUID()));
  expect([...codes]).toEqual(['NOT_FOUND', 'TOO_MANY_TRIES']);
});
