import { sha256 } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { days, minutes } from '../support/movable-clock.js';
import {
  anOrganizerWithApp,
  ask,
  aVisitor,
  codeByMail,
  authenticatorCode,
  password,
  withPassword,
} from '../support/visitors.js';
import { sealAccounts } from '../support/seals.js';

/**
 * An attacker has a session: an open laptop, a stolen cookie. It exposes what is on the screen but must not give
 * control of the account.
 */
let app: TestApp;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { TRUST_PROXY: 'true', STAFF_IDLE_MINUTES: '120', SMTP_URL: sink.url } });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(async () => {
  await app.close();
  await sink.close();
});

async function securityEmails(email: string): Promise<Array<{ subject?: string; text?: string }>> {
  await app.runJob('make-sign-in-mails');
  await app.runJob('deliver-due-mail');
  const mails = await Promise.all(
    sink.received.filter(({ to }) => to === email).map(({ source }) => simpleParser(source)),
  );
  return mails.filter(({ subject }) => !/\d{8}/.test(subject ?? ''));
}

async function signedInByCode(email: string) {
  const visitor = aVisitor(app);
  await visitor.ask(ask.requestCode, { email });
  await visitor.ask(ask.signInWithCode, { email, code: await codeByMail(app, email) });
  return visitor;
}

describe('a session that is twenty days old', () => {
  test('cannot set up an authenticator app without a new sign-in', async () => {
    const email = `${randomUUID()}@example.org`;
    const visitor = await signedInByCode(email);
    app.clock.advance(days(20));
    expect(refusal(await visitor.ask(ask.beginSetup))).toBe('SIGN_IN_AGAIN');
    expect(refusal(await visitor.ask(ask.finishSetup, { code: '123456' }))).toBe('SIGN_IN_AGAIN');
    const [row] = await app.db.query('SELECT totp_secret_sealed FROM identity.account WHERE email = $1', [email]);
    expect(row).toEqual({ totp_secret_sealed: null });
  });

  test('needs the password of an account that has one, however recent the session is', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'volunteer', locale: 'es' });
    await visitor.ask(ask.signIn, { email, password });
    const without = await visitor.ask(ask.beginSetup);
    expect(without.errors?.[0]?.extensions).toMatchObject({ details: { fields: { currentPassword: 'required' } } });
    expect(refusal(await visitor.ask(ask.beginSetup, { current: 'not the password of her' }))).toBe('BAD_INPUT');
    const setup = await visitor.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup, {
      current: password,
    });
    const code = await authenticatorCode(app, setup.data.beginSecondStepSetup.secret);
    expect(refusal(await visitor.ask(ask.finishSetup, { code }))).toBe('BAD_INPUT');
    expect(refusal(await visitor.ask(ask.finishSetup, { code, current: password }))).toBeNull();
    expect(await securityEmails(email)).toMatchObject([{ subject: 'Se activó la verificación en dos pasos' }]);
  });

  test('cannot be used to guess passwords', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'volunteer' });
    await visitor.ask(ask.signIn, { email, password });
    const codes: Array<string | null> = [];
    for (let n = 0; n < 11; n += 1) codes.push(refusal(await visitor.ask(ask.beginSetup, { current: `guess ${n}` })));
    expect(codes.at(-1)).toBe('TOO_MANY_TRIES');
  });
});

describe('reauthentication', () => {
  const isSignedIn = async (cookie: string | undefined) =>
    (await app.graphql<{ me: object | null }>(ask.me, {}, { cookie })).data.me !== null;
  const newPassword = 'another long password of ana';

  test.each<[string, (who: Awaited<ReturnType<typeof anOrganizerWithApp>>) => Promise<[string, object]>]>([
    ['the password, to change it', async () => [ask.setPassword, { current: password, new: newPassword }]],
    [
      'a code from the app',
      async ({ secret }) => [ask.proveSecondStep, { code: await authenticatorCode(app, secret) }],
    ],
  ])('%s: the session gets a new token, and the old one stops working', async (_, proof) => {
    const organizer = await anOrganizerWithApp(app);
    const { visitor } = organizer;
    const before = visitor.cookie;
    const [operation, values] = await proof(organizer);
    expect(refusal(await visitor.ask(operation, { ...values }))).toBeNull();
    expect([await isSignedIn(before), await isSignedIn(visitor.cookie)]).toEqual([false, true]);
  });

  test('the password, to set up an app: the session gets a new token', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'volunteer' });
    await visitor.ask(ask.signIn, { email, password });
    const before = visitor.cookie;
    expect(refusal(await visitor.ask(ask.beginSetup, { current: 'not the password of her' }))).toBe('BAD_INPUT');
    expect(await isSignedIn(before)).toBe(true);
    await visitor.ask(ask.beginSetup, { current: password });
    expect([await isSignedIn(before), await isSignedIn(visitor.cookie)]).toEqual([false, true]);
  });

  test('ending sessions takes a code from the app, or a sign-in within 15 minutes', async () => {
    const revoke = 'mutation ($id: ID!) { revokeSession(id: $id) { ok } }';
    const { visitor, secret } = await anOrganizerWithApp(app);
    const volunteer = await signedInByCode(`${randomUUID()}@example.org`);
    app.clock.advance(minutes(20));
    for (const [who, code] of [
      [visitor, 'SECOND_STEP_AGAIN'],
      [volunteer, 'SIGN_IN_AGAIN'],
    ] as const) {
      expect(refusal(await who.ask(revoke, { id: randomUUID() }))).toBe(code);
      expect(refusal(await who.ask(ask.signOutEverywhere))).toBe(code);
      expect(await isSignedIn(who.cookie)).toBe(true);
    }
    await visitor.ask(ask.proveSecondStep, { code: await authenticatorCode(app, secret) });
    expect(refusal(await visitor.ask(revoke, { id: randomUUID() }))).toBe('NOT_FOUND');
    expect(refusal(await visitor.ask(ask.signOutEverywhere))).toBeNull();
    expect(await isSignedIn(visitor.cookie)).toBe(false);
  });
});

describe('a forgotten password', () => {
  const newPassword = 'another long password of ana';
  /** A staff member in another browser who has an emailed code and the app, but not the password. */
  async function staffWithoutPassword(secondStep = true) {
    const { email, secret, visitor: office } = await anOrganizerWithApp(app);
    const home = aVisitor(app);
    await home.ask(ask.requestCode, { email });
    await home.ask(ask.signInWithCode, { email, code: await codeByMail(app, email) });
    if (secondStep) await home.ask(ask.secondStep, { code: await authenticatorCode(app, secret) });
    return { email, office, home };
  }

  test('can be replaced after an emailed code and an app code; other browsers are signed out and the owner is notified', async () => {
    const { email, office, home } = await staffWithoutPassword();
    expect(refusal(await home.ask(ask.resetPassword, { new: newPassword }))).toBeNull();
    expect((await office.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    expect((await home.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password }))).toBe('SIGN_IN_FAILED');
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password: newPassword }))).toBeNull();
    expect((await securityEmails(email)).map(({ subject }) => subject)).toContain('Your password was reset');
  });

  test('cannot be replaced without an app code', async () => {
    const { email, home } = await staffWithoutPassword(false);
    expect(refusal(await home.ask(ask.resetPassword, { new: newPassword }))).toBe('NOT_SIGNED_IN');
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password }))).toBeNull();
  });

  test('cannot be replaced from an unattended session, even one that gave the password, nor 15 minutes later', async () => {
    const { home, office } = await staffWithoutPassword();
    expect(refusal(await office.ask(ask.resetPassword, { new: newPassword }))).toBe('SIGN_IN_AGAIN');
    app.clock.advance(minutes(16));
    expect(refusal(await home.ask(ask.resetPassword, { new: newPassword }))).toBe('SIGN_IN_AGAIN');
  });

  test('must be replaced by an acceptable one', async () => {
    const { home } = await staffWithoutPassword();
    const short = await home.ask(ask.resetPassword, { new: 'short' });
    expect(short.errors?.[0]?.extensions.details).toEqual({ fields: { newPassword: 'too-short' } });
  });
});

describe('the owner is notified in their language', () => {
  test('once about a changed password, with instructions', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.signIn, { email, password });
    expect(
      refusal(await visitor.ask(ask.setPassword, { current: password, new: 'another long password of ana' })),
    ).toBeNull();
    await app.runJob('make-sign-in-mails');
    const [mail, ...more] = await securityEmails(email);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Your password was changed');
    expect(mail!.text?.replace(/\s+/g, ' ')).toContain(
      'If this wasn’t you, sign in now, sign out everywhere and choose a new password.',
    );
  });

  test('about two-step sign-in reset by an admin', async () => {
    const { id, email } = await anOrganizerWithApp(app);
    const { cookie } = await app.signedIn({ role: 'admin' });
    const reset = 'mutation ($id: ID!) { resetSecondStep(accountId: $id) { id } }';
    expect(refusal(await app.graphql(reset, { id }, { cookie }))).toBeNull();
    expect((await securityEmails(email)).map(({ subject }) => subject).sort()).toEqual([
      'Two-step sign-in was set up',
      'Your two-step sign-in was reset',
    ]);
  });
});

describe('an unattended session', () => {
  test('ends after two hours without a request, but not while in use', async () => {
    const { visitor } = await anOrganizerWithApp(app);
    for (let n = 0; n < 3; n += 1) {
      app.clock.advance(minutes(118));
      expect((await visitor.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    }
    app.clock.advance(minutes(120));
    expect((await visitor.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    expect(refusal(await visitor.ask('{ manageEvents { totalCount } }'))).toBe('NOT_SIGNED_IN');
  });

  test('lasts thirty days for a volunteer', async () => {
    const visitor = await signedInByCode(`${randomUUID()}@example.org`);
    app.clock.advance(days(29));
    expect((await visitor.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    app.clock.advance(days(2));
    expect((await visitor.ask<{ me: null }>(ask.me)).data.me).toBeNull();
  });

  test('records its last use at most once a minute', async () => {
    const { visitor } = await anOrganizerWithApp(app);
    const queries = jest.spyOn(app.db, 'query');
    const touched = () => queries.mock.calls.filter(([sql]) => sql.includes('SET last_seen_at')).length;
    app.clock.advance(minutes(2));
    for (let n = 0; n < 5; n += 1) await visitor.ask(ask.me);
    expect(touched()).toBe(1);
    queries.mockRestore();
  });
});

test('signing out everywhere ends every session, including this one', async () => {
  const visitors = [aVisitor(app), aVisitor(app)];
  const { id, email } = await withPassword(app);
  for (const visitor of visitors) await visitor.ask(ask.signIn, { email, password });
  const [laptop, phone] = visitors;
  const heldCookie = laptop!.cookie;
  const answer = await laptop!.ask(ask.signOutEverywhere);
  expect(answer.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^session=; Max-Age=0/));
  expect((await phone!.ask<{ me: null }>(ask.me)).data.me).toBeNull();
  expect((await app.graphql<{ me: null }>(ask.me, {}, { cookie: heldCookie })).data.me).toBeNull();
  const events = await app.db.query('SELECT kind FROM identity.security_event WHERE account_id = $1 ORDER BY id', [id]);
  expect(events.at(-1)).toEqual({ kind: 'signed-out-everywhere' });
});

test('an app sealed with another APP_SECRET yields a refusal, not a server error', async () => {
  const { id, email, secret } = await anOrganizerWithApp(app);
  await app.db.query(`UPDATE identity.account SET totp_secret_sealed = $2 WHERE id = $1`, [
    id,
    sha256('sealed with another key').toString('base64url').repeat(3),
  ]);
  await sealAccounts(app.db, [id]);
  const visitor = aVisitor(app);
  await visitor.ask(ask.signIn, { email, password });
  const answer = await visitor.ask(ask.secondStep, { code: await authenticatorCode(app, secret) });
  expect([refusal(answer), answer.errors?.[0]?.message]).toEqual([
    'SECOND_STEP_LOST',
    expect.stringMatching(/ask an admin/),
  ]);
});
