import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { byLink, readCounters, signUpExpectingPlace, listSignups, mailsOf } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };
let stranger: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
afterAll(() => app.close());

interface Entry {
  id: string;
  name: string;
  status: string;
  position: number | null;
  addressConfirmed: boolean;
  overlapReason: string | null;
  shiftId: string;
}
const fields = 'id name status position addressConfirmed overlapReason shiftId';

/** Creates an event of the organizer's chapter with shifts of these capacities, all at the same time. */
async function shiftsOf(...capacities: number[]) {
  const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Soup kitchen' });
  const shifts = [];
  for (const capacity of capacities) shifts.push(await aShift(app.db, { eventId: event.id, capacity }));
  return { event, shifts };
}

const add = (variables: Record<string, unknown>, session: { cookie: string } = organizer) =>
  app.graphql<{ addSignup: Entry }>(
    `mutation ($shiftId: ID!, $name: String!, $email: EmailAddress!, $overlapReason: String, $key: String) {
      addSignup(shiftId: $shiftId, name: $name, email: $email, overlapReason: $overlapReason, idempotencyKey: $key) { ${fields} }
    }`,
    { name: 'Bea', email: `${randomUUID()}@example.org`, ...variables },
    session,
  );
const move = (id: string, toShiftId: string, overlapReason?: string) =>
  app.graphql<{ moveSignup: Entry }>(
    `mutation ($id: ID!, $to: ID!, $why: String) { moveSignup(id: $id, toShiftId: $to, overlapReason: $why) { ${fields} } }`,
    { id, to: toShiftId, why: overlapReason },
    organizer,
  );
const remove = (id: string, session = organizer) =>
  app.graphql<{ removeSignup: Entry }>(
    `mutation ($id: ID!) { removeSignup(id: $id, reason: "The hall is too small.") { ${fields} } }`,
    { id },
    session,
  );
const roster = (eventId: string, variables: Record<string, unknown> = {}, session = organizer) =>
  app.graphql<{
    roster: {
      edges: Array<{ node: Entry }>;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      totalCount: number;
    };
  }>(
    `query ($eventId: ID!, $filter: RosterFilter, $first: Int, $after: String) {
      roster(eventId: $eventId, filter: $filter, first: $first, after: $after) {
        edges { node { ${fields} email phone locale createdAt offerExpiresAt } } pageInfo { hasNextPage endCursor } totalCount totalIsCapped
      }
    }`,
    { eventId, ...variables },
    session,
  );
const namesOf = (answer: Awaited<ReturnType<typeof roster>>) => answer.data.roster.edges.map(({ node }) => node.name);

describe('the roster', () => {
  test('lists everyone in sign-up order, in pages and without repeats', async () => {
    const { event, shifts } = await shiftsOf(2, 5);
    const names = ['Ana', 'Bea', 'Cid', 'Dan', 'Eva'];
    for (const [i, name] of names.entries())
      await signUpExpectingPlace(app, { shiftId: shifts[i % 2]!.id, name, email: `${name}-1@example.org` });
    const verifiedReceipt = await signUpExpectingPlace(app, {
      shiftId: shifts[0]!.id,
      name: 'Ana',
      email: 'Ana-1@example.org',
    });
    await byLink(app, 'confirmSignup', verifiedReceipt.id);
    await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Nobody', email: 'Ana-1@example.org' });

    const first = await roster(event.id, { first: 3 });
    expect(namesOf(first)).toEqual(['Ana', 'Bea', 'Cid']);
    expect(first.data.roster).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const second = await roster(event.id, { first: 3, after: first.data.roster.pageInfo.endCursor });
    expect(namesOf(second)).toEqual(['Dan', 'Eva']);
    expect(second.data.roster.pageInfo.hasNextPage).toBe(false);

    expect(namesOf(await roster(event.id, { filter: { shiftId: shifts[1]!.id } }))).toEqual(['Bea', 'Dan']);
    expect(namesOf(await roster(event.id, { filter: { status: ['WAITLISTED'] } }))).toEqual(['Eva']);
    expect(namesOf(await roster(event.id, { filter: { text: 'cid-1@' } }))).toEqual(['Cid']);
    expect(namesOf(await roster(event.id, { filter: { text: 'ÉVA' } }))).toEqual(['Eva']);
    expect(namesOf(await roster(event.id, { filter: { text: '%' } }))).toEqual([]);
    expect(namesOf(await roster(event.id, { filter: { addressConfirmed: true } }))).toEqual(['Ana']);
    expect(namesOf(await roster(event.id, { filter: { addressConfirmed: false }, first: 2 }))).toEqual(['Bea', 'Cid']);
  });

  test('lists concurrent sign-ups in waitlist order', async () => {
    const { event, shifts } = await shiftsOf(3);
    await Promise.all(Array.from({ length: 40 }, () => signUpExpectingPlace(app, { shiftId: shifts[0]!.id })));
    const positions: Array<number | null> = [];
    let after: string | undefined;
    for (let hasMore = true; hasMore;) {
      const { data } = await roster(event.id, { first: 7, after });
      positions.push(...data.roster.edges.map(({ node }) => node.position));
      ({ hasNextPage: hasMore, endCursor: after } = data.roster.pageInfo);
    }
    expect(positions).toEqual([null, null, null, ...Array.from({ length: 37 }, (_, i) => i + 1)]);
  });

  test('is hidden from organizers of other chapters', async () => {
    const { event, shifts } = await shiftsOf(5);
    const { id } = await signUpExpectingPlace(app, { shiftId: shifts[0]!.id });
    expect(refusal(await roster(event.id, {}, stranger))).toBe('NOT_FOUND');
    expect(refusal(await add({ shiftId: shifts[0]!.id }, stranger))).toBe('NOT_FOUND');
    expect(refusal(await remove(id, stranger))).toBe('NOT_FOUND');
    expect(await readCounters(app, shifts[0]!.id)).toEqual({ taken: 1, waiting: 0, true: true });
  });
});

describe('adding a person', () => {
  test('gives them a place without a time limit and leaves the address unverified', async () => {
    const { shifts } = await shiftsOf(1);
    const { data } = await add({ shiftId: shifts[0]!.id });
    expect(data.addSignup).toMatchObject({ name: 'Bea', status: 'CONFIRMED', addressConfirmed: false });
    const [row] = await app.db.query('SELECT expires_at FROM events.signup WHERE id = $1', [data.addSignup.id]);
    expect(row).toEqual({ expires_at: null });
    expect(await mailsOf(app, data.addSignup.id)).toEqual(['signup-confirm']);
    expect((await add({ shiftId: shifts[0]!.id })).data.addSignup).toMatchObject({ status: 'WAITLISTED', position: 1 });
  });

  test('happens once per key, and keeps an existing unconfirmed sign-up', async () => {
    const { shifts } = await shiftsOf(5);
    const variables = { shiftId: shifts[0]!.id, email: `${randomUUID()}@example.org`, key: randomUUID() };
    const ownReceipt = await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, email: variables.email });
    const { data } = await add(variables);
    expect(data.addSignup.id).toBe(ownReceipt.id);
    expect((await add(variables)).data).toEqual(data);
    expect(refusal(await add({ ...variables, name: 'Else' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await app.db.query('SELECT expires_at FROM events.signup WHERE id = $1', [ownReceipt.id])).toEqual([
      { expires_at: null },
    ]);
    expect(await readCounters(app, shifts[0]!.id)).toEqual({ taken: 1, waiting: 0, true: true });
  });

  test('requires a reason for a second shift at the same time', async () => {
    const { shifts } = await shiftsOf(5, 5);
    const ana = await aSignup(app.db, { shiftId: shifts[0]!.id });
    const variables = { shiftId: shifts[1]!.id, email: ana.email };
    const refusedAnswer = await add(variables);
    expect(refusedAnswer.errors?.[0]?.extensions).toMatchObject({
      code: 'OVERLAPPING_SHIFT',
      details: { shift: { id: shifts[0]!.id, title: 'Soup kitchen' } },
    });
    const { data } = await add({ ...variables, overlapReason: 'Runs both tables.' });
    expect(data.addSignup).toMatchObject({ status: 'CONFIRMED', overlapReason: 'Runs both tables.' });
    // The reason stays valid when the person confirms.
    expect((await byLink(app, 'confirmSignup', data.addSignup.id)).signup?.status).toBe('CONFIRMED');
  });

  test('does not reveal shifts in other chapters', async () => {
    const { shifts } = await shiftsOf(5);
    const foreignSignup = await aSignup(app.db);
    const [other] = await app.db.query<{ starts_at: Date; ends_at: Date }>(
      'SELECT starts_at, ends_at FROM events.shift WHERE id = $1',
      [foreignSignup.shiftId],
    );
    const localShift = await aShift(app.db, {
      eventId: shifts[0]!.eventId,
      startsAt: other!.starts_at,
      endsAt: other!.ends_at,
    });
    const answer = await add({ shiftId: localShift.id, email: foreignSignup.email });
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'OVERLAPPING_SHIFT', details: {} });
  });
});

describe('moving a person', () => {
  test('takes a place there, offers the old one to the waitlist and sends one email', async () => {
    const { shifts } = await shiftsOf(1, 1);
    const ana = await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Ana' });
    const bea = await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Bea' });
    const { data } = await move(ana.id, shifts[1]!.id);
    expect(data.moveSignup).toMatchObject({ id: ana.id, status: 'CONFIRMED', shiftId: shifts[1]!.id });
    expect((await move(ana.id, shifts[1]!.id)).data).toEqual(data);
    expect(await listSignups(app, shifts[0]!.id)).toEqual(['Bea offered']);
    expect(await mailsOf(app, ana.id)).toEqual(['signup-confirm', 'signup-changed']);
    expect(await mailsOf(app, bea.id)).toEqual(['signup-waitlisted', 'signup-offer']);
    for (const { id } of shifts) expect(await readCounters(app, id)).toEqual({ taken: 1, waiting: 0, true: true });
  });

  test('requires a free place in the same event', async () => {
    const { shifts } = await shiftsOf(1, 1);
    const [ana] = [
      await signUpExpectingPlace(app, { shiftId: shifts[0]!.id }),
      await signUpExpectingPlace(app, { shiftId: shifts[1]!.id }),
    ];
    expect(refusal(await move(ana!.id, shifts[1]!.id))).toBe('SHIFT_FULL');
    const other = await shiftsOf(1);
    expect(refusal(await move(ana!.id, other.shifts[0]!.id))).toBe('SHIFT_OF_ANOTHER_EVENT');
    const cancelledReceipt = await signUpExpectingPlace(app, { shiftId: other.shifts[0]!.id });
    await byLink(app, 'cancelSignup', cancelledReceipt.id);
    const otherShift = await aShift(app.db, { eventId: other.event.id });
    expect(refusal(await move(cancelledReceipt.id, otherShift.id))).toBe('SIGNUP_ENDED');
  });

  test('gives a waitlisted person the free place', async () => {
    const { shifts } = await shiftsOf(1, 3);
    await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Ana' });
    const bea = await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Bea' });
    expect((await move(bea.id, shifts[1]!.id)).data.moveSignup).toMatchObject({ status: 'CONFIRMED', position: null });
    expect(await readCounters(app, shifts[0]!.id)).toEqual({ taken: 1, waiting: 0, true: true });
  });

  test('is refused if they are already on that shift', async () => {
    const { shifts } = await shiftsOf(3, 3);
    const email = `${randomUUID()}@example.org`;
    const [one] = [
      await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, email }),
      await signUpExpectingPlace(app, { shiftId: shifts[1]!.id, email }),
    ];
    expect(refusal(await move(one!.id, shifts[1]!.id))).toBe('ALREADY_SIGNED_UP');
  });
});

describe('moving several people', () => {
  const moveAll = (ids: string[], toShiftId: string, session = organizer) =>
    app.graphql<{ moveSignups: Array<{ id: string; problem: string | null }> }>(
      'mutation ($ids: [ID!]!, $to: ID!) { moveSignups(ids: $ids, toShiftId: $to) { id problem } }',
      { ids, to: toShiftId },
      session,
    );

  test('moves those who signed up first, tells who stayed and why, and can be repeated', async () => {
    const { shifts } = await shiftsOf(3, 2);
    const people: Array<{ id: string }> = [];
    for (const name of ['Ana', 'Bea', 'Cid'])
      people.push(await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name }));
    const [ana, bea, cid] = people.map(({ id }) => id) as [string, string, string];
    const results = [
      { id: ana, problem: null },
      { id: bea, problem: null },
      { id: cid, problem: 'SHIFT_FULL' },
    ];
    expect((await moveAll([cid, bea, ana], shifts[1]!.id)).data.moveSignups).toEqual(results);
    expect((await moveAll([cid, bea, ana], shifts[1]!.id)).data.moveSignups).toEqual(results);
    expect(await listSignups(app, shifts[1]!.id)).toEqual(['Ana confirmed', 'Bea confirmed']);
    expect(await mailsOf(app, ana)).toEqual(['signup-confirm', 'signup-changed']);
  });

  test('moves no one if one of them is on a shift of another chapter', async () => {
    const { shifts } = await shiftsOf(3, 3);
    const ana = await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Ana' });
    const foreign = await aSignup(app.db);
    expect(refusal(await moveAll([ana.id, foreign.id], shifts[1]!.id))).toBe('NOT_FOUND');
    expect(refusal(await moveAll(Array<string>(201).fill(ana.id), shifts[1]!.id))).toBe('BAD_INPUT');
    expect(await listSignups(app, shifts[0]!.id)).toEqual(['Ana confirmed']);
  });
});

describe('removing a person', () => {
  test('emails the reason and offers the place to the waitlist, once', async () => {
    const { shifts } = await shiftsOf(1);
    const ana = await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Ana' });
    await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Bea' });
    const removed = await remove(ana.id);
    expect(removed.data.removeSignup).toMatchObject({ status: 'CANCELLED' });
    expect((await remove(ana.id)).data).toEqual(removed.data);
    expect(await listSignups(app, shifts[0]!.id)).toEqual(['Ana cancelled', 'Bea offered']);
    const [mail] = await app.db.query(`SELECT data FROM notifications.mail WHERE key = 'signup-cancelled/' || $1`, [
      ana.id,
    ]);
    expect(mail).toEqual({ data: { by: 'organizer', reason: 'The hall is too small.' } });
  });
});
