import { SignedIds } from '@upstander/platform';
import { refusal } from '@upstander/tests/support/app.js';
import { aSignup } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import {
  aRegistration,
  aRegistrationDesk,
  byRegistrationLink,
  type RegistrationDesk,
  walkTimes,
} from '@upstander/tests/support/registrations.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';
import { randomUUID } from 'node:crypto';

const { now, startsAt } = walkTimes;

let app: RegistrationDesk['app'];
let rosa: RegistrationDesk['rosa'];
let stranger: RegistrationDesk['stranger'];
let aWalk: RegistrationDesk['aWalk'];
beforeAll(async () => {
  ({ app, rosa, stranger, aWalk } = await aRegistrationDesk());
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

const tokenOf = (id: string, version?: number) => app.nest.get(SignedIds).sign('registration', id, version);
const rowOf = async (id: string) =>
  (
    await app.db.query<{ status: string; party: number; arrived: number; expires_at: Date | null }>(
      'SELECT status, party, arrived, expires_at FROM events.registration WHERE id = $1',
      [id],
    )
  )[0]!;
const desk = async (mutation: string, variables: Record<string, unknown>, session = rosa) => {
  const types: Record<string, string> = { id: 'ID!', party: 'Int!', arrived: 'Int!', reason: 'String' };
  const names = Object.keys(variables);
  const answer = await app.graphql<Record<string, { status: string; party: number; arrived: number } | null> | null>(
    `mutation (${names.map((name) => `$${name}: ${types[name]}`).join(', ')}) {
       ${mutation}(${names.map((name) => `${name}: $${name}`).join(', ')}) { status party arrived } }`,
    variables,
    session,
  );
  return answer.data?.[mutation] ?? refusal(answer);
};

describe('a personal link', () => {
  test('of another registration, another purpose or an earlier version is not found', async () => {
    const walk = await aWalk();
    const { id } = await aRegistration(app.db, walk.id, { now });
    await app.db.query('UPDATE events.registration SET token_version = 1 WHERE id = $1', [id]);
    const tokens = [
      tokenOf(id, 0),
      tokenOf(randomUUID(), 1),
      app.nest.get(SignedIds).sign('signup', id, 1),
      `${tokenOf(id, 1)}x`,
    ];
    for (const token of tokens) {
      const read = await app.graphql<{ myRegistration: object | null }>(
        'query ($token: String!) { myRegistration(token: $token) { name } }',
        { token },
      );
      expect(read.data.myRegistration).toBeNull();
      for (const operation of ['confirmRegistration', 'cancelRegistration']) {
        const answer = await app.graphql(
          `mutation ($input: RegistrationTokenInput!) { ${operation}(input: $input) { status } }`,
          { input: { token } },
        );
        expect(refusal(answer)).toBe('NOT_FOUND');
      }
    }
    expect((await rowOf(id)).status).toBe('confirmed');
  });

  test('confirms only a registration that is active', async () => {
    const walk = await aWalk();
    const { id } = await aRegistration(app.db, walk.id, { verified: false, now });
    app.clock.set(new Date(now.valueOf() + hours(25)));
    await app.runJob('expire-registrations');
    expect(await byRegistrationLink(app, 'confirmRegistration', id)).toBe('REGISTRATION_EXPIRED');
    const canceled = await aRegistration(app.db, walk.id, { status: 'cancelled', now });
    expect(await byRegistrationLink(app, 'confirmRegistration', canceled.id)).toBe('REGISTRATION_ENDED');
    expect(await byRegistrationLink(app, 'changeRegistration', canceled.id, { name: 'Ana', party: 1 })).toBe(
      'REGISTRATION_ENDED',
    );
  });

  test('confirms, changes and cancels without effect the second time', async () => {
    const walk = await aWalk();
    const { id, email } = await aRegistration(app.db, walk.id, { verified: false, now });
    for (const operation of ['confirmRegistration', 'cancelRegistration'] as const)
      for (const status of [operation === 'confirmRegistration' ? 'CONFIRMED' : 'CANCELLED'])
        expect([await byRegistrationLink(app, operation, id), await byRegistrationLink(app, operation, id)]).toEqual([
          status,
          status,
        ]);
    expect((await renderPendingEmails(app, { recipient: email! })).map(({ template }) => template)).toEqual([
      'registration-canceled',
    ]);
  });

  test('sends no email when it cancels a registration that has expired', async () => {
    const { id, email } = await aRegistration(app.db, (await aWalk()).id, { verified: false, now });
    app.clock.set(new Date(now.valueOf() + hours(25)));
    await app.runJob('expire-registrations');
    expect(await byRegistrationLink(app, 'cancelRegistration', id)).toBe('EXPIRED');
    expect(await desk('removeRegistration', { id })).toMatchObject({ status: 'EXPIRED' });
    expect(await app.db.query('SELECT 1 FROM notifications.mail WHERE recipient = $1', [email])).toEqual([]);
  });

  test('neither changes nor cancels a registration once the event has started', async () => {
    const walk = await aWalk();
    const { id } = await aRegistration(app.db, walk.id, { now });
    app.clock.set(startsAt);
    expect(await byRegistrationLink(app, 'changeRegistration', id, { name: 'Ana', party: 2 })).toBe('EVENT_STARTED');
    expect(await byRegistrationLink(app, 'cancelRegistration', id)).toBe('EVENT_STARTED');
  });

  test('allows no larger party than the form, and none that takes spots from the waitlist', async () => {
    const walk = await aWalk({ capacity: 5, maxParty: 3 });
    const { id } = await aRegistration(app.db, walk.id, { party: 1, now });
    const change = (party: number) => byRegistrationLink(app, 'changeRegistration', id, { name: 'Ana', party });
    expect(await change(4)).toBe('PARTY_TOO_LARGE');
    expect(await change(2)).toBe('CONFIRMED');
    await aRegistration(app.db, walk.id, { status: 'waitlisted', party: 3, now });
    expect(await change(3)).toBe('REGISTRATION_FULL');
    expect((await rowOf(id)).party).toBe(2);
  });
});

test('lists the registrations of the signed-in user with their links, and no others', async () => {
  const ana = await app.signedIn({ name: 'Ana' });
  const [walk, old, ancient] = [
    await aWalk(),
    await aWalk({}, { startsAt: new Date(now.valueOf() - days(100)) }),
    await aWalk({}, { startsAt: new Date(now.valueOf() - days(400)) }),
  ];
  for (const { id } of [walk, old, ancient]) {
    await aRegistration(app.db, id, { email: ana.email, party: 2, now });
    await aRegistration(app.db, id, { now });
  }
  const { data } = await app.graphql<{
    myRegistrations: Array<{ token: string; party: number; event: { slug: string } }>;
  }>('{ myRegistrations { token party event { slug } } }', {}, ana);
  expect(data.myRegistrations).toEqual([
    { token: expect.any(String) as string, party: 2, event: { slug: walk.slug } },
    { token: expect.any(String) as string, party: 2, event: { slug: old.slug } },
  ]);
  const { token } = data.myRegistrations[0]!;
  const own = await app.graphql<{ myRegistration: { event: { slug: string }; token: null } }>(
    'query ($token: String!) { myRegistration(token: $token) { token event { slug } } }',
    { token },
  );
  expect(own.data.myRegistration).toEqual({ event: { slug: walk.slug }, token: null });
});

describe('calendars', () => {
  async function feedOf(email: string): Promise<string> {
    const signup = await aSignup(app.db, { email, shift: { event: { startsAt } } });
    const answer = await app.graphql<{ createCalendarFeed: { url: string } }>(
      'mutation ($input: SignupTokenInput!) { createCalendarFeed(input: $input) { url } }',
      { input: { token: app.nest.get(SignedIds).sign('signup', signup.id) } },
    );
    return (await fetch(app.url + new URL(answer.data.createCalendarFeed.url).pathname)).text();
  }

  test("have the events that a volunteer registered for, but none that only others entered in the volunteer's name", async () => {
    const email = `${randomUUID()}@example.org`;
    const confirmed = await aRegistration(app.db, (await aWalk()).id, { email, now });
    const canceled = await aRegistration(app.db, (await aWalk()).id, { email, status: 'cancelled', now });
    const others = [
      await aRegistration(app.db, (await aWalk()).id, { email, verified: false, now }),
      await aRegistration(app.db, (await aWalk()).id, { email, status: 'waitlisted', now }),
      await aRegistration(app.db, (await aWalk()).id, { now }),
    ];
    const file = await feedOf(email);
    const entryOf = (id: string) => file.split('BEGIN:VEVENT').find((entry) => entry.includes(id));
    expect(entryOf(confirmed.id)).toContain('STATUS:CONFIRMED');
    expect(entryOf(canceled.id)).toContain('STATUS:CANCELLED');
    for (const { id } of others) expect(entryOf(id)).toBeUndefined();
  });
});

describe('the desk', () => {
  test('counts no one of a canceled party, and lets a party shrink after some have arrived', async () => {
    const walk = await aWalk();
    const { id } = await aRegistration(app.db, walk.id, { party: 4, now });
    expect(await desk('checkInRegistration', { id, arrived: 3 })).toMatchObject({ arrived: 3 });
    expect(await byRegistrationLink(app, 'changeRegistration', id, { name: 'Ana', party: 2 })).toBe('CONFIRMED');
    expect(await rowOf(id)).toMatchObject({ party: 2, arrived: 2 });
    expect(await desk('changePartySize', { id, party: 1 })).toMatchObject({ party: 1, arrived: 1 });
    await desk('removeRegistration', { id });
    const figures = await app.graphql<{ manageRegistrations: object }>(
      'query ($id: ID!) { manageRegistrations(eventId: $id) { registered arrived } }',
      { id: walk.id },
      rosa,
    );
    expect(figures.data.manageRegistrations).toEqual({ registered: 0, arrived: 0 });
  });

  test('checks in no one on the waitlist, and no one after a cancellation', async () => {
    const walk = await aWalk();
    const waiting = await aRegistration(app.db, walk.id, { status: 'waitlisted', now });
    const canceled = await aRegistration(app.db, walk.id, { status: 'cancelled', now });
    expect(await desk('checkInRegistration', { id: waiting.id, arrived: 1 })).toBe('REGISTRATION_WAITLISTED');
    expect(await desk('checkInRegistration', { id: canceled.id, arrived: 1 })).toBe('REGISTRATION_ENDED');
    expect(await desk('changePartySize', { id: canceled.id, party: 2 })).toBe('REGISTRATION_ENDED');
  });

  test('adds people while the event is on, but not once it is over', async () => {
    const walk = await aWalk();
    const add = async () =>
      refusal(
        await app.graphql(
          'mutation ($input: AddRegistrationInput!) { addRegistration(input: $input) { id } }',
          { input: { eventId: walk.id, name: 'Ana', party: 1 } },
          rosa,
        ),
      );
    app.clock.set(walk.startsAt);
    expect(await add()).toBeNull();
    app.clock.set(walk.endsAt);
    expect(await add()).toBe('REGISTRATION_CLOSED');
  });

  test('keeps the spots of a party that has arrived without confirming', async () => {
    const walk = await aWalk();
    const { id } = await aRegistration(app.db, walk.id, { verified: false, now });
    await desk('checkInRegistration', { id, arrived: 1 });
    app.clock.set(new Date(now.valueOf() + hours(25)));
    await app.runJob('expire-registrations');
    expect(await rowOf(id)).toMatchObject({ status: 'confirmed', arrived: 1 });
  });

  test.each([
    ['checkInRegistration', { arrived: 1 }],
    ['changePartySize', { party: 2 }],
    ['removeRegistration', { reason: 'No.' }],
  ])('of another chapter finds nothing for %s', async (mutation, input) => {
    const { id } = await aRegistration(app.db, (await aWalk()).id, { now });
    expect(await desk(mutation, { id, ...input }, stranger)).toBe('NOT_FOUND');
    expect(await rowOf(id)).toMatchObject({ status: 'confirmed', party: 1, arrived: 0 });
  });

  test('refuses impossible parties and reasons', async () => {
    const { id } = await aRegistration(app.db, (await aWalk({ capacity: 4 })).id, { now });
    for (const party of [0, 11]) expect(await desk('changePartySize', { id, party })).toBe('BAD_INPUT');
    expect(await desk('changePartySize', { id, party: 5 })).toBe('PARTY_TOO_LARGE');
    for (const arrived of [-1, 2]) expect(await desk('checkInRegistration', { id, arrived })).toBe('BAD_INPUT');
    for (const reason of ['x'.repeat(501), 'a\u0001'])
      expect(await desk('removeRegistration', { id, reason })).toBe('BAD_INPUT');
  });
});

test('reminds again when the event moves to another day after the reminder, but not for another hour', async () => {
  const walk = await aWalk();
  const { email } = await aRegistration(app.db, walk.id, { now });
  const remind = async (at: string) => {
    app.clock.set(new Date(at));
    await app.runJob('remind-participants');
    return (await renderPendingEmails(app, { recipient: email! })).filter(
      ({ template }) => template === 'registration-reminder',
    ).length;
  };
  const move = (interval: string) =>
    app.db.query(
      `UPDATE events.event SET starts_at = starts_at + $2::interval, ends_at = ends_at + $2::interval,
         starts_at_local = starts_at_local + $2::interval, ends_at_local = ends_at_local + $2::interval, updated_at = $3,
         version = version + 1 WHERE id = $1`,
      [walk.id, interval, app.clock.now()],
    );
  expect(await remind('2027-05-01T18:00:00Z')).toBe(1);
  await move('1 hour');
  expect(await remind('2027-05-01T19:00:00Z')).toBe(1);
  await move('7 days');
  expect(await remind('2027-05-01T20:00:00Z')).toBe(1);
  expect(await remind('2027-05-08T18:00:00Z')).toBe(2);
});

test('reminds no one on the waitlist', async () => {
  const walk = await aWalk();
  const { email } = await aRegistration(app.db, walk.id, { status: 'waitlisted', now });
  app.clock.set('2027-05-01T18:00:00Z');
  await app.runJob('remind-participants');
  expect(await app.db.query('SELECT 1 FROM notifications.mail WHERE recipient = $1', [email])).toEqual([]);
});
