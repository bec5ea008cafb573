import { SecurityEvents } from '@upstander/identity';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import {
  anAuthenticator,
  anOrganizerWithPasskeys,
  askPasskey,
  halfSignedIn,
  optionsOf,
  passkeysOf,
  signInWithPasskey,
} from '@upstander/tests/support/passkeys.js';
import { assignRole } from '@upstander/tests/support/seals.js';
import { anOrganizerWithApp, aVisitor, type Visitor } from '@upstander/tests/support/visitors.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const canWork = async (visitor: Visitor) => refusal(await visitor.ask('{ manageEvents { totalCount } }')) === null;
const createCodes = (visitor: Visitor) => visitor.ask('mutation { createRecoveryCodes }');

describe('signing in with a passkey alone', () => {
  test('works without an address or password with a second passkey, and counts as two-step sign-in', async () => {
    const { authenticator, visitor: owner, email } = await anOrganizerWithPasskeys(app);
    const visitor = aVisitor(app);
    const answer = await signInWithPasskey(visitor, authenticator);
    expect(answer.data.signInWithPasskey).toEqual({ state: 'SIGNED_IN', account: { email } });
    expect(await canWork(visitor)).toBe(true);
    // It counts as a fresh confirmation.
    expect(refusal(await createCodes(visitor))).toBeNull();
    const [used, unused] = await passkeysOf(owner);
    expect([used!.lastUsedAt, unused!.lastUsedAt]).toEqual([expect.any(String), null]);
    const [event] = await app.db.query(
      `SELECT detail FROM identity.security_event e JOIN identity.account a ON a.id = e.account_id
       WHERE a.email = $1 AND kind = 'signed-in' ORDER BY e.id DESC LIMIT 1`,
      [email],
    );
    expect(event).toEqual({ detail: 'passkey' });
  });

  test('works with one passkey only if the owner has unused recovery codes', async () => {
    const { authenticator, visitor, id } = await anOrganizerWithPasskeys(app, 1);
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBe('PASSKEY_NEEDS_BACKUP');
    await createCodes(visitor);
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBeNull();
    await app.db.query('UPDATE identity.recovery_code SET used_at = now() WHERE account_id = $1', [id]);
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBe('PASSKEY_NEEDS_BACKUP');
  });

  test('is not enough for advocates, who use it as the second step', async () => {
    const { authenticator, id, email } = await anOrganizerWithPasskeys(app);
    await assignRole(app.db, id, 'advocate');
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBe('PASSKEY_SECOND_ONLY');
    const half = await halfSignedIn(app, email);
    const assertion = authenticator.get(await optionsOf(half, askPasskey.beginConfirmation));
    expect(refusal(await half.ask(askPasskey.verify, { assertion }))).toBeNull();
    expect(await canWork(half)).toBe(true);
  });

  test('gives the same answer for unknown, wrong and removed passkeys', async () => {
    const { authenticator, visitor } = await anOrganizerWithPasskeys(app, 3);
    const unknown = anAuthenticator(app);
    unknown.create({ challenge: 'none', rpId: '127.0.0.1', userId: 'AAAAAAAAAAAAAAAAAAAAAA' });
    const answers = [await signInWithPasskey(aVisitor(app), unknown)];
    const anotherKey = anAuthenticator(app);
    anotherKey.create({ challenge: 'none', rpId: '127.0.0.1', userId: authenticator.credentials[0]!.userId });
    answers.push(await signInWithPasskey(aVisitor(app), anotherKey));
    // The right credential ID, signed with another key.
    anotherKey.credentials[0]!.id = authenticator.credentials[0]!.id;
    answers.push(await signInWithPasskey(aVisitor(app), anotherKey));
    const [first] = await passkeysOf(visitor);
    await visitor.ask(askPasskey.remove, { id: first!.id });
    answers.push(await signInWithPasskey(aVisitor(app), authenticator));
    expect(answers.map(({ errors }) => errors?.[0])).toEqual(
      answers.map(() => ({
        ...answers[0]!.errors![0],
        extensions: expect.objectContaining({ code: 'SIGN_IN_FAILED' }),
      })),
    );
  });

  test('is refused for a closed account', async () => {
    const { authenticator, id } = await anOrganizerWithPasskeys(app);
    const admin = await app.signedIn({ role: 'admin' });
    await app.graphql('mutation ($id: ID!) { disableAccount(id: $id) { id } }', { id }, admin);
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBe('SIGN_IN_FAILED');
    await app.graphql('mutation ($id: ID!) { enableAccount(id: $id) { id } }', { id }, admin);
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBeNull();
  });

  test('is refused for someone who is no longer staff', async () => {
    const { authenticator, id } = await anOrganizerWithPasskeys(app);
    await app.db.query('DELETE FROM identity."grant" WHERE account_id = $1', [id]);
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBe('SIGN_IN_FAILED');
  });

  test('is limited per network after many failures, but not by the sign-ins of others', async () => {
    const limited = await startApp({ config: { TRUST_PROXY: 'true', FAILED_SIGN_INS_PER_NETWORK: '10' } });
    try {
      const { authenticator } = await anOrganizerWithPasskeys(limited);
      const address = '203.0.113.7';
      for (let i = 0; i < 12; i++)
        expect(refusal(await signInWithPasskey(aVisitor(limited, address), authenticator))).toBeNull();
      const unknown = anAuthenticator(limited);
      unknown.create({ challenge: 'none', rpId: '127.0.0.1' });
      for (let i = 0; i < 10; i++)
        expect(refusal(await signInWithPasskey(aVisitor(limited, address), unknown))).toBe('SIGN_IN_FAILED');
      expect(refusal(await signInWithPasskey(aVisitor(limited, address), unknown))).toBe('TOO_MANY_TRIES');
      expect(refusal(await signInWithPasskey(aVisitor(limited), authenticator))).toBeNull();
    } finally {
      await limited.close();
    }
  });
});

describe('a challenge', () => {
  test('works once, also for two attempts at the same time', async () => {
    const { authenticator } = await anOrganizerWithPasskeys(app);
    const visitor = aVisitor(app);
    const assertion = authenticator.get(await optionsOf(visitor, askPasskey.beginSignIn));
    const thief = aVisitor(app);
    thief.cookie = visitor.cookie;
    const answers = await Promise.all([visitor, thief].map((one) => one.ask(askPasskey.signIn, { assertion })));
    expect(answers.map(refusal).sort()).toEqual(['PASSKEY_REQUEST_ENDED', null].sort());
    expect(refusal(await thief.ask(askPasskey.signIn, { assertion }))).toBe('PASSKEY_REQUEST_ENDED');
  });

  test('works only in the browser and the session it was made for', async () => {
    const { authenticator, visitor, email } = await anOrganizerWithPasskeys(app);
    const assertion = authenticator.get(await optionsOf(aVisitor(app), askPasskey.beginSignIn));
    const elsewhere = aVisitor(app);
    expect(refusal(await elsewhere.ask(askPasskey.signIn, { assertion }))).toBe('PASSKEY_REQUEST_ENDED');
    await optionsOf(elsewhere, askPasskey.beginSignIn);
    expect(refusal(await elsewhere.ask(askPasskey.signIn, { assertion }))).toBe('PASSKEY_REQUEST_ENDED');

    const half = await halfSignedIn(app, email);
    const confirmation = await optionsOf(visitor, askPasskey.beginConfirmation);
    for (const [one, text] of [
      [half, askPasskey.verify],
      [aVisitor(app), askPasskey.signIn],
    ] as const)
      expect(refusal(await one.ask(text, { assertion: authenticator.get(confirmation) }))).toBe(
        'PASSKEY_REQUEST_ENDED',
      );
    // The same browser, but another session.
    const [browserName] = /code-asked=[^;]+/.exec(visitor.cookie!)!;
    half.cookie = `${/session=[^;]+/.exec(half.cookie!)![0]}; ${browserName}`;
    const otherSession = await half.ask(askPasskey.verify, { assertion: authenticator.get(confirmation) });
    expect(refusal(otherSession)).toBe('PASSKEY_REQUEST_ENDED');
  });

  test('expires after five minutes, and can’t be made up', async () => {
    const { authenticator } = await anOrganizerWithPasskeys(app);
    const visitor = aVisitor(app);
    const options = await optionsOf(visitor, askPasskey.beginSignIn);
    app.clock.advance(minutes(5));
    const late = authenticator.get(options);
    expect(refusal(await visitor.ask(askPasskey.signIn, { assertion: late }))).toBe('PASSKEY_REQUEST_ENDED');
    const madeUp = authenticator.get({ ...options, challenge: 'A'.repeat(120) });
    expect(refusal(await visitor.ask(askPasskey.signIn, { assertion: madeUp }))).toBe('PASSKEY_REQUEST_ENDED');
  });
});

describe('a response', () => {
  test.each([
    ['of another site', { origin: 'https://upstander.example' }, 'PASSKEY_ELSEWHERE'],
    ['of another port of the same host', { origin: 'http://127.0.0.1:8080' }, 'PASSKEY_ELSEWHERE'],
    ['of a page inside another site', { isCrossOrigin: true }, 'PASSKEY_ELSEWHERE'],
    ['for another relying party', { rpId: 'example.org' }, 'SIGN_IN_FAILED'],
    ['without a PIN, fingerprint or face', { isUserVerified: false }, 'SIGN_IN_FAILED'],
    ['without the handle of its owner', { userHandle: '' }, 'SIGN_IN_FAILED'],
    ['with the handle of someone else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'SIGN_IN_FAILED'],
  ])('%s is refused', async (_, changes, code) => {
    const { authenticator } = await anOrganizerWithPasskeys(app);
    const visitor = aVisitor(app);
    const assertion = authenticator.get(await optionsOf(visitor, askPasskey.beginSignIn), changes);
    expect(refusal(await visitor.ask(askPasskey.signIn, { assertion }))).toBe(code);
    expect(await canWork(visitor)).toBe(false);
  });

  test.each([
    ['no JSON', 'AAAA'],
    ['null', base64url(null)],
    ['no challenge', base64url({ origin: 'http://127.0.0.1' })],
    ['too much text', base64url({ challenge: 'x', origin: 'http://127.0.0.1', more: 'A'.repeat(9_000) })],
  ])('with %s is refused', async (_, clientData) => {
    const assertion = { credentialId: '', clientData, authenticatorData: '', signature: '' };
    expect(refusal(await aVisitor(app).ask(askPasskey.signIn, { assertion }))).toBe('PASSKEY_UNREADABLE');
  });

  test('with a counter that did not increase is refused and recorded', async () => {
    const { authenticator, id } = await anOrganizerWithPasskeys(app);
    await signInWithPasskey(aVisitor(app), authenticator);
    authenticator.counter -= 1;
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBe('SIGN_IN_FAILED');
    await app.nest.get(SecurityEvents, { strict: false }).flush();
    const events = await app.db.query(
      `SELECT count FROM identity.security_event WHERE account_id = $1 AND kind = 'passkey-copied'`,
      [id],
    );
    expect(events).toEqual([{ count: 1 }]);
    authenticator.counter += 5;
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBeNull();
  });
});

describe('as the second step', () => {
  test('a single passkey completes a sign-in in place of the app', async () => {
    const { authenticator, email } = await anOrganizerWithPasskeys(app, 1);
    const visitor = aVisitor(app);
    const asked = `mutation ($email: EmailAddress!, $password: String!) {
      signIn(email: $email, password: $password) { state hasPasskey }
    }`;
    const { data } = await visitor.ask(asked, { email, password: 'four words nobody guesses' });
    expect(data).toEqual({ signIn: { state: 'SECOND_STEP_NEEDED', hasPasskey: true } });
    const options = await optionsOf(visitor, askPasskey.beginConfirmation);
    expect(options.credentialIds).toEqual([authenticator.credentials[0]!.id.toString('base64url')]);
    expect(refusal(await visitor.ask(askPasskey.verify, { assertion: authenticator.get(options) }))).toBeNull();
    expect(await canWork(visitor)).toBe(true);
  });

  test('a passkey of someone else is refused, and five failures use up the limit', async () => {
    const { email } = await anOrganizerWithPasskeys(app, 1);
    const other = await anOrganizerWithPasskeys(app, 1);
    const visitor = await halfSignedIn(app, email);
    const attempt = async () => {
      const assertion = other.authenticator.get(await optionsOf(visitor, askPasskey.beginConfirmation));
      return refusal(await visitor.ask(askPasskey.verify, { assertion }));
    };
    for (let i = 0; i < 5; i++) expect(await attempt()).toBe('WRONG_PASSKEY');
    expect(await attempt()).toBe('TOO_MANY_TRIES');
    expect(await canWork(visitor)).toBe(false);
  });

  test('without a passkey there is nothing to begin', async () => {
    const { email } = await anOrganizerWithApp(app);
    const half = await halfSignedIn(app, email);
    expect(refusal(await half.ask(askPasskey.beginConfirmation))).toBe('NO_PASSKEY');
    expect(refusal(await aVisitor(app).ask(askPasskey.beginConfirmation))).toBe('NOT_SIGNED_IN');
  });

  test('a passkey counts as a fresh confirmation in a session that used the app', async () => {
    const { authenticator, visitor } = await anOrganizerWithPasskeys(app, 1);
    app.clock.advance(minutes(60));
    expect(refusal(await createCodes(visitor))).toBe('SECOND_STEP_AGAIN');
    const before = visitor.cookie;
    const assertion = authenticator.get(await optionsOf(visitor, askPasskey.beginConfirmation));
    expect(refusal(await visitor.ask(askPasskey.verify, { assertion }))).toBe('NOT_HALFWAY');
    expect(refusal(await visitor.ask(askPasskey.prove, { assertion }))).toBeNull();
    expect(refusal(await createCodes(visitor))).toBeNull();
    const old = aVisitor(app);
    old.cookie = before;
    expect(refusal(await old.ask(askPasskey.list))).toBe('NOT_SIGNED_IN');
  });
});
