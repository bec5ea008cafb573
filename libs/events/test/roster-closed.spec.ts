import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift } from '@upstander/tests/support/factories.js';
import { byLink, signUpExpectingPlace, listSignups, mailsOf } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
});
afterAll(() => app.close());

/** Creates an event of the organizer's chapter with shifts of these capacities, all at the same time. */
async function shiftsOf(...capacities: number[]) {
  const event = await anEvent(app.db, { chapterId: chapter.id });
  const shifts = [];
  for (const capacity of capacities) shifts.push(await aShift(app.db, { eventId: event.id, capacity }));
  return { event, shifts };
}

const add = (variables: Record<string, unknown>) =>
  app.graphql<{ addSignup: { status: string; position: number | null } }>(
    `mutation ($shiftId: ID!, $email: EmailAddress!) {
      addSignup(shiftId: $shiftId, name: "Bea", email: $email) { status position }
    }`,
    { email: `${randomUUID()}@example.org`, ...variables },
    organizer,
  );
const move = (id: string, toShiftId: string) =>
  app.graphql(
    'mutation ($id: ID!, $to: ID!) { moveSignup(id: $id, toShiftId: $to) { id } }',
    { id, to: toShiftId },
    organizer,
  );
const remove = (id: string) => app.graphql('mutation ($id: ID!) { removeSignup(id: $id) { id } }', { id }, organizer);

describe('a person who was removed and is added again', () => {
  test('gets their old waitlist position back', async () => {
    const { shifts } = await shiftsOf(1);
    const shiftId = shifts[0]!.id;
    const email = `${randomUUID()}@example.org`;
    await signUpExpectingPlace(app, { shiftId, name: 'Ana' });
    const bea = await signUpExpectingPlace(app, { shiftId, name: 'Bea', email });
    await signUpExpectingPlace(app, { shiftId, name: 'Cid' });
    await remove(bea.id);
    expect((await add({ shiftId, email })).data.addSignup).toMatchObject({ status: 'WAITLISTED', position: 1 });
  });

  test('goes first if their place was given away, even if this happens to two', async () => {
    const { shifts } = await shiftsOf(2);
    const shiftId = shifts[0]!.id;
    const emails = ['ana', 'bea'].map((name) => `${name}-${randomUUID()}@example.org`);
    const heldIds = [];
    for (const email of emails) heldIds.push(await signUpExpectingPlace(app, { shiftId, email }));
    for (const name of ['Cid', 'Dan', 'Eva']) await signUpExpectingPlace(app, { shiftId, name });
    for (const { id } of heldIds) await remove(id);
    for (const email of emails) expect((await add({ shiftId, email })).data.addSignup.position).toBe(1);
    expect(await listSignups(app, shiftId)).toEqual(
      expect.arrayContaining(['Cid offered', 'Dan offered', 'Eva waitlisted']),
    );
    // Waitlist numbers are unique: with a shared one, neither person would be offered the next place.
    const [numbers] = await app.db.query<{ n: number; different: number }>(
      `SELECT count(*)::int AS n, count(DISTINCT line_number)::int AS different FROM events.signup
       WHERE shift_id = $1 AND status = 'waitlisted'`,
      [shiftId],
    );
    expect(numbers).toEqual({ n: 3, different: 3 });
  });

  test('gains nothing if they had canceled themselves', async () => {
    const { shifts } = await shiftsOf(1);
    const shiftId = shifts[0]!.id;
    const email = `${randomUUID()}@example.org`;
    await signUpExpectingPlace(app, { shiftId, name: 'Ana' });
    const bea = await signUpExpectingPlace(app, { shiftId, name: 'Bea', email });
    await signUpExpectingPlace(app, { shiftId, name: 'Cid' });
    await byLink(app, 'cancelSignup', bea.id);
    expect((await add({ shiftId, email })).data.addSignup.position).toBe(2);
  });
});

describe('an event that is over', () => {
  const cancelEnded = async (sql: string) => {
    const { event, shifts } = await shiftsOf(5, 5);
    const ana = await signUpExpectingPlace(app, { shiftId: shifts[0]!.id, name: 'Ana' });
    await app.db.query(`UPDATE events.event SET ${sql} WHERE id = $1`, [event.id]);
    return { ana, shifts };
  };
  const pastTimes = `starts_at = now() - interval '5 hours', ends_at = now() - interval '1 hour'`;
  const endShift = `UPDATE events.shift SET starts_at = now() - interval '5 hours', ends_at = now() - interval '1 hour'
    WHERE event_id = $1`;

  test.each([
    ['completed', `status = 'completed', ${pastTimes}`],
    ['ended, before the job marks it as completed', pastTimes],
    ['canceled', `status = 'cancelled'`],
  ])('keeps its roster: %s', async (_, sql) => {
    const { ana, shifts } = await cancelEnded(sql);
    if (sql.includes(pastTimes)) await app.db.query(endShift, [shifts[0]!.eventId]);
    expect(refusal(await remove(ana.id))).toBe('ROSTER_CLOSED');
    expect(refusal(await move(ana.id, shifts[1]!.id))).toBe('ROSTER_CLOSED');
    expect(refusal(await add({ shiftId: shifts[1]!.id }))).toBe('SIGN_UP_CLOSED');
    expect(await listSignups(app, shifts[0]!.id)).toEqual(['Ana confirmed']);
    expect(await mailsOf(app, ana.id)).toEqual(['signup-confirm']);
  });
});
