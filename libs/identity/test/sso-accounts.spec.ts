import { IdentityProvider } from '@upstander/identity';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCustomRole, assignCustomRole } from '@upstander/tests/support/custom-roles.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import type { ProviderAnswer, TestProvider } from '@upstander/tests/support/identity-provider.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import { anAccount } from '@upstander/tests/support/people.js';
import { assignRole } from '@upstander/tests/support/seals.js';
import { anOrganizer, newEmail, providerUser, SingleSignOnApp } from '@upstander/tests/support/single-sign-on.js';
import { ask, authenticatorCode, aVisitor, type Visitor } from '@upstander/tests/support/visitors.js';

let sso: SingleSignOnApp;
let app: TestApp;
let provider: TestProvider;
beforeAll(async () => {
  sso = await SingleSignOnApp.start({
    OIDC_ROLES: 'Helpers=organizer, Oakland team=organizer@oakland, Moon=organizer@moon',
  });
  ({ app, provider } = sso);
});
beforeEach(() => sso.reset());
afterEach(() => jest.restoreAllMocks());
afterAll(() => sso.close());

const rolesOf = async (email: string) =>
  (
    await app.db.query<{ role: string; slug: string | null }>(
      `SELECT g.role, c.slug FROM identity."grant" g JOIN identity.account a ON a.id = g.account_id
         LEFT JOIN identity.chapter c ON c.id = g.chapter_id WHERE a.email = $1 ORDER BY c.slug`,
      [email],
    )
  ).map(({ role, slug }) => (slug ? `${role}@${slug}` : role));

describe('a user of the provider', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['without a verified address', { email_verified: false }, 'unverified'],
    ['whose address may be verified', { email_verified: undefined }, 'unverified'],
    ['whose address is verified in words', { email_verified: 'true' }, 'unverified'],
    ['without an address', { email: undefined }, 'unverified'],
    ['of another domain', { email: 'ana@example.com' }, 'domain'],
    ['of a domain that ends alike', { email: 'ana@notexample.org' }, 'domain'],
  ])('%s is not signed in', async (_, claims, failure) => {
    const { email } = await anOrganizer(app);
    expect((await sso.signIn(providerUser(email, claims))).failure).toBe(failure);
    expect(await sso.eventsOf(email)).not.toContain('sso-linked');
  });

  /** Renames the issuer of the checked token, because no test can reach the real ones. */
  function issueAs(issuer: string) {
    const identityProvider = app.nest.get(IdentityProvider, { strict: false });
    const redeem = identityProvider.redeem.bind(identityProvider);
    jest
      .spyOn(identityProvider, 'redeem')
      .mockImplementation(async (...answer) => ({ ...(await redeem(...answer)), iss: issuer }));
  }
  const google = 'https://accounts.google.com';
  const microsoft = 'https://login.microsoftonline.com/8f6c/v2.0';

  test.each<[string, string, Record<string, unknown>, [failure: string | null, detail?: string]]>([
    ['Google whose domain manages the account', google, { hd: 'example.org' }, [null]],
    ['Google whose account no domain manages', google, {}, ['domain', 'sso-hd']],
    ['Google whose account another domain manages', google, { hd: 'example.com' }, ['domain', 'sso-hd']],
    [
      'Google without a verified address',
      google,
      { hd: 'example.org', email_verified: false },
      ['unverified', 'sso-unverified'],
    ],
    [
      'Microsoft whose domain vouches for the address',
      microsoft,
      { xms_edov: true, email_verified: undefined },
      [null],
    ],
    ['Microsoft, in words', microsoft, { xms_edov: '1', email_verified: undefined }, [null]],
    ['Microsoft who chose the address', microsoft, { email_verified: true }, ['unverified', 'sso-unverified']],
    ['Microsoft whose domain denies the address', microsoft, { xms_edov: false }, ['unverified', 'sso-unverified']],
  ])('of %s is signed in only if the address is theirs', async (_, issuer, claims, [failure, detail]) => {
    issueAs(issuer);
    const { email } = await anOrganizer(app);
    expect((await sso.signIn(providerUser(email, claims))).failure).toBe(failure);
    if (detail) expect((await sso.lastFailure())?.detail).toBe(detail);
  });

  test('who is another one with the same address is not signed in until the owner removes the link', async () => {
    const { email } = await anOrganizer(app);
    await sso.signIn(providerUser(email));
    expect((await sso.signIn(providerUser(email, { sub: 'somebody new' }))).failure).toBe('other-link');
    expect(await sso.eventsOf(email)).toContain('sign-in-failed sso-other-link');
  });

  test('whose account was closed is not signed in', async () => {
    const { email, id } = await anOrganizer(app);
    const linked = await anOrganizer(app);
    await sso.signIn(providerUser(linked.email));
    const admin = await app.signedIn({ role: 'admin' });
    for (const closed of [id, linked.id])
      await app.graphql('mutation ($id: ID!) { disableAccount(id: $id) { id } }', { id: closed }, admin);
    expect((await sso.signIn(providerUser(email))).failure).toBe('unknown');
    expect((await sso.signIn(providerUser(linked.email))).failure).toBe('unknown');
    expect(await app.db.query('SELECT FROM identity.sign_in_identity WHERE account_id = $1', [id])).toEqual([]);
  });

  test('is linked once by two sign-ins at the same time', async () => {
    const { email } = await anOrganizer(app);
    const visitors = [aVisitor(app), aVisitor(app)];
    provider.answer = providerUser(email);
    const answers: URL[] = [];
    for (const visitor of visitors) answers.push(provider.authorize(await sso.begin(visitor)));
    const ends = await Promise.all(visitors.map((visitor, at) => sso.complete(visitor, answers[at]!)));
    expect(ends.map(({ searchParams }) => searchParams.get('sso'))).toEqual([null, null]);
    expect((await sso.eventsOf(email)).filter((text) => text === 'sso-linked')).toHaveLength(1);
  });
});

describe('groups of the provider', () => {
  beforeAll(() => aChapter(app.db, { slug: 'oakland' }));

  test('give a role with an account, and take it away at the next sign-in', async () => {
    const email = newEmail();
    const first = await sso.signIn(providerUser(email, { groups: ['Oakland team', 'Moon'] }));
    expect(first.step).toBe('setup');
    expect(await rolesOf(email)).toEqual(['organizer@oakland']);
    await sso.signIn(providerUser(email, { groups: 'Helpers' }));
    expect(await rolesOf(email)).toEqual(['organizer']);
    // Without a role there is no sign-in, but the role is gone.
    expect((await sso.signIn(providerUser(email, { groups: ['helpers'] }))).failure).toBe('unknown');
    expect(await rolesOf(email)).toEqual([]);
    expect(await sso.eventsOf(email)).toEqual(
      expect.arrayContaining(['account-created', 'role-granted sso-group', 'role-revoked sso-group']),
    );
  });

  test('leave roles alone that an admin gave, also one that a group gave first', async () => {
    const { email } = await anOrganizer(app);
    await sso.signIn(providerUser(email, { groups: ['Helpers', 'Oakland team'] }));
    await sso.signIn(providerUser(email));
    expect(await rolesOf(email)).toEqual(['organizer']);

    const other = newEmail();
    await sso.signIn(providerUser(other, { groups: ['Helpers'] }));
    const [account] = await app.db.query<{ id: string }>('SELECT id FROM identity.account WHERE email = $1', [other]);
    const admin = await app.signedIn({ role: 'admin' });
    const input = { accountId: account!.id, role: 'ORGANIZER' };
    await app.graphql('mutation ($input: GrantInput!) { grantRole(input: $input) { id } }', { input }, admin);
    await sso.signIn(providerUser(other));
    expect(await rolesOf(other)).toEqual(['organizer']);
  });

  test.each(['admin', 'advocate', 'finance', 'moderator'])('can’t give the role %s', async (role) => {
    const start = startApp({ database: app.database, config: { ...provider.settings, OIDC_ROLES: `Staff=${role}` } });
    await expect(start).rejects.toThrow(`can't give the role ${role}, because that takes two people`);
  });
});

describe('a second factor at the provider', () => {
  let trusting: TestApp;
  beforeAll(async () => {
    const settings = { TRUST_PROXY: 'true', ...provider.settings, OIDC_ENFORCES_MFA: 'true' };
    trusting = await startApp({ database: app.database, config: settings });
  });
  afterAll(() => trusting.close());
  const trustingSignIn = (answer: ProviderAnswer) => sso.signIn(answer, aVisitor(trusting), trusting);

  test('is enough for organizers if the operator says that it is always asked for', async () => {
    const { email } = await anOrganizer(app);
    const { visitor, path } = await trustingSignIn(providerUser(email));
    expect(path).toBe('/admin/events');
    expect(refusal(await visitor.ask('{ manageEvents { totalCount } }'))).toBeNull();
    // It is no code from the app, which sensitive changes need.
    expect(refusal(await visitor.ask('mutation { createRecoveryCodes }'))).toBe('SECOND_STEP_AGAIN');
    expect((await trustingSignIn(providerUser(email, { amr: ['pwd', 'mfa'] }))).path).toBe('/admin/events');
  });

  test('is not assumed if the provider reports that it asked for a password only', async () => {
    const { email } = await anOrganizer(app);
    expect((await trustingSignIn(providerUser(email, { amr: ['pwd'] }))).step).toBe('setup');
  });

  test.each(['admin', 'advocate', 'finance', 'moderator'] as const)(
    'never replaces that of the role %s',
    async (role) => {
      const { email, id } = await anOrganizer(app);
      await assignRole(app.db, id, role);
      const { visitor, step } = await trustingSignIn(providerUser(email, { amr: ['mfa'] }));
      expect(step).toBe('setup');
      expect(refusal(await visitor.ask('{ sealedApplications(first: 1) { totalCount } }'))).not.toBeNull();
    },
  );

  test.each([
    ['is enough for a custom role based on organizer', 'organizer', null],
    ['never replaces that of a custom role based on finance', 'finance', 'setup'],
    ['never replaces that of a custom role based on moderator', 'moderator', 'setup'],
  ] as const)('%s', async (_, baseRole, expectedStep) => {
    const { email, id } = await anAccount(app.db, { email: newEmail() });
    await assignCustomRole(app.db, id, await aCustomRole(app.db, { baseRole, viewAreas: ['reports'] }));
    expect((await trustingSignIn(providerUser(email, { amr: ['mfa'] }))).step).toBe(expectedStep);
  });
});

describe('removing the link', () => {
  const unlink = (visitor: Visitor) => visitor.ask('mutation { unlinkSingleSignOn { ok } }');
  const since = '{ me { singleSignOnSince grants { role } } }';

  test('takes a fresh code, removes the roles of groups, and lets the account be linked again', async () => {
    const email = newEmail();
    const { visitor } = await sso.signIn(providerUser(email, { groups: ['Helpers'] }));
    const setup = await visitor.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup);
    const { secret } = setup.data.beginSecondStepSetup;
    await visitor.ask(ask.finishSetup, { code: await authenticatorCode(app, secret) });
    expect((await visitor.ask(since)).data).toEqual({
      me: { singleSignOnSince: expect.any(String), grants: [{ role: 'ORGANIZER' }] },
    });
    app.clock.advance(minutes(20));
    expect(refusal(await unlink(visitor))).toBe('SECOND_STEP_AGAIN');
    await visitor.ask(ask.proveSecondStep, { code: await authenticatorCode(app, secret) });
    expect(refusal(await unlink(visitor))).toBeNull();
    expect((await visitor.ask(since)).data).toEqual({ me: { singleSignOnSince: null, grants: [] } });
    expect(refusal(await unlink(visitor))).toBe('NOT_FOUND');
    expect(await sso.eventsOf(email)).toContain('sso-unlinked');
    expect((await sso.signIn(providerUser(email, { groups: ['Helpers'], sub: 'another user' }))).step).toBe(
      'second-step',
    );
  });
});

describe('limits and outages', () => {
  test('an unreachable provider is reported, and used again when it is back', async () => {
    const { email } = await anOrganizer(app);
    const fresh = await startApp({ database: app.database, config: { TRUST_PROXY: 'true', ...provider.settings } });
    try {
      for (const status of [503, 302]) {
        provider.outage = status;
        const visitor = aVisitor(fresh);
        const to = await sso.begin(visitor, fresh);
        expect([to.pathname, to.searchParams.get('sso'), to.searchParams.get('to')]).toEqual([
          '/admin/sign-in',
          'unavailable',
          '/events',
        ]);
      }
      provider.outage = null;
      expect((await sso.signIn(providerUser(email), aVisitor(fresh), fresh)).step).toBe('setup');
    } finally {
      await fresh.close();
    }
  });

  test('failed answers from one network are limited, and successful ones are not', async () => {
    const settings = { TRUST_PROXY: 'true', ...provider.settings, FAILED_SIGN_INS_PER_NETWORK: '10' };
    const limited = await startApp({ config: settings });
    try {
      const email = newEmail();
      await anAccount(limited.db, { email, role: 'organizer' });
      const address = '203.0.113.9';
      for (let n = 0; n < 12; n++)
        expect((await sso.signIn(providerUser(email), aVisitor(limited, address), limited)).step).toBe('setup');
      for (let n = 0; n < 10; n++)
        expect((await sso.signIn({ error: 'access_denied' }, aVisitor(limited, address), limited)).failure).toBe(
          'denied',
        );
      expect((await sso.signIn(providerUser(email), aVisitor(limited, address), limited)).failure).toBe('limit');
      expect((await sso.signIn(providerUser(email), aVisitor(limited), limited)).step).toBe('setup');
    } finally {
      await limited.close();
    }
  });
});
