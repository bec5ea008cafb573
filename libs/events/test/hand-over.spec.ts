import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aSignup } from '@upstander/tests/support/factories.js';
import { handOvers, now, startsAt } from '@upstander/tests/support/hand-overs.js';
import { renderSignupEmail } from '@upstander/tests/support/signup-emails.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { byLink, readCounters, listSignups, linkOf, mailsOf } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

const {
  say: runMutation,
  handOver,
  withdraw,
  takeOffer,
  decline,
  tokenOf,
  readOffer: offerStatus,
  reserveForAna,
  newPerson,
  createOffer,
} = handOvers(() => app);

describe('a place offered to a recipient', () => {
  test('is accepted with one click, cancels the giver and leaves the waitlist unchanged', async () => {
    const { shift, ana } = await reserveForAna('Cid');
    const beto = newPerson('Beto');
    const offer = await createOffer(ana, beto);
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes confirmed', 'Cid waitlisted']);
    expect(await offerStatus(offer)).toEqual({ status: 'OPEN', from: 'Ana', overlaps: [] });

    expect(await takeOffer(offer)).toMatchObject({ status: 'CONFIRMED' });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Beto confirmed', 'Cid waitlisted']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 1, true: true });
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
    const email = await renderSignupEmail(app, 'signup-cancelled', ana, { by: 'taker' });
    expect(email?.subject).toContain('Spot given away');
    expect(email?.text).toContain('Beto took your spot');
    expect(email?.ics?.method).toBe('CANCEL');
  });

  test('is accepted once, however often the button is clicked', async () => {
    const { shift, ana } = await reserveForAna();
    const offer = await createOffer(ana, newPerson('Beto'));
    const [one, second] = await Promise.all([takeOffer(offer), takeOffer(offer)]);
    expect([one.status, second.status, (await takeOffer(offer)).status]).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CONFIRMED',
    ]);
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Beto confirmed']);
  });

  test('takes a waitlisted recipient off the waitlist', async () => {
    const { shift, ana } = await reserveForAna();
    const beto = newPerson('Beto');
    await aSignup(app.db, { shiftId: shift.id, name: 'Cid', status: 'waitlisted', now });
    await aSignup(app.db, { shiftId: shift.id, name: 'Beto', email: beto.email, status: 'waitlisted', now });
    expect(await takeOffer(await createOffer(ana, beto))).toMatchObject({ status: 'CONFIRMED' });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Beto confirmed', 'Cid waitlisted']);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 1, true: true });
  });

  test("comes with an email that names the giver, in the recipient's language, with the link", async () => {
    const { ana } = await reserveForAna();
    const beto = newPerson('Beto');
    await aSignup(app.db, { email: beto.email, locale: 'es', now });
    const offer = await createOffer(ana, beto);
    const rows = await app.db.query<{ template: string; recipient: string; locale: string }>(
      'SELECT template, recipient, locale FROM notifications.mail WHERE subject_id = $1 ORDER BY due_at',
      [offer],
    );
    expect(rows).toEqual([
      { template: 'hand-over-offer', recipient: beto.email, locale: 'es' },
      { template: 'hand-over-expired', recipient: ana.email, locale: 'en' },
    ]);
    for (const locale of ['en', 'es'] as const) {
      const letter = await renderSignupEmail(app, 'hand-over-offer', { id: offer }, {}, locale);
      expect(letter?.subject).toContain('Ana');
      expect(letter?.text).toContain(`/take/${tokenOf(offer)}`);
      expect(letter?.text).toContain('Beto');
    }
  });

  test('rejects a name that does not look like one', async () => {
    const { ana } = await reserveForAna();
    const to = { name: 'win www.prize.example', email: 'prize@example.org' };
    expect(await handOver(ana, to)).toMatchObject({
      refused: 'BAD_INPUT',
      details: { fields: { name: 'not-a-name' } },
    });
  });
});

describe('an offer that is not accepted', () => {
  test('can be declined: the giver keeps the place, is notified once, and no one can accept later', async () => {
    const { shift, ana } = await reserveForAna('Cid');
    const offer = await createOffer(ana, newPerson('Beto'));
    expect(await decline(offer)).toMatchObject({ refused: null });
    expect(await decline(offer)).toMatchObject({ refused: null });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes confirmed', 'Cid waitlisted']);
    expect(await takeOffer(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'declined' } });
    const letter = await renderSignupEmail(app, 'hand-over-declined', { id: offer });
    expect(letter?.text).toContain('Beto can’t come');
    expect(await renderSignupEmail(app, 'hand-over-offer', { id: offer })).toBeNull();
  });

  test('expires and only then notifies the giver', async () => {
    const { ana } = await reserveForAna();
    const offer = await createOffer(ana, newPerson('Beto'));
    expect(await renderSignupEmail(app, 'hand-over-expired', { id: offer })).toBeNull();
    app.clock.advance(hours(72));
    expect(await takeOffer(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'expired' } });
    expect((await renderSignupEmail(app, 'hand-over-expired', { id: offer }))?.text).toMatch(
      /didn’t\s+answer\s+in\s+time/,
    );
  });

  test('never outlasts the start of the shift', async () => {
    const { ana } = await reserveForAna();
    app.clock.set(new Date(startsAt.valueOf() - hours(2)));
    const offer = await createOffer(ana, newPerson('Beto'));
    app.clock.set(startsAt);
    expect(await takeOffer(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'expired' } });
    expect(await handOver(ana, newPerson('Cid'))).toMatchObject({ refused: 'SHIFT_STARTED' });
  });

  test('can be withdrawn by the giver', async () => {
    const { shift, ana } = await reserveForAna();
    const offer = await createOffer(ana, newPerson('Beto'));
    expect(await withdraw(ana, offer)).toMatchObject({ status: 'CONFIRMED' });
    expect(await takeOffer(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'withdrawn' } });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes confirmed']);
  });

  test('ends when the giver cancels, and the place goes to the waitlist', async () => {
    const { shift, ana } = await reserveForAna('Cid');
    const offer = await createOffer(ana, newPerson('Beto'));
    await byLink(app, 'cancelSignup', ana.id);
    expect(await takeOffer(offer)).toMatchObject({ refused: 'HAND_OVER_ENDED', details: { status: 'gone' } });
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Cid offered']);
  });

  test('is not found by anyone else', async () => {
    const [one, second] = [await reserveForAna(), await reserveForAna()];
    const offer = await createOffer(one.ana, newPerson('Beto'));
    expect(await withdraw(second.ana, offer)).toMatchObject({ refused: 'NOT_FOUND' });
    expect(
      await runMutation('takeHandedOver', 'AnswerHandOverInput', { token: linkOf(app, one.ana.id) }),
    ).toMatchObject({
      refused: 'NOT_FOUND',
    });
  });
});
