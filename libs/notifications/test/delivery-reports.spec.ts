import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { signedReply } from '@upstander/tests/support/access-samples.mailbox.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { aMail, mailRow, registerNoteTemplate } from '@upstander/tests/support/mails.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';

let app: TestApp;
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({
    config: {
      SMTP_URL: sink.url,
      MAIL_DOMAIN: 'mail.example.org',
      REPLY_WEBHOOK_SECRET: 'a-secret-for-tests-of-reports',
      REPLY_DOMAIN: 'reply.example.org',
    },
  });
  registerNoteTemplate(app);
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  app.clock.set('2026-12-01T12:00:00Z');
  sink.received.length = 0;
  await app.db.query('DELETE FROM notifications.mail');
  await app.db.query('DELETE FROM notifications.delivery_problem');
});

const deliver = () => app.runJob('deliver-due-mail');

interface SentMail {
  id: string;
  recipient: string;
  returnPath: string;
}

async function aSentMail(recipient?: string): Promise<SentMail> {
  const mail = await aMail(app.db, recipient === undefined ? {} : { recipient });
  await deliver();
  const { from } = sink.received.find(({ to }) => to === mail.recipient)!;
  sink.received.length = 0;
  return { ...mail, returnPath: from };
}

/** Posts a report of a mail server about an email, as the operator's mail server does. */
async function report(file: string, { id, recipient, returnPath }: SentMail) {
  const source = readFileSync(join(import.meta.dirname, 'reports', `${file}.eml`), 'utf8')
    .replaceAll('{{recipient}}', recipient)
    .replaceAll('{{returnPath}}', returnPath)
    .replaceAll('{{messageId}}', `<${id}@mail.example.org>`)
    .replaceAll(/\r?\n/g, '\r\n');
  const response = await fetch(`${app.url}/webhooks/replies`, {
    method: 'POST',
    body: source,
    headers: signedReply(app, source),
  });
  return { status: response.status, ...((await response.json()) as { outcome?: string }) };
}

const problems = () =>
  app.db.query<{ recipient: string; kind: string; reason: string }>(
    'SELECT recipient::text, kind, reason FROM notifications.delivery_problem',
  );

describe('reports of mail servers', () => {
  test.each([
    ['postfix', 'bounced', 'User unknown in local recipient table'],
    ['gmail', 'bounced', 'The email account that you tried to reach does not exist'],
    ['exchange', 'bounced', 'RESOLVER.ADR.RecipientNotFound'],
    ['amazon-ses-bounce', 'bounced', 'Unable to lookup DNS'],
    ['amazon-ses-complaint', 'complained', 'Yahoo!-Mail-Feedback'],
  ])('stop an address after a report of %s', async (file, kind, reason) => {
    const mail = await aSentMail();
    expect(mail.returnPath).toMatch(/^reply\+[a-z2-7]+@reply\.example\.org$/);
    expect(await report(file, mail)).toEqual({ status: 200, outcome: 'recorded' });
    expect(await problems()).toEqual([
      { recipient: mail.recipient, kind, reason: expect.stringContaining(reason) as string },
    ]);
    expect((await mailRow(app.db, mail.id)).status).toBe(kind === 'bounced' ? 'bounced' : 'sent');
    const next = await aMail(app.db, { recipient: mail.recipient });
    await deliver();
    expect(sink.received).toEqual([]);
    expect(await mailRow(app.db, next.id)).toMatchObject({
      status: 'skipped',
      last_error: 'Not sent: this address bounced, or its owner reported an email as spam.',
    });
  });

  test('find the email by its Message-ID if they were sent elsewhere', async () => {
    const mail = await aSentMail();
    expect(await report('gmail', { ...mail, returnPath: 'bounces@example.org' })).toMatchObject({
      outcome: 'recorded',
    });
    expect(await problems()).toMatchObject([{ recipient: mail.recipient }]);
  });

  test('are rejected if they belong to no email of ours', async () => {
    const mail = await aSentMail();
    const forged = { ...mail, id: randomUUID(), returnPath: 'reply+aaaa@reply.example.org' };
    expect(await report('postfix', forged)).toMatchObject({ outcome: 'ignored' });
    expect(await problems()).toEqual([]);
  });

  test('mark an email as bounced without stopping the address if the mailbox is full', async () => {
    const mail = await aSentMail();
    expect(await report('exchange-full', mail)).toMatchObject({ outcome: 'recorded' });
    expect(await mailRow(app.db, mail.id)).toMatchObject({ status: 'bounced' });
    expect(await problems()).toEqual([]);
  });

  test.each(['postfix-delayed', 'out-of-office'])('change nothing if they are only %s', async (file) => {
    const mail = await aSentMail();
    expect(await report(file, mail)).toEqual({ status: 200, outcome: 'ignored' });
    expect(await problems()).toEqual([]);
    expect((await mailRow(app.db, mail.id)).status).toBe('sent');
  });

  test('a complaint after a bounce takes its place, and a bounce after a complaint does not', async () => {
    const mail = await aSentMail();
    await report('postfix', mail);
    await report('amazon-ses-complaint', mail);
    await report('gmail', mail);
    expect(await problems()).toMatchObject([{ kind: 'complained' }]);
  });
});

describe('an address that is rejected at once', () => {
  test('is stopped if the server says that it does not exist', async () => {
    sink.answer('gone@example.org', { code: 550, message: '5.1.1 User unknown' });
    const { recipient } = await aMail(app.db, { recipient: 'gone@example.org' });
    await deliver();
    expect(await problems()).toMatchObject([{ recipient, kind: 'bounced' }]);
  });

  test('is not stopped if the server may have blocked us', async () => {
    for (const message of ['5.7.1 Blocked by a list', 'Rejected']) {
      sink.answer('blocked@example.org', { code: 550, message });
      await aMail(app.db, { recipient: 'blocked@example.org' });
      await deliver();
    }
    expect(await problems()).toEqual([]);
  });

  test('still gets a sign-in code', async () => {
    const mail = await aSentMail((await app.signedIn({ email: 'ana@example.org' })).email);
    await report('postfix', mail);
    await app.graphql('mutation ($email: EmailAddress!) { requestSignInCode(email: $email) { ok } }', {
      email: mail.recipient,
    });
    await app.runJob('make-sign-in-mails');
    await deliver();
    expect(sink.received.map(({ to }) => to)).toEqual([mail.recipient]);
  });
});

describe('organizers', () => {
  const query = `query ($id: ID!) { volunteer(id: $id) { deliveryProblem { kind reason since } } }`;
  const retry = `mutation ($id: ID!) { retryVolunteerAddress(id: $id) { deliveryProblem { kind } } }`;

  test('see why a volunteer gets no email, and can try again', async () => {
    const chapter = await aChapter(app.db);
    const rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
    const stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
    const { id, email } = await aVolunteer(app, chapter.id);
    await report('postfix', await aSentMail(email!));
    const { data } = await app.graphql(query, { id }, rosa);
    expect(data).toEqual({
      volunteer: {
        deliveryProblem: {
          kind: 'BOUNCED',
          reason: expect.stringContaining('User unknown') as string,
          since: '2026-12-01T12:00:00.000Z',
        },
      },
    });
    const refused = await app.graphql(retry, { id }, stranger);
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await problems()).toHaveLength(1);
    expect((await app.graphql(retry, { id }, rosa)).data).toEqual({ retryVolunteerAddress: { deliveryProblem: null } });
    await aSentMail(email!);
  });
});
