import { refusal } from '@upstander/tests/support/app.js';
import { anEvent } from '@upstander/tests/support/factories.js';
import { raceAtLock } from '@upstander/tests/support/lock-races.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import {
  aRegistration,
  aRegistrationDesk,
  byRegistrationLink,
  register,
  type RegistrationAnswerParts,
  type RegistrationDesk,
  walkTimes,
} from '@upstander/tests/support/registrations.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';
import { randomUUID } from 'node:crypto';

const { now } = walkTimes;

let app: RegistrationDesk['app'];
let rosa: RegistrationDesk['rosa'];
let aWalk: RegistrationDesk['aWalk'];
beforeAll(async () => {
  ({ app, rosa, aWalk } = await aRegistrationDesk({ SIGN_UPS_PER_MINUTE: '10000' }));
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

const setForm = (eventId: string, set: string) =>
  app.db.query(`UPDATE events.registration_form SET ${set} WHERE event_id = $1`, [eventId]);
const anAddress = () => `${randomUUID()}@example.org`;
const registered = async (eventId: string, input: Record<string, unknown> = {}) =>
  (await register(app, { eventId, email: anAddress(), ...input })) as RegistrationAnswerParts;
const rowOf = async (id: string) =>
  (
    await app.db.query<{ status: string; party: number; verified_at: Date | null; expires_at: Date | null }>(
      'SELECT status, party, verified_at, expires_at FROM events.registration WHERE id = $1',
      [id],
    )
  )[0]!;

describe('capacity', () => {
  const people = 12;
  const capacity = 5;

  /** Races parties of one at the lock of their form; returns the number of registered people. */
  async function race(fn: string): Promise<number> {
    const walk = await aWalk({ capacity });
    const entry = (index: number) =>
      JSON.stringify({ name: 'Ana', email: `${index}-${walk.id}@example.org`, locale: 'en', party: 1, answers: {} });
    await raceAtLock(
      [app.config.DATABASE_URL].flat()[0]!,
      {
        sql: 'SELECT FROM events.registration_form WHERE event_id = $1 FOR NO KEY UPDATE',
        values: [walk.id],
      },
      Array.from({ length: people }, (_, index) => ({
        sql: `SELECT * FROM events.${fn}($1, $2, $3, 24, 20)`,
        values: [walk.id, entry(index), now],
      })),
    );
    const [row] = await app.db.query<{ n: number }>(
      `SELECT coalesce(sum(party), 0)::int AS n FROM events.registration WHERE event_id = $1 AND status = 'confirmed'`,
      [walk.id],
    );
    return row!.n;
  }

  test('registers five of twelve people who register at the same time', async () => {
    expect(await race('register_party')).toBe(capacity);
  });

  test('control: registers too many without the lock and the check', async () => {
    const [row] = await app.db.query<{ definition: string }>(
      `SELECT pg_get_functiondef('events.register_party'::regproc) AS definition`,
    );
    const unlocked = row!.definition
      .replace('events.register_party(', 'events.register_party_unlocked(')
      .replace(/PERFORM FROM events\.registration_form[\s\S]*?FOR NO KEY UPDATE;/, '')
      .replace(/PERFORM events\.expire_registrations[^;]*;/, '');
    expect(unlocked).not.toMatch(/PERFORM/);
    const check = 'CONSTRAINT registration_within_capacity';
    await runAsOwner(app, unlocked);
    await runAsOwner(app, `ALTER TABLE events.registration_form DROP ${check}`);
    try {
      expect(await race('register_party_unlocked')).toBeGreaterThan(capacity);
    } finally {
      await runAsOwner(
        app,
        `ALTER TABLE events.registration_form ADD ${check} CHECK (taken <= capacity) NOT VALID;
         DROP FUNCTION events.register_party_unlocked`,
      );
    }
  });

  test('refuses a party that would never fit, because it would block the waitlist', async () => {
    const walk = await aWalk({ capacity: 3 });
    expect(await register(app, { eventId: walk.id, email: anAddress(), party: 4 })).toBe('PARTY_TOO_LARGE');
    const first = await registered(walk.id, { party: 3 });
    const waiting = await registered(walk.id, { party: 2 });
    expect(waiting).toMatchObject({ status: 'WAITLISTED', position: 1 });
    const change = (party: number) => byRegistrationLink(app, 'changeRegistration', waiting.id, { name: 'Bo', party });
    expect(await change(4)).toBe('PARTY_TOO_LARGE');
    expect(await change(3)).toBe('WAITLISTED');
    await byRegistrationLink(app, 'cancelRegistration', first.id);
    expect((await rowOf(waiting.id)).status).toBe('confirmed');
  });

  test('is refused below the size of a waiting party', async () => {
    const walk = await aWalk({ capacity: 4 });
    const first = await registered(walk.id, { party: 3 });
    await registered(walk.id, { party: 4 });
    await byRegistrationLink(app, 'changeRegistration', first.id, { name: 'Ana', party: 1 });
    const save = async (capacity: number) =>
      refusal(
        await app.graphql(
          'mutation ($id: ID!, $input: RegistrationFormInput!) { saveRegistrationForm(eventId: $id, input: $input) { id } }',
          { id: walk.id, input: { capacity } },
          rosa,
        ),
      );
    expect(await save(3)).toBe('CAPACITY_BELOW_PARTY');
    expect(await save(5)).toBeNull();
  });

  test('without a waitlist, refuses those who come too late', async () => {
    const walk = await aWalk({ capacity: 2, hasWaitlist: false });
    await registered(walk.id, { party: 2 });
    expect(await register(app, { eventId: walk.id, email: anAddress() })).toBe('REGISTRATION_FULL');
  });

  test('more spots go to the waitlist, in order', async () => {
    const walk = await aWalk({ capacity: 2 });
    await registered(walk.id, { party: 2 });
    const waiting = [await registered(walk.id, { party: 2 }), await registered(walk.id, { party: 2 })];
    await app.graphql(
      'mutation ($id: ID!) { saveRegistrationForm(eventId: $id, input: { capacity: 5 }) { id } }',
      { id: walk.id },
      rosa,
    );
    expect((await Promise.all(waiting.map(({ id }) => rowOf(id)))).map(({ status }) => status)).toEqual([
      'confirmed',
      'waitlisted',
    ]);
  });
});

describe('an event', () => {
  test.each([
    ['is canceled', { status: 'cancelled' as const }, 'REGISTRATION_CLOSED'],
    ['is over', { startsAt: new Date(now.valueOf() - days(1)) }, 'REGISTRATION_CLOSED'],
    ['has started', { startsAt: new Date(now.valueOf() - hours(1)) }, 'REGISTRATION_CLOSED'],
    ['is a draft', { status: 'draft' as const }, 'NOT_FOUND'],
  ])('that %s takes no registrations', async (_, event, code) => {
    const walk = await aWalk({}, event);
    expect(await register(app, { eventId: walk.id, email: anAddress() })).toBe(code);
  });

  test.each([
    ['is_enabled = false', 'REGISTRATION_CLOSED'],
    [`closes_at_local = '2027-04-20T04:59'`, 'REGISTRATION_CLOSED'],
    [`closes_at_local = '2027-04-20T05:01'`, null],
    [`opens_at_local = '2027-04-20T05:01'`, 'REGISTRATION_NOT_OPEN'],
    [`opens_at_local = '2027-04-20T04:59'`, null],
  ])('with a form where %s answers %s', async (set, code) => {
    const walk = await aWalk();
    await setForm(walk.id, set);
    const answer = await register(app, { eventId: walk.id, email: anAddress() });
    expect(typeof answer === 'string' ? answer : null).toBe(code);
  });

  test('without a form takes no registrations', async () => {
    const event = await anEvent(app.db);
    for (const id of [event.id, randomUUID(), 'no-id'])
      expect(await register(app, { eventId: id, email: anAddress() })).toBe('NOT_FOUND');
  });
});

describe('a request', () => {
  const ask = (label: string, kind: string, isRequired = false) => ({
    id: randomUUID(),
    label,
    kind,
    isRequired,
    choices: kind === 'choice' ? ['S', 'M'] : [],
  });
  const questions = [
    ask('Team', 'short_text'),
    ask('Notes', 'long_text'),
    ask('Children', 'number'),
    ask('First time?', 'yes_no'),
    ask('Shirt', 'choice', true),
  ];
  const [team, notes, children, firstTime, shirt] = questions.map(({ id }) => id) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const faultsOf = async (eventId: string, input: Record<string, unknown>) =>
    (
      await app.graphql('mutation ($input: RegisterInput!) { registerForEvent(input: $input) { id } }', {
        input: { eventId, name: 'Ana', email: anAddress(), party: 1, ...input },
      })
    ).errors?.[0]?.extensions.details;

  test('names each answer that is too long, missing or not one of the choices', async () => {
    const walk = await aWalk({ questions });
    const answers = [
      { questionId: team, value: 'x'.repeat(201) },
      { questionId: notes, value: 'x'.repeat(1_001) },
      { questionId: children, value: '1e9' },
      { questionId: firstTime, value: 'perhaps' },
    ];
    const details = (fields: object) => ({ fields });
    expect(await faultsOf(walk.id, { answers })).toMatchObject(
      details({
        [`answers.${team}`]: 'too-long',
        [`answers.${notes}`]: 'too-long',
        [`answers.${children}`]: 'not-a-number',
        [`answers.${firstTime}`]: 'not-there',
        [`answers.${shirt}`]: 'required',
      }),
    );
    expect(await faultsOf(walk.id, { answers: [{ questionId: shirt, value: 'XL' }] })).toMatchObject(
      details({ [`answers.${shirt}`]: 'not-there' }),
    );
    const unstorable = [
      { questionId: shirt, value: 'S' },
      { questionId: team, value: 'a\u0001' },
      { questionId: notes, value: 'a\u0002' },
    ];
    expect(await faultsOf(walk.id, { answers: unstorable })).toMatchObject(
      details({ [`answers.${team}`]: 'not-text', [`answers.${notes}`]: 'not-text' }),
    );
  });

  test('stores only answers to questions of the form, the first one of each', async () => {
    const walk = await aWalk({ questions });
    const { id } = await registered(walk.id, {
      answers: [
        { questionId: shirt, value: ' M ' },
        { questionId: shirt, value: 'S' },
        { questionId: randomUUID(), value: 'unknown' },
        { questionId: notes, value: 'one\r\ntwo' },
      ],
    });
    const [row] = await app.db.query('SELECT answers FROM events.registration WHERE id = $1', [id]);
    expect(row).toEqual({ answers: { [shirt]: 'M', [notes]: 'one\ntwo' } });
  });

  test.each([
    [{ party: 0 }, 'party'],
    [{ party: 11 }, 'party'],
    [{ name: '' }, 'name'],
    [{ name: 'https://example.org' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
  ])('with %j is refused at its field', async (input, field) => {
    const walk = await aWalk();
    expect(await faultsOf(walk.id, input)).toMatchObject({ fields: { [field]: expect.any(String) as string } });
  });

  test('with a key is run once, and its key fits no other request', async () => {
    const walk = await aWalk();
    const input = { eventId: walk.id, email: anAddress(), party: 2, idempotencyKey: randomUUID() };
    const [one, other] = await Promise.all([register(app, input), register(app, input)]);
    expect(other).toEqual(one);
    expect(await register(app, { ...input, party: 3 })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await renderPendingEmails(app, { recipient: input.email })).toHaveLength(1);
  });

  test('of the signed-in owner confirms the registration that they sent before they signed in', async () => {
    const walk = await aWalk();
    const ana = await app.signedIn({ name: 'Ana' });
    const before = await registered(walk.id, { email: ana.email });
    expect((await rowOf(before.id)).expires_at).not.toBeNull();
    const again = await register(app, { eventId: walk.id, email: ana.email }, ana);
    expect(again).toMatchObject({ id: before.id });
    expect(await rowOf(before.id)).toMatchObject({ verified_at: now, expires_at: null });
  });

  test('with the address of someone else confirms nothing, and limits the emails to that address', async () => {
    const email = anAddress();
    const ben = await app.signedIn({ name: 'Ben' });
    const sent = async () => (await renderPendingEmails(app, { recipient: email })).length;
    for (let index = 0; index < app.config.SIGN_UP_MAILS_PER_HOUR + 2; index += 1) {
      const walk = await aWalk();
      const { id } = (await register(app, { eventId: walk.id, email }, ben)) as RegistrationAnswerParts;
      expect((await rowOf(id)).verified_at).toBeNull();
    }
    expect(await sent()).toBe(app.config.SIGN_UP_MAILS_PER_HOUR);
  });
});

test('an erased registration leaves its spots to the waitlist', async () => {
  const walk = await aWalk({ capacity: 2 });
  const first = await aRegistration(app.db, walk.id, { party: 2, now });
  const waiting = await registered(walk.id, { party: 2 });
  await app.db.query('DELETE FROM events.registration WHERE id = $1', [first.id]);
  await app.runJob('expire-registrations');
  expect((await rowOf(waiting.id)).status).toBe('confirmed');
  expect((await renderPendingEmails(app, { template: 'registration-moved-up' })).map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([expect.stringContaining('You have a spot now')]),
  );
});
