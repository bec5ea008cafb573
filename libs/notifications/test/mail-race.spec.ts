import { claimMails } from '@upstander/notifications';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { raceBehind } from '@upstander/tests/support/locks.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { aMail, registerNote } from '@upstander/tests/support/mails.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';

describe('several workers at the same mails', () => {
  let app: TestApp;
  let sink: MailSink;
  beforeAll(async () => {
    sink = await startMailSink();
    app = await startApp({ config: { SMTP_URL: sink.url } });
    registerNote(app);
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
  });
  beforeEach(async () => {
    app.clock.set('2026-12-01T12:00:00Z');
    sink.received.length = 0;
    await app.db.query('DELETE FROM notifications.mail');
  });

  const claim = () => [app.clock.now(), 100, randomUUID(), new Date(app.clock.now().valueOf() + minutes(1))];
  async function twoWorkers(sql: string): Promise<number> {
    for (let i = 0; i < 10; i += 1) await aMail(app.db);
    const [second] = (await raceBehind(app, { sql, params: claim(), waiting: 1 }, () => [
      app.db.query(sql, claim()),
    ])) as Array<unknown[]>;
    return second!.length;
  }

  test('nobody gets a mail twice, however many deliver at once', async () => {
    for (let i = 0; i < 300; i += 1) await aMail(app.db);
    await Promise.all(Array.from({ length: 5 }, () => app.runJob('deliver-due-mail')));
    expect(sink.received).toHaveLength(300);
    expect(sink.counts().size).toBe(300);
  });

  test('a second worker in the middle of the first passes its mails by', async () => {
    expect(await twoWorkers(claimMails)).toBe(0);
  });

  test('without the lock it would take mails that are being sent', async () => {
    expect(await twoWorkers(claimMails.replaceAll('FOR UPDATE SKIP LOCKED', ''))).toBeGreaterThan(0);
  });
});
