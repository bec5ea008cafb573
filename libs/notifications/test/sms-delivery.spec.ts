import { SmsRefusedError, SmsUnavailableError, SmsInbox, SmsZones } from '@upstander/notifications';
import { segmentsOf } from '@upstander/money';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { aMail, mailRow, oldestDueSeconds, registerNoteTemplate } from '@upstander/tests/support/mails.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import {
  aSmsConsent,
  receiveSms,
  registerQuestionTemplate,
  smsRow,
  useFakeSms,
  type ConsentParts,
  type FakeSmsProvider,
} from '@upstander/tests/support/sms.js';
import { randomUUID } from 'node:crypto';

describe('texts instead of emails', () => {
  let app: TestApp;
  let sink: MailSink;
  let phone: FakeSmsProvider;
  beforeAll(async () => {
    sink = await startMailSink();
    app = await startApp({ config: { SMTP_URL: sink.url, ORGANIZATION_NAME: 'Women’s Rights Group' } });
    registerNoteTemplate(app);
    registerQuestionTemplate(app);
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
  });
  beforeEach(async () => {
    await app.db.query(
      'DELETE FROM notifications.mail; DELETE FROM notifications.sms_consent; DELETE FROM notifications.sms_received',
    );
    sink.received.length = 0;
    phone = useFakeSms(app);
    // Noon in Los Angeles.
    app.clock.set('2026-12-01T20:00:00Z');
  });
  const deliver = async () => {
    await app.runJob('deliver-due-mail');
    await app.runJob('deliver-due-sms');
  };
  const anEmail = async ({
    data = {},
    template = 'a-question',
    ...consent
  }: Partial<ConsentParts> & { data?: Record<string, unknown>; template?: string } = {}) => {
    const recipient = `${randomUUID()}@example.org`;
    const key = `${template}/${randomUUID()}`;
    const { number } = await aSmsConsent(app.db, { recipient, ...consent });
    const { id } = await aMail(app.db, { recipient, key, template, data });
    return { id, key, recipient, number };
  };
  const emailsTo = (recipient: string) => sink.received.filter(({ to }) => to === recipient).length;

  test('sends a text instead of the email, with the name of the organization in plain letters', async () => {
    const { id, key, recipient, number } = await anEmail();
    await deliver();
    await deliver();
    expect(phone.to(number)).toEqual(["Women's Rights Group: Are you coming?"]);
    expect(emailsTo(recipient)).toBe(0);
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'skipped', last_error: 'Sent as a text instead.' });
    expect(await smsRow(app.db, key)).toMatchObject({ status: 'queued', segments: 1, attempts: 1 });
  });

  test('sends both to people who want both, and only an email without consent', async () => {
    const both = await anEmail({ channel: 'both' });
    const { recipient } = await aMail(app.db, { template: 'a-question' });
    await deliver();
    expect([phone.sent.length, emailsTo(both.recipient), emailsTo(recipient)]).toEqual([1, 1, 1]);
  });

  test('never sends a text for an email that has none', async () => {
    const { recipient } = await anEmail({ template: 'a-note' });
    await deliver();
    expect([phone.sent.length, emailsTo(recipient)]).toEqual([0, 1]);
  });

  test('sends emails while texts are off', async () => {
    const { SmsTransport } = await import('@upstander/notifications');
    app.nest.get(SmsTransport).provider = null;
    const { recipient } = await anEmail();
    await deliver();
    expect(emailsTo(recipient)).toBe(1);
  });

  test('sends one text per cause, also if the email is planned again', async () => {
    const { key, recipient, number, id } = await anEmail();
    await deliver();
    await app.db.query(`UPDATE notifications.mail SET status = 'due', last_error = NULL WHERE id = $1`, [id]);
    await deliver();
    expect([phone.to(number).length, emailsTo(recipient)]).toEqual([1, 0]);
    expect(await smsRow(app.db, key)).toMatchObject({ attempts: 1 });
  });

  test('at 9:01 p.m. sends an email right away, and the text at 8:00 a.m.', async () => {
    app.clock.set('2026-12-02T05:01:00Z');
    const { key, recipient, number } = await anEmail();
    await deliver();
    expect([phone.to(number).length, emailsTo(recipient)]).toEqual([0, 1]);
    expect(await smsRow(app.db, key)).toMatchObject({ status: 'due', due_at: new Date('2026-12-02T16:00:00Z') });
    app.clock.set('2026-12-02T15:59:59Z');
    await deliver();
    expect(phone.to(number)).toEqual([]);
    app.clock.set('2026-12-02T16:00:00Z');
    await deliver();
    expect([phone.to(number).length, emailsTo(recipient)]).toEqual([1, 1]);
  });

  test('checks the hours again when a text was delayed into the night', async () => {
    app.clock.set('2026-12-02T04:59:00Z');
    const { key, number } = await anEmail();
    phone.before = () => {
      throw new SmsUnavailableError('timeout');
    };
    await deliver();
    app.clock.set('2026-12-02T05:10:00Z');
    phone.before = () => undefined;
    await app.runJob('deliver-due-sms');
    expect(phone.to(number)).toEqual([]);
    expect(await smsRow(app.db, key)).toMatchObject({ status: 'due', due_at: new Date('2026-12-02T16:00:00Z') });
  });

  test('uses the time zone of the profile if it is stricter', async () => {
    const { key, recipient, number } = await anEmail();
    app.nest.get(SmsZones).define(() => Promise.resolve(new Map([[recipient, 'America/New_York']])));
    // 6:30 p.m. in Los Angeles, 9:30 p.m. in New York.
    app.clock.set('2026-12-02T02:30:00Z');
    await deliver();
    expect(phone.to(number)).toEqual([]);
    expect(await smsRow(app.db, key)).toMatchObject({ due_at: new Date('2026-12-02T16:00:00Z') });
    app.nest.get(SmsZones).define(() => Promise.resolve(new Map()));
  });

  test('after STOP skips a text that is already due, and sends the email instead', async () => {
    const { key, recipient, number } = await anEmail();
    await app.runJob('deliver-due-mail');
    expect(await receiveSms(app, number, 'Stop')).toContain('any more texts');
    await deliver();
    await deliver();
    expect([phone.to(number).length, emailsTo(recipient)]).toEqual([0, 1]);
    expect(await smsRow(app.db, key)).toMatchObject({
      status: 'skipped',
      last_error: 'Not sent: the consent has ended.',
    });
  });

  test('skips a text whose cause is gone', async () => {
    const { id, key, number } = await anEmail();
    await app.runJob('deliver-due-mail');
    await app.db.query(`UPDATE notifications.sms SET data = '{"gone": true}' WHERE key = $1`, [key]);
    await app.runJob('deliver-due-sms');
    expect(phone.to(number)).toEqual([]);
    expect(await smsRow(app.db, key)).toMatchObject({ status: 'skipped' });
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'due' });
  });

  test.each([
    [30_034, true],
    [21_610, false],
    [30_006, false],
  ])('sends the email if the provider refuses the text with %d', async (code, isStillOpen) => {
    const { key, recipient, number } = await anEmail();
    phone.before = () => {
      throw new SmsRefusedError(code);
    };
    await deliver();
    await deliver();
    expect(emailsTo(recipient)).toBe(1);
    expect(await smsRow(app.db, key)).toMatchObject({ status: 'failed', error_code: code, attempts: 1 });
    const [consent] = await app.db.query<{ revoked_by: string | null; revoked_detail: string | null }>(
      'SELECT revoked_by, revoked_detail FROM notifications.sms_consent WHERE number = $1',
      [number],
    );
    expect(consent).toEqual(
      isStillOpen
        ? { revoked_by: null, revoked_detail: null }
        : { revoked_by: 'carrier', revoked_detail: String(code) },
    );
  });

  test('stops a batch while the provider is away, counts no attempt of the others, and retries', async () => {
    const all = [];
    for (let i = 0; i < 20; i += 1) all.push(await anEmail());
    let tries = 0;
    phone.before = () => {
      tries += 1;
      throw new SmsUnavailableError('HTTP 500');
    };
    await deliver();
    expect(tries).toBeLessThanOrEqual(5);
    app.clock.advance(minutes(20));
    await app.runJob('deliver-due-sms');
    expect(await oldestDueSeconds(app, 'sms')).toBeGreaterThanOrEqual(1_200);
    app.clock.advance(minutes(60));
    phone.before = () => undefined;
    await app.runJob('deliver-due-sms');
    expect(new Set(phone.sent.map(({ to }) => to)).size).toBe(20);
    expect(phone.sent).toHaveLength(20);
    expect(await oldestDueSeconds(app, 'sms')).toBe(0);
  });

  test('keeps the furthest status, in whatever order reports arrive', async () => {
    const { key } = await anEmail();
    await deliver();
    const { id } = await smsRow(app.db, key);
    const inbox = app.nest.get(SmsInbox);
    const report = { id, providerId: `SM-${id}`, errorCode: null };
    await Promise.all([inbox.status({ ...report, status: 'delivered' }), inbox.status({ ...report, status: 'sent' })]);
    await inbox.status({ ...report, status: 'queued' });
    await inbox.status({ ...report, status: 'undelivered', errorCode: 30_003 });
    expect(await smsRow(app.db, key)).toMatchObject({ status: 'delivered', error_code: null });
  });

  test('ignores reports about other texts of the provider, or about none', async () => {
    const { key } = await anEmail();
    await deliver();
    const { id } = await smsRow(app.db, key);
    const inbox = app.nest.get(SmsInbox);
    await inbox.status({ id, providerId: 'SM-another', status: 'delivered', errorCode: null });
    await inbox.status({ id: 'no-uuid', providerId: 'SM-another', status: 'delivered', errorCode: null });
    expect(await smsRow(app.db, key)).toMatchObject({ status: 'queued' });
  });

  test('sends the email if the carrier reports that a text was not delivered, and ends the consent of a landline', async () => {
    const { key, recipient, number } = await anEmail();
    await deliver();
    const { id } = await smsRow(app.db, key);
    await app.nest.get(SmsInbox).status({ id, providerId: `SM-${id}`, status: 'undelivered', errorCode: 30_006 });
    await deliver();
    expect(emailsTo(recipient)).toBe(1);
    expect(await app.db.query('SELECT revoked_by FROM notifications.sms_consent WHERE number = $1', [number])).toEqual([
      { revoked_by: 'carrier' },
    ]);
  });

  test('after a kill between the answer of the provider and its row sends the text again under the same ID', async () => {
    const { key, number } = await anEmail();
    await app.runJob('deliver-due-mail');
    const { id } = await smsRow(app.db, key);
    // The state that a killed worker leaves: claimed, sent and not marked.
    await app.db.query(
      `UPDATE notifications.sms SET status = 'sending', claimed_by = $2, claimed_until = $3, attempts = 1, first_tried_at = $4 WHERE id = $1`,
      [id, randomUUID(), new Date(app.clock.now().valueOf() + minutes(1)), app.clock.now()],
    );
    await app.runJob('deliver-due-sms');
    expect(phone.sent).toEqual([]);
    app.clock.advance(minutes(2));
    await app.runJob('deliver-due-sms');
    await app.runJob('deliver-due-sms');
    expect(phone.sent.map((text) => [text.to, text.id])).toEqual([[number, id]]);
  });

  test('does not send a text again if its report arrived before a killed worker could record it', async () => {
    const { key } = await anEmail();
    await app.runJob('deliver-due-mail');
    const { id } = await smsRow(app.db, key);
    await app.db.query(
      `UPDATE notifications.sms SET status = 'sending', claimed_by = $2, claimed_until = $3, attempts = 1, first_tried_at = $3 WHERE id = $1`,
      [id, randomUUID(), app.clock.now()],
    );
    await app.nest.get(SmsInbox).status({ id, providerId: 'SM1', status: 'sent', errorCode: null });
    app.clock.advance(minutes(2));
    await app.runJob('deliver-due-sms');
    expect(phone.sent).toEqual([]);
    expect(await smsRow(app.db, key)).toMatchObject({ status: 'sent' });
  });

  test('a second worker sends nothing that the first has claimed', async () => {
    for (let i = 0; i < 10; i += 1) await anEmail();
    await app.runJob('deliver-due-mail');
    phone.before = () => new Promise((resolve) => setImmediate(resolve));
    await Promise.all([app.runJob('deliver-due-sms'), app.runJob('deliver-due-sms')]);
    expect(phone.sent).toHaveLength(10);
  });

  test('records the segments that the provider bills', async () => {
    const { key, number } = await anEmail({ data: { text: 'ñ'.repeat(150) } });
    await deliver();
    const [body] = phone.to(number);
    expect(await smsRow(app.db, key)).toMatchObject({ segments: segmentsOf(body!).segments });
    expect(segmentsOf(body!).segments).toBe(2);
  });
});
