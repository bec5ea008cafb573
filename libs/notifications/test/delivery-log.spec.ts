import { MailTemplates } from '@upstander/notifications';
import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aMail } from '@upstander/tests/support/mails.js';
import { aSmsConsent } from '@upstander/tests/support/sms.js';
import { randomUUID } from 'node:crypto';

const listQuery = (name: 'mailLog' | 'smsLog', own: string) => `query (
    $filter: ${name === 'mailLog' ? 'MailLogFilter' : 'SmsLogFilter'}, $first: Int, $after: String) {
  log: ${name}(filter: $filter, first: $first, after: $after) {
    edges { node { id template recipient status lastError ${own} } }
    pageInfo { hasNextPage endCursor } totalCount totalIsCapped
  }
}`;
const mailList = listQuery('mailLog', 'attempts messageId');
const smsList = listQuery('smsLog', 'numberEnding errorCode');
const retryMutation = 'mutation ($id: ID!) { retryMail(id: $id) { id status attempts lastError } }';

interface Page {
  log: {
    edges: Array<{ node: { id: string; recipient: string; messageId: string; numberEnding: string | null } }>;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

interface Delivery {
  recipient?: string;
  status?: string;
  template?: string;
}

let app: TestApp;
let admin: { cookie: string };
beforeAll(async () => {
  app = await startApp();
  admin = await app.signedIn({ role: 'admin' });
});
afterAll(() => app.close());
beforeEach(() => app.db.query('DELETE FROM notifications.mail'));
beforeEach(() => app.db.query('DELETE FROM notifications.sms'));

const ask = async (list: string, variables: Record<string, unknown> = {}) =>
  (await app.graphql<Page>(list, variables, admin)).data.log;

async function anEmail({ status = 'sent', ...mail }: Delivery = {}): Promise<{ id: string }> {
  const { id } = await aMail(app.db, mail);
  await app.db.query(
    `UPDATE notifications.mail SET status = $2, attempts = 3, last_error = '550 No', created_at = date_trunc('second', created_at)
     WHERE id = $1`,
    [id, status],
  );
  return { id };
}

async function aText({
  recipient = `${randomUUID()}@example.org`,
  status = 'sent',
  template = 'reminder-day',
}: Delivery = {}) {
  const consent = await aSmsConsent(app.db, { recipient });
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO notifications.sms (key, template, consent_id, recipient, number, locale, status, due_at, created_at)
     VALUES ($1, $2, $3, $4, $5, 'en', $6, now(), date_trunc('second', now())) RETURNING id`,
    [randomUUID(), template, consent.id, recipient, consent.number, status],
  );
  return { ...row!, number: consent.number };
}

describe.each([
  { channel: 'emails', list: mailList, add: anEmail, undelivered: ['failed', 'bounced'] },
  { channel: 'texts', list: smsList, add: aText, undelivered: ['failed', 'undelivered'] },
])('the log of $channel', ({ list, add, undelivered }) => {
  test('lists them newest first, across pages without duplicates', async () => {
    const ids: string[] = [];
    // Rows with the same timestamp still have a stable order.
    for (let i = 0; i < 25; i += 1) ids.push((await add()).id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page['log'] = await ask(list, { first: 10, after });
      expect(page.totalCount).toBe(25);
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  test('filters by status, template and start of the address', async () => {
    for (const status of ['due', 'sent', 'skipped', ...undelivered])
      await add({ status, recipient: `${status}@example.org` });
    await add({ template: 'thank-you', recipient: 'a%b@example.org' });
    const findRecipients = async (filter: Record<string, unknown>) =>
      (await ask(list, { filter })).edges.map(({ node }) => node.recipient).sort();
    expect(await findRecipients({ status: undelivered.map((status) => status.toUpperCase()) })).toEqual(
      undelivered.map((status) => `${status}@example.org`).sort(),
    );
    expect(await findRecipients({ template: 'thank-you' })).toEqual(['a%b@example.org']);
    expect(await findRecipients({ template: 'notice' })).toEqual([]);
    expect(await findRecipients({ recipient: 'S' })).toEqual(['sent@example.org', 'skipped@example.org']);
    expect(await findRecipients({ recipient: 'A%' })).toEqual(['a%b@example.org']);
    expect(await findRecipients({ recipient: '%' })).toEqual([]);
    expect(await findRecipients({ recipient: '  ' })).toHaveLength(6);
  });

  test('rejects a forged cursor', async () => {
    for (const keys of [
      ['x', 'y'],
      [1, 2],
      ['2026-12-01T12:00:00Z', 'y'],
      ["2026-12-01' --", 'y'],
    ]) {
      const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
      expect((await app.graphql(list, { after }, admin)).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
    }
  });

  test('is not available to organizers', async () => {
    const organizer = await app.signedIn({ role: 'organizer' });
    expect((await app.graphql(list, {}, organizer)).errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
  });
});

describe('the log', () => {
  test('has a display name for every template in both languages', () => {
    for (const locale of locales) {
      const known = Object.keys(adminCatalogOf(locale).admin.deliveryLog.templates).sort();
      // All notices share one name in the log.
      expect(known).toEqual([...app.nest.get(MailTemplates).names(), 'notice'].sort());
    }
  });

  test("shows the Message-ID used in the mail server's log", async () => {
    const { id } = await anEmail();
    expect((await ask(mailList)).edges[0]?.node.messageId).toBe(`<${id}@upstander.invalid>`);
  });

  test('shows only the end of the number of a text', async () => {
    const { number } = await aText();
    expect((await ask(smsList)).edges[0]?.node.numberEnding).toBe(number.slice(-4));
  });

  test('never shows a code that was texted', async () => {
    const { id } = await aText({ recipient: 'ana@example.org' });
    const [code] = await app.db.query<{ id: string }>(
      `INSERT INTO notifications.sms_code (number, recipient, account_id, locale, channel, wording, wording_version, created_at, expires_at)
       VALUES ('+12135550000', 'ana@example.org', gen_random_uuid(), 'en', 'text', 'w', '1', now(), now()) RETURNING id`,
    );
    await app.db.query(
      `INSERT INTO notifications.sms (key, template, code_id, recipient, number, locale, due_at)
       VALUES ('code', 'sms-code', $1, 'ana@example.org', '+12135550000', 'en', now())`,
      [code!.id],
    );
    for (const filter of [{}, { recipient: 'ana' }, { template: 'sms-code' }, { status: ['DUE'] }]) {
      const { edges, totalCount } = await ask(smsList, { filter });
      const texts = 'template' in filter || 'status' in filter ? [] : [id];
      expect([edges.map(({ node }) => node.id), totalCount]).toEqual([texts, texts.length]);
    }
  });
});

describe('retrying an email', () => {
  test.each(['failed', 'bounced'])('queues an email that has %s', async (status) => {
    const { id } = await anEmail({ status });
    expect(await app.graphql(retryMutation, { id }, admin)).toMatchObject({
      data: { retryMail: { id, status: 'DUE', attempts: 0, lastError: null } },
    });
  });

  test.each(['due', 'sending', 'sent', 'skipped'])(
    'is rejected if the email is %s, so no one receives it twice',
    async (status) => {
      const { id } = await anEmail({ status });
      const answer = await app.graphql(retryMutation, { id }, admin);
      expect(answer.errors?.[0]?.extensions.code).toBe('MAIL_NOT_FAILED');
    },
  );

  test('reports unknown and malformed IDs as not found', async () => {
    for (const id of ['5f2f2c0e-3c8b-4a53-9a53-0a3a53c0ffee', 'nonsense', "' OR true --"]) {
      expect((await app.graphql(retryMutation, { id }, admin)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});
