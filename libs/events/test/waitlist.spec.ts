import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup } from '@upstander/tests/support/factories.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';
import {
  byLink,
  readCounters,
  signUpExpectingPlace,
  listSignups,
  linkOf,
  mailsOf,
} from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
const soon = new Date('2027-05-01T12:00:00Z');
const startsAt = new Date('2027-05-15T17:00:00Z');

beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(soon));
afterAll(() => app.close());

/** Creates a shift with one place, confirmed for Ana, and these people on the waitlist. */
async function aLine(...names: string[]) {
  const shift = await aShift(app.db, { capacity: 1, event: { startsAt } });
  const ana = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Ana' });
  await byLink(app, 'confirmSignup', ana.id);
  const line = [];
  for (const name of names) line.push(await signUpExpectingPlace(app, { shiftId: shift.id, name }));
  return { shift, ana, line };
}

describe('a freed place', () => {
  test('is offered to the first person on the waitlist, in the transaction of the cancellation', async () => {
    const { shift, ana, line } = await aLine('Bea', 'Cid');
    expect((await byLink(app, 'cancelSignup', ana.id)).signup).toEqual({ ...ana, status: 'CANCELLED' });
    expect(await listSignups(app, shift.id)).toEqual(['Ana cancelled', 'Bea offered', 'Cid waitlisted']);
    expect(await mailsOf(app, line[0]!.id)).toEqual(['signup-waitlisted', 'signup-offer']);
    expect(await mailsOf(app, ana.id)).toEqual(['signup-confirm', 'signup-cancelled']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 1, true: true });
  });

  test('is freed once, even if canceled again', async () => {
    const { shift, ana } = await aLine('Bea', 'Cid');
    const firstAnswer = await byLink(app, 'cancelSignup', ana.id);
    expect(await byLink(app, 'cancelSignup', ana.id)).toEqual(firstAnswer);
    expect(await listSignups(app, shift.id)).toEqual(['Ana cancelled', 'Bea offered', 'Cid waitlisted']);
  });

  test('is not given to a newcomer while it is reserved', async () => {
    const { shift, ana } = await aLine('Bea');
    await byLink(app, 'cancelSignup', ana.id);
    expect(await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Dan' })).toMatchObject({
      status: 'WAITLISTED',
      position: 1,
    });
  });

  test('can be accepted, which also verifies the address', async () => {
    const { shift, ana, line } = await aLine('Bea');
    await byLink(app, 'cancelSignup', ana.id);
    const accepted = await byLink(app, 'acceptOffer', line[0]!.id);
    expect(accepted.signup).toEqual({ id: line[0]!.id, status: 'CONFIRMED', position: null });
    expect(await byLink(app, 'acceptOffer', line[0]!.id)).toEqual(accepted);
    const { data } = await app.graphql<{ mySignup: unknown }>(
      'query ($t: String!) { mySignup(token: $t) { status addressConfirmed offerExpiresAt name shift { id } } }',
      { t: linkOf(app, line[0]!.id) },
    );
    expect(data.mySignup).toEqual({
      status: 'CONFIRMED',
      addressConfirmed: true,
      offerExpiresAt: null,
      name: 'Bea',
      shift: { id: shift.id },
    });
  });

  test('goes to the next person when declined', async () => {
    const { shift, ana, line } = await aLine('Bea', 'Cid');
    await byLink(app, 'cancelSignup', ana.id);
    expect((await byLink(app, 'declineOffer', line[0]!.id)).signup?.status).toBe('CANCELLED');
    expect((await byLink(app, 'declineOffer', line[0]!.id)).signup?.status).toBe('CANCELLED');
    expect(await listSignups(app, shift.id)).toEqual(['Ana cancelled', 'Bea cancelled', 'Cid offered']);
  });

  test('cannot be accepted or declined without an offer', async () => {
    const { line } = await aLine('Bea');
    expect((await byLink(app, 'acceptOffer', line[0]!.id)).refused).toBe('NO_OFFER');
    expect((await byLink(app, 'declineOffer', line[0]!.id)).refused).toBe('NO_OFFER');
  });

  test('updates waitlist positions when someone ahead leaves', async () => {
    const { line } = await aLine('Bea', 'Cid', 'Dan');
    await byLink(app, 'cancelSignup', line[0]!.id);
    const { data } = await app.graphql<{ mySignup: unknown }>(
      'query ($t: String!) { mySignup(token: $t) { position } }',
      {
        t: linkOf(app, line[2]!.id),
      },
    );
    expect(data.mySignup).toEqual({ position: 2 });
  });
});

describe('an offer that expires', () => {
  test('goes to the next person, is announced once, and is not repeated to the same person', async () => {
    const { shift, ana, line } = await aLine('Bea', 'Cid');
    await byLink(app, 'confirmSignup', line[1]!.id);
    await byLink(app, 'cancelSignup', ana.id);
    app.clock.advance(hours(24) - 1);
    await app.runJob('expire-offers');
    expect(await listSignups(app, shift.id)).toEqual(['Ana cancelled', 'Bea offered', 'Cid waitlisted']);
    app.clock.advance(1);
    expect((await byLink(app, 'acceptOffer', line[0]!.id)).refused).toBe('OFFER_EXPIRED');
    await app.runJob('expire-offers');
    await app.runJob('expire-offers');
    expect(await listSignups(app, shift.id)).toEqual(['Ana cancelled', 'Bea expired', 'Cid offered']);
    expect(await mailsOf(app, line[0]!.id)).toEqual(['signup-waitlisted', 'signup-offer', 'signup-expired']);
    expect((await byLink(app, 'acceptOffer', line[0]!.id)).refused).toBe('OFFER_EXPIRED');

    app.clock.advance(hours(25));
    await app.runJob('expire-offers');
    expect(await listSignups(app, shift.id)).toEqual(['Ana cancelled', 'Bea expired', 'Cid expired']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 0, waiting: 0, true: true });
  });

  test('never outlasts the start of the shift, and none is made after it', async () => {
    const { shift, ana, line } = await aLine('Bea', 'Cid');
    for (const { id } of line) await byLink(app, 'confirmSignup', id);
    app.clock.set(new Date(startsAt.valueOf() - hours(2)));
    await byLink(app, 'cancelSignup', ana.id);
    const [row] = await app.db.query('SELECT offer_expires_at FROM events.signup WHERE id = $1', [line[0]!.id]);
    expect(row).toEqual({ offer_expires_at: startsAt });
    app.clock.set(startsAt);
    await app.runJob('expire-offers');
    expect(await listSignups(app, shift.id)).toEqual(['Ana cancelled', 'Bea expired', 'Cid waitlisted']);
  });
});

describe('an address that is not confirmed in time', () => {
  test('frees its place for the waitlist', async () => {
    const shift = await aShift(app.db, { capacity: 1, event: { startsAt } });
    const ana = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Ana' });
    app.clock.advance(hours(12));
    const bea = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Bea' });
    app.clock.advance(hours(12));
    expect((await byLink(app, 'confirmSignup', ana.id)).refused).toBe('SIGNUP_EXPIRED');
    await app.runJob('expire-signups');
    expect(await listSignups(app, shift.id)).toEqual(['Ana expired', 'Bea offered']);
    expect((await byLink(app, 'confirmSignup', ana.id)).refused).toBe('SIGNUP_EXPIRED');
    // The offer has its own deadline, so the end of Bea's confirmation period does no harm.
    app.clock.advance(hours(13));
    await app.runJob('expire-signups');
    expect((await byLink(app, 'acceptOffer', bea.id)).signup?.status).toBe('CONFIRMED');
  });

  test('loses its waitlist position, and the others move up', async () => {
    const { shift, line } = await aLine('Bea', 'Cid');
    await byLink(app, 'confirmSignup', line[1]!.id);
    app.clock.advance(hours(25));
    await app.runJob('expire-signups');
    expect(await listSignups(app, shift.id)).toEqual(['Ana confirmed', 'Bea expired', 'Cid waitlisted']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 1, true: true });
  });

  test('can be used for a new sign-up even before the job runs, and gets its email', async () => {
    const shift = await aShift(app.db, { event: { startsAt } });
    const form = { shiftId: shift.id, name: 'Ana', email: `again-${shift.id}@example.org` };
    const first = await signUpExpectingPlace(app, form);
    app.clock.advance(hours(25));
    const second = await signUpExpectingPlace(app, form);
    expect(second.id).not.toBe(first.id);
    expect(await mailsOf(app, second.id)).toEqual(['signup-confirm']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 0, true: true });
    expect((await byLink(app, 'confirmSignup', second.id)).signup?.status).toBe('CONFIRMED');
  });

  test('gets one reminder halfway and one email at the end, however often the job runs', async () => {
    const shift = await aShift(app.db, { capacity: 1, event: { startsAt } });
    const markSent = () => app.db.query(`UPDATE notifications.mail SET status = 'sent' WHERE status = 'due'`);
    const ana = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Ana' });
    const bea = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Bea' });
    const cid = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Cid' });
    await byLink(app, 'confirmSignup', cid.id);
    await markSent();
    app.clock.advance(hours(11));
    await app.runJob('nudge-unconfirmed');
    expect(await mailsOf(app, ana.id)).toEqual(['signup-confirm']);
    app.clock.advance(hours(2));
    await Promise.all([app.runJob('nudge-unconfirmed'), app.runJob('nudge-unconfirmed')]);
    await app.runJob('nudge-unconfirmed');
    expect(await mailsOf(app, ana.id)).toEqual(['signup-confirm', 'signup-nudge']);
    expect(await mailsOf(app, bea.id)).toEqual(['signup-waitlisted', 'signup-nudge']);
    expect(await mailsOf(app, cid.id)).toEqual(['signup-waitlisted']);
    app.clock.advance(hours(12));
    await app.runJob('expire-signups');
    await Promise.all([app.runJob('nudge-unconfirmed'), app.runJob('nudge-unconfirmed')]);
    await app.runJob('nudge-unconfirmed');
    expect(await mailsOf(app, ana.id)).toEqual(['signup-confirm', 'signup-nudge', 'signup-lapsed']);
    expect(await mailsOf(app, bea.id)).toEqual(['signup-waitlisted', 'signup-nudge', 'signup-lapsed']);
    expect(await mailsOf(app, cid.id)).toEqual(['signup-waitlisted', 'signup-offer']);
  });

  test('gets no reminder if the first email was not sent, or after a new sign-up', async () => {
    const shift = await aShift(app.db, { event: { startsAt } });
    const waitlistedReceipt = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Ana' });
    await app.db.query(`UPDATE notifications.mail SET status = 'bounced' WHERE subject_id = $1`, [
      waitlistedReceipt.id,
    ]);
    const email = `again-${shift.id}-2@example.org`;
    const first = await signUpExpectingPlace(app, { shiftId: shift.id, email });
    await app.db.query(`UPDATE notifications.mail SET status = 'sent' WHERE subject_id = $1`, [first.id]);
    app.clock.advance(hours(25));
    await app.runJob('expire-signups');
    await signUpExpectingPlace(app, { shiftId: shift.id, email });
    await app.runJob('nudge-unconfirmed');
    expect(await mailsOf(app, waitlistedReceipt.id)).toEqual(['signup-confirm']);
    expect(await mailsOf(app, first.id)).toEqual(['signup-confirm']);
  });

  test('frees its place for the waitlist before a concurrent newcomer', async () => {
    const shift = await aShift(app.db, { capacity: 1, event: { startsAt } });
    await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Ana' });
    const bea = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Bea' });
    await byLink(app, 'confirmSignup', bea.id);
    app.clock.advance(hours(25));
    expect(await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Cid' })).toMatchObject({
      status: 'WAITLISTED',
      position: 1,
    });
    expect(await listSignups(app, shift.id)).toEqual(['Ana expired', 'Bea offered', 'Cid waitlisted']);
  });

  test('is left for the next run while its shift is locked', async () => {
    const shift = await aShift(app.db, { event: { startsAt } });
    await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Ana' });
    app.clock.advance(hours(25));
    await app.db.transaction(async (tx) => {
      await tx.query('SELECT FROM events.shift WHERE id = $1 FOR NO KEY UPDATE', [shift.id]);
      await app.runJob('expire-signups');
    });
    expect(await listSignups(app, shift.id)).toEqual(['Ana confirmed']);
    await app.runJob('expire-signups');
    expect(await listSignups(app, shift.id)).toEqual(['Ana expired']);
  });
});

describe('a repeat on the waitlist', () => {
  test('expires when its turn comes, because the person already has a place', async () => {
    const shift = await aShift(app.db, { capacity: 2, event: { startsAt } });
    const { email } = await aSignup(app.db, { shiftId: shift.id, name: 'Ana', now: soon });
    const bea = await aSignup(app.db, { shiftId: shift.id, name: 'Bea', now: soon });
    const repeat = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Ana again', email });
    expect(repeat).toMatchObject({ status: 'WAITLISTED', position: 1 });
    const cid = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Cid' });
    app.clock.advance(minutes(1));
    await byLink(app, 'cancelSignup', bea.id);
    expect(await listSignups(app, shift.id)).toEqual([
      'Ana confirmed',
      'Bea cancelled',
      'Ana again expired',
      'Cid offered',
    ]);
    expect(await mailsOf(app, cid.id)).toEqual(['signup-waitlisted', 'signup-offer']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 2, waiting: 0, true: true });
  });
});

describe('links', () => {
  test('return the original response to a retry with the same key', async () => {
    const { ana } = await aLine();
    const cancelled = await byLink(app, 'cancelSignup', ana.id, 'the-key');
    expect(await byLink(app, 'cancelSignup', ana.id, 'the-key')).toEqual(cancelled);
    expect((await byLink(app, 'confirmSignup', ana.id)).refused).toBe('ALREADY_CANCELLED');
  });

  test('open nothing if tampered with or signed for another purpose', async () => {
    const { ana } = await aLine();
    const token = linkOf(app, ana.id);
    // Only two bits of the last letter count: "xx" and "xw" are the same.
    const forgedToken = `${token.slice(0, -2)}${token.endsWith('xw') ? 'AA' : 'xx'}`;
    for (const invalidToken of [forgedToken, '', 'x', token.slice(2)]) {
      const { data } = await app.graphql<{ mySignup: unknown }>('query ($t: String!) { mySignup(token: $t) { id } }', {
        t: invalidToken,
      });
      expect(data.mySignup).toBeNull();
    }
  });

  test('cannot cancel a sign-up once the shift has started', async () => {
    const { ana } = await aLine();
    app.clock.set(startsAt);
    expect((await byLink(app, 'cancelSignup', ana.id)).refused).toBe('SHIFT_STARTED');
  });

  test('accept feedback from those who attended, and let them change it', async () => {
    const { ana } = await aLine();
    const giveFeedback = (rating: number, comment?: string) =>
      app.graphql<{ giveFeedback: unknown }>('mutation ($i: FeedbackInput!) { giveFeedback(input: $i) { ok } }', {
        i: { token: linkOf(app, ana.id), rating, comment },
      });
    expect((await giveFeedback(5)).errors?.[0]?.extensions.code).toBe('TOO_EARLY');
    app.clock.set(new Date(startsAt.valueOf() + hours(5)));
    expect((await giveFeedback(6)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT' });
    expect((await giveFeedback(3)).data).toEqual({ giveFeedback: { ok: true } });
    expect((await giveFeedback(5, 'It was great.')).data).toEqual({ giveFeedback: { ok: true } });
    expect(await app.db.query('SELECT rating, comment FROM events.feedback WHERE signup_id = $1', [ana.id])).toEqual([
      { rating: 5, comment: 'It was great.' },
    ]);
  });
});
