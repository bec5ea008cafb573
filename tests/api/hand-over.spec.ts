import { SignedIds } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { aShift, aSignup, type SignupParts } from '../support/factories.js';
import { aCredentialType } from '../support/credentials.js';
import { letterOf } from '../support/letters.js';
import { rowOfShift, whileHeld } from '../support/meeting.js';
import { hours } from '../support/movable-clock.js';
import { byLink, countersOf, isIn, lineOf, linkOf, mailsOf } from '../support/sign-ups.js';
import { asOwner } from '../support/tampering.js';
import { dropCheck, withoutLock } from '../support/without-lock.js';

const now = new Date('2027-05-01T12:00:00Z');
const startsAt = new Date('2027-05-15T17:00:00Z');

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

async function say(operation: string, type: string, input: object) {
  const select = operation === 'declineHandedOver' ? '{ ok }' : '{ signup { id status } }';
  const { data, errors } = await app.graphql<Record<string, { signup?: { status: string } } | null>>(
    `mutation ($input: ${type}!) { ${operation}(input: $input) ${select} }`,
    { input },
  );
  const error = errors?.[0]?.extensions;
  return { status: data?.[operation]?.signup?.status ?? null, refused: error?.code ?? null, details: error?.details };
}

const handOver = (signup: { id: string }, to: { name: string; email: string } | null, key?: string) =>
  say('handOverSignup', 'HandOverSignupInput', { token: linkOf(app, signup.id), to, idempotencyKey: key });
const withdraw = (signup: { id: string }, id: string) =>
  say('withdrawHandOver', 'WithdrawHandOverInput', { token: linkOf(app, signup.id), id });
const tokenOf = (offer: string) => app.nest.get(SignedIds).sign('hand-over', offer);
const take = (offer: string) => say('takeHandedOver', 'AnswerHandOverInput', { token: tokenOf(offer) });
const decline = (offer: string) => say('declineHandedOver', 'AnswerHandOverInput', { token: tokenOf(offer) });

async function offersOf(signup: { id: string }): Promise<Array<{ id: string; name: string; status: string }>> {
  const { data } = await app.graphql<{ mySignup: { handOvers: Array<{ id: string; name: string; status: string }> } }>(
    'query ($t: String!) { mySignup(token: $t) { handOvers { id name status } } }',
    { t: linkOf(app, signup.id) },
  );
  return data.mySignup.handOvers;
}

async function offered(offer: string): Promise<{ status: string; from: string | null; overlaps: unknown[] } | null> {
  const { data } = await app.graphql<{
    handedOver: { status: string; from: string | null; overlaps: unknown[] } | null;
  }>('query ($t: String!) { handedOver(token: $t) { status from overlaps { title } } }', { t: tokenOf(offer) });
  return data.handedOver;
}

/** A shift of one place, which Ana has, with these people in line. */
async function anasPlace(...line: string[]) {
  const shift = await aShift(app.db, { capacity: 1, event: { startsAt } });
  const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', now });
  for (const name of line) await aSignup(app.db, { shiftId: shift.id, name, status: 'waitlisted', now });
  return { shift, ana };
}

let people = 0;
const somebody = (name: string) => ({ name, email: `${name.toLowerCase()}-${++people}@example.org` });

async function offerTo(signup: { id: string }, to: { name: string; email: string }): Promise<string> {
  expect(await handOver(signup, to)).toMatchObject({ status: 'CONFIRMED', refused: null });
  return (await offersOf(signup)).find(({ name }) => name === to.name)!.id;
}

describe('a place offered to somebody', () => {
  test('is taken with one press: they are confirmed, the giver is off, the line has moved nowhere', async () => {
    const { shift, ana } = await anasPlace('Cid');
    const beto = somebody('Beto');
    const offer = await offerTo(ana, beto);
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes confirmed', 'Cid waitlisted']);
    expect(await offered(offer)).toEqual({ status: 'OPEN', from: 'Ana', overlaps: [] });

    expect(await take(offer)).toMatchObject({ status: 'CONFIRMED' });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Beto confirmed', 'Cid waitlisted']);
    expect(await countersOf(app, shift.id)).toEqual({ taken: 1, waiting: 1, true: true });
    expect(await mailsOf(app, ana.id)).toEqual(['signup-cancelled']);
    const [beto1] = await app.db.query<{ id: string; proven: boolean; knows: boolean }>(
      `SELECT u.id, u.proven_at IS NOT NULL AND v.proven_at IS NOT NULL AS proven, EXISTS (
         SELECT FROM volunteers.membership m WHERE m.volunteer_id = v.id AND m.helped
       ) AS knows
       FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id WHERE v.email = $1`,
      [beto.email],
    );
    expect(beto1).toMatchObject({ proven: true, knows: true });
    expect(await mailsOf(app, beto1!.id)).toEqual(['signup-confirm']);
    const told = await letterOf(app, 'signup-cancelled', ana, { by: 'taker' });
    expect(told?.subject).toContain('Place handed over');
    expect(told?.text).toContain('Beto has taken your place');
    expect(told?.ics?.method).toBe('CANCEL');
  });

  test('is taken once, however often the button is pressed', async () => {
    const { shift, ana } = await anasPlace();
    const offer = await offerTo(ana, somebody('Beto'));
    const [one, two] = await Promise.all([take(offer), take(offer)]);
    expect([one.status, two.status, (await take(offer)).status]).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Beto confirmed']);
  });

  test('takes somebody who waits for one out of the line', async () => {
    const { shift, ana } = await anasPlace();
    const beto = somebody('Beto');
    await aSignup(app.db, { shiftId: shift.id, name: 'Cid', status: 'waitlisted', now });
    await aSignup(app.db, { shiftId: shift.id, name: 'Beto', email: beto.email, status: 'waitlisted', now });
    expect(await take(await offerTo(ana, beto))).toMatchObject({ status: 'CONFIRMED' });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Beto confirmed', 'Cid waitlisted']);
    expect(await countersOf(app, shift.id)).toEqual({ taken: 1, waiting: 1, true: true });
  });

  test('the mail to the other says who offers it, in their language, with the link', async () => {
    const { ana } = await anasPlace();
    const beto = somebody('Beto');
    await aSignup(app.db, { email: beto.email, locale: 'es', now });
    const offer = await offerTo(ana, beto);
    const rows = await app.db.query<{ template: string; recipient: string; locale: string }>(
      'SELECT template, recipient, locale FROM notifications.mail WHERE subject_id = $1 ORDER BY due_at',
      [offer],
    );
    expect(rows).toEqual([
      { template: 'hand-over-offer', recipient: beto.email, locale: 'es' },
      { template: 'hand-over-expired', recipient: ana.email, locale: 'en' },
    ]);
    for (const locale of ['en', 'es'] as const) {
      const letter = await letterOf(app, 'hand-over-offer', { id: offer }, {}, locale);
      expect(letter?.subject).toContain('Ana');
      expect(letter?.text).toContain(`/take/${tokenOf(offer)}`);
      expect(letter?.text).toContain('Beto');
    }
  });

  test('what somebody typed as a name is said as a name or not at all', async () => {
    const { ana } = await anasPlace();
    const to = { name: 'win www.prize.example', email: 'prize@example.org' };
    expect(await handOver(ana, to)).toMatchObject({
      refused: 'BAD_INPUT',
      details: { fields: { name: 'not-a-name' } },
    });
  });
});

describe('an offer that is not taken', () => {
  test('is declined: the place stays, the giver is told once, and nobody can take it later', async () => {
    const { shift, ana } = await anasPlace('Cid');
    const offer = await offerTo(ana, somebody('Beto'));
    expect(await decline(offer)).toMatchObject({ refused: null });
    expect(await decline(offer)).toMatchObject({ refused: null });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes confirmed', 'Cid waitlisted']);
    expect(await take(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'declined' } });
    const letter = await letterOf(app, 'hand-over-declined', { id: offer });
    expect(letter?.text).toContain('Beto cannot come');
    expect(await letterOf(app, 'hand-over-offer', { id: offer })).toBeNull();
  });

  test('runs out, and then the giver is told; before that the mail has nothing to say', async () => {
    const { ana } = await anasPlace();
    const offer = await offerTo(ana, somebody('Beto'));
    expect(await letterOf(app, 'hand-over-expired', { id: offer })).toBeNull();
    app.clock.advance(hours(72));
    expect(await take(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'expired' } });
    expect((await letterOf(app, 'hand-over-expired', { id: offer }))?.text).toContain('did not answer in time');
  });

  test('never lasts past the beginning of the shift', async () => {
    const { ana } = await anasPlace();
    app.clock.set(new Date(startsAt.valueOf() - hours(2)));
    const offer = await offerTo(ana, somebody('Beto'));
    app.clock.set(startsAt);
    expect(await take(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'expired' } });
    expect(await handOver(ana, somebody('Cid'))).toMatchObject({ refused: 'SHIFT_STARTED' });
  });

  test('is taken back by the giver', async () => {
    const { shift, ana } = await anasPlace();
    const offer = await offerTo(ana, somebody('Beto'));
    expect(await withdraw(ana, offer)).toMatchObject({ status: 'CONFIRMED' });
    expect(await take(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'withdrawn' } });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes confirmed']);
  });

  test('is gone when the giver cancels: the place goes to the line and not to the other', async () => {
    const { shift, ana } = await anasPlace('Cid');
    const offer = await offerTo(ana, somebody('Beto'));
    await byLink(app, 'cancelSignup', ana.id);
    expect(await take(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'gone' } });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Cid offered']);
  });

  test("another's offer looks like none", async () => {
    const [one, two] = [await anasPlace(), await anasPlace()];
    const offer = await offerTo(one.ana, somebody('Beto'));
    expect(await withdraw(two.ana, offer)).toMatchObject({ refused: 'NOT_FOUND' });
    expect(await say('takeHandedOver', 'AnswerHandOverInput', { token: linkOf(app, one.ana.id) })).toMatchObject({
      refused: 'NOT_FOUND',
    });
  });
});

describe('who may give and who may take', () => {
  test.each<[string, SignupParts]>([
    ['somebody on the waitlist', { status: 'waitlisted' }],
    ['somebody whose address is not confirmed', { proven: false }],
  ])('%s has nothing to give', async (_, parts) => {
    const signup = await aSignup(app.db, { shift: { event: { startsAt } }, now, ...parts });
    expect(await handOver(signup, somebody('Beto'))).toMatchObject({ refused: 'NOTHING_TO_HAND_OVER' });
  });

  test('nobody offers it to themselves', async () => {
    const { ana } = await anasPlace();
    expect(await handOver(ana, { name: 'Ana', email: ana.email.toUpperCase() })).toMatchObject({
      details: { fields: { email: 'own-address' } },
    });
  });

  test('a second offer to the same person is the first; a sixth to others is one too many', async () => {
    const { ana } = await anasPlace();
    const beto = somebody('Beto');
    await offerTo(ana, beto);
    await offerTo(ana, beto);
    expect(await offersOf(ana)).toHaveLength(1);
    for (const name of ['Cid', 'Dan', 'Eva', 'Fay']) await offerTo(ana, somebody(name));
    expect(await handOver(ana, somebody('Gus'))).toMatchObject({ refused: 'TOO_MANY_HAND_OVERS' });
  });

  test('the same key with another person is refused', async () => {
    const { ana } = await anasPlace();
    const [beto, cid] = [somebody('Beto'), somebody('Cid')];
    expect(await handOver(ana, beto, 'one')).toMatchObject({ status: 'CONFIRMED' });
    expect(await handOver(ana, beto, 'one')).toMatchObject({ status: 'CONFIRMED' });
    expect(await handOver(ana, cid, 'one')).toMatchObject({ refused: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('whoever is elsewhere at that time is told before and refused after, and the place stays', async () => {
    const { shift, ana } = await anasPlace();
    const beto = somebody('Beto');
    await aSignup(app.db, { email: beto.email, shift: { event: { startsAt, title: 'Court watch' } }, now });
    const offer = await offerTo(ana, beto);
    expect((await offered(offer))?.overlaps).toEqual([{ title: 'Court watch' }]);
    expect(await take(offer)).toMatchObject({
      refused: 'OVERLAPPING_SHIFT',
      details: { shift: { title: 'Court watch' } },
    });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes confirmed']);
    expect(await offered(offer)).toMatchObject({ status: 'OPEN' });
  });

  test('what the shift asks of everybody it asks of them: their age, and a credential', async () => {
    const { shift, ana } = await anasPlace();
    await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [shift.id]);
    const offer = await offerTo(ana, somebody('Beto'));
    expect(await take(offer)).toMatchObject({ refused: 'AGE_NEEDED', details: { age: 18 } });
    const type = await aCredentialType(app.db);
    await app.db.query('UPDATE events.shift SET strict_credential_ids = ARRAY[$2::uuid] WHERE id = $1', [
      shift.id,
      type.id,
    ]);
    const input = { token: tokenOf(offer), oldEnough: true };
    expect(await say('takeHandedOver', 'AnswerHandOverInput', input)).toMatchObject({ refused: 'CREDENTIALS_MISSING' });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes confirmed']);
    await app.db.query(`UPDATE events.shift SET strict_credential_ids = '{}' WHERE id = $1`, [shift.id]);
    expect(await say('takeHandedOver', 'AnswerHandOverInput', input)).toMatchObject({ status: 'CONFIRMED' });
  });

  test('whoever has a place on the shift cannot take a second', async () => {
    const shift = await aShift(app.db, { capacity: 2, event: { startsAt } });
    const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', now });
    const beto = somebody('Beto');
    await aSignup(app.db, { shiftId: shift.id, ...beto, now });
    expect(await take(await offerTo(ana, beto))).toMatchObject({ refused: 'ALREADY_SIGNED_UP' });
    expect(await countersOf(app, shift.id)).toEqual({ taken: 2, waiting: 0, true: true });
  });
});

describe('a place given to the waitlist', () => {
  test('is held for the first there, and the organizer reads from whom it came', async () => {
    const { shift, ana } = await anasPlace('Cid', 'Dan');
    expect(await handOver(ana, null)).toMatchObject({ status: 'CANCELLED' });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Cid offered', 'Dan waitlisted']);
    const [cid] = await app.db.query<{ from: string; id: string }>(
      `SELECT u.id, u.taken_over_from AS "from" FROM events.signup u WHERE u.shift_id = $1 AND u.name = 'Cid'`,
      [shift.id],
    );
    expect(cid!.from).toBe(ana.id);
    expect(await mailsOf(app, cid!.id)).toEqual(['signup-offer']);
    expect((await letterOf(app, 'signup-cancelled', ana, { by: 'waitlist' }))?.text).toContain('first on the waitlist');
  });

  test('is not given up where nobody waits', async () => {
    const { shift, ana } = await anasPlace();
    expect(await handOver(ana, null)).toMatchObject({ refused: 'NOBODY_WAITS' });
    expect(await lineOf(app, shift.id)).toEqual(['Ana Reyes confirmed']);
    expect(await countersOf(app, shift.id)).toEqual({ taken: 1, waiting: 0, true: true });
  });
});

describe('two who take the same place at the same moment', () => {
  async function race() {
    const { shift, ana } = await anasPlace();
    const offers = [await offerTo(ana, somebody('Beto')), await offerTo(ana, somebody('Cid'))];
    const answers = await whileHeld(app.config.DATABASE_URL, rowOfShift(shift.id), 2, () =>
      Promise.all(offers.map((offer) => take(offer))),
    );
    const on = (await lineOf(app, shift.id)).filter((one) => one.endsWith('confirmed'));
    return { shift, answers, on };
  }

  test('one has it, the other reads that it is gone', async () => {
    const { shift, answers, on } = await race();
    expect(answers.map(({ status, refused }) => status ?? refused).sort()).toEqual(['CONFIRMED', 'HAND_OVER_ENDED']);
    expect(on).toHaveLength(1);
    expect(await countersOf(app, shift.id)).toEqual({ taken: 1, waiting: 0, true: true });
  });

  test('a newcomer gets nothing in between: the place is never free', async () => {
    const { shift, ana } = await anasPlace();
    const offer = await offerTo(ana, somebody('Beto'));
    const [newcomer, beto] = await whileHeld(app.config.DATABASE_URL, rowOfShift(shift.id), 2, () =>
      Promise.all([isIn(app, { shiftId: shift.id, name: 'Dan' }), take(offer)]),
    );
    expect([newcomer.status, beto.status]).toEqual(['WAITLISTED', 'CONFIRMED']);
  });

  test('control: without the lock and the last guards, both have it', async () => {
    await withoutLock(app, 'take_over_place', 'take_over_place');
    await asOwner(app, dropCheck);
    await asOwner(app, 'DROP INDEX events.hand_over_taken_once');
    const { on } = await race();
    expect(on).toHaveLength(2);
  });
});
