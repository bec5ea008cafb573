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
import { ask, authenticatorCode, aVisitor, type Visitor } from '@upstander/tests/support/visitors.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

const canWork = async (visitor: Visitor) => refusal(await visitor.ask('{ manageEvents { totalCount } }')) === null;

async function mailsTo(email: string): Promise<string[]> {
  await app.runJob('make-sign-in-mails');
  const rows = await app.db.query<{ change: string }>(
    `SELECT e.kind AS change FROM notifications.mail m JOIN identity.security_event e ON m.key = 'account-changed/' || e.id
     WHERE m.recipient = $1 AND e.kind LIKE 'passkey%' ORDER BY e.id`,
    [email],
  );
  return rows.map(({ change }) => change);
}

describe('adding and removing', () => {
  test('each sends the owner an email, and removing signs out other browsers', async () => {
    const { authenticator, visitor, email } = await anOrganizerWithPasskeys(app);
    const elsewhere = aVisitor(app);
    await signInWithPasskey(elsewhere, authenticator);
    expect(await mailsTo(email)).toEqual(['passkey-added', 'passkey-added']);
    const [first] = await passkeysOf(visitor);
    expect(refusal(await visitor.ask(askPasskey.remove, { id: first!.id }))).toBeNull();
    expect(await canWork(elsewhere)).toBe(false);
    expect(await passkeysOf(visitor)).toHaveLength(1);
    expect(await mailsTo(email)).toEqual(['passkey-added', 'passkey-added', 'passkey-removed']);
  });

  test('takes a fresh code, so that a stolen session can’t do it', async () => {
    const { visitor, secret } = await anOrganizerWithPasskeys(app, 1);
    const [first] = await passkeysOf(visitor);
    app.clock.advance(minutes(60));
    expect(refusal(await visitor.ask(askPasskey.begin))).toBe('SECOND_STEP_AGAIN');
    expect(refusal(await visitor.ask(askPasskey.remove, { id: first!.id }))).toBe('SECOND_STEP_AGAIN');
    await visitor.ask(ask.proveSecondStep, { code: await authenticatorCode(app, secret) });
    app.clock.advance(minutes(app.config.SECOND_STEP_FRESH_MINUTES - 2));
    const attestation = anAuthenticator(app).create(await optionsOf(visitor, askPasskey.begin));
    app.clock.advance(minutes(3));
    const add = () => visitor.ask(askPasskey.add, { input: { name: 'Phone', attestation } });
    expect(refusal(await add())).toBe('SECOND_STEP_AGAIN');
    await visitor.ask(ask.proveSecondStep, { code: await authenticatorCode(app, secret) });
    expect(refusal(await add())).toBeNull();
  });

  test('is open only to staff, and only for their own passkeys', async () => {
    const one = await anOrganizerWithPasskeys(app, 1);
    const other = await anOrganizerWithPasskeys(app, 1);
    const [first] = await passkeysOf(one.visitor);
    expect(refusal(await other.visitor.ask(askPasskey.remove, { id: first!.id }))).toBe('NOT_FOUND');
    expect(refusal(await other.visitor.ask(askPasskey.remove, { id: 'x' }))).toBe('NOT_FOUND');
    const volunteer = await app.signedIn({ role: 'volunteer' });
    expect(refusal(await app.graphql(askPasskey.begin, {}, volunteer))).toBe('NOT_ALLOWED');
    const half = await halfSignedIn(app, one.email);
    expect(refusal(await half.ask(askPasskey.begin))).toBe('NOT_SIGNED_IN');
  });

  test('rejects a passkey that exists, made elsewhere, or made without user verification', async () => {
    const { visitor, authenticator } = await anOrganizerWithPasskeys(app, 1);
    const add = async (changes: Parameters<typeof authenticator.create>[1], name = 'Laptop') => {
      const attestation = anAuthenticator(app).create(await optionsOf(visitor, askPasskey.begin), changes);
      return refusal(await visitor.ask(askPasskey.add, { input: { name, attestation } }));
    };
    expect(await add({ origin: 'https://elsewhere.example' })).toBe('PASSKEY_ELSEWHERE');
    expect(await add({ isUserVerified: false })).toBe('PASSKEY_UNREADABLE');
    expect(await add({ rpId: 'elsewhere.example' })).toBe('PASSKEY_UNREADABLE');
    expect(await add({}, ' ')).toBe('BAD_INPUT');
    const copied = await optionsOf(visitor, askPasskey.begin);
    expect(copied.credentialIds).toHaveLength(1);
    const randomId = authenticator.credentials[0]!.id;
    const attestation = authenticator.create(copied, { credentialId: randomId });
    expect(refusal(await visitor.ask(askPasskey.add, { input: { name: 'Again', attestation } }))).toBe(
      'PASSKEY_ALREADY_ADDED',
    );
  });

  test('stops at twenty passkeys, also for requests at the same time', async () => {
    const { visitor } = await anOrganizerWithPasskeys(app, 18);
    const attestations = [];
    for (let i = 0; i < 4; i++)
      attestations.push(anAuthenticator(app).create(await optionsOf(visitor, askPasskey.begin)));
    const answers = await Promise.all(
      attestations.map((attestation) => visitor.ask(askPasskey.add, { input: { name: 'One more', attestation } })),
    );
    expect(answers.map(refusal).sort()).toEqual([null, null, 'TOO_MANY_PASSKEYS', 'TOO_MANY_PASSKEYS'].sort());
    expect(refusal(await visitor.ask(askPasskey.begin))).toBe('TOO_MANY_PASSKEYS');
    expect(await passkeysOf(visitor)).toHaveLength(20);
  });

  test('a reset of two-step sign-in removes all passkeys', async () => {
    const { authenticator, id, email } = await anOrganizerWithPasskeys(app);
    const admin = await app.signedIn({ role: 'admin' });
    await app.graphql('mutation ($id: ID!) { resetSecondStep(accountId: $id) { id } }', { id }, admin);
    expect(refusal(await signInWithPasskey(aVisitor(app), authenticator))).toBe('SIGN_IN_FAILED');
    const { data } = await aVisitor(app).ask(ask.signIn, { email, password: 'four words nobody guesses' });
    expect(data).toMatchObject({ signIn: { state: 'SECOND_STEP_SETUP_NEEDED' } });
  });
});
