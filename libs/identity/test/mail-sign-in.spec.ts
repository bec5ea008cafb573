import { signInCodeOf } from '@upstander/identity';
import { Secrets } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { header, startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import { simpleParser } from 'mailparser';

describe('the sign-in code email', () => {
  let app: TestApp;
  let sink: MailSink;
  beforeAll(async () => {
    sink = await startMailSink();
    app = await startApp({ config: { SMTP_URL: sink.url } });
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
  });
  beforeEach(async () => {
    sink.received.length = 0;
    await app.db.query('DELETE FROM notifications.mail');
    await app.db.query('DELETE FROM identity.sign_in_code');
    app.clock.set('2026-12-01T12:00:00Z');
  });

  let cookie: string | undefined;

  async function ask(email: string, locale: 'EN' | 'ES'): Promise<string> {
    const answer = await app.graphql(
      'mutation ($email: EmailAddress!, $locale: Locale) { requestSignInCode(email: $email, locale: $locale) { ok } }',
      { email, locale },
    );
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    const [row] = await app.db.query<{ id: string }>('SELECT id FROM identity.sign_in_code');
    return row!.id;
  }

  test('is sent once per code in the requested language, and its code signs in', async () => {
    const id = await ask('ana@example.org', 'ES');
    await app.runJob('make-sign-in-mails');
    await app.runJob('make-sign-in-mails');
    await app.runJob('deliver-due-mail');
    expect(sink.received).toHaveLength(1);
    const mail = await simpleParser(sink.received[0]!.source);
    const code = signInCodeOf(app.nest.get(Secrets), { id, email: 'ana@example.org' });
    expect(mail.subject).toBe(`${code} es tu código de acceso`);
    expect(mail.text).toContain(code);
    expect(header(sink.received[0]!.source, 'Content-Language')).toBe('es');
    const answer = await app.graphql(
      'mutation ($email: EmailAddress!, $code: String!) { signInWithCode(email: $email, code: $code) { state } }',
      { email: 'ana@example.org', code },
      { ...(cookie && { cookie }) },
    );
    expect(answer.data).toEqual({ signInWithCode: { state: 'SIGNED_IN' } });
  });

  test('leaves no code in the database', async () => {
    const id = await ask('ana@example.org', 'EN');
    await app.runJob('make-sign-in-mails');
    await app.runJob('deliver-due-mail');
    const code = signInCodeOf(app.nest.get(Secrets), { id, email: 'ana@example.org' });
    const rows = await app.db.query(
      `SELECT to_jsonb(m)::text AS row FROM notifications.mail m UNION ALL SELECT to_jsonb(c)::text FROM identity.sign_in_code c`,
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('is skipped if the code expired before delivery', async () => {
    await ask('ana@example.org', 'EN');
    await app.runJob('make-sign-in-mails');
    app.clock.advance(minutes(11));
    await app.runJob('deliver-due-mail');
    expect(sink.received).toHaveLength(0);
    expect(await app.db.query('SELECT status FROM notifications.mail')).toEqual([{ status: 'skipped' }]);
  });
});
