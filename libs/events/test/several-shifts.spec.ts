import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup } from '@upstander/tests/support/factories.js';
import { icsEvent, renderSignupEmail } from '@upstander/tests/support/signup-emails.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { createShiftsInRow, signUpForShifts } from '@upstander/tests/support/several-shifts.js';
import { byLink, readCounters, linkOf, mailsOf } from '@upstander/tests/support/sign-ups.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000', SIGN_UP_MAILS_PER_HOUR: '6' } });
});
afterEach(() => app.clock.release());
afterAll(() => app.close());

const nextYear = new Date().getUTCFullYear() + 1;
let day = 20;
const createShiftsInARow = (...capacities: number[]) =>
  createShiftsInRow(app, capacities, new Date(Date.UTC(nextYear, 4, 1, 17) + days((day += 1))));

/** Returns "taken+waiting" for each shift. */
const takenCounts = async (ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => readCounters(app, id)))).map(({ taken, waiting }) => `${taken}+${waiting}`);

const verifiedOf = async (ids: Array<string | undefined>) =>
  (
    await app.db.query<{ proven: boolean }>(
      'SELECT proven_at IS NOT NULL AS proven FROM events.signup WHERE id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], id)',
      [ids],
    )
  ).map(({ proven: isProven }) => isProven);

describe('signing up for several shifts', () => {
  test('takes as many places as there are, with an outcome per shift', async () => {
    const { ids } = await createShiftsInARow(3, 1, 3);
    await aSignup(app.db, { shiftId: ids[1] });
    const { told: refusalCodes, outcomes } = await signUpForShifts(app, [ids[2]!, ids[1]!, ids[0]!]);
    expect(refusalCodes).toEqual(['CONFIRMED', 'WAITLISTED', 'CONFIRMED']);
    expect(outcomes.map(({ shiftId }) => shiftId)).toEqual([ids[2], ids[1], ids[0]]);
    expect(outcomes[1]?.signup?.position).toBe(1);
    expect(await takenCounts(ids)).toEqual(['1+0', '1+1', '1+0']);
  });

  test('takes none with allOrNothing if one of them is full', async () => {
    const { ids } = await createShiftsInARow(3, 1, 3);
    await aSignup(app.db, { shiftId: ids[1] });
    const { refused, details } = await signUpForShifts(app, ids, { allOrNothing: true });
    expect(refused).toBe('NOT_ALL_FREE');
    expect(details).toEqual({ shiftIds: [ids[1]] });
    expect(await takenCounts(ids)).toEqual(['0+0', '1+0', '0+0']);
    expect((await signUpForShifts(app, [ids[0]!, ids[2]!], { allOrNothing: true })).told).toEqual([
      'CONFIRMED',
      'CONFIRMED',
    ]);
  });

  test('returns a refusal next to the successful sign-ups, and fails if all are refused', async () => {
    const { ids } = await createShiftsInARow(3, 3);
    await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [ids[1]]);
    expect((await signUpForShifts(app, ids)).told).toEqual(['CONFIRMED', 'AGE_NEEDED']);
    expect((await signUpForShifts(app, [ids[1]!])).refused).toBe('AGE_NEEDED');
    expect((await signUpForShifts(app, ids, { allOrNothing: true })).refused).toBe('AGE_NEEDED');
    expect((await signUpForShifts(app, ids, { oldEnough: true, guests: 0 })).told).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(await takenCounts(ids)).toEqual(['2+0', '1+0']);
  });

  test('refuses two overlapping shifts before taking any place, and names both', async () => {
    const startsAt = new Date(`${nextYear}-09-01T17:00:00Z`);
    const one = await aShift(app.db, { role: 'Setup', event: { startsAt, title: 'Fair' } });
    const second = await aShift(app.db, { role: 'Talks', eventId: one.eventId });
    const { refused, details } = await signUpForShifts(app, [one.id, second.id]);
    expect(refused).toBe('CHOSEN_OVERLAP');
    expect((details['shifts'] as Array<{ role: string }>).map(({ role }) => role).sort()).toEqual(['Setup', 'Talks']);
    expect(await takenCounts([one.id, second.id])).toEqual(['0+0', '0+0']);
  });

  test('ignores a retry, and refuses the same key for a different request', async () => {
    const { ids } = await createShiftsInARow(3, 3);
    const person = { name: 'Bo', email: 'bo-again@example.org' };
    const request = { person, idempotencyKey: 'several-bo' };
    const first = await signUpForShifts(app, ids, request);
    expect(await signUpForShifts(app, ids, request)).toMatchObject({ outcomes: first.outcomes });
    expect((await signUpForShifts(app, [ids[0]!], request)).refused).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await takenCounts(ids)).toEqual(['1+0', '1+0']);
  });

  test('refuses zero shifts and more than ten', async () => {
    const elevenIds = Array.from({ length: 11 }, (_, n) => `3b241101-e2bb-4255-8caf-4136c566a9${n + 10}`);
    expect((await signUpForShifts(app, [])).details).toEqual({ fields: { shiftIds: 'out-of-range' } });
    expect((await signUpForShifts(app, elevenIds)).details).toEqual({ fields: { shiftIds: 'out-of-range' } });
  });
});

describe('the email about several shifts', () => {
  test('names each shift, has one calendar file for all places, and confirms all with one link', async () => {
    const { ids, event } = await createShiftsInARow(3, 1, 3);
    await aSignup(app.db, { shiftId: ids[1] });
    const { outcomes } = await signUpForShifts(app, ids);
    const receipts = outcomes.map(({ signup }) => signup!);
    expect(await Promise.all(receipts.map(({ id }) => mailsOf(app, id)))).toEqual([['signup-together'], [], []]);
    const letter = await renderSignupEmail(app, 'signup-together', receipts[0]!);
    expect(letter?.subject).toBe('Please confirm your shifts: Care kit packing');
    for (const part of ['Part 1', 'Number 1 on the waitlist', 'Part 2', 'Part 3']) expect(letter?.text).toContain(part);
    expect(letter?.ics?.content.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(icsEvent(letter)).toBeDefined();
    expect((await renderSignupEmail(app, 'signup-together', receipts[0]!, {}, 'es'))?.subject).toMatch(
      /^Confirma tus turnos/,
    );

    expect(await verifiedOf(receipts.map(({ id }) => id))).toEqual([false, false, false]);
    expect((await byLink(app, 'confirmSignup', receipts[2]!.id)).refused).toBeNull();
    expect(await verifiedOf(receipts.map(({ id }) => id))).toEqual([true, true, true]);
    expect((await renderSignupEmail(app, 'signup-together', receipts[0]!))?.subject).toBe(
      'Your shifts: Care kit packing',
    );

    const { data } = await app.graphql<{ mySignup: { relatedSignups: Array<{ role: string; token: string }> } }>(
      'query ($token: String!) { mySignup(token: $token) { relatedSignups { role token } } }',
      { token: linkOf(app, receipts[0]!.id) },
    );
    expect(data.mySignup.relatedSignups.map(({ role }) => role)).toEqual(['Part 2', 'Part 3']);
    expect(data.mySignup.relatedSignups[0]?.token).toBe(linkOf(app, receipts[1]!.id));
    await app.db.query(`UPDATE events.event SET status = 'cancelled', cancel_reason = 'Rain' WHERE id = $1`, [
      event.id,
    ]);
    expect(await renderSignupEmail(app, 'signup-together', receipts[0]!)).toBeNull();
  });

  test('leaves an overlapping sign-up unconfirmed, and its own page refuses it', async () => {
    const { ids, shifts } = await createShiftsInARow(3, 3);
    const email = 'cy-overlap@example.org';
    await aSignup(app.db, { email, shift: { event: { startsAt: shifts[1]!.startsAt } } });
    const { outcomes } = await signUpForShifts(app, ids, { person: { name: 'Cy', email } });
    const [first, second] = outcomes.map(({ signup }) => signup!);
    expect((await byLink(app, 'confirmSignup', first!.id)).refused).toBeNull();
    expect(await verifiedOf([first!.id, second!.id])).toEqual([true, false]);
    expect((await byLink(app, 'confirmSignup', second!.id)).refused).toBe('OVERLAPPING_SHIFT');
  });

  test('counts toward the hourly limit for an address', async () => {
    const person = { name: 'Dee', email: 'dee-often@example.org' };
    const [first] = (await signUpForShifts(app, (await createShiftsInARow(3, 3)).ids, { person })).outcomes;
    for (let n = 0; n < 3; n += 1) await signUpForShifts(app, (await createShiftsInARow(3, 3, 3)).ids, { person });
    const last = (await signUpForShifts(app, (await createShiftsInARow(3, 3)).ids, { person })).outcomes[0];
    expect(await mailsOf(app, first!.signup!.id)).toEqual(['signup-together']);
    expect(await mailsOf(app, last!.signup!.id)).toEqual([]);
  });

  test('is followed by one reminder if not confirmed', async () => {
    app.clock.set(new Date('2027-03-01T12:00:00Z'));
    const { outcomes } = await signUpForShifts(app, (await createShiftsInARow(3, 3)).ids);
    await app.db.query(
      `UPDATE notifications.mail SET status = 'sent', sent_at = $1 WHERE template = 'signup-together'`,
      [app.clock.now()],
    );
    app.clock.set(new Date('2027-03-02T06:00:00Z'));
    await app.runJob('nudge-unconfirmed');
    const mails = await Promise.all(outcomes.map(({ signup }) => mailsOf(app, signup!.id)));
    expect(mails.flat().filter((template) => template === 'signup-nudge')).toHaveLength(1);
  });

  const findLapsedMails = (email: string) => renderPendingEmails(app, { recipient: email, template: 'signup-lapsed' });
  const markFirstMailsSent = () =>
    app.db.query(`UPDATE notifications.mail SET status = 'sent', sent_at = $1 WHERE template = 'signup-together'`, [
      app.clock.now(),
    ]);

  test('is followed by one email for all expired sign-ups, which removes their calendar entries', async () => {
    app.clock.set(new Date('2027-03-01T12:00:00Z'));
    const email = 'lapsed-together@example.org';
    const { ids, event } = await createShiftsInARow(3, 3, 1);
    await aSignup(app.db, { shiftId: ids[2]!, now: app.clock.now() });
    const { outcomes } = await signUpForShifts(app, ids, { person: { name: 'Ana Reyes', email } });
    await markFirstMailsSent();
    app.clock.set(new Date('2027-03-02T13:00:00Z'));
    await app.runJob('expire-signups');
    await Promise.all([app.runJob('nudge-unconfirmed'), app.runJob('nudge-unconfirmed')]);
    await app.runJob('nudge-unconfirmed');
    const [mail, ...otherMails] = await findLapsedMails(email);
    expect(otherMails).toEqual([]);
    expect(mail!.subject).toBe('Not confirmed in time: Care kit packing');
    expect(mail!.text).toContain('You signed up for these shifts');
    for (const part of ['Part 1', 'Part 2', 'Part 3', `/events/${event.slug}#sign-up`])
      expect(mail!.text).toContain(part);
    const [row] = await app.db.query<{ data: Record<string, unknown> }>(
      `SELECT data FROM notifications.mail WHERE recipient = $1 AND template = 'signup-lapsed'`,
      [email],
    );
    const [one, second, three] = outcomes.map(({ signup }) => signup!);
    const content = await renderSignupEmail(app, 'signup-lapsed', one!, row!.data);
    expect(content!.ics!.content).toContain(second!.id);
    // Waitlisted sign-ups were in no calendar.
    expect([content!.ics!.method, content!.ics!.content.includes(three!.id)]).toEqual(['CANCEL', false]);
    expect((await renderSignupEmail(app, 'signup-lapsed', one!, row!.data, 'es'))!.text).toContain(
      'Te inscribiste en estos turnos',
    );
  });

  test('expires with one email after the last deadline, about the unconfirmed sign-ups only', async () => {
    app.clock.set(new Date('2027-03-01T12:00:00Z'));
    const person = { name: 'Bea Reyes', email: 'lapsed-in-part@example.org' };
    const { ids } = await createShiftsInARow(3, 3, 3, 3);
    const { outcomes } = await signUpForShifts(app, ids, { person });
    const [one, secondId, three, four] = outcomes.map(({ signup }) => signup!.id);
    await markFirstMailsSent();
    const set = (id: string | undefined, sql: string) =>
      app.db.query(`UPDATE events.signup SET ${sql} WHERE id = $1`, [id]);
    await set(one, `proven_at = now(), expires_at = NULL`);
    await set(secondId, `expires_at = '2027-03-01T14:00:00Z'`);
    await set(three, `expires_at = '2027-03-01T14:00:00Z'`);
    app.clock.set(new Date('2027-03-01T15:00:00Z'));
    await app.runJob('expire-signups');
    await app.runJob('nudge-unconfirmed');
    expect(await findLapsedMails(person.email)).toEqual([]);
    await signUpForShifts(app, [ids[2]!], { person });
    await set(four, `proven_at = now(), expires_at = NULL`);
    await app.runJob('nudge-unconfirmed');
    const [mail, ...otherMails] = await findLapsedMails(person.email);
    expect(otherMails).toEqual([]);
    // For a single expired sign-up, the subject is the usual one.
    expect(mail!.subject).toContain('Care kit packing (Part 2), ');
    for (const part of ['Part 1', 'Part 3', 'Part 4']) expect(mail!.text).not.toContain(part);
  });
});

describe('an identified volunteer', () => {
  test('gets confirmed places immediately, with refusals for overlapping shifts', async () => {
    const { ids, shifts } = await createShiftsInARow(3, 3, 3);
    const ana = await aSignup(app.db, { name: 'Ana Reyes', shift: { event: { startsAt: shifts[2]!.startsAt } } });
    const token = linkOf(app, ana.id);
    const { told: refusalCodes, outcomes } = await signUpForShifts(app, ids, { token });
    expect(refusalCodes).toEqual(['CONFIRMED', 'CONFIRMED', 'OVERLAPPING_SHIFT']);
    expect(await verifiedOf([outcomes[0]?.signup?.id, outcomes[1]?.signup?.id])).toEqual([true, true]);
    expect((await renderSignupEmail(app, 'signup-together', outcomes[0]!.signup!))?.subject).toMatch(/^Your shifts/);
    expect(await takenCounts(ids)).toEqual(['1+0', '1+0', '0+0']);
  });

  test('gets no place with allOrNothing if one overlaps', async () => {
    const { ids, shifts } = await createShiftsInARow(3, 3);
    const ana = await aSignup(app.db, { shift: { event: { startsAt: shifts[1]!.startsAt } } });
    const { refused } = await signUpForShifts(app, ids, { token: linkOf(app, ana.id), allOrNothing: true });
    expect(refused).toBe('OVERLAPPING_SHIFT');
    expect(await takenCounts(ids)).toEqual(['0+0', '0+0']);
  });

  test('is required: refuses without a name, link or session', async () => {
    const { ids } = await createShiftsInARow(3, 3);
    expect((await signUpForShifts(app, ids, { person: null })).refused).toBe('NOT_KNOWN');
  });
});
