import { ShiftTimetables } from '@upstander/events';
import { segmentsOf } from '@upstander/money';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { byLink } from '../support/sign-ups.js';
import { hours } from '../support/movable-clock.js';
import { aNumber, aSmsConsent, receiveSms, useFakeSms, type FakeSmsProvider } from '../support/sms.js';

/** Saturday, December 5, 10 a.m. in Los Angeles. */
const startsAt = new Date('2026-12-05T18:00:00Z');
const weekBefore = '2026-11-28T20:00:00Z';
const dayBefore = '2026-12-04T19:00:00Z';
const sameDay = '2026-12-05T16:00:00Z';

let app: TestApp;
let sink: MailSink;
let phone: FakeSmsProvider;

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url, ORGANIZATION_NAME: 'Women’s Rights Group' } });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(() => {
  phone = useFakeSms(app);
  app.clock.set(weekBefore);
  sink.received.length = 0;
});

interface Volunteer {
  id: string;
  email: string;
  number: string;
}

const deliver = async () => {
  await app.runJob('make-due-reminders');
  await app.runJob('deliver-due-mail');
  await app.runJob('deliver-due-sms');
  await app.runJob('deliver-due-mail');
};
const at = async (time: string) => {
  app.clock.set(time);
  await deliver();
};

/** Creates a shift with one spot and reminders. */
async function aShiftWithReminders(title = 'Care kit packing') {
  const event = await anEvent(app.db, { title, startsAt });
  const shift = await aShift(app.db, { eventId: event.id, capacity: 1 });
  await app.db.transaction((tx) => app.nest.get(ShiftTimetables).set(tx, [shift.id]));
  return { ...shift, eventId: event.id };
}

async function aVolunteer(
  shiftId: string,
  status: 'confirmed' | 'waitlisted',
  texts: { locale?: 'en' | 'es'; channel?: 'text' | 'both' } | null = {},
): Promise<Volunteer> {
  const { id, email } = await aSignup(app.db, { shiftId, status, now: app.clock.now() });
  const number = aNumber();
  if (texts) await aSmsConsent(app.db, { recipient: email, number, ...texts });
  return { id, email, number };
}

const statusOf = async ({ id }: Volunteer) =>
  (await app.db.query<{ status: string }>('SELECT status FROM events.signup WHERE id = $1', [id]))[0]?.status;
const emailsTo = ({ email }: Volunteer) => sink.received.filter(({ to }) => to === email).length;
const lastText = ({ number }: Volunteer) => phone.to(number).at(-1);
const says = ({ number }: Volunteer, body: string) => receiveSms(app, number, body);

test('"2" frees a spot, and the next in line is offered it by text and takes it with "1"', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  const bea = await aVolunteer(shift.id, 'waitlisted');
  await at(dayBefore);
  expect(lastText(ana)).toBe(
    "Women's Rights Group: You're signed up for Care kit packing, Sat, Dec 5, 10:00 AM. Reply 1 for yes, 2 if you can't come.",
  );
  expect([emailsTo(ana), phone.to(bea.number).length]).toEqual([0, 0]);
  expect(await says(ana, '2')).toContain('we canceled your spot: Care kit packing, Sat, Dec 5, 10:00 AM');
  expect([await statusOf(ana), await statusOf(bea)]).toEqual(['cancelled', 'offered']);
  await deliver();
  expect(lastText(bea)).toMatch(
    /A spot is free: Care kit packing, Sat, Dec 5, 10:00 AM\. Reply 1 to take it, 2 to pass, by /,
  );
  expect(await says(bea, '1')).toContain('The spot is yours');
  expect(await statusOf(bea)).toBe('confirmed');
  await at(sameDay);
  expect(lastText(bea)).toContain('Today at 10:00 AM: Care kit packing');
  expect(phone.to(ana.number)).toHaveLength(1);
});

test('the next in line is offered the spot by email if they chose email', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  const cid = await aVolunteer(shift.id, 'waitlisted', null);
  await at(dayBefore);
  await says(ana, '2');
  await deliver();
  expect([await statusOf(cid), emailsTo(cid), phone.to(cid.number).length]).toEqual(['offered', 1, 0]);
});

test('"2" to an offer passes it on', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  const bea = await aVolunteer(shift.id, 'waitlisted');
  const cid = await aVolunteer(shift.id, 'waitlisted');
  await at(dayBefore);
  await says(ana, '2');
  await deliver();
  expect(await says(bea, '2')).toContain('the spot goes to the next person');
  await deliver();
  expect([await statusOf(bea), await statusOf(cid)]).toEqual(['cancelled', 'offered']);
  expect(lastText(cid)).toContain('A spot is free');
});

test('"1" confirms, and "2" afterward still cancels', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  await at(dayBefore);
  expect(await says(ana, '1')).toContain('Thank you! See you Sat, Dec 5, 10:00 AM: Care kit packing.');
  expect(await statusOf(ana)).toBe('confirmed');
  expect(await says(ana, '2')).toContain('we canceled your spot');
  expect(await statusOf(ana)).toBe('cancelled');
});

test('STOP between two reminders: the second comes by email, and the spot stays', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  await at(dayBefore);
  expect(await says(ana, 'CANCEL')).toContain("won't get any more texts");
  await at(sameDay);
  expect([phone.to(ana.number).length, emailsTo(ana), await statusOf(ana)]).toEqual([1, 1, 'confirmed']);
});

test('an offer at 9:01 p.m. is emailed right away and texted at 8:00 a.m.', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  const bea = await aVolunteer(shift.id, 'waitlisted');
  app.clock.set('2026-12-03T05:01:00Z');
  await byLink(app, 'cancelSignup', ana.id);
  await deliver();
  expect([await statusOf(bea), phone.to(bea.number).length, emailsTo(bea)]).toEqual(['offered', 0, 1]);
  await at('2026-12-03T15:59:00Z');
  expect(phone.to(bea.number)).toEqual([]);
  await at('2026-12-03T16:00:00Z');
  expect([phone.to(bea.number).length, emailsTo(bea)]).toEqual([1, 1]);
});

test('answers after the start, or about a canceled event, get a clear text', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  await at(sameDay);
  app.clock.set('2026-12-05T18:00:01Z');
  expect(await says(ana, '2')).toContain("It's too late");
  expect(await statusOf(ana)).toBe('confirmed');
});

test('an answer to an offer that has gone to someone else says so', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  const bea = await aVolunteer(shift.id, 'waitlisted');
  await at(dayBefore);
  await says(ana, '2');
  await deliver();
  await app.db.query(
    `UPDATE events.signup SET status = 'expired', ended_at = $2, offer_expires_at = $2 WHERE id = $1`,
    [bea.id, app.clock.now()],
  );
  expect(await says(bea, '1')).toContain('This spot is no longer yours: Care kit packing');
});

test('"1" to an offer of a shift at the same time as another is not taken by text', async () => {
  const [first, second] = [await aShiftWithReminders(), await aShiftWithReminders('Court watch')];
  const ana = await aVolunteer(second.id, 'confirmed');
  const bea = await aVolunteer(second.id, 'waitlisted');
  const { id: otherId } = await aSignup(app.db, { shiftId: first.id, email: bea.email, now: app.clock.now() });
  await at(dayBefore);
  app.clock.advance(hours(1));
  await says(ana, '2');
  await deliver();
  expect(await says(bea, '1')).toContain('Please use the link in our email: Court watch');
  expect([await statusOf(bea), await statusOf({ ...bea, id: otherId })]).toEqual(['offered', 'confirmed']);
});

test('a canceled event is texted and emailed, because the email has the calendar entry', async () => {
  const shift = await aShiftWithReminders();
  const ana = await aVolunteer(shift.id, 'confirmed');
  await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [shift.eventId]);
  await app.db.query(
    `INSERT INTO notifications.mail (key, template, subject_id, recipient, due_at) VALUES ('event-cancelled/' || $1, 'event-cancelled', $1::uuid, $2, $3)`,
    [ana.id, ana.email, app.clock.now()],
  );
  await deliver();
  expect(lastText(ana)).toBe(
    "Women's Rights Group: Care kit packing, Sat, Dec 5, 10:00 AM, is canceled. More in your email.",
  );
  expect(emailsTo(ana)).toBe(1);
  expect(await says(ana, '2')).toContain('too late');
});

test('texts are in the language of the consent and fit one segment, also with a long title', async () => {
  const shift = await aShiftWithReminders('Preparación de paquetes de ayuda para familias que salen de casa con prisa');
  const ana = await aVolunteer(shift.id, 'confirmed', { locale: 'es' });
  await at(dayBefore);
  const text = lastText(ana)!;
  expect(text).toContain('Responde 1 si vienes, 2 si no puedes.');
  expect(segmentsOf(text)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
});
