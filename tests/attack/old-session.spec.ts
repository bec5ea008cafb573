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
  codeOfApp,
  password,
  withPassword,
} from '../support/visitors.js';
import { sealAccounts } from '../support/seals.js';

/** Somebody who found a session: an open laptop, a stolen cookie. It is worth what is on the screen, and not the account. */
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

/** The mails an account was sent about itself. */
async function told(email: string): Promise<Array<{ subject?: string; text?: string }>> {
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

describe('a session of twenty days', () => {
  test('sets no authenticator app up: it has to sign in again first', async () => {
    const email = `${randomUUID()}@example.org`;
    const visitor = await signedInByCode(email);
    app.clock.advance(days(20));
    expect(refusal(await visitor.ask(ask.beginSetup))).toBe('SIGN_IN_AGAIN');
    expect(refusal(await visitor.ask(ask.finishSetup, { code: '123456' }))).toBe('SIGN_IN_AGAIN');
    const [row] = await app.db.query('SELECT totp_secret_sealed FROM identity.account WHERE email = $1', [email]);
    expect(row).toEqual({ totp_secret_sealed: null });
  });

  test('of an account with a password needs the password, however fresh it is', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'volunteer', locale: 'es' });
    await visitor.ask(ask.signIn, { email, password });
    const without = await visitor.ask(ask.beginSetup);
    expect(without.errors?.[0]?.extensions).toMatchObject({ details: { fields: { currentPassword: 'required' } } });
    expect(refusal(await visitor.ask(ask.beginSetup, { current: 'not the password of her' }))).toBe('BAD_INPUT');
    const begun = await visitor.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup, {
      current: password,
    });
    const code = await codeOfApp(app, begun.data.beginSecondStepSetup.secret);
    expect(refusal(await visitor.ask(ask.finishSetup, { code }))).toBe('BAD_INPUT');
    expect(refusal(await visitor.ask(ask.finishSetup, { code, current: password }))).toBeNull();
    expect(await told(email)).toMatchObject([{ subject: 'Se activó el acceso en dos pasos' }]);
  });

  test('cannot try passwords out this way', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'volunteer' });
    await visitor.ask(ask.signIn, { email, password });
    const codes: Array<string | null> = [];
    for (let n = 0; n < 11; n += 1) codes.push(refusal(await visitor.ask(ask.beginSetup, { current: `guess ${n}` })));
    expect(codes.at(-1)).toBe('TOO_MANY_TRIES');
  });
});

describe('a proof that is asked for again', () => {
  const opens = async (cookie: string | undefined) =>
    (await app.graphql<{ me: object | null }>(ask.me, {}, { cookie })).data.me !== null;
  const newPassword = 'another long password of ana';

  test.each<[string, (who: Awaited<ReturnType<typeof anOrganizerWithApp>>) => Promise<[string, object]>]>([
    ['the password, before another', async () => [ask.setPassword, { current: password, new: newPassword }]],
    ['a code of the app', async ({ secret }) => [ask.proveSecondStep, { code: await codeOfApp(app, secret) }]],
  ])('%s: the session goes on under a new token, and the old one opens nothing', async (_, proof) => {
    const organizer = await anOrganizerWithApp(app);
    const { visitor } = organizer;
    const before = visitor.cookie;
    const [operation, values] = await proof(organizer);
    expect(refusal(await visitor.ask(operation, { ...values }))).toBeNull();
    expect([await opens(before), await opens(visitor.cookie)]).toEqual([false, true]);
  });

  test('the password, before an app: the same', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'volunteer' });
    await visitor.ask(ask.signIn, { email, password });
    const before = visitor.cookie;
    expect(refusal(await visitor.ask(ask.beginSetup, { current: 'not the password of her' }))).toBe('BAD_INPUT');
    expect(await opens(before)).toBe(true);
    await visitor.ask(ask.beginSetup, { current: password });
    expect([await opens(before), await opens(visitor.cookie)]).toEqual([false, true]);
  });

  test('before sessions are ended: a code of the app, or a sign-in of the last quarter of an hour', async () => {
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
      expect(await opens(who.cookie)).toBe(true);
    }
    await visitor.ask(ask.proveSecondStep, { code: await codeOfApp(app, secret) });
    expect(refusal(await visitor.ask(revoke, { id: randomUUID() }))).toBe('NOT_FOUND');
    expect(refusal(await visitor.ask(ask.signOutEverywhere))).toBeNull();
    expect(await opens(visitor.cookie)).toBe(false);
  });
});

describe('a forgotten password', () => {
  const newPassword = 'another long password of ana';
  /** Somebody of staff on another browser, who has a code by mail and the app, and not the password. */
  async function whoForgot(secondStep = true) {
    const { email, secret, visitor: office } = await anOrganizerWithApp(app);
    const home = aVisitor(app);
    await home.ask(ask.requestCode, { email });
    await home.ask(ask.signInWithCode, { email, code: await codeByMail(app, email) });
    if (secondStep) await home.ask(ask.secondStep, { code: await codeOfApp(app, secret) });
    return { email, office, home };
  }

  test('is replaced after a mailed code and the second step; other browsers are signed out, and the owner is told', async () => {
    const { email, office, home } = await whoForgot();
    expect(refusal(await home.ask(ask.resetPassword, { new: newPassword }))).toBeNull();
    expect((await office.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    expect((await home.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password }))).toBe('SIGN_IN_FAILED');
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password: newPassword }))).toBeNull();
    expect((await told(email)).map(({ subject }) => subject)).toContain('Your forgotten password was replaced');
  });

  test('is not replaced without the second step', async () => {
    const { email, home } = await whoForgot(false);
    expect(refusal(await home.ask(ask.resetPassword, { new: newPassword }))).toBe('NOT_SIGNED_IN');
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password }))).toBeNull();
  });

  test('is not replaced by whoever finds a desk: neither where the password was given, nor a quarter of an hour later', async () => {
    const { home, office } = await whoForgot();
    expect(refusal(await office.ask(ask.resetPassword, { new: newPassword }))).toBe('SIGN_IN_AGAIN');
    app.clock.advance(minutes(16));
    expect(refusal(await home.ask(ask.resetPassword, { new: newPassword }))).toBe('SIGN_IN_AGAIN');
  });

  test('has to be as good as any other', async () => {
    const { home } = await whoForgot();
    const short = await home.ask(ask.resetPassword, { new: 'short' });
    expect(short.errors?.[0]?.extensions.details).toEqual({ fields: { newPassword: 'too-short' } });
  });
});

describe('the owner is told, in their language', () => {
  test('of a changed password, once, with what to do', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.signIn, { email, password });
    expect(
      refusal(await visitor.ask(ask.setPassword, { current: password, new: 'another long password of ana' })),
    ).toBeNull();
    await app.runJob('make-sign-in-mails');
    const [mail, ...more] = await told(email);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Your password was changed');
    expect(mail!.text?.replace(/\s+/g, ' ')).toContain(
      'If this was not you: sign in now, sign out everywhere and choose a new password.',
    );
  });

  test('of a second step that an admin reset', async () => {
    const { id, email } = await anOrganizerWithApp(app);
    const { cookie } = await app.signedIn({ role: 'admin' });
    const reset = 'mutation ($id: ID!) { resetSecondStep(accountId: $id) { id } }';
    expect(refusal(await app.graphql(reset, { id }, { cookie }))).toBeNull();
    expect((await told(email)).map(({ subject }) => subject).sort()).toEqual([
      'Two-step sign-in was set up',
      'Your two-step sign-in was reset',
    ]);
  });
});

describe('a desk left alone', () => {
  test('closes after two hours without a request, and not while somebody works at it', async () => {
    const { visitor } = await anOrganizerWithApp(app);
    for (let n = 0; n < 3; n += 1) {
      app.clock.advance(minutes(118));
      expect((await visitor.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    }
    app.clock.advance(minutes(120));
    expect((await visitor.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    expect(refusal(await visitor.ask('{ manageEvents { totalCount } }'))).toBe('NOT_SIGNED_IN');
  });

  test('is a volunteer’s own for thirty days', async () => {
    const visitor = await signedInByCode(`${randomUUID()}@example.org`);
    app.clock.advance(days(29));
    expect((await visitor.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    app.clock.advance(days(2));
    expect((await visitor.ask<{ me: null }>(ask.me)).data.me).toBeNull();
  });

  test('when it was last used is written once a minute, and no more', async () => {
    const { visitor } = await anOrganizerWithApp(app);
    const queries = jest.spyOn(app.db, 'query');
    const touched = () => queries.mock.calls.filter(([sql]) => sql.includes('SET last_seen_at')).length;
    app.clock.advance(minutes(2));
    for (let n = 0; n < 5; n += 1) await visitor.ask(ask.me);
    expect(touched()).toBe(1);
    queries.mockRestore();
  });
});

test('signing out everywhere ends every session, this one too', async () => {
  const visitors = [aVisitor(app), aVisitor(app)];
  const { id, email } = await withPassword(app);
  for (const visitor of visitors) await visitor.ask(ask.signIn, { email, password });
  const [laptop, phone] = visitors;
  const held = laptop!.cookie;
  const answer = await laptop!.ask(ask.signOutEverywhere);
  expect(answer.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^session=; Max-Age=0/));
  expect((await phone!.ask<{ me: null }>(ask.me)).data.me).toBeNull();
  expect((await app.graphql<{ me: null }>(ask.me, {}, { cookie: held })).data.me).toBeNull();
  const events = await app.db.query('SELECT kind FROM identity.security_event WHERE account_id = $1 ORDER BY id', [id]);
  expect(events.at(-1)).toEqual({ kind: 'signed-out-everywhere' });
});

test('an app that another APP_SECRET sealed is a refusal with words, not a fault', async () => {
  const { id, email, secret } = await anOrganizerWithApp(app);
  await app.db.query(`UPDATE identity.account SET totp_secret_sealed = $2 WHERE id = $1`, [
    id,
    sha256('sealed with another key').toString('base64url').repeat(3),
  ]);
  await sealAccounts(app.db, [id]);
  const visitor = aVisitor(app);
  await visitor.ask(ask.signIn, { email, password });
  const answer = await visitor.ask(ask.secondStep, { code: await codeOfApp(app, secret) });
  expect([refusal(answer), answer.errors?.[0]?.message]).toEqual([
    'SECOND_STEP_LOST',
    expect.stringMatching(/ask an admin/),
  ]);
});
