import { DeliverDueMail, MailTemplates } from '@upstander/notifications';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { header, startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { aMail, mailRow, registerNoteTemplate } from '@upstander/tests/support/mails.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';

describe('delivering due email', () => {
  let app: TestApp;
  let sink: MailSink;
  beforeAll(async () => {
    sink = await startMailSink();
    app = await startApp({ config: { SMTP_URL: sink.url, MAIL_DOMAIN: 'mail.example.org', MAIL_GIVE_UP_HOURS: '72' } });
    registerNoteTemplate(app);
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
  });
  beforeEach(async () => {
    await app.db.query('DELETE FROM notifications.mail');
    sink.received.length = 0;
    app.clock.set('2026-12-01T12:00:00Z');
  });
  const deliver = () => app.runJob('deliver-due-mail');
  const sourceTo = (recipient: string) => sink.received.find(({ to }) => to === recipient)?.source ?? '';

  test('sends due email once, with a Message-ID derived from its row', async () => {
    const { id, recipient } = await aMail(app.db, { data: { subject: 'Tomorrow at nine' } });
    const later = await aMail(app.db, { dueAt: new Date('2026-12-01T12:00:01Z') });
    await deliver();
    await deliver();
    expect(sink.received.map(({ to, messageId }) => [to, messageId])).toEqual([
      [recipient, `<${id}@mail.example.org>`],
    ]);
    expect(header(sourceTo(recipient), 'Subject')).toBe('Tomorrow at nine');
    expect(header(sourceTo(recipient), 'Auto-Submitted')).toBe('auto-generated');
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'sent', attempts: 1, sent_at: app.clock.now() });
    expect(await mailRow(app.db, later.id)).toMatchObject({ status: 'due', attempts: 0 });
  });

  test('sends more than one batch in a run', async () => {
    for (let i = 0; i < 250; i += 1) await aMail(app.db, { recipient: `person-${i}@example.org` });
    await deliver();
    expect(new Set(sink.received.map(({ to }) => to)).size).toBe(250);
    expect(sink.received).toHaveLength(250);
  });

  test('sends urgent email before bulk email', async () => {
    for (let i = 0; i < 250; i += 1) await aMail(app.db, { canWait: true });
    const code = await aMail(app.db, { dueAt: app.clock.now() });
    await deliver();
    expect(sink.received).toHaveLength(251);
    expect(sink.received.slice(0, 200).map(({ to }) => to)).toContain(code.recipient);
  });

  test('skips an email that has become obsolete', async () => {
    const { id } = await aMail(app.db, { data: { gone: true } });
    await deliver();
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'skipped' });
    expect(sink.received).toHaveLength(0);
  });

  test("fails an email that can't be composed, with a reason, and sends the others", async () => {
    const broken = await aMail(app.db, { data: { unwritable: true } });
    const good = await aMail(app.db);
    await deliver();
    expect(await mailRow(app.db, broken.id)).toMatchObject({ status: 'failed' });
    expect(await mailRow(app.db, good.id)).toMatchObject({ status: 'sent' });
  });

  test('leaves an email of a later release to its worker for a day, and then gives up', async () => {
    const { id } = await aMail(app.db, { template: 'of-a-later-release' });
    const last_error = 'There is no mail template "of-a-later-release".';
    await deliver();
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'due', last_error });
    app.clock.advance(hours(24));
    await deliver();
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'failed', last_error });
  });

  test('retries email if its template fails to load, and sends the others', async () => {
    app.nest.get(MailTemplates).define({
      name: 'of-a-table-that-is-away',
      load: () => Promise.reject(new Error('The table is away.')),
      write: () => ({ subject: '', heading: '', blocks: [] }),
    });
    const away = await aMail(app.db, { template: 'of-a-table-that-is-away' });
    const good = await aMail(app.db);
    await deliver();
    expect(await mailRow(app.db, away.id)).toMatchObject({ status: 'due', attempts: 1 });
    expect(await mailRow(app.db, good.id)).toMatchObject({ status: 'sent' });
  });

  test('retries a temporary rejection with growing delays and gives up after three days', async () => {
    const { id, recipient } = await aMail(app.db);
    sink.answer(recipient, { code: 451, message: 'Try again later' });
    const waits: number[] = [];
    for (let tries = 1; tries <= 200; tries += 1) {
      await deliver();
      const row = await mailRow(app.db, id);
      if (row.status === 'failed') break;
      expect(row).toMatchObject({ status: 'due', attempts: tries, last_error: expect.stringContaining('451') });
      waits.push((row.due_at.valueOf() - app.clock.now().valueOf()) / 60_000);
      app.clock.set(row.due_at);
    }
    expect(waits[0]).toBeGreaterThan(0.35);
    expect(waits[0]).toBeLessThan(0.65);
    expect(waits[3]).toBeGreaterThan(3);
    expect(Math.max(...waits)).toBeLessThanOrEqual(72);
    const failed = await mailRow(app.db, id);
    expect(failed).toMatchObject({ status: 'failed', last_error: expect.stringContaining('451') });
    expect(app.clock.now().valueOf() - Date.parse('2026-12-01T12:00:00Z')).toBeGreaterThan(hours(72));
    expect(app.clock.now().valueOf() - Date.parse('2026-12-01T12:00:00Z')).toBeLessThan(hours(74));
  });

  test("marks a permanent rejection as bounced, with the server's response", async () => {
    const { id, recipient } = await aMail(app.db);
    sink.answer(recipient, { code: 550, message: 'No such mailbox' });
    await deliver();
    app.clock.advance(hours(2));
    await deliver();
    expect(await mailRow(app.db, id)).toMatchObject({
      status: 'bounced',
      attempts: 1,
      last_error: expect.stringContaining('No such mailbox'),
    });
  });

  test('takes over the email of a crashed process after its lease, with the same Message-ID', async () => {
    const { id } = await aMail(app.db);
    await app.db.query(
      `UPDATE notifications.mail SET status = 'sending', attempts = 1, claimed_by = gen_random_uuid(), claimed_until = $1`,
      [new Date(app.clock.now().valueOf() + minutes(1))],
    );
    await deliver();
    expect(sink.received).toHaveLength(0);
    app.clock.advance(minutes(2));
    await deliver();
    expect(sink.received.map(({ messageId }) => messageId)).toEqual([`<${id}@mail.example.org>`]);
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('finishes email in progress and releases the rest on shutdown', async () => {
    for (let i = 0; i < 100; i += 1) await aMail(app.db);
    const stopping = new AbortController();
    sink.beforeAnswer = () => stopping.abort();
    await app.nest.get(DeliverDueMail, { strict: false }).run(stopping.signal);
    sink.beforeAnswer = null;
    const counts = await app.db.query<{ status: string; n: number; attempts: number }>(
      'SELECT status, count(*)::int AS n, max(attempts) AS attempts FROM notifications.mail GROUP BY status ORDER BY status',
    );
    expect(counts.map(({ status }) => status)).toEqual(['due', 'sent']);
    expect(counts[0]!.attempts).toBe(0);
    expect(counts[1]!.n).toBe(sink.received.length);
    expect(counts[1]!.n).toBeLessThanOrEqual(20);
    await deliver();
    expect(sink.counts().size).toBe(100);
    expect(sink.received).toHaveLength(100);
  });

  test('prevents header injection and additional recipients through line breaks', async () => {
    const { recipient } = await aMail(app.db, {
      data: { subject: 'Hello\r\nBcc: everybody@example.org\u2028X-Evil: yes' },
    });
    const two = await aMail(app.db, { recipient: 'ana@example.org, everybody@example.org' });
    const broken = await aMail(app.db, { recipient: 'ana@example.org\r\nBcc: everybody@example.org' });
    const reply = await aMail(app.db, { data: { replyTo: 'rosa@example.org\r\nBcc: everybody@example.org' } });
    await deliver();
    expect(sink.received.map(({ to }) => to)).toEqual([recipient]);
    expect(header(sourceTo(recipient), 'Bcc')).toBe('');
    expect(header(sourceTo(recipient), 'X-Evil')).toBe('');
    for (const { id } of [two, broken, reply]) {
      expect(await mailRow(app.db, id)).toMatchObject({ status: 'failed' });
    }
  });

  test('adds unsubscribe headers to appeals only', async () => {
    app.nest.get(MailTemplates).define({
      name: 'an-appeal',
      class: 'appeal',
      by: ({ id }) => id,
      load: async (ids) => new Map(ids.map((id) => [id, id])),
      write: () => ({
        subject: 'Help us',
        heading: 'Help us',
        blocks: [],
        unsubscribe: { url: 'https://example.org/unsubscribe/1', list: 'volunteer-messages' },
      }),
    });
    const appeal = await aMail(app.db, { template: 'an-appeal' });
    const note = await aMail(app.db);
    await deliver();
    expect(header(sourceTo(appeal.recipient), 'List-Unsubscribe')).toBe('<https://example.org/unsubscribe/1>');
    expect(header(sourceTo(appeal.recipient), 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header(sourceTo(appeal.recipient), 'List-Id')).toBe('<volunteer-messages.mail.example.org>');
    for (const name of ['List-Unsubscribe', 'List-Id']) expect(header(sourceTo(note.recipient), name)).toBe('');
  });
});
