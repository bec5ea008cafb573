import { SignedIds } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredentialType, requireForShift } from '@upstander/tests/support/credentials.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';
import { randomUUID } from 'node:crypto';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string };
let stranger: { cookie: string };
const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date('2026-12-05T20:00:00Z');

beforeAll(async () => {
  app = await startApp();
  app.clock.set(startsAt);
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(() => app.clock.set(startsAt));
afterAll(() => app.close());

async function aDay() {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt, endsAt, title: 'Kit packing' });
  const [shift, other] = [
    await aShift(app.db, { eventId: event.id, startsAt, endsAt, role: 'Packing' }),
    await aShift(app.db, { eventId: event.id, startsAt, endsAt, role: 'Driving' }),
  ];
  const lead = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', now: startsAt });
  const bea = await aSignup(app.db, { shiftId: shift.id, name: 'Bea', now: startsAt });
  const cal = await aSignup(app.db, { shiftId: other.id, name: 'Cal', now: startsAt });
  return { event, shift, other, lead, bea, cal };
}

interface Person {
  signupId: string;
  name: string;
  status: string;
  undoableMarkId: string | null;
  needsTeam: boolean;
}
const change = (operation: 'appointShiftLead' | 'dismissShiftLead', signupId: string, session = organizer) =>
  app.graphql<Record<string, { leadsShift: boolean }>>(
    `mutation ($id: ID!) { ${operation}(signupId: $id) { leadsShift } }`,
    { id: signupId },
    session,
  );
async function appoint(signupId: string): Promise<string> {
  expect((await change('appointShiftLead', signupId)).data['appointShiftLead']).toEqual({ leadsShift: true });
  const [row] = await app.db.query<{ id: string }>(
    'SELECT id FROM events.shift_lead WHERE signup_id = $1 AND ended_at IS NULL',
    [signupId],
  );
  return app.nest.get(SignedIds).sign('shift-lead', row!.id);
}
const desk = (token: string) =>
  app.graphql<{ leadDesk: { people: Person[] } }>(
    'query ($token: String!) { leadDesk(token: $token) { people { signupId name status undoableMarkId needsTeam } } }',
    { token },
  );
const people = async (token: string) => (await desk(token)).data.leadDesk.people;
const mark = (token: string, input: Record<string, unknown>) =>
  app.graphql<{ leadCheckIn: { people: Person[] } }>(
    'mutation ($token: String!, $input: LeadMarkInput!) { leadCheckIn(token: $token, input: $input) { people { signupId status } } }',
    { token, input: { id: randomUUID(), ...input } },
  );

it('lists the names of the lead’s shift only, and checks people in under the lead’s name', async () => {
  const { event, lead, bea, cal } = await aDay();
  const token = await appoint(lead.id);
  expect((await people(token)).map(({ name }) => name)).toEqual(['Ana Reyes', 'Bea']);
  await mark(token, { signupId: bea.id, kind: 'CHECK_IN' });
  expect((await people(token))[1]).toMatchObject({ name: 'Bea', status: 'CHECKED_IN' });
  expect(refusal(await mark(token, { signupId: cal.id, kind: 'CHECK_IN' }))).toBe('NOT_FOUND');
  const { data } = await app.graphql<{ roster: { edges: Array<{ node: Record<string, unknown> }> } }>(
    'query ($id: ID!) { roster(eventId: $id, order: NAME) { edges { node { name status leadsShift checkedInByLead } } } }',
    { id: event.id },
    organizer,
  );
  expect(data.roster.edges.map(({ node }) => node)).toEqual([
    { name: 'Ana Reyes', status: 'CONFIRMED', leadsShift: true, checkedInByLead: null },
    { name: 'Bea', status: 'CHECKED_IN', leadsShift: false, checkedInByLead: 'Ana Reyes' },
    { name: 'Cal', status: 'CONFIRMED', leadsShift: false, checkedInByLead: null },
  ]);
});

it('counts a mark once when it is sent again, and undoes only the lead’s own marks', async () => {
  const { lead, bea } = await aDay();
  const token = await appoint(lead.id);
  const id = randomUUID();
  await mark(token, { id, signupId: bea.id, kind: 'CHECK_IN' });
  expect((await mark(token, { id, signupId: bea.id, kind: 'CHECK_IN' })).errors).toBeUndefined();
  expect((await people(token))[1]).toMatchObject({ undoableMarkId: id });
  await mark(token, { signupId: bea.id, undoneMarkId: id });
  expect((await people(token))[1]).toMatchObject({ status: 'CONFIRMED', undoableMarkId: null });
  const [undone] = await app.db.query<{ made: boolean; undone: boolean }>(
    'SELECT made_by_lead IS NOT NULL AS made, undone_by_lead IS NOT NULL AS undone FROM events.attendance_mark WHERE id = $1',
    [id],
  );
  expect(undone).toEqual({ made: true, undone: true });

  await app.graphql('mutation ($id: ID!) { checkIn(signupId: $id) { id } }', { id: bea.id }, organizer);
  const [organizers] = await app.db.query<{ id: string }>(
    'SELECT id FROM events.attendance_mark WHERE signup_id = $1 AND undone_at IS NULL',
    [bea.id],
  );
  expect((await people(token))[1]).toMatchObject({ status: 'CHECKED_IN', undoableMarkId: null });
  expect(refusal(await mark(token, { signupId: bea.id, undoneMarkId: organizers!.id }))).toBe('NOT_FOUND');
});

it('lists no one more than a day ahead, opens check-in with the shift, and ends half an hour after it', async () => {
  const { lead, bea } = await aDay();
  app.clock.set(new Date(startsAt.valueOf() - hours(25)));
  const token = await appoint(lead.id);
  expect(await people(token)).toEqual([]);
  app.clock.set(new Date(startsAt.valueOf() - hours(23)));
  expect(await people(token)).toHaveLength(2);
  expect(refusal(await mark(token, { signupId: bea.id, kind: 'CHECK_IN' }))).toBe('TOO_EARLY');
  app.clock.set(new Date(endsAt.valueOf() + minutes(30)));
  expect(await people(token)).toHaveLength(2);
  app.clock.set(new Date(endsAt.valueOf() + minutes(31)));
  expect(refusal(await desk(token))).toBe('LEAD_ACCESS_ENDED');
  expect(refusal(await mark(token, { signupId: bea.id, kind: 'CHECK_OUT' }))).toBe('LEAD_ACCESS_ENDED');
});

it('stops the link when the lead is removed, cancels or moves to another shift', async () => {
  for (const end of [
    (id: string) => change('dismissShiftLead', id),
    (id: string) => app.db.query(`UPDATE events.signup SET status = 'cancelled' WHERE id = $1`, [id]),
    async (id: string, other: string) => {
      app.clock.set(new Date(startsAt.valueOf() - hours(2)));
      await app.graphql(
        'mutation ($id: ID!, $to: ID!) { moveSignup(id: $id, toShiftId: $to) { id } }',
        { id, to: other },
        organizer,
      );
    },
  ]) {
    app.clock.set(startsAt);
    const { lead, bea, other } = await aDay();
    const token = await appoint(lead.id);
    expect(await people(token)).toHaveLength(2);
    await end(lead.id, other.id);
    expect(refusal(await desk(token))).toBe('NOT_FOUND');
    expect(refusal(await mark(token, { signupId: bea.id, kind: 'CHECK_IN' }))).toBe('NOT_FOUND');
  }
  expect(refusal(await desk('x'.repeat(46)))).toBe('NOT_FOUND');
});

it('appoints only adults with a confirmed spot and address, in the organizer’s chapters, with one email each', async () => {
  const { event, shift, lead } = await aDay();
  const [unconfirmed, waiting, minor] = [
    await aSignup(app.db, { shiftId: shift.id, proven: false, now: startsAt }),
    await aSignup(app.db, { shiftId: shift.id, status: 'waitlisted', now: startsAt }),
    await aSignup(app.db, { shiftId: shift.id, now: startsAt }),
  ];
  await app.db.query('UPDATE events.signup SET said_minor = true WHERE id = $1', [minor.id]);
  expect(refusal(await change('appointShiftLead', unconfirmed.id))).toBe('LEAD_NEEDS_SPOT');
  expect(refusal(await change('appointShiftLead', waiting.id))).toBe('LEAD_NEEDS_SPOT');
  expect(refusal(await change('appointShiftLead', minor.id))).toBe('LEAD_NEEDS_ADULT');
  expect(refusal(await change('appointShiftLead', lead.id, stranger))).toBe('NOT_FOUND');
  await Promise.all([change('appointShiftLead', lead.id), change('appointShiftLead', lead.id)]);
  const mails = await app.db.query(`SELECT FROM notifications.mail WHERE template = 'shift-lead' AND recipient = $1`, [
    lead.email,
  ]);
  expect(mails).toHaveLength(1);
  await app.db.query('UPDATE events.event SET with_minors = true WHERE id = $1', [event.id]);
  const unknown = await aSignup(app.db, { shiftId: shift.id, now: startsAt });
  expect(refusal(await change('appointShiftLead', unknown.id))).toBe('LEAD_NEEDS_ADULT');
});

it('sends people who have to sign a waiver to the organizers', async () => {
  const { shift, lead, bea } = await aDay();
  const token = await appoint(lead.id);
  const waiver = await aCredentialType(app.db, { kind: 'waiver' });
  await requireForShift(app.db, shift.id, waiver.id);
  expect((await people(token))[1]).toMatchObject({ name: 'Bea', needsTeam: true });
  expect(refusal(await mark(token, { signupId: bea.id, kind: 'CHECK_IN' }))).toBe('ASK_THE_TEAM');
});

test('leads who are signed in reach their list without the emailed link, until it closes', async () => {
  const { lead, bea } = await aDay();
  const token = await appoint(lead.id);
  const ledShifts = async (session: { cookie: string }) =>
    (
      await app.graphql<{ myLedShifts: Array<{ signupId: string; token: string }> }>(
        '{ myLedShifts { signupId token } }',
        {},
        session,
      )
    ).data.myLedShifts;
  const ana = await app.signedIn({ email: lead.email });
  expect(await ledShifts(ana)).toEqual([{ signupId: lead.id, token }]);
  expect(await ledShifts(await app.signedIn({ email: bea.email }))).toEqual([]);
  app.clock.set(new Date(endsAt.valueOf() + minutes(31)));
  expect(await ledShifts(await app.signedIn({ email: lead.email }))).toEqual([]);
  app.clock.set(startsAt);
  await change('dismissShiftLead', lead.id);
  expect(await ledShifts(ana)).toEqual([]);
});
