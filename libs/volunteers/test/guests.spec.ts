import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { renderSignupEmail } from '@upstander/tests/support/signup-emails.js';
import { raceAtLock, rowOfShift, withLockHeld } from '@upstander/tests/support/lock-races.js';
import { byLink, readCounters, linkOf, type Receipt } from '@upstander/tests/support/sign-ups.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { dropCheck, withoutLock } from '@upstander/tests/support/without-lock.js';
import { withoutTokens } from '@upstander/tests/support/without-tokens.js';

const now = new Date('2027-05-01T12:00:00Z');
const startsAt = new Date('2027-05-15T17:00:00Z');

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

/** A shift of an event that allows up to three guests per person. */
async function aShiftOf(capacity: number, maxGuests = 3) {
  const shift = await aShift(app.db, { capacity, event: { startsAt } });
  await app.db.query('UPDATE events.event SET max_guests = $2 WHERE id = $1', [shift.eventId, maxGuests]);
  return shift;
}

interface Party {
  guests?: number;
  guestNames?: string[];
  acceptsFewerGuests?: boolean;
  idempotencyKey?: string;
}

let people = 0;

async function signUpParty(shiftId: string, name: string, party: Party = {}) {
  const input = { shiftId, name, email: `party-${++people}@example.org`, ...party };
  return send(input);
}

async function send(input: object) {
  const { data, errors } = await app.graphql<{ signUp: { signup: Receipt } } | null>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }',
    { input },
  );
  return { signup: data?.signUp?.signup as Receipt, refused: errors?.[0]?.extensions.code ?? null };
}

/** The parties of a shift in order of arrival, as "name +guests status". */
async function partiesOf(shiftId: string): Promise<string[]> {
  const rows = await app.db.query<{ line: string }>(
    `SELECT u.name || ' +' || u.guests || ' ' || u.status AS line FROM events.signup u
     WHERE u.shift_id = $1 ORDER BY u.created_at, u.name`,
    [shiftId],
  );
  return rows.map(({ line }) => line);
}

async function change(signup: { id: string }, guests: number, guestNames: string[] = []) {
  const { data, errors } = await app.graphql<{ changeGuests: { signup: Receipt } } | null>(
    'mutation ($input: ChangeGuestsInput!) { changeGuests(input: $input) { signup { id status position } } }',
    { input: { token: linkOf(app, signup.id), guests, guestNames } },
  );
  return { status: data?.changeGuests?.signup.status ?? null, refused: errors?.[0]?.extensions.code ?? null };
}

describe('a volunteer with guests', () => {
  test('takes one place for each guest', async () => {
    const shift = await aShiftOf(4);
    const { signup } = await signUpParty(shift.id, 'Ana', { guests: 2, guestNames: ['Bo', 'Cy'] });
    expect(signup.status).toBe('CONFIRMED');
    expect(await readCounters(app, shift.id)).toEqual({ taken: 3, waiting: 0, true: true });
    const letter = await renderSignupEmail(app, 'signup-confirm', signup);
    expect(letter?.text).toContain('With you: 2 guests (Bo, Cy)');
    expect(letter?.ics?.content).toContain('With 2 guests');
    expect(withoutTokens(letter?.ics?.content ?? '')).not.toContain('Cy');
  });

  test('waits with the whole party when not all fit, and no one overtakes them', async () => {
    const shift = await aShiftOf(2);
    expect((await signUpParty(shift.id, 'Ana', { guests: 2 })).signup).toMatchObject({
      status: 'WAITLISTED',
      position: 1,
    });
    expect((await signUpParty(shift.id, 'Bea')).signup).toMatchObject({ status: 'WAITLISTED', position: 2 });
    expect(await readCounters(app, shift.id)).toEqual({ taken: 0, waiting: 2, true: true });
  });

  test('takes as many places as are free if they accept fewer', async () => {
    const shift = await aShiftOf(2);
    const { signup } = await signUpParty(shift.id, 'Ana', {
      guests: 3,
      guestNames: ['Bo', 'Cy', 'Di'],
      acceptsFewerGuests: true,
    });
    expect(signup.status).toBe('CONFIRMED');
    expect(await partiesOf(shift.id)).toEqual(['Ana +1 confirmed']);
    expect((await renderSignupEmail(app, 'signup-confirm', signup))?.text).toContain('With you: 1 guest (Bo)');
    expect((await signUpParty(shift.id, 'Bea', { guests: 1, acceptsFewerGuests: true })).signup.status).toBe(
      'WAITLISTED',
    );
  });

  test('cannot bring more guests than the event allows', async () => {
    const shift = await aShiftOf(10, 1);
    expect((await signUpParty(shift.id, 'Ana', { guests: 2 })).refused).toBe('TOO_MANY_GUESTS');
    expect((await signUpParty(shift.id, 'Ana', { guests: -1 })).refused).toBe('BAD_INPUT');
    expect((await signUpParty(shift.id, 'Ana', { guests: 1, guestNames: ['Bo', 'Cy'] })).refused).toBe('BAD_INPUT');
    expect((await signUpParty((await aShiftOf(10, 0)).id, 'Ana', { guests: 1 })).refused).toBe('TOO_MANY_GUESTS');
    expect(await partiesOf(shift.id)).toEqual([]);
  });

  test('cannot bring more guests than the organization allows, here or on an existing sign-up', async () => {
    const shift = await aShiftOf(10, 3);
    const { signup } = await signUpParty(shift.id, 'Ana', { guests: 2 });
    app.config.decide({ GUESTS_PER_SIGNUP: 1 });
    try {
      expect((await app.graphql('{ organization { guestsPerSignup } }')).data).toEqual({
        organization: { guestsPerSignup: 1 },
      });
      expect((await signUpParty(shift.id, 'Bea', { guests: 2 })).refused).toBe('TOO_MANY_GUESTS');
      expect((await signUpParty(shift.id, 'Cy', { guests: 1 })).signup.status).toBe('CONFIRMED');
      expect((await change(signup, 3)).refused).toBe('TOO_MANY_GUESTS');
      // Guests who are signed up already keep their spots.
      expect((await change(signup, 2)).refused).toBeNull();
    } finally {
      app.config.decide({});
    }
  });

  test('ignores a second click and rejects the same key with other guests', async () => {
    const shift = await aShiftOf(6);
    const form = { shiftId: shift.id, name: 'Ana', email: `again-${shift.id}@example.org`, idempotencyKey: shift.id };
    const firstAnswer = await send({ ...form, guests: 2 });
    expect(await send({ ...form, guests: 2 })).toEqual(firstAnswer);
    expect((await send({ ...form, guests: 1 })).refused).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await readCounters(app, shift.id)).toEqual({ taken: 3, waiting: 0, true: true });
  });
});

describe('places that become free', () => {
  /** A full shift with four places (Ana and three guests), and a waitlist. */
  async function fillShift(...line: Array<[string, Party]>) {
    const shift = await aShiftOf(4);
    const { signup: ana } = await signUpParty(shift.id, 'Ana', { guests: 3 });
    await byLink(app, 'confirmSignup', ana.id);
    for (const [name, party] of line) await signUpParty(shift.id, name, party);
    return { shift, ana };
  }

  test('offers a party its places once all of them are free, before anyone behind it', async () => {
    const { shift, ana } = await fillShift(['Bea', { guests: 1 }], ['Cid', {}]);
    expect(await change(ana, 2)).toEqual({ status: 'CONFIRMED', refused: null });
    expect(await partiesOf(shift.id)).toEqual(['Ana +2 confirmed', 'Bea +1 waitlisted', 'Cid +0 waitlisted']);
    await change(ana, 1);
    expect(await partiesOf(shift.id)).toEqual(['Ana +1 confirmed', 'Bea +1 offered', 'Cid +0 waitlisted']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 4, waiting: 1, true: true });
  });

  test('offers the free places to a party that accepts fewer', async () => {
    const { shift, ana } = await fillShift(['Bea', { guests: 3, acceptsFewerGuests: true }], ['Cid', {}]);
    await change(ana, 1);
    expect(await partiesOf(shift.id)).toEqual(['Ana +1 confirmed', 'Bea +1 offered', 'Cid +0 waitlisted']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 4, waiting: 1, true: true });
  });

  test('frees the places of the whole party when it cancels', async () => {
    const { shift, ana } = await fillShift(['Bea', { guests: 1 }], ['Cid', { guests: 2 }], ['Dan', {}]);
    await byLink(app, 'cancelSignup', ana.id);
    expect(await partiesOf(shift.id)).toEqual([
      'Ana +3 cancelled',
      'Bea +1 offered',
      'Cid +2 waitlisted',
      'Dan +0 waitlisted',
    ]);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 2, waiting: 2, true: true });
  });

  test('immediately offers places to the first in line who reduces their party', async () => {
    const { shift, ana } = await fillShift(['Bea', { guests: 2 }]);
    await change(ana, 1);
    const [bea] = await app.db.query<{ id: string }>(
      `SELECT id FROM events.signup WHERE shift_id = $1 AND name = 'Bea'`,
      [shift.id],
    );
    expect(await change(bea!, 1)).toEqual({ status: 'OFFERED', refused: null });
  });

  test('adds guests only when places are free and no one is waiting', async () => {
    const shift = await aShiftOf(3);
    const { signup: ana } = await signUpParty(shift.id, 'Ana', { guests: 1 });
    expect(await change(ana, 3)).toEqual({ status: null, refused: 'NOT_ENOUGH_PLACES' });
    expect(await change(ana, 4)).toEqual({ status: null, refused: 'TOO_MANY_GUESTS' });
    expect(await change(ana, 2, ['Bo'])).toEqual({ status: 'CONFIRMED', refused: null });
    expect(await readCounters(app, shift.id)).toEqual({ taken: 3, waiting: 0, true: true });
    await signUpParty(shift.id, 'Bea', { guests: 1 });
    await change(ana, 1);
    expect(await change(ana, 2)).toEqual({ status: null, refused: 'NOT_ENOUGH_PLACES' });
  });
});

test('counts guests with their host at check-in', async () => {
  const chapter = await aChapter(app.db);
  const organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  const shift = await aShiftOf(6);
  await app.db.query('UPDATE events.event SET chapter_id = $2 WHERE id = $1', [shift.eventId, chapter.id]);
  await signUpParty(shift.id, 'Ana', { guests: 2, guestNames: ['Bo'] });
  await aSignup(app.db, { shiftId: shift.id, name: 'Bea', now });
  const { data } = await app.graphql<{ attendance: unknown; roster: unknown }>(
    `query ($id: ID!) {
       attendance(eventId: $id) { counts { places unmarked } edges { node { name guests guestNames } } }
       roster(eventId: $id) { edges { node { name guests guestNames } } }
     }`,
    { id: shift.eventId },
    { cookie: organizer.cookie },
  );
  const edges = [
    { node: { name: 'Ana', guests: 2, guestNames: ['Bo'] } },
    { node: { name: 'Bea', guests: 0, guestNames: [] } },
  ];
  expect(data.attendance).toEqual({ counts: { places: 4, unmarked: 4 }, edges });
});

describe('three parties that sign up simultaneously for two places', () => {
  async function raceParties() {
    const shift = await aShiftOf(2);
    await withLockHeld(app.config.DATABASE_URL, rowOfShift(shift.id), 1, () =>
      Promise.all([
        signUpParty(shift.id, 'Ana', { guests: 1 }),
        signUpParty(shift.id, 'Bea', { guests: 2 }),
        signUpParty(shift.id, 'Cid', { guests: 1 }),
      ]),
    );
    return shift;
  }

  test('never take more places than there are, and the largest party waits', async () => {
    const shift = await raceParties();
    const counters = await readCounters(app, shift.id);
    expect(counters.true).toBe(true);
    expect(counters.taken).toBeLessThanOrEqual(2);
    expect((await partiesOf(shift.id)).find((one) => one.startsWith('Bea'))).toBe('Bea +2 waitlisted');
  });

  test('control: without the lock and the check, the shift is overbooked', async () => {
    await withoutLock(app, 'take_places', 'take_places');
    await runAsOwner(app, dropCheck);
    const shift = await aShiftOf(2);
    const put = (i: number) => ({
      sql: `SELECT * FROM events.take_places($1, $2, 24, 24, 20)`,
      values: [
        JSON.stringify([
          {
            ord: 0,
            shift: shift.id,
            email: `control-${i}-${shift.id}@example.org`,
            name: 'A',
            locale: 'en',
            verified: false,
            vouched: false,
            old_enough: false,
            guests: 1,
          },
        ]),
        app.clock.now(),
      ],
    });
    await raceAtLock(app.config.DATABASE_URL, rowOfShift(shift.id), [put(1), put(2)]);
    const [taken] = await app.db.query<{ places: number }>(
      `SELECT sum(1 + guests)::integer AS places FROM events.signup WHERE shift_id = $1 AND status = 'confirmed'`,
      [shift.id],
    );
    expect(taken!.places).toBeGreaterThan(2);
  });
});
