import { createServer, type Server } from 'node:net';
import { Logger } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { aFreePort } from '../support/free-port.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { aMail, mailRow, oldestDueSeconds, registerNoteTemplate } from '../support/mails.js';
import { hours, minutes } from '../support/movable-clock.js';

const people = 150;

/** Accepts and drops connections. */
async function startBrokenServer(): Promise<{ server: Server; port: number; tries: () => number }> {
  // Reserved, so no other process takes the port meanwhile.
  const port = await aFreePort();
  let tries = 0;
  const server = createServer((socket) => {
    tries += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, port, tries: () => tries };
}

describe('an unreachable mail server', () => {
  let app: TestApp;
  let sink: MailSink | undefined;
  let broken: Awaited<ReturnType<typeof startBrokenServer>>;
  beforeAll(async () => {
    broken = await startBrokenServer();
    app = await startApp({ config: { SMTP_URL: `smtp://127.0.0.1:${broken.port}`, MAIL_GIVE_UP_HOURS: '2' } });
    registerNoteTemplate(app);
  });
  afterAll(async () => {
    await app.close();
    await sink?.close();
  });
  const sweep = () => app.runJob('deliver-due-mail');
  const sent = async () =>
    (await app.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM notifications.mail WHERE status = 'sent'`))[0]!
      .n;

  test('for an hour: it is not flooded with attempts, then everything is sent once', async () => {
    const warnSpy = jest.spyOn(app.nest.get(Logger), 'warn');
    app.clock.set('2026-12-01T12:00:00Z');
    for (let i = 0; i < people; i += 1) await aMail(app.db, { recipient: `person-${i}@example.org` });
    for (let minute = 0; minute < 60; minute += 3) {
      const before = broken.tries();
      await sweep();
      // A few failed connections pause sending; other emails don't each try.
      expect(broken.tries() - before).toBeLessThanOrEqual(30);
      app.clock.advance(minutes(3));
    }
    expect(await sent()).toBe(0);
    // Outages don't count as attempts to send an email.
    const [row] = await app.db.query<{ most: number }>('SELECT max(attempts) AS most FROM notifications.mail');
    expect(row!.most).toBe(0);
    // Each attempt puts the emails off by seconds, but they have waited for an hour.
    expect(await oldestDueSeconds(app, 'mail')).toBeGreaterThanOrEqual(3_600);

    await new Promise((resolve) => broken.server.close(resolve));
    sink = await startMailSink(broken.port);
    for (let sweeps = 0; sweeps < 3; sweeps += 1) {
      await sweep();
      app.clock.advance(minutes(1));
    }
    expect(await sent()).toBe(people);
    expect(new Set(sink.received.map(({ to }) => to)).size).toBe(people);
    expect(sink.received).toHaveLength(people);
    expect(await oldestDueSeconds(app, 'mail')).toBe(0);
    expect(warnSpy.mock.calls.filter(([, sentence]) => sentence.startsWith('the mail server'))).toEqual([
      [{ why: expect.stringMatching(/^E[A-Z]+$/) as string }, 'the mail server is away'],
      [{ seconds: 3_600 }, 'the mail server is back'],
    ]);
  });

  test('is detected with a single email, which is sent once the server is back', async () => {
    const warnSpy = jest.spyOn(app.nest.get(Logger), 'warn').mockClear();
    await sink!.close();
    const { id } = await aMail(app.db);
    await sweep();
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'due', attempts: 0 });
    sink = await startMailSink(broken.port);
    app.clock.advance(minutes(1));
    await sweep();
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'sent' });
    expect(
      warnSpy.mock.calls.map(([, sentence]) => sentence).filter((one) => one.startsWith('the mail server')),
    ).toEqual(['the mail server is away', 'the mail server is back']);
    warnSpy.mockRestore();
  });

  test('an email that breaks its connection does not block others', async () => {
    const poison = await aMail(app.db);
    sink!.answer(poison.recipient, { code: 421, message: 'This one makes me close' });
    const others = [];
    for (let i = 0; i < 20; i += 1) others.push(await aMail(app.db));
    await sweep();
    for (const { id } of others) expect(await mailRow(app.db, id)).toMatchObject({ status: 'sent' });
    expect(await mailRow(app.db, poison.id)).toMatchObject({
      status: 'due',
      attempts: 1,
      // The answer of the server, if it arrives before the connection closes.
      last_error: expect.stringMatching(/connection|421/),
    });
  });

  test('permanently: the email fails after the retry period, and an admin can resend it', async () => {
    await sink!.close();
    sink = undefined;
    const { id, recipient } = await aMail(app.db);
    for (let sweeps = 0; sweeps < 30 && (await mailRow(app.db, id)).status === 'due'; sweeps += 1) {
      await sweep();
      app.clock.advance(minutes(10));
    }
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'failed', last_error: expect.stringContaining('ECONN') });
    sink = await startMailSink(broken.port);
    app.clock.advance(hours(24));
    const admin = await app.signedIn({ role: 'admin' });
    const answer = await app.graphql('mutation ($id: ID!) { retryMail(id: $id) { status attempts } }', { id }, admin);
    expect(answer).toMatchObject({ data: { retryMail: { status: 'DUE', attempts: 0 } } });
    await sweep();
    expect(await mailRow(app.db, id)).toMatchObject({ status: 'sent', attempts: 1 });
    expect(sink.received.map(({ to }) => to)).toContain(recipient);
  });
});
