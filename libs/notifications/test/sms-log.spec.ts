import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aSmsConsent } from '@upstander/tests/support/sms.js';
import { randomUUID } from 'node:crypto';

const list = `query ($filter: SmsLogFilter, $first: Int, $after: String) {
  smsLog(filter: $filter, first: $first, after: $after) {
    edges { node { id recipient numberEnding status errorCode } }
    pageInfo { hasNextPage endCursor } totalCount
  }
}`;
interface Page {
  smsLog: {
    edges: Array<{ node: { id: string; recipient: string; numberEnding: string | null; status: string } }>;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

describe('the text log', () => {
  let app: TestApp;
  let admin: { cookie: string };
  beforeAll(async () => {
    app = await startApp();
    admin = await app.signedIn({ role: 'admin' });
  });
  afterAll(() => app.close());
  beforeEach(() => app.db.query('DELETE FROM notifications.sms'));

  const ask = async (variables: Record<string, unknown> = {}) =>
    (await app.graphql<Page>(list, variables, admin)).data.smsLog;
  async function aText({ recipient = `${randomUUID()}@example.org`, status = 'delivered' } = {}) {
    const consent = await aSmsConsent(app.db, { recipient });
    const [row] = await app.db.query<{ id: string }>(
      `INSERT INTO notifications.sms (key, template, consent_id, recipient, number, locale, status, due_at, created_at)
       VALUES ($1, 'reminder-day', $2, $3, $4, 'en', $5, now(), date_trunc('second', now())) RETURNING id`,
      [randomUUID(), consent.id, recipient, consent.number, status],
    );
    return { ...row!, number: consent.number };
  }

  test('lists texts across pages without duplicates, with only the end of the number', async () => {
    const texts = [];
    for (let i = 0; i < 12; i += 1) texts.push(await aText());
    const seen: Array<[string, string | null]> = [];
    let after: string | null = null;
    do {
      const page: Page['smsLog'] = await ask({ first: 5, after });
      expect(page.totalCount).toBe(12);
      seen.push(...page.edges.map(({ node }): [string, string | null] => [node.id, node.numberEnding]));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Map(seen)).toEqual(new Map(texts.map(({ id, number }) => [id, number.slice(-4)])));
    expect(seen).toHaveLength(12);
  });

  test('filters by status and start of the address, and has no codes', async () => {
    await aText({ recipient: 'ana@example.org', status: 'failed' });
    await aText({ recipient: 'ana%@example.org' });
    const [code] = await app.db.query<{ id: string }>(
      `INSERT INTO notifications.sms_code (number, recipient, account_id, locale, channel, wording, wording_version, created_at, expires_at)
       VALUES ('+12135550000', 'ana@example.org', gen_random_uuid(), 'en', 'text', 'w', '1', now(), now()) RETURNING id`,
    );
    await app.db.query(
      `INSERT INTO notifications.sms (key, template, code_id, recipient, number, locale, due_at)
       VALUES ('code', 'sms-code', $1, 'ana@example.org', '+12135550000', 'en', now())`,
      [code!.id],
    );
    const recipients = async (filter: Record<string, unknown>) =>
      (await ask({ filter })).edges.map(({ node }) => node.recipient).sort();
    expect(await recipients({})).toEqual(['ana%@example.org', 'ana@example.org']);
    expect(await recipients({ status: ['FAILED'] })).toEqual(['ana@example.org']);
    expect(await recipients({ recipient: 'ANA%' })).toEqual(['ana%@example.org']);
    expect(await recipients({ recipient: '  ' })).toHaveLength(2);
  });
});
