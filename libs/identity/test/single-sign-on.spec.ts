import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { openRedirect, type ProviderAnswer, type TestProvider } from '@upstander/tests/support/identity-provider.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import { anAccount } from '@upstander/tests/support/people.js';
import {
  anOrganizer,
  canWork,
  newEmail,
  providerUser,
  SingleSignOnApp,
} from '@upstander/tests/support/single-sign-on.js';
import { ask, authenticatorCode, aVisitor } from '@upstander/tests/support/visitors.js';

let sso: SingleSignOnApp;
let app: TestApp;
let provider: TestProvider;
beforeAll(async () => {
  sso = await SingleSignOnApp.start();
  ({ app, provider } = sso);
});
beforeEach(() => sso.reset());
afterAll(() => sso.close());

describe('signing in with the identity provider', () => {
  test('links the invited account of the same address, and then still asks for the second step', async () => {
    const { email } = await anOrganizer(app);
    const { visitor, path, step, to } = await sso.signIn(providerUser(email.toUpperCase()));
    expect([path, step, to.searchParams.get('to')]).toEqual(['/admin/sign-in', 'setup', '/events']);
    expect(await canWork(visitor)).toBe(false);
    const setup = await visitor.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup);
    const { secret } = setup.data.beginSecondStepSetup;
    await visitor.ask(ask.finishSetup, { code: await authenticatorCode(app, secret) });
    expect(await canWork(visitor)).toBe(true);
    app.clock.advance(minutes(1));

    // The ID of the user counts from now on, not the address.
    const again = await sso.signIn(providerUser('ana.new@example.org', { sub: `sub of ${email.toUpperCase()}` }));
    expect(again.step).toBe('second-step');
    await again.visitor.ask(ask.secondStep, { code: await authenticatorCode(app, secret) });
    expect(await canWork(again.visitor)).toBe(true);
    expect(await sso.eventsOf(email)).toEqual(
      expect.arrayContaining(['sso-linked', 'signed-in sso+app', 'second-step-set-up']),
    );
  });

  test('creates no account without a group that gives a role, and links none without a role', async () => {
    const stranger = newEmail();
    expect((await sso.signIn(providerUser(stranger))).failure).toBe('unknown');
    expect((await sso.signIn(providerUser(stranger, { groups: ['Other'] }))).failure).toBe('unknown');
    expect(await app.db.query('SELECT FROM identity.account WHERE email = $1', [stranger])).toEqual([]);
    const volunteer = newEmail();
    await anAccount(app.db, { email: volunteer, role: 'volunteer' });
    expect((await sso.signIn(providerUser(volunteer))).failure).toBe('unknown');
    expect(await sso.eventsOf(volunteer)).toEqual(['sign-in-failed sso-no-role']);
    expect(
      await app.db.query('SELECT FROM identity.sign_in_identity WHERE subject = $1', [`sub of ${volunteer}`]),
    ).toEqual([]);
  });

  test('leaves for the provider with PKCE, state and nonce, and comes back to one address', async () => {
    const { origin, searchParams } = await sso.begin(aVisitor(app));
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: provider.clientId,
      redirect_uri: 'http://127.0.0.1/sso/callback',
      response_type: 'code',
      response_mode: 'query',
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  test('reads the metadata and the keys of the provider once', async () => {
    const { email } = await anOrganizer(app);
    await sso.signIn(providerUser(email));
    provider.requests.length = 0;
    await sso.signIn(providerUser(email));
    expect(provider.requests).toEqual(['/token']);
  });

  test.each([
    ['/events?text=a', '/admin/events?text=a'],
    ['//evil.example', '/admin//evil.example'],
    ['https://evil.example', '/admin'],
    ['/../sso', '/admin'],
  ])('continues at %s in the admin only', async (to, expected) => {
    const { email, id } = await anOrganizer(app);
    const trusting = await sso.startAnother({ OIDC_ENFORCES_MFA: 'true' });
    try {
      provider.answer = providerUser(email, { sub: id });
      const visitor = aVisitor(trusting);
      const back = provider.authorize(await openRedirect(trusting, visitor, `/sso?to=${encodeURIComponent(to)}`));
      expect((await sso.complete(visitor, back, trusting)).href).toBe(trusting.url + expected);
    } finally {
      await trusting.close();
    }
  });

  test('does not exist without settings', async () => {
    const plain = await startApp({ database: app.database });
    try {
      expect((await fetch(`${plain.url}/sso`, { redirect: 'manual' })).status).toBe(404);
      expect((await plain.graphql('{ singleSignOnName }')).data).toEqual({ singleSignOnName: null });
    } finally {
      await plain.close();
    }
    expect((await app.graphql('{ singleSignOnName }')).data).toEqual({ singleSignOnName: 'Contoso' });
  });
});

describe('an answer of the provider', () => {
  test('works once, in the browser that asked, within ten minutes', async () => {
    const { email } = await anOrganizer(app);
    provider.answer = providerUser(email);
    const visitor = aVisitor(app);
    const stolen = aVisitor(app);
    const back = provider.authorize(await sso.begin(visitor));
    stolen.cookie = visitor.cookie;
    // Another browser, without or with its own sign-in: an attacker can't sign a victim in to the attacker's account.
    const other = aVisitor(app);
    expect((await sso.complete(other, back)).searchParams.get('sso')).toBe('expired');
    await sso.begin(other);
    expect((await sso.complete(other, back)).searchParams.get('sso')).toBe('expired');
    expect((await sso.lastFailure())?.detail).toBe('sso-state');
    expect((await sso.complete(visitor, back)).searchParams.get('sso')).toBeNull();
    expect((await sso.complete(visitor, back)).searchParams.get('sso')).toBe('expired');
    // Also for someone who copied the cookie.
    expect((await sso.complete(stolen, back)).searchParams.get('sso')).toBe('expired');

    const late = aVisitor(app);
    const lateBack = provider.authorize(await sso.begin(late));
    app.clock.advance(minutes(10));
    expect((await sso.complete(late, lateBack)).searchParams.get('sso')).toBe('expired');
  });

  test('with a state that does not match leaves a sign-in in progress alone', async () => {
    const { email } = await anOrganizer(app);
    provider.answer = providerUser(email);
    const visitor = aVisitor(app);
    const back = provider.authorize(await sso.begin(visitor));
    await openRedirect(app, visitor, '/sso/callback?error=access_denied&state=x');
    expect((await sso.complete(visitor, back)).searchParams.get('sso')).toBeNull();
  });

  test('with a code that was redeemed before signs no one in', async () => {
    const { email } = await anOrganizer(app);
    provider.answer = providerUser(email);
    const thief = aVisitor(app);
    const used = provider.authorize(await sso.begin(aVisitor(app)));
    const own = provider.authorize(await sso.begin(thief));
    own.searchParams.set('code', used.searchParams.get('code')!);
    // The code belongs to another challenge (PKCE).
    expect((await sso.complete(thief, own)).searchParams.get('sso')).toBe('rejected');
    expect((await sso.lastFailure())?.detail).toBe('sso-invalid_grant');
  });

  test.each<[string, ProviderAnswer, string, string]>([
    ['that was denied', { error: 'access_denied' }, 'denied', 'access_denied'],
    ['about an outage', { error: 'temporarily_unavailable' }, 'unavailable', 'temporarily_unavailable'],
    ['from another issuer', { iss: 'https://evil.example' }, 'rejected', 'OAUTH_INVALID_RESPONSE'],
    ['without its issuer', { iss: null }, 'rejected', 'OAUTH_INVALID_RESPONSE'],
  ])('%s signs no one in', async (_, answer, failure, detail) => {
    expect((await sso.signIn(answer)).failure).toBe(failure);
    expect(await sso.lastFailure()).toEqual({ detail: `sso-${detail}`, network: expect.any(String) as string });
  });

  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, ProviderAnswer, string]>([
    ['without a signature', { header: { alg: 'none' } }, 'OAUTH_INVALID_RESPONSE'],
    ['signed with another key', { isForged: true }, 'OAUTH_INVALID_RESPONSE'],
    ['signed with an unknown key', { header: { kid: 'b' } }, 'OAUTH_KEY_SELECTION_FAILED'],
    ['with a symmetric signature', { header: { alg: 'HS256' } }, 'OAUTH_INVALID_RESPONSE'],
    ['for another client', { claims: { aud: 'other' } }, 'aud'],
    ['for several clients', { claims: { aud: ['upstander-test', 'other'], azp: 'other' } }, 'azp'],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }, 'iss'],
    ['with another nonce', { claims: { nonce: 'of-another-sign-in' } }, 'nonce'],
    ['that expired', { claims: { exp: now() - 60, iat: now() - 400 } }, 'exp'],
    ['without a user', { claims: { sub: undefined } }, 'OAUTH_INVALID_RESPONSE'],
  ])('with a token %s signs no one in', async (_, answer, detail) => {
    const { email } = await anOrganizer(app);
    const claims = { ...providerUser(email).claims, ...answer.claims };
    expect((await sso.signIn({ ...answer, claims })).failure).toBe('rejected');
    expect((await sso.lastFailure())?.detail).toBe(`sso-${detail}`);
  });

  test('with an unsigned token is refused even if the provider announces these', async () => {
    provider.metadata = { id_token_signing_alg_values_supported: ['RS256', 'none'] };
    const other = await startApp({ database: app.database, config: { TRUST_PROXY: 'true', ...provider.settings } });
    try {
      const { email } = await anOrganizer(app);
      const { failure } = await sso.signIn({ ...providerUser(email), header: { alg: 'none' } }, aVisitor(other), other);
      expect(failure).toBe('rejected');
    } finally {
      await other.close();
    }
  });
});
