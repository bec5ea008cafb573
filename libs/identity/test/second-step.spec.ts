import { AccountSeals, rememberAppSecret, resealSecondSteps, unsealedPower } from '@upstander/identity';
import { RowSeals, Secrets, SignedIds, type Config } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { testSecret } from '@upstander/tests/support/config.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import {
  anOrganizerWithApp,
  ask,
  aVisitor,
  codeByMail,
  authenticatorCode,
  password,
  withPassword,
} from '@upstander/tests/support/visitors.js';
import { assignRole } from '@upstander/tests/support/seals.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

describe('two-step sign-in', () => {
  test('must be set up by an organizer before any staff access', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'organizer' });
    const first = await visitor.ask<{ signIn: object }>(ask.signIn, { email, password });
    expect(first.data.signIn).toEqual({ state: 'SECOND_STEP_SETUP_NEEDED', account: null });
    expect((await visitor.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    expect(refusal(await visitor.ask('{ mySessions { id } }'))).toBe('NOT_SIGNED_IN');
    expect(refusal(await visitor.ask('{ manageEvents { totalCount } }'))).toBe('NOT_SIGNED_IN');
  });

  test('shows the secret once during setup, as text, URI and QR code, and signs in', async () => {
    const { visitor, setup, email, secret } = await anOrganizerWithApp(app);
    expect(setup.uri).toContain(`secret=${secret}`);
    expect(setup.qrSvg).toMatch(/^<svg/);
    expect((await visitor.ask<{ me: object }>(ask.me)).data.me).toMatchObject({ email, hasSecondStep: true });
    // A stolen session can't replace the app.
    app.clock.advance(minutes(60));
    expect(refusal(await visitor.ask(ask.beginSetup, { current: password }))).toBe('SECOND_STEP_AGAIN');
    const thief = aVisitor(app);
    await thief.ask(ask.signIn, { email, password });
    expect(refusal(await thief.ask(ask.beginSetup))).toBe('SECOND_STEP_ALREADY_SET');
  });

  test('stores the secret encrypted', async () => {
    const { id, secret } = await anOrganizerWithApp(app);
    const [row] = await app.db.query<{ text: string }>('SELECT a::text AS text FROM identity.account a WHERE id = $1', [
      id,
    ]);
    expect(row!.text).not.toContain(secret);
  });

  test('requires a code after the password and then replaces the session token', async () => {
    const { email, secret } = await anOrganizerWithApp(app);
    const visitor = aVisitor(app);
    const first = await visitor.ask<{ signIn: object }>(ask.signIn, { email, password });
    expect(first.data.signIn).toEqual({ state: 'SECOND_STEP_NEEDED', account: null });
    const halfway = visitor.cookie;
    expect(refusal(await visitor.ask('{ manageEvents { totalCount } }'))).toBe('NOT_SIGNED_IN');
    const second = await visitor.ask<{ verifySecondStep: object }>(ask.secondStep, {
      code: await authenticatorCode(app, secret),
    });
    expect(second.data.verifySecondStep).toEqual({ state: 'SIGNED_IN', account: { email } });
    expect(visitor.cookie).not.toBe(halfway);
    expect(refusal(await visitor.ask('{ manageEvents { totalCount } }'))).toBeNull();
    const halfwayAnswer = await app.graphql<{ me: null }>(ask.me, {}, { cookie: halfway });
    expect(halfwayAnswer.data.me).toBeNull();
  });

  test('rejects a code that was already used in another browser', async () => {
    const { email, secret } = await anOrganizerWithApp(app);
    const code = await authenticatorCode(app, secret);
    const [owner, thief] = [aVisitor(app), aVisitor(app)];
    for (const visitor of [owner, thief]) await visitor.ask(ask.signIn, { email, password });
    expect(refusal(await owner.ask(ask.secondStep, { code }))).toBeNull();
    expect(refusal(await thief.ask(ask.secondStep, { code }))).toBe('WRONG_CODE');
    expect(refusal(await thief.ask(ask.secondStep, { code: await authenticatorCode(app, secret, -1) }))).toBe(
      'WRONG_CODE',
    );
  });

  test('asks for the next code after one from another time step, to confirm that the clock of the app changed', async () => {
    const { email, secret } = await anOrganizerWithApp(app);
    const visitor = aVisitor(app);
    await visitor.ask(ask.signIn, { email, password });
    const askLate = async (query: string) => visitor.ask(query, { code: await authenticatorCode(app, secret, -1) });
    expect(refusal(await askLate(ask.secondStep))).toBe('NEXT_CODE_NEEDED');
    expect(refusal(await askLate(ask.secondStep))).toBe('NEXT_CODE_NEEDED');
    app.clock.advance(minutes(0.5));
    expect(refusal(await askLate(ask.secondStep))).toBeNull();

    // From now on, codes that are late by as much are the expected ones, and the others are not.
    app.clock.advance(minutes(1));
    expect(refusal(await askLate(ask.proveSecondStep))).toBeNull();
    app.clock.advance(minutes(1));
    const proveInTime = async () => visitor.ask(ask.proveSecondStep, { code: await authenticatorCode(app, secret) });
    expect(refusal(await proveInTime())).toBe('NEXT_CODE_NEEDED');
    app.clock.advance(minutes(0.5));
    expect(refusal(await proveInTime())).toBeNull();
  });

  test('sets up an app with a slow clock, including its drift', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'organizer' });
    await visitor.ask(ask.signIn, { email, password });
    const setupAnswer = await visitor.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup);
    const { secret } = setupAnswer.data.beginSecondStepSetup;
    expect(refusal(await visitor.ask(ask.finishSetup, { code: await authenticatorCode(app, secret, -1) }))).toBeNull();
    app.clock.advance(minutes(1));
    const secondVisitor = aVisitor(app);
    await secondVisitor.ask(ask.signIn, { email, password });
    expect(
      refusal(await secondVisitor.ask(ask.secondStep, { code: await authenticatorCode(app, secret, -1) })),
    ).toBeNull();
  });

  test('accepts a code in only one of two concurrent attempts', async () => {
    const { id, email, secret } = await anOrganizerWithApp(app);
    const visitors = [aVisitor(app), aVisitor(app)];
    for (const visitor of visitors) await visitor.ask(ask.signIn, { email, password });
    const code = await authenticatorCode(app, secret);
    const answers = await raceBehindLock(
      app,
      { sql: 'SELECT FROM identity.account WHERE id = $1 FOR UPDATE', params: [id], waiting: 2 },
      () => visitors.map((visitor) => visitor.ask(ask.secondStep, { code })),
    );
    expect(answers.map(refusal).sort()).toEqual(['WRONG_CODE', null]);
  });

  test('stops guessing after five attempts per account', async () => {
    const { email } = await anOrganizerWithApp(app);
    const visitor = aVisitor(app);
    await visitor.ask(ask.signIn, { email, password });
    const codes: Array<string | null> = [];
    for (let n = 0; n < 6; n += 1) codes.push(refusal(await visitor.ask(ask.secondStep, { code: `00000${n}` })));
    expect(codes.at(-1)).toBe('TOO_MANY_TRIES');
  });

  test('is required after an emailed code, too', async () => {
    const { email } = await anOrganizerWithApp(app);
    const visitor = aVisitor(app);
    await visitor.ask(ask.requestCode, { email });
    const answer = await visitor.ask<{ signInWithCode: object }>(ask.signInWithCode, {
      email,
      code: await codeByMail(app, email),
    });
    expect(answer.data.signInWithCode).toEqual({ state: 'SECOND_STEP_NEEDED', account: null });
  });

  test('can be reset by an admin after a lost phone: the old app stops working and a new one is set up', async () => {
    const { id, email, secret, visitor: signedIn } = await anOrganizerWithApp(app);
    const reset = 'mutation ($id: ID!) { resetSecondStep(accountId: $id) { hasSecondStep } }';
    expect(refusal(await signedIn.ask(reset, { id }))).toBe('NOT_ALLOWED');
    const { cookie } = await app.signedIn({ role: 'admin' });
    const answer = await app.graphql<{ resetSecondStep: object }>(reset, { id }, { cookie });
    expect(answer.data.resetSecondStep).toEqual({ hasSecondStep: false });
    expect((await signedIn.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    const visitor = aVisitor(app);
    const first = await visitor.ask<{ signIn: object }>(ask.signIn, { email, password });
    expect(first.data.signIn).toEqual({ state: 'SECOND_STEP_SETUP_NEEDED', account: null });
    expect(refusal(await visitor.ask(ask.secondStep, { code: await authenticatorCode(app, secret) }))).toBe(
      'NOT_HALFWAY',
    );
  });

  test('must be completed within ten minutes of the first', async () => {
    const { email, secret } = await anOrganizerWithApp(app);
    const visitor = aVisitor(app);
    await visitor.ask(ask.signIn, { email, password });
    app.clock.advance(minutes(11));
    expect(refusal(await visitor.ask(ask.secondStep, { code: await authenticatorCode(app, secret) }))).toBe(
      'NOT_SIGNED_IN',
    );
  });

  test('is required before a newly granted role takes effect', async () => {
    const visitor = aVisitor(app);
    const { id, email } = await withPassword(app, { role: 'volunteer' });
    await visitor.ask(ask.signIn, { email, password });
    await assignRole(app.db, id, 'admin');
    expect(refusal(await visitor.ask('{ accounts { totalCount } }'))).toBe('NOT_ALLOWED');
  });
});

describe('a new APP_SECRET', () => {
  const [oldSecret, next] = [testSecret, aSecret('after')];
  const withSecret = (database: TestApp['database'], APP_SECRET: string, APP_SECRET_OLD = '') =>
    startApp({ database, config: { APP_SECRET, APP_SECRET_OLD } });

  test('works together with the old one, and alone after resealing', async () => {
    const before = await startApp({ config: { APP_SECRET: oldSecret } });
    const { database } = before;
    const { id, email, secret } = await anOrganizerWithApp(before);
    const link = before.nest.get(SignedIds).sign('giving', id);

    // With the new secret alone, startup fails with a clear message.
    await expect(withSecret(database, next)).rejects.toThrow(/APP_SECRET is not the one this database was used with/);

    const rotatedApp = await withSecret(database, next, oldSecret);
    rotatedApp.clock.set(new Date(Date.now() + minutes(2)));
    expect(await signInWithApp(rotatedApp, email, secret)).toMatchObject({ state: 'SIGNED_IN' });
    expect(rotatedApp.nest.get(SignedIds).verify('giving', link)).toEqual({ id, version: 0 });
    const secrets = rotatedApp.nest.get(Secrets);
    const accounts = rotatedApp.nest.get(AccountSeals, { strict: false });
    expect(await resealSecondSteps(rotatedApp.db, secrets, accounts)).toEqual({ resealed: 1, lost: [] });
    expect(await resealSecondSteps(rotatedApp.db, secrets, accounts)).toEqual({ resealed: 0, lost: [] });
    expect(await unsealedPower(rotatedApp.db, rotatedApp.config, 'genuine')).toEqual([]);
    await rememberAppSecret(rotatedApp.db, secrets, { again: true });

    const after = await withSecret(database, next);
    after.clock.set(new Date(Date.now() + minutes(4)));
    expect(await signInWithApp(after, email, secret)).toMatchObject({ state: 'SIGNED_IN' });
    await expect(withSecret(database, oldSecret)).rejects.toThrow(/APP_SECRET is not the one/);

    // Without a stored check value, as after an upgrade, the authenticator secrets are used.
    await after.db.query('DELETE FROM identity.app_secret');
    await expect(withSecret(database, oldSecret)).rejects.toThrow(/APP_SECRET is not the one/);
    expect(await after.db.query('SELECT FROM identity.app_secret')).toEqual([]);
    const wrongConfig = { APP_SECRET: oldSecret } as Config;
    const seals = new AccountSeals(new RowSeals(wrongConfig));
    expect((await resealSecondSteps(after.db, new Secrets(wrongConfig), seals)).lost).toEqual([id]);
    for (const one of [rotatedApp, after, before]) await one.close();
  });
});

function aSecret(word: string): string {
  return `${word} `.repeat(8);
}

async function signInWithApp(targetApp: TestApp, email: string, secret: string) {
  const visitor = aVisitor(targetApp);
  await visitor.ask(ask.signIn, { email, password });
  const answer = await visitor.ask<{ verifySecondStep: object }>(ask.secondStep, {
    code: await authenticatorCode(targetApp, secret),
  });
  return answer.data.verifySecondStep;
}
