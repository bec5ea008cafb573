import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift } from '@upstander/tests/support/factories.js';
import { days, hours, minutes } from '@upstander/tests/support/movable-clock.js';
import { byLink, readCounters, signUpExpectingPlace, mailsOf, signUp } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UP_MAILS_PER_HOUR: '3', SIGN_UPS_PER_MINUTE: '1000', TRUST_PROXY: 'true' } });
});
afterEach(() => app.clock.release());
afterAll(() => app.close());

const anAddress = () => `${randomUUID()}@example.org`;

describe('signing up', () => {
  test('needs only a name and an address: reserves the place for a day and sends one email to confirm', async () => {
    const shift = await aShift(app.db);
    const receipt = await signUpExpectingPlace(app, { shiftId: shift.id });
    expect(receipt).toMatchObject({ status: 'CONFIRMED', position: null });
    expect(await mailsOf(app, receipt.id)).toEqual(['signup-confirm']);
    const [row] = await app.db.query(
      `SELECT proven_at, expires_at - created_at = interval '24 hours' AS a_day FROM events.signup WHERE id = $1`,
      [receipt.id],
    );
    expect(row).toEqual({ proven_at: null, a_day: true });
  });

  test('never reserves a place past the start of the shift', async () => {
    const startsAt = new Date(Date.now() + hours(3));
    const shift = await aShift(app.db, { event: { startsAt } });
    const { id } = await signUpExpectingPlace(app, { shiftId: shift.id });
    const [row] = await app.db.query('SELECT expires_at FROM events.signup WHERE id = $1', [id]);
    expect(row).toEqual({ expires_at: startsAt });
  });

  test.each([
    ['a draft', { status: 'draft' as const }],
    ['a canceled event', { status: 'cancelled' as const }],
    ['a shift that has started', { startsAt: new Date(Date.now() - minutes(1)) }],
  ])('refuses sign-ups for %s, and stores no volunteer', async (_, event) => {
    const shift = await aShift(app.db, { event });
    const email = anAddress();
    expect(refusal(await signUp(app, { shiftId: shift.id, email }))).toBe('SIGN_UP_CLOSED');
    expect(await app.db.query('SELECT FROM volunteers.volunteer WHERE email = $1', [email])).toHaveLength(0);
  });

  test.each([randomUUID(), 'no-uuid'])('returns NOT_FOUND for an unknown shift (%s)', async (shiftId) => {
    expect(refusal(await signUp(app, { shiftId }))).toBe('NOT_FOUND');
  });

  test.each([
    ['   ', 'required'],
    ['x'.repeat(121), 'too-long'],
    ['Ana\u0007', 'not-text'],
  ])('rejects a name like %j by field', async (name, fault) => {
    const answer = await signUp(app, { shiftId: (await aShift(app.db)).id, name });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', details: { fields: { name: fault } } });
  });

  test('refuses one bad request without affecting the others', async () => {
    const shift = await aShift(app.db, { capacity: 50 });
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => signUp(app, { shiftId: shift.id })),
      signUp(app, { shiftId: randomUUID() }),
      ...Array.from({ length: 20 }, () => signUp(app, { shiftId: shift.id })),
    ]);
    expect(answers.map(refusal).filter(Boolean)).toEqual(['NOT_FOUND']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 40, waiting: 0, true: true });
  });
});

describe('signing up twice', () => {
  test('creates one sign-up from a double click', async () => {
    const form = { shiftId: (await aShift(app.db, { capacity: 1 })).id, email: anAddress() };
    const [first, second] = await Promise.all([
      signUpExpectingPlace(app, form),
      signUpExpectingPlace(app, { ...form, email: form.email.toUpperCase() }),
    ]);
    expect(second).toEqual(first);
    expect(await readCounters(app, form.shiftId)).toEqual({ taken: 1, waiting: 0, true: true });
    expect(await mailsOf(app, first.id)).toEqual(['signup-confirm']);
  });

  test('returns the same response to a retry with the same key, whatever has changed since', async () => {
    const form = { shiftId: (await aShift(app.db)).id, email: anAddress(), idempotencyKey: randomUUID() };
    const first = await signUpExpectingPlace(app, form);
    await byLink(app, 'confirmSignup', first.id);
    await byLink(app, 'cancelSignup', first.id);
    expect(await signUpExpectingPlace(app, form)).toEqual(first);
    expect(await readCounters(app, form.shiftId)).toEqual({ taken: 0, waiting: 0, true: true });
  });

  test('refuses the same key for a different request', async () => {
    const form = { shiftId: (await aShift(app.db)).id, email: anAddress(), idempotencyKey: randomUUID() };
    await signUpExpectingPlace(app, form);
    expect(refusal(await signUp(app, { ...form, email: anAddress() }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(refusal(await signUp(app, { ...form, name: 'Bea' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('an entered address proves nothing', () => {
  test("treats an anonymous request with a volunteer's address like a newcomer's", async () => {
    const shift = await aShift(app.db, { capacity: 2 });
    const email = anAddress();
    const ownReceipt = await signUpExpectingPlace(app, { shiftId: shift.id, email });
    await byLink(app, 'confirmSignup', ownReceipt.id);

    const guess = await signUpExpectingPlace(app, { shiftId: shift.id, email, name: 'Somebody Else' });
    expect(guess).toMatchObject({ status: 'CONFIRMED', position: null });
    expect(guess.id).not.toBe(ownReceipt.id);
    expect(await mailsOf(app, guess.id)).toEqual(['signup-repeat']);
    // Repeating it gets the same response and no second email.
    expect(await signUpExpectingPlace(app, { shiftId: shift.id, email })).toEqual(guess);
    expect(await mailsOf(app, guess.id)).toEqual(['signup-repeat']);
    expect(await signUpExpectingPlace(app, { shiftId: shift.id })).toMatchObject({ status: 'WAITLISTED', position: 1 });
    const [volunteer] = await app.db.query('SELECT name FROM volunteers.volunteer WHERE email = $1', [email]);
    expect(volunteer).toEqual({ name: 'Ana Reyes' });
  });

  test("merges the repeat by the owner's link and frees its place", async () => {
    const shift = await aShift(app.db, { capacity: 2 });
    const email = anAddress();
    const ownReceipt = await signUpExpectingPlace(app, { shiftId: shift.id, email });
    await byLink(app, 'confirmSignup', ownReceipt.id);
    const repeat = await signUpExpectingPlace(app, { shiftId: shift.id, email });
    const next = await signUpExpectingPlace(app, { shiftId: shift.id });
    expect(next.status).toBe('WAITLISTED');

    expect((await byLink(app, 'confirmSignup', repeat.id)).signup).toEqual({ ...ownReceipt, status: 'CONFIRMED' });
    expect((await byLink(app, 'confirmSignup', repeat.id)).signup).toEqual({ ...ownReceipt, status: 'CONFIRMED' });
    expect(await mailsOf(app, next.id)).toEqual(['signup-waitlisted', 'signup-offer']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 2, waiting: 0, true: true });
  });

  test('applies a link in the email about a repeat to the original sign-up', async () => {
    const shift = await aShift(app.db);
    const email = anAddress();
    const ownReceipt = await signUpExpectingPlace(app, { shiftId: shift.id, email });
    await byLink(app, 'confirmSignup', ownReceipt.id);
    const repeat = await signUpExpectingPlace(app, { shiftId: shift.id, email });
    const cancelled = await byLink(app, 'cancelSignup', repeat.id);
    expect(cancelled.signup).toEqual({ ...ownReceipt, status: 'CANCELLED' });
    expect(await byLink(app, 'cancelSignup', repeat.id)).toEqual(cancelled);
    expect(await mailsOf(app, ownReceipt.id)).toEqual(['signup-confirm', 'signup-cancelled']);
    expect(await mailsOf(app, repeat.id)).toEqual(['signup-repeat']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 0, waiting: 0, true: true });
  });

  test('expires an unanswered repeat and keeps the sign-up', async () => {
    const shift = await aShift(app.db);
    const email = anAddress();
    const ownReceipt = await signUpExpectingPlace(app, { shiftId: shift.id, email });
    await byLink(app, 'confirmSignup', ownReceipt.id);
    await signUpExpectingPlace(app, { shiftId: shift.id, email });
    app.clock.set(new Date(Date.now() + hours(25)));
    await app.runJob('expire-signups');
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 0, true: true });
    expect((await byLink(app, 'confirmSignup', ownReceipt.id)).signup?.status).toBe('CONFIRMED');
  });

  test('lets no anonymous sign-up block a volunteer', async () => {
    const event = await anEvent(app.db);
    const [morning, overlappingShift] = [
      await aShift(app.db, { eventId: event.id }),
      await aShift(app.db, { eventId: event.id }),
    ];
    const email = anAddress();
    await signUpExpectingPlace(app, { shiftId: morning.id, email });
    const ownReceipt = await signUpExpectingPlace(app, { shiftId: overlappingShift.id, email });
    expect((await byLink(app, 'confirmSignup', ownReceipt.id)).signup?.status).toBe('CONFIRMED');
  });
});

describe('two shifts at the same time', () => {
  test('refuses to confirm the second and names the first', async () => {
    const event = await anEvent(app.db, { title: 'Soup kitchen' });
    const [one, two] = [await aShift(app.db, { eventId: event.id }), await aShift(app.db, { eventId: event.id })];
    const email = anAddress();
    const [first, second] = [
      await signUpExpectingPlace(app, { shiftId: one.id, email }),
      await signUpExpectingPlace(app, { shiftId: two.id, email }),
    ];
    await byLink(app, 'confirmSignup', first.id);
    expect(await byLink(app, 'confirmSignup', second.id)).toMatchObject({
      refused: 'OVERLAPPING_SHIFT',
      details: { shift: { id: one.id, title: 'Soup kitchen', startsAt: event.startsAt.toISOString() } },
    });
    // The second is unchanged and can be confirmed once the first is canceled.
    await byLink(app, 'cancelSignup', first.id);
    expect((await byLink(app, 'confirmSignup', second.id)).signup?.status).toBe('CONFIRMED');
  });

  test('allows consecutive shifts', async () => {
    const startsAt = new Date(Date.now() + days(3));
    const noon = new Date(startsAt.valueOf() + hours(2));
    const event = await anEvent(app.db, { startsAt });
    const email = anAddress();
    for (const times of [{ startsAt, endsAt: noon }, { startsAt: noon }]) {
      const shift = await aShift(app.db, { eventId: event.id, ...times });
      const { id } = await signUpExpectingPlace(app, { shiftId: shift.id, email });
      expect((await byLink(app, 'confirmSignup', id)).signup?.status).toBe('CONFIRMED');
    }
  });
});

describe('a signed-in user', () => {
  test('needs no email confirmation, and gets an existing sign-up back', async () => {
    const shift = await aShift(app.db);
    const { email, cookie } = await app.signedIn();
    const first = await signUpExpectingPlace(app, { shiftId: shift.id, email }, { cookie });
    expect(await signUpExpectingPlace(app, { shiftId: shift.id, email }, { cookie })).toEqual(first);
    const [row] = await app.db.query<{ proven: boolean }>(
      'SELECT proven_at IS NOT NULL AND expires_at IS NULL AS proven FROM events.signup WHERE id = $1',
      [first.id],
    );
    expect(row).toEqual({ proven: true });
    const response = await app.graphql<{ mySignups: unknown[] }>(
      '{ mySignups { id status addressConfirmed shift { id } event { title } } }',
      {},
      { cookie },
    );
    expect(response.data.mySignups).toEqual([
      {
        id: first.id,
        status: 'CONFIRMED',
        addressConfirmed: true,
        shift: { id: shift.id },
        event: { title: 'Care kit packing' },
      },
    ]);
  });

  test('is refused an overlapping shift immediately', async () => {
    const event = await anEvent(app.db);
    const [one, second] = [await aShift(app.db, { eventId: event.id }), await aShift(app.db, { eventId: event.id })];
    const { email, cookie } = await app.signedIn();
    await signUpExpectingPlace(app, { shiftId: one.id, email }, { cookie });
    expect(refusal(await signUp(app, { shiftId: second.id, email }, { cookie }))).toBe('OVERLAPPING_SHIFT');
    expect(await readCounters(app, second.id)).toEqual({ taken: 0, waiting: 0, true: true });
  });

  test('can sign up someone else, who must confirm as usual', async () => {
    const shift = await aShift(app.db);
    const { cookie } = await app.signedIn();
    const { id } = await signUpExpectingPlace(app, { shiftId: shift.id }, { cookie });
    expect(await app.db.query('SELECT proven_at FROM events.signup WHERE id = $1', [id])).toEqual([
      { proven_at: null },
    ]);
  });
});

describe('limits', () => {
  test('limits emails per address and hour without showing it in responses', async () => {
    const email = anAddress();
    const mails = async () =>
      (await app.db.query('SELECT FROM notifications.mail WHERE recipient = $1', [email])).length;
    for (let i = 0; i < 6; i += 1) {
      expect(await signUpExpectingPlace(app, { shiftId: (await aShift(app.db)).id, email })).toMatchObject({
        status: 'CONFIRMED',
      });
    }
    expect(await mails()).toBe(3);
    app.clock.set(new Date(Date.now() + minutes(61)));
    await signUpExpectingPlace(app, { shiftId: (await aShift(app.db)).id, email });
    expect(await mails()).toBe(4);
  });

  test('limits sign-ups per network address, even for many fields in one request', async () => {
    const limitedApp = await startApp({ config: { SIGN_UPS_PER_MINUTE: '5' } });
    try {
      const shift = await aShift(limitedApp.db);
      const fields = Array.from(
        { length: 8 },
        (_, i) =>
          `s${i}: signUp(input: { shiftId: "${shift.id}", name: "Ana", email: "a${i}@example.org" }) { signup { id } }`,
      );
      const { errors } = await limitedApp.graphql(`mutation { ${fields.join(' ')} }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['TOO_MANY_TRIES']);
      expect(await readCounters(limitedApp, shift.id)).toMatchObject({ taken: 5 });
    } finally {
      await limitedApp.close();
    }
  });
});
