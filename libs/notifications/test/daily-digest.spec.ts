import { MailTemplates, PreferenceLinks, type MailRow } from '@upstander/notifications';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { header, startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { aMail, mailRow } from '@upstander/tests/support/mails.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';
import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';

/** 10 a.m. on Tuesday in Los Angeles, 1 p.m. in New York. */
const now = new Date('2026-12-01T18:00:00Z');
const morning = new Date('2026-12-02T16:05:00Z');
const morningInNewYork = new Date('2026-12-02T13:05:00Z');

let app: TestApp;
let sink: MailSink;
let email: string;

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url } });
  defineThanks('thanks', true);
  defineThanks('urgent-thanks', false);
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  app.clock.set(now);
  sink.received.length = 0;
  await app.db.query('DELETE FROM notifications.mail');
  email = `${randomUUID()}@example.org`;
});

/** Defines an email whose text is in its row. A row with `gone` is skipped. */
function defineThanks(name: string, canWait: boolean): void {
  app.nest.get(MailTemplates).define<MailRow['data']>({
    name,
    topic: 'thank_yous',
    ...(canWait && { digest: 'link' }),
    by: ({ id }) => id,
    load: async (_, mails) => {
      const rows = await app.db.query<{ id: string; data: MailRow['data'] }>(
        `SELECT id, data FROM notifications.mail WHERE id = ANY ($1::uuid[]) AND NOT data ? 'gone'`,
        [mails.map(({ id }) => id)],
      );
      return new Map(rows.map(({ id, data }) => [id, data]));
    },
    write: (data, locale) => ({
      subject: `${String(data['subject'])} (${locale})`,
      heading: 'Thanks',
      blocks: [{ buttons: [{ label: 'Look', url: `https://example.org/${String(data['subject'])}` }] }],
    }),
  });
}

const thanks = (subject: string, more: object = {}) =>
  aMail(app.db, { template: 'thanks', recipient: email, data: { subject }, ...more });
async function choose(frequency: string, topic = 'THANK_YOUS', recipient = email): Promise<void> {
  const { id } = await aMail(app.db, { recipient, dueAt: new Date('2099-01-01') });
  const token = new URL(app.nest.get(PreferenceLinks).pageFor(id, 'en')).pathname.split('/').at(-1)!;
  const { errors } = await app.graphql(
    'mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { recipientMasked } }',
    { input: { token, preferences: [{ topic, frequency }] } },
  );
  expect(errors).toBeUndefined();
}
async function deliver(at?: Date): Promise<void> {
  if (at) app.clock.set(at);
  await app.runJob('deliver-due-mail');
}
const received = async (to = email) =>
  Promise.all(sink.received.filter((mail) => mail.to === to).map(({ source }) => simpleParser(source)));
const subjects = async (to = email) => (await received(to)).map(({ subject }) => subject);
const status = async ({ id }: { id: string }) => (await mailRow(app.db, id)).status;

describe('the daily summary', () => {
  test('has one line and link for each email of a day, and is sent once, in the language of the person', async () => {
    await choose('DAILY');
    const mails = [await thanks('one', { locale: 'es' }), await thanks('two', { locale: 'es' })];
    await deliver();
    expect(sink.received).toEqual([]);
    expect(await Promise.all(mails.map(status))).toEqual(['collected', 'collected']);
    await deliver(new Date(morning.valueOf() - 1000));
    expect(sink.received).toEqual([]);
    await deliver(morning);
    await deliver(new Date(morning.valueOf() + 3_600_000));
    const [mail, ...others] = await received();
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('one (es) y 1 más');
    expect(mail!.text).toContain('one (es)\nhttps://example.org/one');
    expect(mail!.html).toContain('<a class="link" href="https://example.org/two"');
    expect(mail!.text).toContain('Tu resumen del día');
    expect(await Promise.all(mails.map(status))).toEqual(['sent', 'sent']);
    expect(header(sink.received[0]!.source, 'List-Unsubscribe')).toMatch(/topics=thank_yous/);
  });

  test('is sent at 8 a.m. in the time zone of the home chapter', async () => {
    const chapter = await aChapter(app.db, { timeZone: 'America/New_York' });
    const { id } = await aVolunteer(app, chapter.id, { email });
    await app.db.query('UPDATE volunteers.volunteer SET home_chapter_id = $2 WHERE id = $1', [id, chapter.id]);
    await choose('DAILY');
    await thanks('one');
    await deliver();
    await deliver(new Date(morningInNewYork.valueOf() - 1000));
    expect(sink.received).toEqual([]);
    await deliver(morningInNewYork);
    expect(await subjects()).toEqual(['one (en)']);
  });

  test('leaves out what no longer applies, and is not sent if nothing is left', async () => {
    await choose('DAILY');
    const gone = await thanks('one');
    await thanks('two');
    await deliver();
    const end = (id: string) =>
      app.db.query(`UPDATE notifications.mail SET data = '{"gone": true}' WHERE id = $1`, [id]);
    await end(gone.id);
    await deliver(morning);
    expect(await subjects()).toEqual(['two (en)']);
    expect(await status(gone)).toBe('skipped');
    const last = await thanks('three');
    await deliver();
    await end(last.id);
    await deliver(new Date('2026-12-03T16:05:00Z'));
    expect(await subjects()).toEqual(['two (en)']);
    const digests = await app.db.query(
      `SELECT status FROM notifications.mail WHERE template = 'daily-digest' ORDER BY due_at`,
    );
    expect(digests).toEqual([{ status: 'sent' }, { status: 'skipped' }]);
  });

  test('does not delay emails that cannot wait, nor those of people who chose otherwise', async () => {
    await choose('DAILY');
    await thanks('one', { template: 'urgent-thanks' });
    await thanks('two', { recipient: 'max@example.org' });
    await deliver();
    expect(await subjects()).toEqual(['one (en)']);
    expect(await subjects('max@example.org')).toEqual(['two (en)']);
  });

  test('is one email, even if two batches collect for the same person at once', async () => {
    await choose('DAILY');
    for (let i = 0; i < 150; i += 1) await thanks(`mail ${i}`);
    await deliver();
    await deliver(morning);
    const [mail, ...others] = await received();
    expect(others).toEqual([]);
    expect(mail!.subject).toMatch(/, and 149 more$/);
  });

  test('sends an email right away if the summary of its day is already being sent', async () => {
    await choose('DAILY');
    await thanks('one');
    await deliver();
    await app.db.query(
      `UPDATE notifications.mail SET status = 'sending', claimed_until = $1 WHERE template = 'daily-digest'`,
      [new Date('2027-01-01')],
    );
    const late = await thanks('two');
    await deliver();
    expect(await status(late)).toBe('sent');
  });

  test('has the same Message-ID and the same emails if a worker was killed before it recorded the delivery', async () => {
    await choose('DAILY');
    const mail = await thanks('one');
    await deliver();
    await deliver(morning);
    await app.db.query(
      `UPDATE notifications.mail SET status = 'sending', claimed_until = $1, sent_at = NULL WHERE template = 'daily-digest'`,
      [new Date(0)],
    );
    await app.db.query(`UPDATE notifications.mail SET status = 'collected' WHERE id = $1`, [mail.id]);
    await thanks('two');
    await deliver();
    const mails = await received();
    expect(mails.map(({ subject }) => subject)).toEqual(['one (en)', 'one (en)']);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('contains messages of organizers in full, with a link to reply', async () => {
    const chapter = await aChapter(app.db);
    const rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
    const { id } = await aVolunteer(app, chapter.id, { email });
    await choose('DAILY', 'VOLUNTEER_MESSAGES');
    await app.graphql(
      'mutation ($input: MessageVolunteersInput!) { messageVolunteers(input: $input) }',
      { input: { ids: [id], subject: 'Storm', body: 'We start an hour later.' } },
      { cookie: rosa.cookie },
    );
    await deliver();
    expect(sink.received).toEqual([]);
    await deliver(morning);
    const [mail] = await received();
    expect(mail!.subject).toBe('Storm');
    expect(mail!.text).toContain('> We start an hour later.');
    expect(mail!.text).toContain(`mailto:${rosa.email}`);
  });

  test('includes the summary for organizers, so that a person gets one email a day', async () => {
    const chapter = await aChapter(app.db);
    const rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
    await app.runJob('make-staff-notices');
    await choose('DAILY', 'THANK_YOUS', rosa.email);
    await thanks('one', { recipient: rosa.email });
    const event = await anEvent(app.db, {
      chapterId: chapter.id,
      title: 'Beach cleanup',
      startsAt: new Date('2026-12-20'),
    });
    const { id: shiftId } = await aShift(app.db, { eventId: event.id, capacity: 9 });
    app.clock.set(new Date(now.valueOf() + 60_000));
    await aSignup(app.db, { shiftId, name: 'Ana', now: app.clock.now() });
    await deliver();
    app.clock.set(new Date('2026-12-02T16:02:00Z'));
    await app.runJob('make-staff-notices');
    await deliver();
    expect(await subjects(rosa.email)).toEqual([]);
    await deliver(morning);
    const [mail, ...others] = await received(rosa.email);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('one (en), and 1 more');
    expect(mail!.text).toContain('Beach cleanup');
  });
});

describe('a later choice', () => {
  test('of “right away” sends emails that wait', async () => {
    await choose('DAILY');
    await thanks('one');
    await deliver();
    await choose('IMMEDIATE');
    await deliver();
    expect(await subjects()).toEqual(['one (en)']);
    await deliver(morning);
    expect(await subjects()).toEqual(['one (en)']);
  });

  test('of “never” skips emails that wait, and only those of the topic', async () => {
    await choose('DAILY');
    const mail = await thanks('one');
    await deliver();
    await choose('NEVER', 'SERIES_DATES');
    expect(await status(mail)).toBe('collected');
    await choose('NEVER');
    expect(await status(mail)).toBe('skipped');
    await deliver(morning);
    expect(sink.received).toEqual([]);
  });
});

test('rejects a template whose topic cannot wait', () => {
  const define = () =>
    app.nest.get(MailTemplates).define({
      name: 'minors',
      topic: 'safeguarding',
      digest: 'link',
      load: () => Promise.resolve(new Map()),
      write: () => ({ subject: '', heading: '', blocks: [] }),
    });
  expect(define).toThrow('has no daily summary');
});
