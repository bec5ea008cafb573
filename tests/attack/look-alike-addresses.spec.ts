import { NormalizeAddresses1799010000000 } from '@upstander/db';
import { normalEmail } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { cloneDatabase } from '../support/database.js';
import { aShift } from '../support/factories.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { ask, aVisitor, codeByMail, password, withPassword } from '../support/visitors.js';
import { runAsOwner } from '../support/tampering.js';

/** Look-alikes of one mailbox: local parts that fold to the victim's, and invisible characters. */
const kelvin = '\u212a';
const longS = '\u017f';

let app: TestApp;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { TRUST_PROXY: 'true', SMTP_URL: sink.url } });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

describe('a look-alike address', () => {
  test('a code requested with a KELVIN SIGN is sent only to the mailbox of the account', async () => {
    await withPassword(app, { email: 'opendesk@demo.example' });
    await aVisitor(app).ask(ask.requestCode, { email: `opendes${kelvin}@demo.example` });
    await app.runJob('make-sign-in-mails');
    await app.runJob('deliver-due-mail');
    expect(sink.received.map(({ to }) => to)).toEqual(['opendesk@demo.example']);
    expect(await app.db.query('SELECT email::text FROM identity.sign_in_code')).toEqual([
      { email: 'opendesk@demo.example' },
    ]);
  });

  test('a code is sent to the address on the account, however the request spells it', async () => {
    const { email } = await withPassword(app);
    sink.received.length = 0;
    await aVisitor(app).ask(ask.requestCode, { email });
    // Simulates an older row: citext folds it to the same account, but a mail server would not.
    await runAsOwner(app, 'ALTER TABLE identity.sign_in_code DROP CONSTRAINT sign_in_code_email_is_normal');
    await app.db.query('UPDATE identity.sign_in_code SET email = upper(email::text)::citext WHERE email = $1', [email]);
    await app.runJob('make-sign-in-mails');
    await app.runJob('deliver-due-mail');
    expect(sink.received.map(({ to }) => to)).toEqual([email]);
  });

  test('long s, capitals and wide letters belong to one account, not four', async () => {
    const email = `${randomUUID()}s@example.org`;
    const wide = [...email]
      .map((c) => (/[a-z]/.test(c) ? String.fromCodePoint(c.codePointAt(0)! + 0xfee0) : c))
      .join('');
    for (const typed of [email, email.replace('s@', `${longS}@`), email.toUpperCase(), wide]) {
      const visitor = aVisitor(app);
      expect(refusal(await visitor.ask(ask.requestCode, { email: typed }))).toBeNull();
      const code = await codeByMail(app, email);
      expect(refusal(await visitor.ask(ask.signInWithCode, { email: typed, code }))).toBeNull();
    }
    expect(await app.db.query('SELECT email::text FROM identity.account WHERE email = $1', [email])).toEqual([
      { email },
    ]);
  });

  test('zero-width letters and soft hyphens are rejected, so they bypass no limit', async () => {
    for (const typed of ['ana@demo.exam\u200bple', 'an\u00ada@demo.example', 'ana@demo.example\u2060']) {
      const answer = await aVisitor(app).ask(ask.requestCode, { email: typed });
      expect(answer.errors?.[0]?.message).toMatch(/EmailAddress/);
    }
    expect(await app.db.query(`SELECT FROM identity.sign_in_code WHERE email::text LIKE 'an%demo%'`)).toEqual([]);
  });

  test('wrong passwords count for one account under any spelling', async () => {
    const { email } = await withPassword(app, { email: `${randomUUID()}k@example.org` });
    const spellings = [email, email.toUpperCase(), email.replace('k@', `${kelvin}@`), email.replace('k@', 'ｋ@')];
    const codes: Array<string | null> = [];
    for (let n = 0; n < 11; n += 1) {
      const typed = spellings[n % spellings.length];
      codes.push(
        refusal(await aVisitor(app).ask(ask.signIn, { email: typed, password: `not it, for the ${n}th time` })),
      );
    }
    expect(codes.at(-1)).toBe('TOO_MANY_TRIES');
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password }))).toBe('TOO_MANY_TRIES');
  });

  test('signing up with a look-alike creates one volunteer who takes one place', async () => {
    const shift = await aShift(app.db);
    const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status } } }`;
    for (const email of [
      `rosa${kelvin}@b\u00fccher.example`,
      'rosak@xn--bcher-kva.example',
      ' ROSAK@BÜCHER.example ',
    ]) {
      const input = { shiftId: shift.id, name: 'Rosa', email, idempotencyKey: randomUUID() };
      expect(refusal(await app.graphql(signUp, { input }))).toBeNull();
    }
    const people = await app.db.query(`SELECT email::text FROM volunteers.volunteer WHERE email::text LIKE 'rosa%'`);
    expect(people).toEqual([{ email: 'rosak@xn--bcher-kva.example' }]);
    expect(await app.db.query('SELECT taken FROM events.shift WHERE id = $1', [shift.id])).toEqual([{ taken: 1 }]);
  });
});

test('the site rejects the same addresses as the API', () => {
  const typed = [
    'ana@example.org',
    'Ana@Example.ORG',
    'ana@bücher.example',
    `opendes${kelvin}@demo.example`,
    'анна@пример.рф',
    '\u0430na@demo.example',
    'ana@d\u0435mo.example',
    'ana@demo.exam\u200bple',
    'an\u00ada@demo.example',
    'ana@127.0.0.1',
    'ana@localhost',
    'ana@demo..example',
    'ana@%64emo.example',
    'Ana <ana@example.org>',
    `${'a'.repeat(250)}@x.org`,
    '',
  ];
  // The site is an application, so libraries and tests can't import it.
  const site = jest.requireActual<{ isAddress(text: string): boolean }>('../../apps/site/src/forms/text-rules');
  expect(typed.map((text) => [text, site.isAddress(text)])).toEqual(
    typed.map((text) => [text, normalEmail(text) !== null]),
  );
});

describe('the database', () => {
  test('accepts only normalized addresses', async () => {
    for (const email of [
      'Ana@example.org',
      `opendes${kelvin}@demo.example`.toUpperCase(),
      'ana@bücher.example',
      'a b@c.org',
    ]) {
      await expect(
        app.db.query(`INSERT INTO identity.account (email, name) VALUES ($1, 'A')`, [email]),
      ).rejects.toThrow(/account_email_is_normal/);
      await expect(
        app.db.query(`INSERT INTO volunteers.volunteer (email, name) VALUES ($1, 'A')`, [email]),
      ).rejects.toThrow(/volunteer_email_is_normal/);
      await expect(
        app.db.query(`INSERT INTO fundraising.donor (email, created_at) VALUES ($1, now())`, [email]),
      ).rejects.toThrow(/donor_email_is_normal/);
    }
  });

  test('normalizes older rows, and removes the address of a look-alike of another account', async () => {
    const database = await cloneDatabase();
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.pathname = new URL(database.url).pathname;
    const source = await new DataSource({ type: 'postgres', url: url.href, installExtensions: false }).initialize();
    const runner = source.createQueryRunner();
    try {
      const migration = new NormalizeAddresses1799010000000();
      await migration.down(runner);
      await runner.query(
        `INSERT INTO identity.account (email, name) VALUES
           ('Ana@Example.org', 'capitals'), ('bea@bücher.example', 'a name beyond ASCII'), ('opendesk@demo.example', 'first'),
           ('open\u00addesk@demo.example', 'with a soft hyphen'), ('carla@d\u0435mo.example', 'two alphabets')`,
      );
      await runner.query(`INSERT INTO volunteers.volunteer (email, name) VALUES ('BEA@Example.org', 'Bea')`);
      await runner.query(`INSERT INTO fundraising.donor (email, created_at) VALUES ('DORA@Example.org', now())`);
      await migration.up(runner);
      const accounts: Array<{ name: string; email: string; closed: boolean }> = await runner.query(
        'SELECT name, email::text, disabled_at IS NOT NULL AS closed FROM identity.account ORDER BY name',
      );
      const gone = expect.stringMatching(/^look-alike-[\w-]+@nobody\.invalid$/);
      expect(accounts).toEqual([
        { name: 'a name beyond ASCII', email: 'bea@xn--bcher-kva.example', closed: false },
        { name: 'capitals', email: 'ana@example.org', closed: false },
        { name: 'first', email: 'opendesk@demo.example', closed: false },
        { name: 'two alphabets', email: gone, closed: true },
        { name: 'with a soft hyphen', email: gone, closed: true },
      ]);
      expect(await runner.query('SELECT email::text FROM volunteers.volunteer')).toEqual([
        { email: 'bea@example.org' },
      ]);
      expect(await runner.query('SELECT email::text FROM fundraising.donor')).toEqual([{ email: 'dora@example.org' }]);
    } finally {
      await runner.release();
      await source.destroy();
      await database.drop();
    }
  });
});
