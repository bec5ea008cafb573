import { refusal, startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent } from '../support/factories.js';
import { withLockHeld } from '../support/lock-races.js';
import { days, hours } from '../support/movable-clock.js';
import { byRegistrationLink, register, type RegistrationAnswerParts } from '../support/registrations.js';
import { renderPendingEmails } from '../support/written-mails.js';

/** A walk in Los Angeles for 300 people, with a waitlist. */
const startsAt = new Date('2027-05-02T15:00:00Z');
const now = new Date('2027-04-20T12:00:00Z');

let app: TestApp;
let rosa: { cookie: string };
let walk: { id: string };
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '10000' } });
  app.clock.set(now);
  const chapter = await aChapter(app.db);
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  walk = await anEvent(app.db, { chapterId: chapter.id, title: 'Walk for safe homes', startsAt, status: 'draft' });
});
afterAll(() => app.close());

const asRosa = async <Data>(query: string, variables: Record<string, unknown>) => {
  const answer = await app.graphql<Data | null>(query, variables, rosa);
  return answer.data ?? refusal(answer)!;
};
const figures =
  'registered parties waiting unconfirmed arrived form { version phase placesLeft questions { id label } }';
interface Figures {
  registered: number;
  parties: number;
  waiting: number;
  unconfirmed: number;
  arrived: number;
  form: { version: number; phase: string; placesLeft: number | null; questions: Array<{ id: string; label: string }> };
}
const readFigures = async () =>
  (
    (await asRosa(`query ($id: ID!) { manageRegistrations(eventId: $id) { ${figures} } }`, { id: walk.id })) as {
      manageRegistrations: Figures;
    }
  ).manageRegistrations;
const saveForm = (input: Record<string, unknown>) =>
  asRosa<{ saveRegistrationForm: Figures }>(
    `mutation ($id: ID!, $input: RegistrationFormInput!) { saveRegistrationForm(eventId: $id, input: $input) { ${figures} } }`,
    { id: walk.id, input },
  );
const addressOf = (name: string) => `${name.toLowerCase()}@example.org`;
const templatesTo = async (name: string) =>
  (await renderPendingEmails(app, { recipient: addressOf(name) })).map(({ template }) => template);
const registered = async (name: string, party: number, more: Record<string, unknown> = {}) =>
  (await register(app, { eventId: walk.id, name, email: addressOf(name), party, ...more })) as RegistrationAnswerParts;
const statusOf = async ({ id }: { id: string }) =>
  (await app.db.query<{ status: string }>('SELECT status FROM events.registration WHERE id = $1', [id]))[0]?.status;

let shirt: string;
let minors: string;

test('Rosa turns on registration with two questions and publishes the walk without shifts', async () => {
  const publish = () => asRosa('mutation ($id: ID!) { publishEvent(id: $id) { status } }', { id: walk.id });
  expect(await publish()).toBe('BAD_INPUT');
  const saved = await saveForm({
    capacity: 300,
    maxParty: 6,
    questions: [
      { label: 'T-shirt size', kind: 'CHOICE', choices: ['S', 'M', 'L'], isRequired: true },
      { label: 'Number of children', kind: 'NUMBER' },
    ],
  });
  expect(saved).toMatchObject({ saveRegistrationForm: { registered: 0, form: { phase: 'OFF', version: 1 } } });
  const { questions } = (await readFigures()).form;
  [shirt, minors] = questions.map(({ id }) => id) as [string, string];
  expect(await publish()).toEqual({ publishEvent: { status: 'PUBLISHED' } });
  expect((await readFigures()).form).toMatchObject({ phase: 'OPEN', placesLeft: 300 });
});

const answers = () => [{ questionId: shirt, value: 'M' }];

test('answers are checked at their question, and the size of the party against the limit', async () => {
  const answer = await app.graphql('mutation ($input: RegisterInput!) { registerForEvent(input: $input) { id } }', {
    input: {
      eventId: walk.id,
      name: 'Ana',
      email: 'ana@example.org',
      party: 2,
      answers: [{ questionId: minors, value: 'two' }],
    },
  });
  expect(answer.errors?.[0]?.extensions.details).toMatchObject({
    fields: { [`answers.${shirt}`]: 'required', [`answers.${minors}`]: 'not-a-number' },
  });
  expect(await register(app, { eventId: walk.id, email: 'ana@example.org', party: 7, answers: answers() })).toBe(
    'PARTY_TOO_LARGE',
  );
});

test('300 people register, and those after them wait: no one passes a waiting party', async () => {
  const parties = await Promise.all(
    Array.from({ length: 59 }, (_, index) => registered(`Walker-${index}`, 5, { answers: answers() })),
  );
  expect(parties.every(({ status }) => status === 'CONFIRMED')).toBe(true);
  const [ana, bo, cleo, dara] = [
    await registered('Ana', 4, { answers: answers(), idempotencyKey: 'ana-registers-once' }),
    await registered('Bo', 3, { answers: answers() }),
    await registered('Cleo', 1, { answers: answers() }),
    await registered('Dara', 2, { answers: answers(), locale: 'ES' }),
  ];
  expect([ana, bo, cleo, dara].map(({ status, position }) => [status, position])).toEqual([
    ['CONFIRMED', null],
    ['WAITLISTED', 1],
    ['WAITLISTED', 2],
    ['WAITLISTED', 3],
  ]);
  expect(await readFigures()).toMatchObject({
    registered: 299,
    waiting: 6,
    form: { phase: 'WAITLIST', placesLeft: 0 },
  });
  const again = await registered('Ana', 4, { answers: answers(), idempotencyKey: 'ana-registers-once' });
  expect(again).toEqual(ana);
  await byRegistrationLink(app, 'confirmRegistration', ana.id);
  for (const name of ['Bo', 'Cleo', 'Dara']) expect(await templatesTo(name)).toEqual(['registration-received']);
});

test('an address that is registered gets the answer of a new one, and only its email says so', async () => {
  const repeat = await registered('Ana', 2, { answers: answers() });
  expect(repeat).toMatchObject({ status: 'WAITLISTED', position: 4, party: 2 });
  expect(await templatesTo('Ana')).toEqual(['registration-received', 'registration-repeat']);
  const [mail] = (await renderPendingEmails(app, { recipient: addressOf('Ana') })).slice(1);
  expect(mail?.subject).toBe('You’re already registered: Walk for safe homes');
  expect(await registered('Ana', 6, { answers: answers() })).toMatchObject({ id: repeat.id, party: 2 });
});

test('Ana brings one person less: the party of three fits, and the two behind it wait', async () => {
  const [ana] = await rowsOf('Ana');
  expect(
    await byRegistrationLink(app, 'changeRegistration', ana!.id, { name: 'Ana Reyes', party: 2, answers: answers() }),
  ).toBe('CONFIRMED');
  expect(await templatesTo('Bo')).toEqual(['registration-received', 'registration-moved-up']);
  expect(await templatesTo('Cleo')).toEqual(['registration-received']);
  expect(await readFigures()).toMatchObject({ registered: 300, waiting: 5 });
  expect(
    await byRegistrationLink(app, 'changeRegistration', ana!.id, { name: 'Ana Reyes', party: 3, answers: answers() }),
  ).toBe('REGISTRATION_FULL');
});

const rowsOf = (name: string) =>
  app.db.query<{ id: string; answers: Record<string, string> }>(
    'SELECT id, answers FROM events.registration WHERE email = $1 AND repeat_of IS NULL ORDER BY created_at',
    [addressOf(name)],
  );

test('two parties that register at the same time never share the last spots', async () => {
  const race = async () => {
    const happening = await anEvent(app.db, { startsAt });
    await app.db.query(
      `INSERT INTO events.registration_form (event_id, capacity, max_party, updated_at) VALUES ($1, 5, 5, now())`,
      [happening.id],
    );
    const lock = {
      sql: 'SELECT FROM events.registration_form WHERE event_id = $1 FOR NO KEY UPDATE',
      values: [happening.id],
    };
    const results = await withLockHeld(firstUrl(), lock, 2, () =>
      Promise.all(
        ['one', 'two'].map((name) =>
          register(app, { eventId: happening.id, party: 3, email: `${name}-${happening.id}@example.org` }),
        ),
      ),
    );
    return results.map((one) => (typeof one === 'string' ? one : one.status)).sort();
  };
  expect(await race()).toEqual(['CONFIRMED', 'WAITLISTED']);
  // The count is also checked by the table, so that code without the lock can't exceed the capacity.
  await expect(
    app.db.query('UPDATE events.registration_form SET taken = 301 WHERE event_id = $1', [walk.id]),
  ).rejects.toThrow('registration_within_capacity');
});

const firstUrl = () => [app.config.DATABASE_URL].flat()[0]!;

test('those who never confirm lose their spots after a day, to the next in order', async () => {
  for (const name of ['Bo', 'Cleo']) {
    const [row] = await rowsOf(name);
    await byRegistrationLink(app, 'confirmRegistration', row!.id);
  }
  app.clock.set(new Date(now.valueOf() + hours(25)));
  await app.runJob('expire-registrations');
  expect(await templatesTo('Cleo')).toEqual(['registration-received', 'registration-moved-up']);
  // 59 parties and Dara expired.
  expect(await readFigures()).toMatchObject({ registered: 6, waiting: 0, form: { phase: 'OPEN', placesLeft: 294 } });
});

test('a removed question keeps its answers, and one with answers keeps its kind', async () => {
  const { form } = await readFigures();
  const [size, children] = form.questions;
  const asText = { ...size, kind: 'SHORT_TEXT' };
  expect(await saveForm({ version: form.version, questions: [asText, { ...children, kind: 'NUMBER' }] })).toBe(
    'BAD_INPUT',
  );
  expect(await saveForm({ version: form.version, questions: [{ ...size, kind: 'CHOICE', choices: ['S', 'L'] }] })).toBe(
    'BAD_INPUT',
  );
  expect(await saveForm({ version: 0, questions: [] })).toBe('CHANGED_MEANWHILE');
  expect(await saveForm({ version: form.version, capacity: 5 })).toBe('CAPACITY_BELOW_TAKEN');
  expect(await saveForm({ version: form.version, questions: [] })).toMatchObject({
    saveRegistrationForm: { form: { questions: [], version: form.version + 1 } },
  });
  const [bo] = await rowsOf('Bo');
  expect(await byRegistrationLink(app, 'changeRegistration', bo!.id, { name: 'Bo', party: 2 })).toBe('CONFIRMED');
  expect((await list({ text: 'bo' }))[0]).toMatchObject({ answers: [{ label: 'T-shirt size', value: 'M' }] });
});

interface Entry {
  id: string;
  name: string;
  status: string;
  party: number;
  arrived: number;
  answers: Array<{ label: string; value: string }>;
}
const entry = 'id name status party arrived answers { label value }';
async function list(filter: Record<string, unknown>, sort = 'NAME'): Promise<Entry[]> {
  const answer = (await asRosa(
    `query ($id: ID!, $filter: RegistrationFilter, $sort: RegistrationOrder!) {
       registrations(eventId: $id, filter: $filter, sort: $sort, first: 50) { edges { node { ${entry} } } }
     }`,
    { id: walk.id, filter, sort },
  )) as { registrations: { edges: Array<{ node: Entry }> } };
  return answer.registrations.edges.map(({ node }) => node);
}

test('Rosa registers someone who called, cancels a registration, and both are told', async () => {
  const add = (email: string) =>
    asRosa('mutation ($input: AddRegistrationInput!) { addRegistration(input: $input) { status } }', {
      input: { eventId: walk.id, name: 'Eve Lind', email, party: 2 },
    });
  expect(await add(addressOf('Eve'))).toEqual({ addRegistration: { status: 'CONFIRMED' } });
  expect(await add(addressOf('Eve'))).toBe('ALREADY_REGISTERED');
  expect(await templatesTo('Eve')).toEqual(['registration-received']);
  const [cleo] = await rowsOf('Cleo');
  await asRosa('mutation ($id: ID!, $reason: String) { removeRegistration(id: $id, reason: $reason) { status } }', {
    id: cleo!.id,
    reason: 'You asked us to.',
  });
  expect((await list({ status: ['CONFIRMED'] })).map(({ name, party }) => [name, party])).toEqual([
    ['Ana Reyes', 2],
    ['Bo', 2],
    ['Eve Lind', 2],
  ]);
  const [canceled] = (await renderPendingEmails(app, { recipient: addressOf('Cleo') })).slice(-1);
  expect(canceled?.text).toContain('You asked us to.');
});

test('everyone gets one reminder on the day before, and later participants on the day', async () => {
  const remind = async (at: string) => {
    app.clock.set(new Date(at));
    await app.runJob('remind-participants');
    await app.runJob('remind-participants');
  };
  await remind('2027-05-01T17:59:00Z');
  expect(await templatesTo('Eve')).toEqual(['registration-received']);
  await remind('2027-05-01T18:00:00Z');
  await registered('Finn', 1);
  const [request] = await renderPendingEmails(app, { recipient: addressOf('Finn') });
  expect(request?.text).toMatch(/before the\s+event starts/);
  expect(await expiryOf('Finn')).toEqual(startsAt);
  await remind('2027-05-02T14:59:00Z');
  expect(await templatesTo('Eve')).toEqual(['registration-received', 'registration-reminder']);
  expect(await templatesTo('Finn')).toEqual(['registration-received']);
});

const expiryOf = async (name: string) =>
  (
    await app.db.query<{ at: Date | null }>('SELECT expires_at AS at FROM events.registration WHERE email = $1', [
      addressOf(name),
    ])
  )[0]?.at;

test('the walk moves to another place, an hour earlier, and everyone is told once', async () => {
  app.clock.set(new Date('2027-05-01T20:00:00Z'));
  const earlier = new Date(startsAt.valueOf() - hours(1));
  await app.db.query(
    `UPDATE events.event SET place = $2, starts_at = $3, starts_at_local = starts_at_local - interval '1 hour',
       version = version + 1, updated_at = $4 WHERE id = $1`,
    [walk.id, 'City Hall, Los Angeles', earlier, app.clock.now()],
  );
  expect(await expiryOf('Finn')).toEqual(earlier);
  const [mail] = (await renderPendingEmails(app, { recipient: addressOf('Eve') })).slice(-1);
  expect(mail?.template).toBe('registration-changed');
  expect(mail?.text).toContain('City Hall, Los Angeles');
});

test('the door list counts people, and a party can arrive in two halves', async () => {
  app.clock.set(startsAt);
  const [eve] = await list({ text: 'eve' });
  const checkIn = (arrived: number) =>
    asRosa('mutation ($id: ID!, $arrived: Int!) { checkInRegistration(id: $id, arrived: $arrived) { arrived } }', {
      id: eve!.id,
      arrived,
    });
  expect(await checkIn(3)).toBe('BAD_INPUT');
  expect(await checkIn(1)).toEqual({ checkInRegistration: { arrived: 1 } });
  expect(await checkIn(2)).toEqual({ checkInRegistration: { arrived: 2 } });
  expect(await readFigures()).toMatchObject({ arrived: 2, form: { phase: 'CLOSED' } });
  expect(await registered('Gil', 1)).toBe('REGISTRATION_CLOSED');
  const [ana] = await rowsOf('Ana');
  expect(await byRegistrationLink(app, 'cancelRegistration', ana!.id)).toBe('EVENT_STARTED');
});

test('when an event is canceled, its participants are told, and their registrations end', async () => {
  app.clock.set(new Date(startsAt.valueOf() - days(1)));
  const cancel = await asRosa('mutation ($id: ID!) { cancelEvent(id: $id, reason: "Storm.") { status } }', {
    id: walk.id,
  });
  expect(cancel).toEqual({ cancelEvent: { status: 'CANCELLED' } });
  const [eve] = await list({ text: 'eve' });
  expect(await statusOf(eve!)).toBe('cancelled');
  const [mail] = (await renderPendingEmails(app, { recipient: addressOf('Eve') })).slice(-1);
  expect(mail?.text).toContain('Storm.');
  expect(await templatesTo('Cleo')).not.toContain('registration-event-canceled');
});
