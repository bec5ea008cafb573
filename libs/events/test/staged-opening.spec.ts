import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { rowOfShift, withLockHeld } from '@upstander/tests/support/lock-races.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { linkOf, signUp, type Receipt } from '@upstander/tests/support/sign-ups.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

const opensAt = new Date('2027-03-05T17:00:00Z');
const opensToMembersAt = new Date(opensAt.valueOf() - days(7));
const momentBefore = (at: Date) => new Date(at.valueOf() - 1);

let app: TestApp;
let otherApp: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
  otherApp = await startApp({ database: app.database, config: { SIGN_UPS_PER_MINUTE: '1000' } });
});
afterAll(async () => {
  await otherApp.close();
  await app.close();
});

let day = 20;
async function stageEvent(
  members: Date | null = opensToMembersAt,
): Promise<{ id: string; chapterId: string; slug: string }> {
  const event = await anEvent(app.db, { startsAt: new Date(opensAt.valueOf() + days((day += 1))) });
  await app.db.query(
    `UPDATE events.event SET opens_at = $2, opens_at_local = $2 AT TIME ZONE time_zone,
       opens_to_members_at = $3, opens_to_members_at_local = $3::timestamptz AT TIME ZONE time_zone WHERE id = $1`,
    [event.id, opensAt, members],
  );
  return {
    ...(await aShift(app.db, { eventId: event.id, capacity: 200 })),
    chapterId: event.chapterId,
    slug: event.slug,
  };
}

/** Creates a volunteer with this standing in the chapter and returns their personal link. */
async function volunteerWith(chapterId: string, standing: string): Promise<string> {
  const { id, volunteerId } = await aSignup(app.db, {
    shift: { event: { chapterId, startsAt: new Date(Date.now() - days(30)) } },
  });
  await app.db.query('UPDATE volunteers.membership SET standing = $2 WHERE volunteer_id = $1', [volunteerId, standing]);
  return linkOf(app, id);
}

const signUpStranger = async (shiftId: string) => {
  const answer = await signUp(app, { shiftId });
  return refusal(answer) ?? answer.data.signUp.signup.status;
};
const signUpAgain = async (shiftId: string, token: string) => {
  const answer = await app.graphql<{ signUpAgain: { signup: Receipt } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status position } } }',
    { input: { shiftId, token } },
  );
  return refusal(answer) ?? answer.data.signUpAgain.signup.status;
};

describe('an event that opens in stages', () => {
  test('accepts leads immediately, members from their date, and the public from theirs', async () => {
    const { id, chapterId } = await stageEvent();
    const people = { lead: await volunteerWith(chapterId, 'lead'), member: await volunteerWith(chapterId, 'member') };
    const volunteer = await volunteerWith(chapterId, 'volunteer');
    app.clock.set(momentBefore(opensToMembersAt));
    expect(await signUpAgain(id, people.member)).toBe('NOT_OPEN_YET');
    expect(await signUpAgain(id, people.lead)).toBe('CONFIRMED');
    app.clock.set(opensToMembersAt);
    expect(await signUpAgain(id, people.member)).toBe('CONFIRMED');
    app.clock.set(momentBefore(opensAt));
    expect([await signUpStranger(id), await signUpAgain(id, volunteer)]).toEqual(['NOT_OPEN_YET', 'NOT_OPEN_YET']);
    app.clock.set(opensAt);
    expect([await signUpStranger(id), await signUpAgain(id, volunteer)]).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  test('treats leads of other chapters, and members without a date, like the public', async () => {
    const [ownEvent, otherEvent] = [await stageEvent(null), await stageEvent()];
    app.clock.set(momentBefore(opensAt));
    expect(await signUpAgain(ownEvent.id, await volunteerWith(otherEvent.chapterId, 'lead'))).toBe('NOT_OPEN_YET');
    expect(await signUpAgain(ownEvent.id, await volunteerWith(ownEvent.chapterId, 'member'))).toBe('NOT_OPEN_YET');
  });

  test("does not treat a visitor who enters a lead's address as a lead", async () => {
    const { id, chapterId } = await stageEvent();
    const { volunteerId, email } = await aSignup(app.db, { shift: { event: { chapterId } } });
    await app.db.query(`UPDATE volunteers.membership SET standing = 'lead' WHERE volunteer_id = $1`, [volunteerId]);
    app.clock.set(momentBefore(opensAt));
    expect(refusal(await signUp(app, { shiftId: id, email }))).toBe('NOT_OPEN_YET');
  });

  test('states when it opens, in the refusal and in the list', async () => {
    const { id, slug } = await stageEvent();
    app.clock.set(momentBefore(opensAt));
    const details = (await signUp(app, { shiftId: id })).errors![0]!.extensions.details;
    expect(details).toEqual({
      opensAt: opensAt.toISOString(),
      opensToMembersAt: opensToMembersAt.toISOString(),
      timeZone: 'America/Los_Angeles',
    });
    const { data } = await app.graphql<{ event: unknown }>(
      'query ($slug: String!) { event(slug: $slug) { opensAt opensAtLocal opensToMembersAtLocal } }',
      { slug },
    );
    expect(data.event).toEqual({
      opensAt: opensAt.toISOString(),
      opensAtLocal: '2027-03-05T09:00',
      opensToMembersAtLocal: '2027-02-26T09:00',
    });
  });
});

describe('at the second it opens', () => {
  /**
   * Runs two servers, one a millisecond before the opening and one on it, with forty requests each blocked on the same
   * row.
   */
  async function raceAtOpening() {
    const { id } = await stageEvent();
    app.clock.set(momentBefore(opensAt));
    otherApp.clock.set(opensAt);
    const signUpAt = (server: TestApp) =>
      Promise.all(
        Array.from({ length: 40 }, async () => {
          const answer = await signUp(server, { shiftId: id, email: `${randomUUID()}@example.org` });
          return refusal(answer) ?? answer.data.signUp.signup.status;
        }),
      );
    return withLockHeld(app.config.DATABASE_URL, rowOfShift(id), 2, () =>
      Promise.all([signUpAt(app), signUpAt(otherApp)]),
    );
  }

  test('refuses everyone a millisecond early and accepts everyone on time', async () => {
    const [earlyOutcomes, onTime] = await raceAtOpening();
    expect(new Set(earlyOutcomes)).toEqual(new Set(['NOT_OPEN_YET']));
    expect(new Set(onTime)).toEqual(new Set(['CONFIRMED']));
  });

  test('control: accepts early requests without the rule', async () => {
    const [{ definition }] = (await app.db.query<{ definition: string }>(
      `SELECT pg_get_functiondef('events.opened_to'::regproc) AS definition`,
    )) as [{ definition: string }];
    await runAsOwner(app, definition.replace('at >= opens_at', 'true'));
    const [earlyOutcomes] = await raceAtOpening();
    expect(new Set(earlyOutcomes)).toEqual(new Set(['CONFIRMED']));
    await runAsOwner(app, definition);
  });
});

describe('an organizer staging an event', () => {
  const write = async (parts: Record<string, unknown>) => {
    app.clock.set('2027-01-10T18:00:00Z');
    const event = await anEvent(app.db, { startsAt: new Date('2027-04-01T17:00:00Z'), status: 'draft' });
    const { cookie } = await app.signedIn({ role: 'organizer', chapterId: event.chapterId });
    const shift = { role: 'Packing', startsAtLocal: '2027-04-01T10:00', endsAtLocal: '2027-04-01T12:00', capacity: 4 };
    const input = {
      chapterId: event.chapterId,
      title: 'Care kits',
      place: 'Hall',
      timeZone: 'America/Los_Angeles',
      startsAtLocal: '2027-04-01T10:00',
      endsAtLocal: '2027-04-01T12:00',
      shifts: [shift],
      ...parts,
    };
    const { data, errors } = await app.graphql<{ updateEvent: { id: string; opensAt: string | null } }>(
      'mutation ($id: ID!, $input: EventInput!) { updateEvent(id: $id, input: $input) { id opensAt } }',
      { id: event.id, input },
      { cookie },
    );
    return { faults: errors?.[0]?.extensions.details?.['fields'], event: data?.updateEvent, cookie };
  };

  test("sets the opening in the event's time zone, across a daylight saving change", async () => {
    const before = await write({ opensAtLocal: '2027-03-13T09:00' });
    const after = await write({ opensAtLocal: '2027-03-15T09:00' });
    expect([before.event?.opensAt, after.event?.opensAt]).toEqual([
      '2027-03-13T17:00:00.000Z',
      '2027-03-15T16:00:00.000Z',
    ]);
  });

  test('gets invalid opening times back by field', async () => {
    const findFaults = async (opensAtLocal: string | null, opensToMembersAtLocal: string | null) =>
      (await write({ opensAtLocal, opensToMembersAtLocal })).faults;
    expect(await findFaults(null, '2027-03-01T09:00')).toEqual({ opensAtLocal: 'missing' });
    expect(await findFaults('2027-03-01T09:00', '2027-03-01T09:00')).toEqual({
      opensToMembersAtLocal: 'opens-too-late',
    });
    expect(await findFaults('2027-04-01T10:00', null)).toEqual({ opensAtLocal: 'opens-too-late' });
    expect(await findFaults('2027-03-14T02:30', null)).toEqual({ opensAtLocal: 'not-on-the-clock' });
  });

  test('gets a copy that opens the same time before its start', async () => {
    const { event, cookie } = await write({
      opensAtLocal: '2027-03-10T09:00',
      opensToMembersAtLocal: '2027-03-08T09:00',
    });
    const { data } = await app.graphql<{ copyEvent: unknown }>(
      `mutation ($id: ID!) {
        copyEvent(id: $id, startsAtLocal: "2027-04-08T10:00") { opensAt opensAtLocal opensToMembersAtLocal }
      }`,
      { id: event!.id },
      { cookie },
    );
    expect(data.copyEvent).toEqual({
      opensAt: '2027-03-17T16:00:00.000Z',
      opensAtLocal: '2027-03-17T09:00',
      opensToMembersAtLocal: '2027-03-15T09:00',
    });
  });
});
