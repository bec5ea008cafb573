import { AdvocateList } from '@upstander/advocacy';
import { signInCodeOf, unsealedPower } from '@upstander/identity';
import { Secrets } from '@upstander/platform';
import pg from 'pg';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { hours } from '../support/movable-clock.js';
import { anAuthenticator, anOrganizerWithPasskeys, signInWithPasskey } from '../support/passkeys.js';
import { signInWithProvider, TestProvider } from '../support/identity-provider.js';
import type { SoftwareAuthenticator } from '../support/software-authenticator.js';
import { aVisitor, ask, authenticatorCode, password, withPassword } from '../support/visitors.js';

/**
 * An attacker has the programs' database URL and tries to sign in as an advocate by changing rows of accounts, emailed
 * codes, emails, passkeys and single sign-on links. wall-rows.spec.ts covers sessions, roles and memberships.
 */
let app: TestApp;
let sink: MailSink;
let role: pg.Client;

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { TRUST_PROXY: 'true', SMTP_URL: sink.url } });
  role = new pg.Client({ connectionString: app.config.DATABASE_URL });
  await role.connect();
});
afterAll(async () => {
  await role.end();
  await app.close();
  await sink.close();
});
beforeEach(() => app.clock.set(new Date()));

type Owner = Awaited<ReturnType<typeof anOrganizerWithPasskeys>>;

/** Runs SQL as the programs' role, as anyone with its password could. */
const sql = (text: string, params: unknown[] = []) => role.query(text, params);
const reads = async (cookie: string) =>
  refusal(await app.graphql('{ sealedApplications(first: 1) { totalCount } }', {}, { cookie }));

async function advocateWithApp() {
  const visitor = aVisitor(app);
  const account = await withPassword(app, { role: 'advocate' });
  await app.nest.get(AdvocateList, { strict: false }).add([account.id]);
  await visitor.ask(ask.signIn, { email: account.email, password });
  const setup = await visitor.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup);
  const { secret } = setup.data.beginSecondStepSetup;
  await visitor.ask(ask.finishSetup, { code: await authenticatorCode(app, secret) });
  expect(await reads(String(visitor.cookie))).toBeNull();
  return { ...account, secret };
}

describe('identity.account', () => {
  const signIn = async (email: string, typed: string) => {
    const visitor = aVisitor(app);
    const answer = await visitor.ask<{ signIn: { state: string } }>(ask.signIn, { email, password: typed });
    return { visitor, code: refusal(answer), state: answer.data?.signIn?.state };
  };
  const thiefsHash = "(SELECT password_hash FROM identity.account WHERE email = 'thief@example.org')";
  beforeEach(async () => {
    await withPassword(app, { email: 'thief@example.org' });
  });

  test.each([
    ['another password', `password_hash = ${thiefsHash}`],
    [
      'another password and no authenticator',
      `password_hash = ${thiefsHash}, totp_secret_sealed = NULL, totp_confirmed_at = NULL`,
    ],
    [
      'another password with the seal of another account',
      `password_hash = ${thiefsHash}, totp_secret_sealed = NULL, totp_confirmed_at = NULL,
       seal = (SELECT seal FROM identity.account WHERE email = 'thief@example.org')`,
    ],
  ])('%s: signs no one in to an advocate’s account', async (_, change) => {
    const { id, email } = await advocateWithApp();
    await sql(`UPDATE identity.account SET ${change} WHERE id = $1`, [id]);
    expect(await signIn(email, password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
  });

  test('a code emailed to a changed address signs no one in', async () => {
    const { id } = await advocateWithApp();
    await sql(`UPDATE identity.account SET email = 'mine@example.org' WHERE id = $1`, [id]);
    expect(await codeSignIn('mine@example.org')).toBe('SIGN_IN_FAILED');
  });

  test('an account without a seal has no power, even after the row is restored', async () => {
    const { id, email } = await advocateWithApp();
    const columns = ['password_hash', 'totp_secret_sealed', 'totp_confirmed_at', 'seal'];
    const { rows } = await sql(`SELECT ${columns.join(', ')} FROM identity.account WHERE id = $1`, [id]);
    await sql(
      `UPDATE identity.account SET password_hash = ${thiefsHash}, totp_secret_sealed = NULL, totp_confirmed_at = NULL, seal = NULL
       WHERE id = $1`,
      [id],
    );
    const { visitor } = await signIn(email, password);
    const setup = await visitor.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup);
    await visitor.ask(ask.finishSetup, { code: await authenticatorCode(app, setup.data.beginSecondStepSetup.secret) });
    expect(await reads(String(visitor.cookie))).toBe('NOT_ALLOWED');
    await sql(
      `UPDATE identity.account SET ${columns.map((column, i) => `${column} = $${i + 2}`).join(', ')} WHERE id = $1`,
      [id, ...Object.values(rows[0] as object)],
    );
    expect(await reads(String(visitor.cookie))).toBe('NOT_SIGNED_IN');
  });

  test('setting a reset date does not reset two-step sign-in', async () => {
    const { id } = await advocateWithApp();
    await sql(
      `UPDATE identity.account SET totp_reset_requested_at = now() + interval '1 minute', totp_reset_at = now() + interval '2 minutes',
         totp_reset_by = $2 WHERE id = $1`,
      [id, (await app.signedIn({ role: 'admin' })).accountId],
    );
    app.clock.advance(hours(1));
    await app.runJob('begin-roles');
    const { rows } = await sql('SELECT totp_confirmed_at IS NOT NULL AS has FROM identity.account WHERE id = $1', [id]);
    expect(rows).toEqual([{ has: true }]);
  });

  test('an update cannot reopen a closed account', async () => {
    const { id, email } = await advocateWithApp();
    const close = 'mutation ($id: ID!) { disableAccount(id: $id) { id } }';
    expect(refusal(await app.graphql(close, { id }, await app.signedIn({ role: 'admin' })))).toBeNull();
    await sql('UPDATE identity.account SET disabled_at = NULL WHERE id = $1', [id]);
    expect(await signIn(email, password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
  });
});

async function codeSignIn(email: string, meanwhile?: (id: string) => Promise<unknown>, as = email) {
  const visitor = aVisitor(app);
  await visitor.ask(ask.requestCode, { email });
  const { rows } = await sql('SELECT id FROM identity.sign_in_code WHERE email = $1 ORDER BY created_at DESC LIMIT 1', [
    email,
  ]);
  const { id } = rows[0] as { id: string };
  const code = signInCodeOf(app.nest.get(Secrets), { id, email });
  await meanwhile?.(id);
  return refusal(await visitor.ask(ask.signInWithCode, { email: as, code }));
}

describe('identity.sign_in_code and notifications.mail', () => {
  test('a code moved to another address signs no one in there', async () => {
    const { email } = await app.signedIn({ role: 'advocate' });
    const move = (id: string) => sql('UPDATE identity.sign_in_code SET email = $2 WHERE id = $1', [id, email]);
    expect(await codeSignIn('moved@example.org', move, email)).toBe('SIGN_IN_FAILED');
    expect(await codeSignIn('left@example.org')).toBeNull();
  });

  test('the email with a code cannot be redirected to another address', async () => {
    const { email } = await app.signedIn({ role: 'advocate' });
    await aVisitor(app).ask(ask.requestCode, { email });
    await app.runJob('make-sign-in-mails');
    await sql(`UPDATE notifications.mail SET recipient = 'redirected@example.org' WHERE recipient = $1`, [email]);
    await app.runJob('deliver-due-mail');
    expect(sink.received.filter(({ source }) => /redirected@example\.org/.test(String(source)))).toEqual([]);
  });
});

describe('identity.passkey', () => {
  const signIn = async (authenticator: SoftwareAuthenticator) =>
    refusal(await signInWithPasskey(aVisitor(app), authenticator));

  test('an inserted row signs no one in and does not count as a second passkey', async () => {
    const owner = await anOrganizerWithPasskeys(app, 1);
    const thief = anAuthenticator(app);
    const { userId } = owner.authenticator.credentials[0]!;
    thief.create({ challenge: '', rpId: '127.0.0.1', userId });
    await sql(
      `INSERT INTO identity.passkey (account_id, credential_id, public_key, counter, name, created_at, seal)
       SELECT account_id, $2, $3, 0, 'Forged', now(), seal FROM identity.passkey WHERE account_id = $1`,
      [owner.id, thief.credentials[0]!.id, thief.credentials[0]!.publicKey],
    );
    expect(await signIn(thief)).toBe('SIGN_IN_FAILED');
    expect(await signIn(owner.authenticator)).toBe('PASSKEY_NEEDS_BACKUP');
  });

  test.each([
    ['moved to another account', 'account_id = $2', ({ id }: Owner) => id],
    ['with another key', 'public_key = $2', ({ authenticator }: Owner) => authenticator.credentials[0]!.publicKey],
  ])('a passkey %s signs no one in', async (_, change, value) => {
    const [owner, victim] = [await anOrganizerWithPasskeys(app), await anOrganizerWithPasskeys(app)];
    const [own] = owner.authenticator.credentials;
    expect(await signIn(owner.authenticator)).toBeNull();
    await sql(`UPDATE identity.passkey SET ${change} WHERE credential_id = $1`, [own!.id, value(victim)]);
    if (change.startsWith('account_id')) own!.userId = victim.authenticator.credentials[0]!.userId;
    else own!.privateKey = victim.authenticator.credentials[0]!.privateKey;
    expect(await signIn(owner.authenticator)).toBe('SIGN_IN_FAILED');
  });

  test('vouching for accounts does not vouch for forged passkeys', async () => {
    const owner = await anOrganizerWithPasskeys(app, 2);
    const [own] = owner.authenticator.credentials;
    await sql(`UPDATE identity.passkey SET public_key = '\\x00' WHERE credential_id = $1`, [own!.id]);
    await unsealedPower(app.db, app.config, 'all');
    const left = await app.db.query('SELECT FROM identity.passkey WHERE account_id = $1', [owner.id]);
    expect(left).toHaveLength(1);
  });
});

describe('identity.sign_in_identity', () => {
  let provider: TestProvider;
  let withProvider: TestApp;
  beforeAll(async () => {
    provider = await TestProvider.start({ redirectUris: ['http://127.0.0.1/sso/callback'] });
    const settings = { TRUST_PROXY: 'true', OIDC_ENFORCES_MFA: 'true', ...provider.settings };
    withProvider = await startApp({ database: app.database, config: settings });
  });
  afterAll(async () => {
    await withProvider.close();
    await provider.close();
  });

  const signIn = async (email: string, sub: string) => {
    provider.answer = { claims: { sub, email, email_verified: true } };
    return signInWithProvider(withProvider, provider);
  };
  const organizer = () => withPassword(app, { role: 'organizer' });

  test('an inserted link signs no one in', async () => {
    const [thief, victim] = [await organizer(), await organizer()];
    expect((await signIn(thief.email, 'thief')).pathname).toBe('/admin/events');
    await sql(
      `INSERT INTO identity.sign_in_identity (account_id, issuer, subject, created_at, last_used_at, seal)
       SELECT $1, issuer, 'forged', now(), now(), seal FROM identity.sign_in_identity WHERE subject = 'thief'`,
      [victim.id],
    );
    expect((await signIn(thief.email, 'forged')).searchParams.get('sso')).toBe('other-link');
  });

  test.each([
    ['moved to another account', 'account_id = $2'],
    ['to another user', "subject = 'other of ' || $2::text"],
  ])('a link %s signs no one in', async (_, change) => {
    const [thief, victim] = [await organizer(), await organizer()];
    await signIn(thief.email, thief.id);
    await sql(`UPDATE identity.sign_in_identity SET ${change} WHERE account_id = $1`, [thief.id, victim.id]);
    const user = change.startsWith('subject') ? `other of ${victim.id}` : thief.id;
    expect((await signIn(thief.email, user)).searchParams.get('sso')).toBe('other-link');
  });

  test('vouching for accounts deletes forged links', async () => {
    const { id, email } = await organizer();
    await signIn(email, id);
    await sql('UPDATE identity.sign_in_identity SET issuer = $2 WHERE account_id = $1', [id, 'https://evil.example']);
    await unsealedPower(app.db, app.config, 'all');
    expect(await app.db.query('SELECT FROM identity.sign_in_identity WHERE account_id = $1', [id])).toEqual([]);
  });
});
