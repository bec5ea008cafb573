import { claimMails } from '@upstander/notifications';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { aMail, registerNoteTemplate } from '@upstander/tests/support/mails.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';

describe('concurrent mail workers', () => {
  let app: TestApp;
  let sink: MailSink;
  beforeAll(async () => {
    sink = await startMailSink();
    app = await startApp({ config: { SMTP_URL: sink.url, MAIL_LEASE_SECONDS: '3' } });
    registerNoteTemplate(app);
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
  });
  beforeEach(async () => {
    app.clock.set('2026-12-01T12:00:00Z');
    sink.received.length = 0;
    sink.beforeAnswer = null;
    await app.db.query('DELETE FROM notifications.mail');
  });

  /** Two batches in parallel, with two emails for each of five connections. */
  const inProgress = 20;
  const claim = () => [app.clock.now(), 100, randomUUID(), new Date(app.clock.now().valueOf() + minutes(1))];
  async function twoWorkers(sql: string): Promise<number> {
    for (let i = 0; i < 10; i += 1) await aMail(app.db);
    const [second] = (await raceBehindLock(app, { sql, params: claim(), waiting: 1 }, () => [
      app.db.query(sql, claim()),
    ])) as Array<unknown[]>;
    return second!.length;
  }

  test('send every email once', async () => {
    for (let i = 0; i < 300; i += 1) await aMail(app.db);
    await Promise.all(Array.from({ length: 5 }, () => app.runJob('deliver-due-mail')));
    expect(sink.received).toHaveLength(300);
    expect(sink.counts().size).toBe(300);
  });

  test('repeat only email in progress when the clock jumps and another worker takes over', async () => {
    for (let i = 0; i < 100; i += 1) await aMail(app.db);
    let second: Promise<void> | undefined;
    const leapAnHour = () => {
      app.clock.advance(hours(1));
      second = app.runJob('deliver-due-mail');
      const of = 'SELECT FROM notifications.mail WHERE claimed_until > $1';
      return eventually(async () => (await app.db.query(of, [app.clock.now()])).length === 100);
    };
    let taken: Promise<void> | undefined;
    sink.beforeAnswer = () => (taken ??= leapAnHour());
    await app.runJob('deliver-due-mail');
    await second;
    expect(sink.counts().size).toBe(100);
    expect(sink.received.length).toBeLessThanOrEqual(100 + inProgress);
  });

  test('stop sending email that another worker has claimed when they renew', async () => {
    for (let i = 0; i < 100; i += 1) await aMail(app.db);
    const asked = jest.spyOn(app.db, 'query');
    const takeMails = async () => {
      await app.db.query('UPDATE notifications.mail SET claimed_by = gen_random_uuid()');
      asked.mockClear();
      await eventually(() => asked.mock.calls.some(([sql]) => sql.includes('SET claimed_until = $2')));
      await Promise.all(asked.mock.results.map(({ value }) => value as Promise<unknown>));
    };
    let taken: Promise<void> | undefined;
    sink.beforeAnswer = () => (taken ??= takeMails());
    await app.runJob('deliver-due-mail');
    asked.mockRestore();
    expect(sink.received.length).toBeLessThanOrEqual(inProgress);
  });

  test('skip email being claimed by another worker', async () => {
    expect(await twoWorkers(claimMails)).toBe(0);
  });

  test('would claim the same email without the lock', async () => {
    expect(await twoWorkers(claimMails.replaceAll('FOR UPDATE SKIP LOCKED', ''))).toBeGreaterThan(0);
  });
});
