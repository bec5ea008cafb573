import { MailTemplates } from '@upstander/notifications';
import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aMail } from '@upstander/tests/support/mails.js';

const list = `query ($filter: MailLogFilter, $first: Int, $after: String) {
  mailLog(filter: $filter, first: $first, after: $after) {
    edges { node { id template recipient status attempts lastError messageId } }
    pageInfo { hasNextPage endCursor } totalCount totalIsCapped
  }
}`;
const retryMutation = 'mutation ($id: ID!) { retryMail(id: $id) { id status attempts lastError } }';

interface Page {
  mailLog: {
    edges: Array<{ node: { id: string; recipient: string; status: string; messageId: string } }>;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

describe('the mail log', () => {
  let app: TestApp;
  let admin: { cookie: string };
  beforeAll(async () => {
    app = await startApp();
    admin = await app.signedIn({ role: 'admin' });
  });
  afterAll(() => app.close());
  beforeEach(() => app.db.query('DELETE FROM notifications.mail'));

  test('has a display name for every template in both languages', () => {
    for (const locale of locales) {
      const known = Object.keys(adminCatalogOf(locale).admin.mailLog.templates).sort();
      // All notices share one name in the log.
      expect(known).toEqual([...app.nest.get(MailTemplates).names(), 'notice'].sort());
    }
  });

  const ask = async (variables: Record<string, unknown>) =>
    (await app.graphql<Page>(list, variables, admin)).data.mailLog;
  const mailWithStatus = async (status: string) => {
    const mail = await aMail(app.db, { recipient: `${status}@example.org` });
    await app.db.query(`UPDATE notifications.mail SET status = $2, attempts = 3, last_error = '550 No' WHERE id = $1`, [
      mail.id,
      status,
    ]);
    return mail;
  };

  test('lists emails newest first, across pages without duplicates', async () => {
    const ids: string[] = [];
    // Rows with the same timestamp still have a stable order.
    for (let i = 0; i < 25; i += 1) ids.push((await aMail(app.db)).id);
    await app.db.query(`UPDATE notifications.mail SET created_at = date_trunc('second', created_at)`);
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Page['mailLog'] = await ask({ first: 10, after });
      expect(page.totalCount).toBe(25);
      seen.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  test('filters by status, template and start of the address', async () => {
    for (const status of ['due', 'sent', 'failed', 'bounced', 'skipped']) await mailWithStatus(status);
    await aMail(app.db, { template: 'thank-you', recipient: 'a%b@example.org' });
    const findRecipients = async (filter: Record<string, unknown>) =>
      (await ask({ filter })).edges.map(({ node }) => node.recipient).sort();
    expect(await findRecipients({ status: ['FAILED', 'BOUNCED'] })).toEqual([
      'bounced@example.org',
      'failed@example.org',
    ]);
    expect(await findRecipients({ template: 'thank-you' })).toEqual(['a%b@example.org']);
    expect(await findRecipients({ recipient: 'S' })).toEqual(['sent@example.org', 'skipped@example.org']);
    expect(await findRecipients({ recipient: 'a%' })).toEqual(['a%b@example.org']);
    expect(await findRecipients({ recipient: '%' })).toEqual([]);
  });

  test("shows the Message-ID used in the mail server's log", async () => {
    const { id } = await aMail(app.db);
    expect((await ask({})).edges[0]?.node.messageId).toBe(`<${id}@upstander.invalid>`);
  });

  test.each(['failed', 'bounced'])('retries an email that has %s', async (status) => {
    const { id } = await mailWithStatus(status);
    expect(await app.graphql(retryMutation, { id }, admin)).toMatchObject({
      data: { retryMail: { id, status: 'DUE', attempts: 0, lastError: null } },
    });
  });

  test.each(['due', 'sending', 'sent', 'skipped'])(
    'rejects a retry of an email that is %s, so no one receives it twice',
    async (status) => {
      const { id } = await mailWithStatus(status);
      const answer = await app.graphql(retryMutation, { id }, admin);
      expect(answer.errors?.[0]?.extensions.code).toBe('MAIL_NOT_FAILED');
    },
  );

  test('reports unknown and malformed IDs as not found', async () => {
    for (const id of ['5f2f2c0e-3c8b-4a53-9a53-0a3a53c0ffee', 'nonsense', "' OR true --"]) {
      expect((await app.graphql(retryMutation, { id }, admin)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
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
