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
    expect((await told(email)).map(({ subject }) => subject)).toEqual([
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
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^session=; Max-Age=0/)]);
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
  const visitor = aVisitor(app);
  await visitor.ask(ask.signIn, { email, password });
  const answer = await visitor.ask(ask.secondStep, { code: await codeOfApp(app, secret) });
  expect([refusal(answer), answer.errors?.[0]?.message]).toEqual([
    'SECOND_STEP_LOST',
    expect.stringMatching(/ask an admin/),
  ]);
});
