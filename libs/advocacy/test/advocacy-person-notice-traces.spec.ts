import { readFileSync } from 'node:fs';
import { signedReply } from '@upstander/tests/support/access-samples.mailbox.js';
import {
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  ask,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { Canaries, captureLog, dumpAsApp, dumpSealed } from '@upstander/tests/support/canaries.js';
import { header, startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { noticedContact, writeToPerson } from '@upstander/tests/support/person-notices.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';

const sender = 'post@quiet.example';
const organization = 'Harbor Project';

let app: TestApp;
let sink: MailSink;
let log: string[];
beforeAll(async () => {
  log = captureLog();
  sink = await startMailSink();
  app = await startApp({
    config: {
      SMTP_URL: sink.url,
      DISCREET_MAIL_FROM: sender,
      ORGANIZATION_NAME: organization,
      REPLY_WEBHOOK_SECRET: 'a-secret-for-tests-of-notices',
      REPLY_DOMAIN: 'reply.example.org',
      LOG_LEVEL: 'debug',
    },
  });
});
// A Tuesday, 10 a.m. in Chicago.
restoreBeforeEach(
  () => app,
  ['identity', 'notifications', 'opportunities', 'platform', 'sealed'],
  '2026-12-01T16:02:00Z',
);
beforeEach(() => {
  sink.received.length = 0;
  sink.beforeAnswer = null;
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

const sendNotices = async () => {
  app.clock.set('2026-12-01T16:15:00Z');
  await app.runJob('send-discreet-notices');
};

async function aSentNotice(changes: Parameters<typeof noticedContact>[0] & { nameToUse?: string; body?: string } = {}) {
  const { nameToUse = 'Luna', body = 'Can you come on Friday?', ...contact } = changes;
  const { id, code } = await anApplication(app, { nameToUse, safeContact: noticedContact(contact) });
  const advocate = await anAdvocate(app);
  const desk = asAdvocate(app, advocate);
  await desk.take(id);
  await writeToPerson(desk, id, body);
  await sendNotices();
  return { id, code, desk, mail: sink.received[0]! };
}

const headerNames = (source: string) =>
  source
    .slice(0, source.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.slice(0, line.indexOf(':')));
const bodyOf = (source: string) => source.slice(source.indexOf('\r\n\r\n') + 4).trim();

/** Posts an email as the operator's mail server does. */
async function post(source: string) {
  const response = await fetch(`${app.url}/webhooks/replies`, {
    method: 'POST',
    body: source,
    headers: signedReply(app, source),
  });
  return (await response.json()) as { outcome?: string };
}

describe('the email', () => {
  test('says only that there is something new, from an address that is not ours', async () => {
    const { mail } = await aSentNotice();
    expect(mail.from).toBe(sender);
    expect(mail.clientName).toBe('quiet.example');
    expect(headerNames(mail.source)).toEqual([
      'From',
      'To',
      'Subject',
      'Message-ID',
      'Date',
      'Auto-Submitted',
      'MIME-Version',
      'Content-Type',
      'Content-Transfer-Encoding',
    ]);
    expect(header(mail.source, 'From')).toBe(sender);
    expect(header(mail.source, 'Subject')).toBe('Something new for you');
    expect(header(mail.source, 'Message-ID')).toMatch(/^<[\da-f-]{36}@quiet\.example>$/);
    expect(bodyOf(mail.source)).toBe('There is something new for you.');
    for (const ours of [organization, 'upstander', '127.0.0.1', 'Luna', 'http', 'example.org'])
      expect(mail.source).not.toContain(ours);
  });

  test('shows the sender name that the person chose, and the organization only if they allowed it', async () => {
    const { mail } = await aSentNotice({ notice: { senderName: 'Sam', namesOrganization: true } });
    expect(header(mail.source, 'From')).toBe(`"Sam" <${sender}>`);
    expect(header(mail.source, 'Subject')).toBe('Something new for you');
    expect(bodyOf(mail.source)).toBe(`There is something new for you.\r\n\r\n${organization}`);
  });

  test('arrives as the person was shown before they turned it on', async () => {
    const [sample] = await ask<[Record<string, string>]>(
      app,
      'query { discreetNoticeSamples(language: EN) { sender subject text textWithOrganization } }',
      {},
    );
    const { mail } = await aSentNotice();
    expect(sample['sender']).toBe(mail.from);
    expect(sample['subject']).toBe(header(mail.source, 'Subject'));
    expect(sample['text']).toBe(bodyOf(mail.source));
    expect(sample['textWithOrganization']).toBe(`${sample['text']}\n\n${organization}`);
  });
});

describe('nothing of it is stored', () => {
  test('in a table, a queue, the log, a metric or an error', async () => {
    const canaries = new Canaries();
    const marked = {
      nameToUse: canaries.mark('name'),
      body: canaries.mark('message'),
      value: `${canaries.mark('address')}@example.net`,
      notice: { senderName: canaries.mark('sender name'), namesOrganization: true },
    };
    const { code, desk, id, mail } = await aSentNotice(marked);
    // A sealed text reaches the mail server only as address and sender name.
    expect(canaries.in(mail.source).sort()).toEqual(['address', 'sender name']);
    // A rejection repeats the address.
    sink.answer(marked.value, { code: 550, message: `5.1.1 <${marked.value}> unknown` });
    await withCode(app, code).open();
    await writeToPerson(desk, id, marked.body);
    app.clock.set('2026-12-02T16:30:00Z');
    await app.runJob('send-discreet-notices');
    expect((await desk.open(id))!.notice.state).toBe('FAILED');

    const { texts } = await dumpAsApp(app);
    expect([...texts].flatMap(([table, text]) => canaries.in(text).map((place) => `${table}: ${place}`))).toEqual([]);
    expect(texts.get('notifications.mail')).toBe('');
    expect(canaries.in(await dumpSealed(app))).toEqual([]);
    expect(log.some((line) => line.includes('an email wasn’t accepted'))).toBe(true);
    expect(canaries.in(log.join('\n'))).toEqual([]);
    const metrics = await fetch(`${app.url}/metrics`);
    expect(canaries.in(await metrics.text())).toEqual([]);
    // Control.
    await app.db.query(`INSERT INTO notifications.delivery_problem VALUES ($1, 'bounced', 'x', now())`, [marked.value]);
    expect(canaries.in((await dumpAsApp(app)).texts.get('notifications.delivery_problem')!)).toEqual(['address']);
  });

  test('if the choice is moved to another record, which sends nothing', async () => {
    const { id } = await anApplication(app, { safeContact: noticedContact() });
    const other = await anApplication(app, { safeContact: noticedContact({ value: 'other@example.net' }) });
    await runBypassingTriggers(
      app,
      `UPDATE sealed.person_notice n SET status = 'waiting', requested_at = '2026-12-01T15:00:00Z',
         choice = (SELECT choice FROM sealed.person_notice WHERE record_id = $1) WHERE record_id = $2`,
      [id, other.id],
    );
    const third = await aSentNotice({ value: 'third@example.net' });
    expect(sink.received.map(({ to }) => to)).toEqual([third.mail.to]);
  });
});

describe('what comes back to its sender', () => {
  test('a reply is dropped and stored nowhere', async () => {
    const { mail } = await aSentNotice();
    const [answer, before] = ['cnry-answer-of-the-person', log.length];
    const reply = [
      `From: Luna <${mail.to}>`,
      `To: ${sender}`,
      // Also if it reaches a reply address.
      'Cc: reply+aaaa@reply.example.org',
      `In-Reply-To: ${mail.messageId}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      answer,
    ].join('\r\n');
    expect(await post(reply)).toEqual({ outcome: 'ignored' });
    const { texts } = await dumpAsApp(app);
    const everything = [...texts.values(), await dumpSealed(app), ...log.slice(before)].join('\n');
    expect(everything).not.toContain(answer);
    expect(everything).not.toContain(mail.to);
  });

  test('a bounce or a complaint about it stores no address', async () => {
    const { mail } = await aSentNotice();
    for (const file of ['postfix', 'gmail', 'amazon-ses-complaint']) {
      const report = readFileSync(`libs/notifications/test/reports/${file}.eml`, 'utf8')
        .replaceAll('{{recipient}}', mail.to)
        .replaceAll('{{returnPath}}', mail.from)
        .replaceAll('{{messageId}}', mail.messageId)
        .replaceAll(/\r?\n/g, '\r\n');
      expect([file, await post(report)]).toEqual([file, { outcome: 'ignored' }]);
    }
    expect(await app.db.query('SELECT FROM notifications.delivery_problem')).toEqual([]);
  });

  test('mail servers are asked to send no reports', async () => {
    const { mail } = await aSentNotice();
    expect(mail.reports).toEqual(['NEVER']);
  });
});

describe('a notice to an advocate or a business', () => {
  const sendMessageNotices = async () => {
    await app.runJob('make-message-notices');
    await app.runJob('deliver-due-mail');
    return sink.received.filter(({ source }) => header(source, 'Subject') === 'Something is waiting');
  };

  test('names neither the organization nor a cause, and no reply to it is stored', async () => {
    const { introductionId, member, desk } = await anIntroduction(app);
    await anAdvocate(app, 'Noor Haddad');
    await desk.writeToBusiness({ introductionId, body: 'Hello.' });
    await anApplication(app);
    app.clock.set('2026-12-01T16:15:00Z');
    const notices = await sendMessageNotices();
    expect(notices.map(({ to }) => to)).toContain(member.email);
    expect(notices.length).toBeGreaterThanOrEqual(3);
    for (const { source, from } of notices) {
      expect(headerNames(source).filter((name) => /^(Reply-To|List-)/.test(name))).toEqual([]);
      expect(source).not.toContain(organization);
      for (const recipient of [from, app.config.MAIL_FROM]) {
        const reply = [`From: <someone@example.net>`, `To: ${recipient}`, '', 'cnry-answer-of-staff'].join('\r\n');
        expect((await post(reply)).outcome).not.toBe('stored');
      }
    }
    expect([...(await dumpAsApp(app)).texts.values()].join('\n')).not.toContain('cnry-answer-of-staff');
  });
});
