import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup, type SignupParts } from '@upstander/tests/support/factories.js';
import { aCredentialType } from '@upstander/tests/support/credentials.js';
import { handOvers, now, startsAt } from '@upstander/tests/support/hand-overs.js';
import { renderSignupEmail } from '@upstander/tests/support/signup-emails.js';
import { rowOfShift, withLockHeld } from '@upstander/tests/support/lock-races.js';
import { readCounters, signUpExpectingPlace, listSignups, mailsOf } from '@upstander/tests/support/sign-ups.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { dropCheck, withoutLock } from '@upstander/tests/support/without-lock.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

const {
  say: runMutation,
  handOver,
  takeOffer,
  tokenOf,
  offersOf,
  readOffer: offerStatus,
  reserveForAna,
  newPerson: newPerson,
  createOffer,
} = handOvers(() => app);

describe('rules for giving and accepting', () => {
  test.each<[string, SignupParts]>([
    ['a waitlisted volunteer', { status: 'waitlisted' }],
    ['a volunteer with an unconfirmed address', { proven: false }],
  ])('refuses a hand-over by %s', async (_, parts) => {
    const signup = await aSignup(app.db, { shift: { event: { startsAt } }, now, ...parts });
    expect(await handOver(signup, newPerson('Beto'))).toMatchObject({ refused: 'NOTHING_TO_HAND_OVER' });
  });

  test('refuses an offer to oneself', async () => {
    const { ana } = await reserveForAna();
    expect(await handOver(ana, { name: 'Ana', email: ana.email.toUpperCase() })).toMatchObject({
      details: { fields: { email: 'own-address' } },
    });
  });

  test('ignores a second offer to the same person, and refuses a sixth open offer', async () => {
    const { ana } = await reserveForAna();
    const beto = newPerson('Beto');
    await createOffer(ana, beto);
    await createOffer(ana, beto);
    expect(await offersOf(ana)).toHaveLength(1);
    for (const name of ['Cid', 'Dan', 'Eva', 'Fay']) await createOffer(ana, newPerson(name));
    expect(await handOver(ana, newPerson('Gus'))).toMatchObject({ refused: 'TOO_MANY_HAND_OVERS' });
  });

  test('refuses the same key for another person', async () => {
    const { ana } = await reserveForAna();
    const [beto, cid] = [newPerson('Beto'), newPerson('Cid')];
    expect(await handOver(ana, beto, 'one')).toMatchObject({ status: 'CONFIRMED' });
    expect(await handOver(ana, beto, 'one')).toMatchObject({ status: 'CONFIRMED' });
    expect(await handOver(ana, cid, 'one')).toMatchObject({ refused: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('warns a recipient about an overlapping shift, then refuses, and the giver keeps the place', async () => {
    const { shift, ana } = await reserveForAna();
    const beto = newPerson('Beto');
    await aSignup(app.db, { email: beto.email, shift: { event: { startsAt, title: 'Court watch' } }, now });
    const offer = await createOffer(ana, beto);
    expect((await offerStatus(offer))?.overlaps).toEqual([{ title: 'Court watch' }]);
    expect(await takeOffer(offer)).toMatchObject({
      refused: 'OVERLAPPING_SHIFT',
      details: { shift: { title: 'Court watch' } },
    });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes confirmed']);
    expect(await offerStatus(offer)).toMatchObject({ status: 'OPEN' });
  });

  test("applies the shift's age and credential requirements to the recipient", async () => {
    const { shift, ana } = await reserveForAna();
    await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [shift.id]);
    const offer = await createOffer(ana, newPerson('Beto'));
    expect(await takeOffer(offer)).toMatchObject({ refused: 'AGE_NEEDED', details: { age: 18 } });
    const type = await aCredentialType(app.db);
    await app.db.query('UPDATE events.shift SET strict_credential_ids = ARRAY[$2::uuid] WHERE id = $1', [
      shift.id,
      type.id,
    ]);
    const input = { token: tokenOf(offer), oldEnough: true };
    expect(await runMutation('takeHandedOver', 'AnswerHandOverInput', input)).toMatchObject({
      refused: 'CREDENTIALS_MISSING',
    });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes confirmed']);
    await app.db.query(`UPDATE events.shift SET strict_credential_ids = '{}' WHERE id = $1`, [shift.id]);
    expect(await runMutation('takeHandedOver', 'AnswerHandOverInput', input)).toMatchObject({ status: 'CONFIRMED' });
  });

  test('refuses a second place on the same shift', async () => {
    const shift = await aShift(app.db, { capacity: 2, event: { startsAt } });
    const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', now });
    const beto = newPerson('Beto');
    await aSignup(app.db, { shiftId: shift.id, ...beto, now });
    expect(await takeOffer(await createOffer(ana, beto))).toMatchObject({ refused: 'ALREADY_SIGNED_UP' });
    expect(await readCounters(app, shift.id)).toEqual({ taken: 2, waiting: 0, true: true });
  });
});

describe('a place given to the waitlist', () => {
  test('is reserved for the first person there, and the roster records the giver', async () => {
    const { shift, ana } = await reserveForAna('Cid', 'Dan');
    expect(await handOver(ana, null)).toMatchObject({ status: 'CANCELLED' });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Cid offered', 'Dan waitlisted']);
    const [cid] = await app.db.query<{ from: string; id: string }>(
      `SELECT u.id, u.taken_over_from AS "from" FROM events.signup u WHERE u.shift_id = $1 AND u.name = 'Cid'`,
      [shift.id],
    );
    expect(cid!.from).toBe(ana.id);
    expect(await mailsOf(app, cid!.id)).toEqual(['signup-offer']);
    expect((await renderSignupEmail(app, 'signup-cancelled', ana, { by: 'waitlist' }))?.text).toContain(
      'first person on the waitlist',
    );
  });

  test('is refused if the waitlist is empty', async () => {
    const { shift, ana } = await reserveForAna();
    expect(await handOver(ana, null)).toMatchObject({ refused: 'NOBODY_WAITS' });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes confirmed']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 0, true: true });
  });
});

describe('two recipients who accept the same place at the same moment', () => {
  async function raceOffers() {
    const { shift, ana } = await reserveForAna();
    const offers = [await createOffer(ana, newPerson('Beto')), await createOffer(ana, newPerson('Cid'))];
    const answers = await withLockHeld(app.config.DATABASE_URL, rowOfShift(shift.id), 2, () =>
      Promise.all(offers.map((offer) => takeOffer(offer))),
    );
    const confirmedNames = (await listSignups(app, shift.id)).filter((one) => one.endsWith('confirmed'));
    return { shift, answers, on: confirmedNames };
  }

  test('get one place and one refusal', async () => {
    const { shift, answers, on: confirmedNames } = await raceOffers();
    expect(answers.map(({ status, refused }) => status ?? refused).sort()).toEqual(['CONFIRMED', 'HAND_OVER_ENDED']);
    expect(confirmedNames).toHaveLength(1);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 0, true: true });
  });

  test('never let a newcomer take the place in between', async () => {
    const { shift, ana } = await reserveForAna();
    const offer = await createOffer(ana, newPerson('Beto'));
    const [newSignup, beto] = await withLockHeld(app.config.DATABASE_URL, rowOfShift(shift.id), 2, () =>
      Promise.all([signUpExpectingPlace(app, { shiftId: shift.id, name: 'Dan' }), takeOffer(offer)]),
    );
    expect([newSignup.status, beto.status]).toEqual(['WAITLISTED', 'CONFIRMED']);
  });

  test('control: both get it without the lock and the constraints', async () => {
    await withoutLock(app, 'take_over_place', 'take_over_place');
    await runAsOwner(app, dropCheck);
    await runAsOwner(app, 'DROP INDEX events.hand_over_taken_once');
    const { on: confirmedNames } = await raceOffers();
    expect(confirmedNames).toHaveLength(2);
  });
});
