import { MailTemplates } from '@upstander/notifications';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import { header, startMailSink, type MailSink } from '../support/mail-sink.js';
import { hours, minutes } from '../support/movable-clock.js';

/** Mails of a plain template of the test's own: what is delivered is not the point here, but how. */
describe('the delivery of mail', () => {
  let app: TestApp;
  let sink: MailSink;
  const gone = new Set<string>();

  beforeAll(async () => {
    sink = await startMailSink();
    app = await startApp({ config: { SMTP_URL: sink.url, MAIL_DOMAIN: 'example.org' } });
    app.nest.get(MailTemplates, { strict: false }).register<string>({
      name: 'plain',
      class: 'transactional',
      load: async (mails) => new Map(mails.map((mail) => [mail.id, gone.has(mail.recipient) ? null : mail.recipient])),
      render: (recipient, locale) => {
        if (recipient.startsWith('unwritable')) throw new Error(`no words for ${recipient}`);
        return {
          subject: locale === 'es' ? 'Hola' : 'Hello',
          text: `Dear ${recipient}`,
          html: `<p>Dear ${recipient}</p>`,
        };
      },
    });
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
  });
  beforeEach(async () => {
    app.clock.set(new Date());
    sink.received.length = 0;
    await app.db.query('DELETE FROM notifications.mail');
  });

  async function aMail(recipient = `${randomUUID()}@example.org`, template = 'plain'): Promise<string> {
    const [row] = await app.db.query<{ id: string }>(
      `INSERT INTO notifications.mail (key, template, recipient, due_at, created_at) VALUES ($1, $2, $3, $4, $4) RETURNING id`,
      [randomUUID(), template, recipient, app.clock.now()],
    );
    return row!.id;
  }
  const state = async (id: string) => {
    const [row] = await app.db.query<{ status: string; attempts: number; last_error: string | null; due_at: Date }>(
      'SELECT status, attempts, last_error, due_at FROM notifications.mail WHERE id = $1',
      [id],
    );
    return row!;
  };
  const deliver = () => app.runJob('deliver-due-mail');

  test('two hundred and fifty mails go out once each, under an id that follows from their row', async () => {
    const ids = await Promise.all(Array.from({ length: 250 }, () => aMail()));
    await deliver();
    await deliver();
    expect(sink.received.map((mail) => mail.messageId).sort()).toEqual(ids.map((id) => `<${id}@example.org>`).sort());
    const [sent] = await app.db.query(`SELECT count(*)::int AS n FROM notifications.mail WHERE status = 'sent'`);
    expect(sent).toEqual({ n: 250 });
  });

  test('a mail says that a program wrote it, so that no absence note answers', async () => {
    await aMail('ana@example.org');
    await deliver();
    const [mail] = sink.received;
    expect(header(mail!.source, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(mail!.source, 'To')).toBe('ana@example.org');
    expect(mail!.source).toMatch(/text\/plain[\s\S]*text\/html/);
  });

  test('what is not due yet waits', async () => {
    const id = await aMail();
    await app.db.query('UPDATE notifications.mail SET due_at = $1', [new Date(app.clock.now().valueOf() + 1000)]);
    await deliver();
    expect((await state(id)).status).toBe('due');
    app.clock.advance(1000);
    await deliver();
    expect((await state(id)).status).toBe('sent');
  });

  test('a mail whose reason is gone is skipped', async () => {
    const id = await aMail('cancelled@example.org');
    gone.add('cancelled@example.org');
    await deliver();
    expect((await state(id)).status).toBe('skipped');
    expect(sink.received).toEqual([]);
  });

  test('a server that says "later" is asked again, later each time; the others are not held up', async () => {
    sink.answer('full@example.org', { code: 452, message: 'mailbox full' });
    const [full, fine] = [await aMail('full@example.org'), await aMail()];
    await deliver();
    expect((await state(fine)).status).toBe('sent');
    const first = await state(full);
    expect(first).toMatchObject({
      status: 'due',
      attempts: 1,
      last_error: expect.stringContaining('mailbox full') as string,
    });
    const wait = first.due_at.valueOf() - app.clock.now().valueOf();
    expect(wait).toBeGreaterThanOrEqual(24_000);
    await deliver();
    expect((await state(full)).attempts).toBe(1);
    app.clock.advance(minutes(1));
    await deliver();
    expect((await state(full)).due_at.valueOf() - app.clock.now().valueOf()).toBeGreaterThan(wait * 1.2);
    sink.answer('full@example.org', 'accept');
    app.clock.advance(minutes(5));
    await deliver();
    expect((await state(full)).status).toBe('sent');
    expect(sink.received.filter((mail) => mail.to === 'full@example.org')).toHaveLength(1);
  });

  test('a server that goes on saying "later" is given up after the time configured', async () => {
    sink.answer('never@example.org', { code: 450 });
    const id = await aMail('never@example.org');
    await deliver();
    app.clock.advance(hours(73));
    await deliver();
    expect((await state(id)).status).toBe('failed');
  });

  test('an address the server refuses for good has bounced, with what it said', async () => {
    sink.answer('nobody@example.org', { code: 550, message: 'no such user' });
    const id = await aMail('nobody@example.org');
    await deliver();
    expect(await state(id)).toMatchObject({
      status: 'bounced',
      last_error: expect.stringContaining('no such user') as string,
    });
  });

  test('a mail that cannot be written, or of no known kind, fails alone and says nothing of its reader', async () => {
    const [unwritable, unknown, fine] = [
      await aMail('unwritable@example.org'),
      await aMail(undefined, 'nonsense'),
      await aMail(),
    ];
    await deliver();
    expect(await state(unwritable)).toMatchObject({
      status: 'failed',
      last_error: expect.not.stringContaining('@') as string,
    });
    expect(await state(unknown)).toMatchObject({
      status: 'failed',
      last_error: expect.stringContaining('nonsense') as string,
    });
    expect((await state(fine)).status).toBe('sent');
  });

  test('the mails of a process that died are taken over when its lease is over, under the same id', async () => {
    const id = await aMail();
    await app.db.query(
      `UPDATE notifications.mail SET status = 'sending', claimed_by = gen_random_uuid(), claimed_until = $1`,
      [new Date(app.clock.now().valueOf() + 60_000)],
    );
    await deliver();
    expect((await state(id)).status).toBe('sending');
    app.clock.advance(minutes(2));
    await deliver();
    expect((await state(id)).status).toBe('sent');
    expect(sink.received.map((mail) => mail.messageId)).toEqual([`<${id}@example.org>`]);
  });

  test('two workers at once send no mail twice', async () => {
    await Promise.all(Array.from({ length: 150 }, () => aMail()));
    await Promise.all([deliver(), deliver(), deliver()]);
    expect([...sink.counts().values()].filter((times) => times > 1)).toEqual([]);
    expect(sink.received).toHaveLength(150);
  });

  test('only a mail that failed can be tried again, and only by an admin', async () => {
    sink.answer('typo@example.org', { code: 550 });
    const [bounced, sent] = [await aMail('typo@example.org'), await aMail()];
    await deliver();
    sink.answer('typo@example.org', 'accept');
    const admin = await app.signedIn({ role: 'admin' });
    const retry = (id: string, cookie: string) =>
      app.graphql<{ retryMail: { status: string } }>(
        'mutation ($id: ID!) { retryMail(id: $id) { status } }',
        { id },
        { cookie },
      );
    const organizer = await app.signedIn({ role: 'organizer' });
    expect((await retry(bounced, organizer.cookie)).errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
    expect((await retry(sent, admin.cookie)).errors?.[0]?.extensions.code).toBe('MAIL_NOT_FAILED');
    expect((await retry(randomUUID(), admin.cookie)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await retry(bounced, admin.cookie)).data.retryMail.status).toBe('DUE');
    await deliver();
    expect((await state(bounced)).status).toBe('sent');
  });

  test('the log pages through every mail once, newest first, and filters', async () => {
    for (let i = 0; i < 25; i += 1) await aMail(`person${i}@example.org`);
    const { cookie } = await app.signedIn({ role: 'admin' });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await app.graphql<{
        mailLog: {
          edges: Array<{ node: { recipient: string } }>;
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        'query ($after: String) { mailLog(first: 10, after: $after) { edges { node { recipient } } pageInfo { hasNextPage endCursor } } }',
        { after },
        { cookie },
      );
      seen.push(...data.mailLog.edges.map((edge) => edge.node.recipient));
      after = data.mailLog.pageInfo.hasNextPage ? data.mailLog.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
    const { data } = await app.graphql<{ mailLog: { totalCount: number } }>(
      '{ mailLog(filter: { recipient: "PERSON1", status: [DUE], template: "plain" }) { totalCount } }',
      {},
      { cookie },
    );
    // person1 and person10 to person19.
    expect(data.mailLog.totalCount).toBe(11);
  });
});
