import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup } from '@upstander/tests/support/factories.js';
import { handOvers, now, startsAt } from '@upstander/tests/support/hand-overs.js';
import { renderSignupEmail } from '@upstander/tests/support/signup-emails.js';
import { readCounters } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

const { say: runMutation, takeOffer, tokenOf, newPerson: newPerson, createOffer } = handOvers(() => app);

/** A full shift with three places: Ana and her guests Bo and Cy. */
async function anasParty() {
  const shift = await aShift(app.db, { capacity: 3, event: { startsAt } });
  await app.db.query('UPDATE events.event SET max_guests = 4 WHERE id = $1', [shift.eventId]);
  const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', now });
  await app.db.query(`UPDATE events.signup SET guests = 2, guest_names = '{Bo,Cy}' WHERE id = $1`, [ana.id]);
  await app.db.query('UPDATE events.shift SET taken = 3 WHERE id = $1', [shift.id]);
  return { shift, ana };
}
const takeWithoutGuests = (offer: string) =>
  runMutation('takeHandedOver', 'AnswerHandOverInput', { token: tokenOf(offer), withGuests: false });
const signupOf = async (email: string) =>
  (
    await app.db.query<{ id: string; guests: number; names: string[] }>(
      `SELECT u.id, u.guests, u.guest_names AS names FROM events.signup u
         JOIN volunteers.volunteer v ON v.id = u.volunteer_id
       WHERE v.email = $1 AND u.status = 'confirmed'`,
      [email],
    )
  )[0]!;

test('hands the guests over with the place, in line with emails and roster', async () => {
  const { shift, ana } = await anasParty();
  const ben = newPerson('Ben');
  const offer = await createOffer(ana, ben);
  const { data } = await app.graphql<{ handOverOffer: object }>(
    'query ($t: String!) { handOverOffer(token: $t) { guests guestNames waitlistedGuests } }',
    { t: tokenOf(offer) },
  );
  expect(data.handOverOffer).toEqual({ guests: 2, guestNames: ['Bo', 'Cy'], waitlistedGuests: 0 });
  const offerMail = await renderSignupEmail(app, 'hand-over-offer', { id: offer });
  expect(offerMail?.text).toContain('2 guests (Bo, Cy) would come with you. You can also take the spot without them.');
  expect(offerMail?.text).not.toContain('With you');

  expect(await takeOffer(offer)).toMatchObject({ status: 'CONFIRMED' });
  const bens = await signupOf(ben.email);
  expect(bens).toMatchObject({ guests: 2, names: ['Bo', 'Cy'] });
  expect(await readCounters(app, shift.id)).toEqual({ taken: 3, waiting: 0, true: true });
  expect((await renderSignupEmail(app, 'signup-confirm', bens))?.text).toMatch(/With you:? 2 guests \(Bo, Cy\)/);
  const [email] = await app.db.query<{ data: Record<string, unknown> }>(
    `SELECT data FROM notifications.mail WHERE template = 'signup-cancelled' AND subject_id = $1`,
    [ana.id],
  );
  for (const locale of ['en', 'es'] as const) {
    const letter = await renderSignupEmail(app, 'signup-cancelled', ana, email!.data, locale);
    expect(letter?.text).toContain({ en: 'Your 2 guests (Bo, Cy) will come with Ben.', es: 'irán con Ben' }[locale]);
    expect(letter?.text).not.toMatch(/With you|Acompañantes/);
  }
});

test('gives one place to a recipient who declines the guests, offers the rest to the waitlist, and tells the giver', async () => {
  const { shift, ana } = await anasParty();
  await aSignup(app.db, { shiftId: shift.id, name: 'Wim', status: 'waitlisted', now });
  const ben = newPerson('Ben');
  expect(await takeWithoutGuests(await createOffer(ana, ben))).toMatchObject({ status: 'CONFIRMED' });
  expect(await signupOf(ben.email)).toMatchObject({ guests: 0, names: [] });
  const lines = await app.db.query<{ line: string }>(
    `SELECT name || ' ' || status || ' +' || guests AS line FROM events.signup WHERE shift_id = $1 ORDER BY name`,
    [shift.id],
  );
  expect(lines.map(({ line }) => line)).toEqual(['Ana Reyes cancelled +2', 'Ben confirmed +0', 'Wim offered +0']);
  expect(await readCounters(app, shift.id)).toMatchObject({ taken: 2, waiting: 0 });
  const letter = await renderSignupEmail(app, 'signup-cancelled', ana, { by: 'taker', guests: 0 });
  expect(letter?.text).toContain('Ben took your spot alone: your 2 guests (Bo, Cy) no longer have a spot.');
});

test('tells a recipient that their own waitlisted guests leave the waitlist', async () => {
  const { shift, ana } = await anasParty();
  const ben = newPerson('Ben');
  const waitlistedSignup = await aSignup(app.db, {
    shiftId: shift.id,
    name: 'Ben',
    email: ben.email,
    status: 'waitlisted',
    now,
  });
  await app.db.query('UPDATE events.signup SET guests = 1 WHERE id = $1', [waitlistedSignup.id]);
  const offer = await createOffer(ana, ben);
  const { data } = await app.graphql<{ handOverOffer: object }>(
    'query ($t: String!) { handOverOffer(token: $t) { guests waitlistedGuests } }',
    { t: tokenOf(offer) },
  );
  expect(data.handOverOffer).toEqual({ guests: 2, waitlistedGuests: 1 });
  expect(await takeOffer(offer)).toMatchObject({ status: 'CONFIRMED' });
  expect(await signupOf(ben.email)).toMatchObject({ id: waitlistedSignup.id, guests: 2, names: ['Bo', 'Cy'] });
  expect(await readCounters(app, shift.id)).toEqual({ taken: 3, waiting: 0, true: true });
});

test('tells a giver who hands a party to the waitlist that the guests lost their places too', async () => {
  const { ana } = await anasParty();
  await app.db.query(`UPDATE events.signup SET status = 'cancelled' WHERE id = $1`, [ana.id]);
  const letter = await renderSignupEmail(app, 'signup-cancelled', ana, { by: 'waitlist' });
  expect(letter?.text).toContain('Your 2 guests (Bo, Cy) no longer have a spot either.');
  expect(letter?.text).not.toContain('With you');
});

test('hands a group over with its names and minors', async () => {
  const { shift, ana } = await anasParty();
  await app.db.query(`UPDATE events.signup SET group_name = 'Class 8b', minor_guests = 1 WHERE id = $1`, [ana.id]);
  const ben = newPerson('Ben');
  const offer = await createOffer(ana, ben);
  expect(await takeOffer(offer)).toMatchObject({ status: 'CONFIRMED' });
  const [taken] = await app.db.query(
    `SELECT u.group_name, u.minor_guests, u.guests, u.guest_names FROM events.signup u WHERE u.id = $1`,
    [(await signupOf(ben.email)).id],
  );
  expect(taken).toEqual({ group_name: 'Class 8b', minor_guests: 1, guests: 2, guest_names: ['Bo', 'Cy'] });
  expect(await readCounters(app, shift.id)).toEqual({ taken: 3, waiting: 0, true: true });
});
