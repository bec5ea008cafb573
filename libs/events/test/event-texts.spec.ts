import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { aRegistration, aRegistrationForm } from '@upstander/tests/support/registrations.js';
import { aSmsConsent, useFakeSms, type FakeSmsProvider } from '@upstander/tests/support/sms.js';
import { randomUUID } from 'node:crypto';

/** Noon in Los Angeles. */
const now = new Date('2026-11-28T20:00:00Z');
const startsAt = new Date('2026-12-05T18:00:00Z');

let app: TestApp;
let sink: MailSink;
let phone: FakeSmsProvider;

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url, ORGANIZATION_NAME: 'Group' } });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  app.clock.set(now);
  phone = useFakeSms(app);
  sink.received.length = 0;
  await app.db.query('DELETE FROM notifications.mail');
});

interface Due {
  template: string;
  subjectId: string | null;
  recipient: string;
  data?: object;
  /** Version of the wording that the person agreed to. */
  wording?: string;
}

/** Returns the texts to a person who only wants texts, and the number of emails. */
async function deliver({ template, subjectId, recipient, data = {}, wording = '2026-12-02' }: Due) {
  const { id, number } = await aSmsConsent(app.db, { recipient });
  await app.db.query(`DELETE FROM notifications.sms_consent WHERE id = $1`, [id]);
  await app.db.query(
    `INSERT INTO notifications.sms_consent (number, recipient, locale, channel, wording, wording_version, source, given_at)
     VALUES ($1, $2, 'en', 'text', 'Yes.', $3, 'account', '2026-11-01')`,
    [number, recipient, wording],
  );
  await app.db.query(
    `INSERT INTO notifications.mail (key, template, subject_id, recipient, data, due_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [`${template}/${randomUUID()}`, template, subjectId, recipient, data, now],
  );
  await app.runJob('deliver-due-mail');
  await app.runJob('deliver-due-sms');
  return { texts: phone.to(number), emails: sink.received.filter(({ to }) => to === recipient).length };
}

async function aParticipant(parts: Parameters<typeof aRegistration>[2] = {}) {
  const event = await anEvent(app.db, { title: 'Walk', startsAt });
  await aRegistrationForm(app.db, event.id);
  const { id, email } = await aRegistration(app.db, event.id, { now, ...parts });
  return { id, email: email!, eventId: event.id };
}
const aVolunteer = async (status: 'confirmed' | 'cancelled' = 'confirmed') => {
  const event = await anEvent(app.db, { title: 'Packing', startsAt });
  const signup = await aSignup(app.db, { shiftId: (await aShift(app.db, { eventId: event.id })).id, now });
  if (status === 'cancelled')
    await app.db.query(`SELECT events.end_signups(ARRAY[$1::uuid], 'cancelled', $2)`, [signup.id, now]);
  await app.db.query('DELETE FROM notifications.mail');
  return signup;
};

describe('texts about registrations', () => {
  test('confirm and remind; the reminder replaces the email', async () => {
    const { id: subjectId, email: recipient } = await aParticipant();
    expect(await deliver({ template: 'registration-received', subjectId, recipient })).toEqual({
      texts: ["Group: You're registered: Walk, Sat, Dec 5, 10:00 AM. More in your email."],
      emails: 1,
    });
    const other = await aParticipant();
    const reminded = await deliver({ template: 'registration-reminder', subjectId: other.id, recipient: other.email });
    expect(reminded).toMatchObject({ texts: [expect.stringContaining("Don't forget: Walk, Sat, Dec 5")], emails: 0 });
  });

  test('are not sent to people who agreed to texts about volunteering only', async () => {
    const { id: subjectId, email: recipient } = await aParticipant();
    const due = { template: 'registration-reminder', subjectId, recipient, wording: '2026-12-01' };
    expect(await deliver(due)).toEqual({ texts: [], emails: 1 });
  });

  test('are not sent before the owner of the address confirmed the registration', async () => {
    const { id: subjectId, email: recipient } = await aParticipant({ verified: false });
    expect(await deliver({ template: 'registration-received', subjectId, recipient })).toEqual({
      texts: [],
      emails: 1,
    });
  });

  test('announce the cancellation of an organizer, and not that of the participant', async () => {
    const one = await aParticipant({ status: 'cancelled' });
    const about = { template: 'registration-canceled', subjectId: one.id, recipient: one.email };
    expect((await deliver({ ...about, data: { by: 'organizer' } })).texts).toEqual([
      expect.stringContaining('An organizer canceled your registration: Walk'),
    ]);
    const two = await aParticipant({ status: 'cancelled' });
    const own = { template: 'registration-canceled', subjectId: two.id, recipient: two.email };
    expect(await deliver({ ...own, data: { by: 'participant' } })).toEqual({ texts: [], emails: 1 });
  });
});

describe('texts about sign-ups', () => {
  test.each([
    ['organizer', ['Group: An organizer canceled your sign-up: Packing, Sat, Dec 5, 10:00 AM. More in your email.']],
    ['taker', [expect.stringContaining('Someone else has your spot now')]],
    ['volunteer', []],
  ])('announce a cancellation by the %s', async (by, texts) => {
    const { id: subjectId, email: recipient } = await aVolunteer('cancelled');
    expect(await deliver({ template: 'signup-cancelled', subjectId, recipient, data: { by } })).toEqual({
      texts,
      emails: 1,
    });
  });

  test('announce an edit of a series', async () => {
    const { id, email: recipient } = await aVolunteer();
    const data = { signups: [{ id, outcome: 'changed', before: { title: 'Sorting' } }] };
    expect(await deliver({ template: 'series-changed', subjectId: null, recipient, data })).toEqual({
      texts: [
        'Group: Packing: dates you signed up for have changed. The first is now Sat, Dec 5, 10:00 AM. More in your email.',
      ],
      emails: 1,
    });
  });

  test('offer the spot of someone else, with an email for the answer, and tell the giver that it came back', async () => {
    const giver = await aVolunteer();
    const offer = async (status: 'open' | 'declined', email: string) => {
      const [row] = await app.db.query<{ id: string }>(
        `INSERT INTO events.hand_over (signup_id, shift_id, name, email, created_at, expires_at, ended_at, outcome)
         SELECT id, shift_id, 'Max', $2, $3, $4, $5, $6 FROM events.signup WHERE id = $1 RETURNING id`,
        [
          giver.id,
          email,
          now,
          new Date('2026-12-01T20:00:00Z'),
          status === 'open' ? null : now,
          status === 'open' ? null : status,
        ],
      );
      return row!.id;
    };
    const recipient = 'max@example.org';
    const open = { template: 'hand-over-offer', subjectId: await offer('open', recipient), recipient };
    expect(await deliver(open)).toEqual({
      texts: [expect.stringMatching(/Someone wants to hand you a spot: Packing.*Dec 1, 12:00 PM/)],
      emails: 1,
    });
    await app.db.query('DELETE FROM events.hand_over');
    const declined = {
      template: 'hand-over-declined',
      subjectId: await offer('declined', recipient),
      recipient: giver.email,
    };
    expect(await deliver(declined)).toEqual({
      texts: [expect.stringContaining("it's still yours: Packing")],
      emails: 0,
    });
  });
});
