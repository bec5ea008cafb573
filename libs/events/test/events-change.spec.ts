import { refusal, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aSignup } from '@upstander/tests/support/factories.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { aShiftInput, eventOperations, Organizer, sameShift } from '@upstander/tests/support/organizer.js';

const now = new Date('2026-10-20T18:00:00Z');
const { cancel, create, publish, update } = eventOperations;
let rosa: Organizer;
let app: TestApp;

beforeAll(async () => {
  rosa = await Organizer.at(now);
  app = rosa.app;
});
afterAll(() => app.close());

const mails = (template: string, signupId: string) =>
  app.db.query<{ data: { before?: Record<string, unknown> } }>(
    'SELECT data FROM notifications.mail WHERE template = $1 AND subject_id = $2',
    [template, signupId],
  );

describe('updating an event', () => {
  test('keeps omitted fields and clears null ones', async () => {
    const event = await rosa.does(create, {
      input: rosa.input({ contactName: 'Rosa', summary: 'Kits', bring: 'Gloves' }),
    });
    const { shifts: _, ...fields } = rosa.input();
    const changed = await rosa.does(update, { id: event.id, input: { ...fields, summary: null, place: '  ' } });
    expect(changed).toMatchObject({ contactName: 'Rosa', place: null, shifts: [{ id: event.shifts[0]!.id }] });
    const [row] = await app.db.query('SELECT summary, bring FROM events.event WHERE id = $1', [event.id]);
    expect(row).toEqual({ summary: '', bring: 'Gloves' });
  });

  test('adds, removes and changes shifts in the submitted order', async () => {
    const event = await rosa.published({
      shifts: [aShiftInput, { ...aShiftInput, role: 'Driving' }, { ...aShiftInput, role: 'Welcome' }],
    });
    const [packing, , welcome] = event.shifts;
    const changed = await rosa.does(update, {
      id: event.id,
      input: rosa.input({
        shifts: [
          { ...aShiftInput, id: welcome!.id, role: 'Welcome desk', note: 'Bring a pen' },
          { ...aShiftInput, role: 'Cleaning', capacity: 2 },
          { ...aShiftInput, id: packing!.id },
        ],
      }),
    });
    expect(changed.shifts.map(({ id, role }) => [id, role])).toEqual([
      [welcome!.id, 'Welcome desk'],
      [expect.any(String), 'Cleaning'],
      [packing!.id, 'Packing'],
    ]);
    expect(changed.shifts[0]).toMatchObject({ note: 'Bring a pen' });
  });

  test('refuses to remove a shift with confirmed or waitlisted sign-ups', async () => {
    for (const status of ['confirmed', 'waitlisted'] as const) {
      const event = await rosa.published();
      await aSignup(app.db, { shiftId: event.shifts[0]!.id, status });
      const answer = await rosa.asks(update, { id: event.id, input: rosa.input() });
      expect(refusal(answer)).toBe('SHIFT_HAS_SIGNUPS');
      expect(answer.errors?.[0]?.extensions.details).toMatchObject({ shiftId: event.shifts[0]!.id });
    }
  });

  test('refuses a capacity below the places taken', async () => {
    const event = await rosa.published();
    const shiftId = event.shifts[0]!.id;
    for (let i = 0; i < 3; i += 1) await aSignup(app.db, { shiftId });
    const answer = await rosa.asks(update, {
      id: event.id,
      input: rosa.input({ shifts: [sameShift(event, { capacity: 2 })] }),
    });
    expect(refusal(answer)).toBe('CAPACITY_BELOW_TAKEN');
    expect(answer.errors?.[0]?.extensions.details).toMatchObject({ shiftId, taken: 3 });
    const changed = await rosa.does(update, {
      id: event.id,
      input: rosa.input({ shifts: [sameShift(event, { capacity: 3 })] }),
    });
    expect(changed.shifts[0]).toMatchObject({ capacity: 3, taken: 3 });
  });

  test('counts places that are taken while the capacity is lowered', async () => {
    const event = await rosa.published();
    const lower = { id: event.id, input: rosa.input({ shifts: [sameShift(event, { capacity: 2 })] }) };
    const lockedUpdate = {
      sql: 'UPDATE events.shift SET taken = 3 WHERE id = $1',
      params: [event.shifts[0]!.id],
      waiting: 1,
    };
    const [answer] = await raceBehindLock(app, lockedUpdate, () => [rosa.asks(update, lower)]);
    expect(refusal(answer!)).toBe('CAPACITY_BELOW_TAKEN');
  });

  test('offers added places to the waitlist immediately', async () => {
    const event = await rosa.published({ shifts: [{ ...aShiftInput, capacity: 1 }] });
    const shiftId = event.shifts[0]!.id;
    await aSignup(app.db, { shiftId });
    const waitlistedSignup = await aSignup(app.db, { shiftId, status: 'waitlisted' });
    const changed = await rosa.does(update, {
      id: event.id,
      input: rosa.input({ shifts: [sameShift(event, { capacity: 3 })] }),
    });
    expect(changed.shifts[0]).toMatchObject({ capacity: 3, taken: 2, waiting: 0 });
    const [row] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [waitlistedSignup.id]);
    expect(row).toEqual({ status: 'offered' });
  });

  test('moves sign-ups with their shift, notifies once and reschedules reminders', async () => {
    const event = await rosa.published();
    const shiftId = event.shifts[0]!.id;
    const signup = await aSignup(app.db, { shiftId, now });
    const later = { startsAtLocal: '2026-11-01T09:00', endsAtLocal: '2026-11-01T11:00' };
    const day = { startsAtLocal: '2026-11-01T09:00', endsAtLocal: '2026-11-01T13:00' };
    await rosa.does(update, { id: event.id, input: rosa.input({ ...day, shifts: [sameShift(event, later)] }) });

    const [row] = await app.db.query<{ from: Date; sequence: number }>(
      `SELECT lower(u.during) AS "from", e.sequence FROM events.signup u JOIN events.shift s ON s.id = u.shift_id
       JOIN events.event e ON e.id = s.event_id WHERE u.id = $1`,
      [signup.id],
    );
    expect(row).toEqual({ from: new Date('2026-11-01T17:00:00Z'), sequence: 1 });
    const emails = await mails('signup-changed', signup.id);
    expect(emails.map(({ data }) => data.before)).toEqual([
      { startsAt: '2026-10-31T16:00:00.000Z', endsAt: '2026-10-31T18:00:00.000Z' },
    ]);
    const dueRows = await app.db.query<{ due_at: Date }>(
      'SELECT due_at FROM events.shift_due WHERE shift_id = $1 ORDER BY due_at',
      [shiftId],
    );
    // The day before is still in daylight saving time, the day itself is not.
    expect(dueRows.map(({ due_at }) => due_at.toISOString())).toEqual([
      '2026-10-31T18:00:00.000Z',
      '2026-11-01T16:00:00.000Z',
      '2026-11-01T20:00:00.000Z',
    ]);
  });

  test('notifies everyone of a new location and no one of a new summary', async () => {
    const event = await rosa.published();
    const signup = await aSignup(app.db, { shiftId: event.shifts[0]!.id, now });
    const shifts = [sameShift(event, { capacity: 9, note: 'Gate B' })];
    await rosa.does(update, { id: event.id, input: rosa.input({ summary: 'Better', shifts }) });
    expect(await mails('signup-changed', signup.id)).toEqual([]);
    await rosa.does(update, { id: event.id, input: rosa.input({ place: '99 Oak St', shifts }) });
    expect(await mails('signup-changed', signup.id)).toEqual([{ data: { before: { place: '12 Main St' } } }]);
    const [row] = await app.db.query('SELECT sequence FROM events.event WHERE id = $1', [event.id]);
    expect(row).toEqual({ sequence: 1 });
  });

  test('requires a published event to stay complete', async () => {
    const event = await rosa.published();
    expect(await rosa.faults(update, { id: event.id, input: rosa.input({ title: '', shifts: [] }) })).toEqual({
      title: 'missing',
      shifts: 'missing',
    });
  });

  test('notifies no one about past shifts, and refuses changes after the event has ended', async () => {
    const later = {
      ...aShiftInput,
      role: 'Cleaning',
      startsAtLocal: '2026-10-31T11:00',
      endsAtLocal: '2026-10-31T13:00',
    };
    const event = await rosa.published({ shifts: [aShiftInput, later] });
    const [pastId, futureId] = event.shifts.map(({ id }) => id);
    const pastSignup = await aSignup(app.db, { shiftId: pastId, now });
    const futureSignup = await aSignup(app.db, { shiftId: futureId, now });
    const futureShift = { ...later, id: futureId };
    const shifts = [{ ...aShiftInput, id: pastId }, futureShift];
    app.clock.set('2026-10-31T18:30:00Z');
    await rosa.does(update, { id: event.id, input: rosa.input({ place: 'Next door', shifts }) });
    expect(await mails('signup-changed', pastSignup.id)).toHaveLength(0);
    expect(await mails('signup-changed', futureSignup.id)).toHaveLength(1);

    const invalidShifts = [
      shifts[0],
      { ...futureShift, startsAtLocal: '2026-10-31T10:30' },
      { ...aShiftInput, role: 'Third' },
    ];
    const movedInput = rosa.input({ startsAtLocal: '2026-10-31T08:00', shifts: invalidShifts });
    expect(await rosa.faults(update, { id: event.id, input: movedInput })).toEqual({
      startsAtLocal: 'in-the-past',
      'shifts.1.startsAtLocal': 'in-the-past',
      'shifts.2.startsAtLocal': 'in-the-past',
    });

    app.clock.set('2026-10-31T20:00:00Z');
    expect(refusal(await rosa.asks(update, { id: event.id, input: rosa.input({ shifts }) }))).toBe('EVENT_CLOSED');
    app.clock.set(now);
  });

  test("rejects the ID of another event's shift", async () => {
    const event = await rosa.published();
    const other = await rosa.published();
    expect(await rosa.faults(update, { id: event.id, input: rosa.input({ shifts: [sameShift(other)] }) })).toEqual({
      'shifts.0.id': 'not-there',
    });
    const twice = [sameShift(event), sameShift(event)];
    expect(await rosa.faults(update, { id: event.id, input: rosa.input({ shifts: twice }) })).toEqual({
      'shifts.1.id': 'not-there',
    });
  });

  test('refuses an update based on an outdated version, with the current values', async () => {
    const event = await rosa.published();
    const { version } = event;
    await rosa.does(update, { id: event.id, input: rosa.input({ title: 'By Rosa', shifts: undefined, version }) });
    const stale = { id: event.id, input: rosa.input({ title: 'By Maria', place: '1 Elm St', version }) };
    const refusal = (await rosa.asks(update, stale)).errors?.[0]?.extensions;
    expect(refusal).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: {
        version: version + 1,
        changedBy: expect.any(String),
        values: {
          title: 'By Rosa',
          place: '12 Main St',
          startsAtLocal: '2026-10-31T09:00',
          shifts: [{ id: event.shifts[0]!.id, role: 'Packing', startsAtLocal: '2026-10-31T09:00', taken: 0 }],
        },
      },
    });
    // With the current version, or without a version, the update is saved.
    const current = { ...stale, input: { ...stale.input, version: version + 1, shifts: undefined } };
    expect(await rosa.does(update, current)).toMatchObject({ title: 'By Maria', version: version + 2 });
    const unversioned = { ...current, input: { ...current.input, version: null } };
    expect((await rosa.does(update, unversioned)).version).toBe(version + 3);
  });

  test('refuses one of two concurrent updates', async () => {
    const event = await rosa.published();
    const { version } = event;
    const save = (title: string) =>
      rosa.asks(update, { id: event.id, input: rosa.input({ title, shifts: undefined, version }) });
    const codes = (await Promise.all([save('One'), save('Two')])).map(refusal);
    expect(codes.sort()).toEqual(['CHANGED_MEANWHILE', null]);
  });

  test('previews how many people an update would notify, without saving it', async () => {
    const event = await rosa.published({ shifts: [aShiftInput, { ...aShiftInput, role: 'Driving' }] });
    for (const status of ['confirmed', 'waitlisted'] as const) {
      await aSignup(app.db, { shiftId: event.shifts[0]!.id, status, now });
    }
    await aSignup(app.db, { shiftId: event.shifts[1]!.id, now });
    const [packing, drivingShift] = event.shifts;
    const countNotified = async (parts: Record<string, unknown>) => {
      const input = rosa.input({
        shifts: [
          { ...aShiftInput, id: packing!.id },
          { ...aShiftInput, id: drivingShift!.id, role: 'Driving' },
        ],
        ...parts,
      });
      const { data } = await rosa.asks(
        'query ($id: ID!, $input: EventInput!) { eventUpdatePreview(id: $id, input: $input) { notifiedCount } }',
        { id: event.id, input },
      );
      return (data['eventUpdatePreview'] as unknown as { notifiedCount: number }).notifiedCount;
    };
    expect(await countNotified({})).toBe(0);
    expect(await countNotified({ summary: 'Better words' })).toBe(0);
    expect(await countNotified({ place: '1 Elm St' })).toBe(3);
    expect(
      await countNotified({
        shifts: [
          { ...aShiftInput, id: packing!.id, startsAtLocal: '2026-10-31T10:00' },
          { ...aShiftInput, id: drivingShift!.id, role: 'Driving' },
        ],
      }),
    ).toBe(2);
    const [row] = await app.db.query('SELECT place, version FROM events.event WHERE id = $1', [event.id]);
    expect(row).toEqual({ place: '12 Main St', version: 1 });
  });

  test('records who updated it last', async () => {
    const event = await rosa.does(create, { input: rosa.input() });
    const colleague = await app.signedIn({ role: 'organizer', chapterId: rosa.chapterId });
    await app.graphql(update, { id: event.id, input: rosa.input({ shifts: [sameShift(event)] }) }, colleague);
    const [row] = await app.db.query<{ created_by: string; updated_by: string }>(
      'SELECT created_by, updated_by FROM events.event WHERE id = $1',
      [event.id],
    );
    expect(row?.updated_by).toBe(colleague.accountId);
    expect(row?.created_by).not.toBe(colleague.accountId);
  });
});

describe('canceling an event', () => {
  test('ends every sign-up with one email and no reminder', async () => {
    const event = await rosa.published({ shifts: [{ ...aShiftInput, capacity: 1 }] });
    const shiftId = event.shifts[0]!.id;
    const confirmedSignup = await aSignup(app.db, { shiftId, now });
    const waitlistedSignup = await aSignup(app.db, { shiftId, status: 'waitlisted', now });
    const cancelledEvent = await rosa.does(cancel, { id: event.id, reason: ' The hall is flooded. ' });
    expect(cancelledEvent).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'The hall is flooded.',
      shifts: [{ taken: 0, waiting: 0 }],
    });
    await rosa.does(cancel, { id: event.id, reason: 'Again' });

    for (const { id } of [confirmedSignup, waitlistedSignup]) {
      const [row] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [id]);
      expect(row).toEqual({ status: 'cancelled' });
      expect(await mails('event-cancelled', id)).toHaveLength(1);
    }
    expect(await app.db.query('SELECT FROM events.shift_due WHERE shift_id = $1', [shiftId])).toEqual([]);
    expect(refusal(await rosa.asks(update, { id: event.id, input: rosa.input() }))).toBe('EVENT_CLOSED');
    expect(refusal(await rosa.asks(publish, { id: event.id }))).toBe('EVENT_CLOSED');
  });

  test('requires a reason and a published event that has not ended', async () => {
    const event = await rosa.published();
    expect(await rosa.faults(cancel, { id: event.id, reason: ' ' })).toEqual({ reason: 'missing' });
    const draft = await rosa.does(create, { input: rosa.input() });
    expect(refusal(await rosa.asks(cancel, { id: draft.id, reason: 'No' }))).toBe('EVENT_NOT_PUBLISHED');
    const past = await anEvent(app.db, { chapterId: rosa.chapterId, startsAt: new Date(now.valueOf() - days(1)) });
    expect(refusal(await rosa.asks(cancel, { id: past.id, reason: 'No' }))).toBe('EVENT_CLOSED');
  });
});
