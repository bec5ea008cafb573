import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import { addPasskey, anAuthenticator, signInWithPasskey } from '@upstander/tests/support/passkeys.js';
import {
  anOrganizerWithApp,
  ask,
  aVisitor,
  codeByMail,
  password,
  type Visitor,
  withPassword,
} from '@upstander/tests/support/visitors.js';

async function signInWithPasskeyOf(owner: Visitor): Promise<void> {
  const authenticator = anAuthenticator(app);
  for (const device of [authenticator, anAuthenticator(app)]) await addPasskey(owner, device);
  await signInWithPasskey(aVisitor(app), authenticator);
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

describe('sessions', () => {
  test('ends the session permanently on sign-out', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.signIn, { email, password });
    const { cookie } = visitor;
    const answer = await visitor.ask<{ signOut: object }>(ask.signOut);
    expect(answer.data.signOut).toEqual({ ok: true });
    expect(answer.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^session=; Max-Age=0/));
    expect((await app.graphql<{ me: null }>(ask.me, {}, { cookie })).data.me).toBeNull();
  });

  test("lets a user revoke their own session, but reports another user's as not found", async () => {
    const [laptop, phone, stranger] = [aVisitor(app), aVisitor(app), aVisitor(app)];
    const [ana, ben] = [await withPassword(app), await withPassword(app)];
    for (const visitor of [laptop, phone]) await visitor.ask(ask.signIn, { email: ana.email, password });
    await stranger.ask(ask.signIn, { email: ben.email, password });
    const { data } = await laptop.ask<{ mySessions: Array<{ id: string; current: boolean }> }>(
      '{ mySessions { id current createdAt lastSeenAt userAgent } }',
    );
    expect(data.mySessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const id = data.mySessions.find(({ current }) => !current)!.id;
    const revoke = 'mutation ($id: ID!) { revokeSession(id: $id) { ok } }';
    expect(refusal(await stranger.ask(revoke, { id }))).toBe('NOT_FOUND');
    expect(refusal(await laptop.ask(revoke, { id }))).toBeNull();
    expect((await phone.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    expect((await laptop.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
  });

  test('ends all other sessions of a user immediately, and keeps this one and those of others', async () => {
    const { visitor, email } = await anOrganizerWithApp(app);
    const [phone, stranger] = [aVisitor(app), (await anOrganizerWithApp(app)).visitor];
    await phone.ask(ask.signIn, { email, password });
    await signInWithPasskeyOf(visitor);
    const { data } = await visitor.ask<{ mySessions: Array<{ firstStep: string }> }>('{ mySessions { firstStep } }');
    expect(data.mySessions.map(({ firstStep }) => firstStep).sort()).toEqual(['PASSKEY', 'PASSWORD', 'PASSWORD']);
    expect(refusal(await visitor.ask('mutation { signOutElsewhere { ok } }'))).toBeNull();
    expect(refusal(await phone.ask('mutation { beginPasskeyConfirmation { challenge } }'))).toBe('NOT_SIGNED_IN');
    for (const one of [visitor, stranger]) expect((await one.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    const left = await visitor.ask<{ mySessions: object[] }>('{ mySessions { current } }');
    expect(left.data.mySessions).toEqual([{ current: true }]);
    app.clock.advance(hours(1));
    expect(refusal(await visitor.ask('mutation { signOutElsewhere { ok } }'))).toBe('SECOND_STEP_AGAIN');
  });

  test('does not continue a session started by another person', async () => {
    const [ana, thief] = [await withPassword(app), await withPassword(app)];
    const visitor = aVisitor(app);
    await visitor.ask(ask.signIn, { email: thief.email, password });
    const plantedCookie = visitor.cookie;
    await visitor.ask(ask.signIn, { email: ana.email, password });
    expect(visitor.cookie).not.toBe(plantedCookie);
    expect((await app.graphql<{ me: null }>(ask.me, {}, { cookie: plantedCookie })).data.me).toBeNull();
  });

  test('keeps a volunteer signed in for a month and an organizer for a working day', async () => {
    const organizer = await anOrganizerWithApp(app);
    const volunteer = aVisitor(app);
    await volunteer.ask(ask.signIn, { email: (await withPassword(app, { role: 'volunteer' })).email, password });
    app.clock.advance(hours(13));
    expect((await organizer.visitor.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    expect((await volunteer.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    app.clock.advance(days(30));
    expect((await volunteer.ask<{ me: null }>(ask.me)).data.me).toBeNull();
  });

  test('runs no session query without a cookie', async () => {
    const namedSpy = jest.spyOn(app.db, 'queryNamed');
    await app.graphql('{ me { id } }');
    expect(namedSpy.mock.calls.filter(([name]) => name === 'session-by-token')).toEqual([]);
    await app.graphql('{ a: me { id } b: me { id } }', {}, { cookie: 'session=nonsense' });
    expect(namedSpy.mock.calls.filter(([name]) => name === 'session-by-token')).toHaveLength(1);
    namedSpy.mockRestore();
  });
});

describe('setting a password', () => {
  test('requires the current password and ends other sessions', async () => {
    const [laptop, phone] = [aVisitor(app), aVisitor(app)];
    const { email } = await withPassword(app);
    for (const visitor of [laptop, phone]) await visitor.ask(ask.signIn, { email, password });
    const wrongAnswer = await laptop.ask(ask.setPassword, { current: 'not it', new: 'another long password' });
    expect(wrongAnswer.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      details: { fields: { currentPassword: 'wrong' } },
    });
    expect(refusal(await laptop.ask(ask.setPassword, { current: password, new: 'another long password' }))).toBeNull();
    expect((await phone.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    expect((await laptop.ask<{ me: object }>(ask.me)).data.me).not.toBeNull();
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password }))).toBe('SIGN_IN_FAILED');
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password: 'another long password' }))).toBeNull();
  });

  test('requires 15 characters and no character classes', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.signIn, { email, password });
    const shortAnswer = await visitor.ask(ask.setPassword, { current: password, new: 'Sh0rt&Complex!' });
    expect(shortAnswer.errors?.[0]?.extensions.details).toEqual({ fields: { newPassword: 'too-short' } });
    expect(refusal(await visitor.ask(ask.setPassword, { current: password, new: 'onlylowercaseletters' }))).toBeNull();
  });

  test('requires a recent sign-in for a first password', async () => {
    const visitor = aVisitor(app);
    const email = `${randomUUID()}@example.org`;
    await visitor.ask(ask.requestCode, { email });
    await visitor.ask(ask.signInWithCode, { email, code: await codeByMail(app, email) });
    app.clock.advance(hours(1));
    expect(refusal(await visitor.ask(ask.setPassword, { new: 'another long password' }))).toBe('SIGN_IN_AGAIN');
  });
});

describe('cross-site requests', () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: ask.signOut }),
    }).then((response) => response.status);

  test('are rejected if they carry a session cookie', async () => {
    const { cookie } = await app.signedIn();
    expect(await post({ cookie })).toBe(403);
    expect(await post({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await post({ cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect((await app.graphql<{ me: object }>(ask.me, {}, { cookie })).data.me).not.toBeNull();
    expect(await post({ cookie, origin: app.url })).toBe(200);
  });

  test('are rejected from a browser even without a session', async () => {
    expect(await post({ origin: 'https://evil.example' })).toBe(403);
    expect(await post({})).toBe(200);
  });
});

test('deletes expired sessions, codes, idempotency answers and old security events', async () => {
  const app = await startApp();
  try {
    const { accountId } = await app.signedIn();
    await app.db.query(`UPDATE identity.session SET expires_at = now() - interval '31 days' WHERE account_id = $1`, [
      accountId,
    ]);
    await app.signedIn();
    await app.db.query(
      `INSERT INTO identity.sign_in_code (email, created_at, expires_at) VALUES
         ('old@example.org', now() - interval '3 days', now() - interval '2 days'), ('new@example.org', now(), now())`,
    );
    await app.db.query(
      `INSERT INTO platform.idempotency (operation, actor_key, key, input_hash, answer, created_at) VALUES
         ('x', 'a', 'old', '', '1', now() - interval '31 days'), ('x', 'a', 'new', '', '1', now() - interval '29 days')`,
    );
    await app.db.query(
      `INSERT INTO identity.security_event (kind, account_id, at, minute)
       SELECT kind, $1, day, CASE WHEN kind = 'sign-in-failed' THEN day END
       FROM unnest(ARRAY['sign-in-failed', 'signed-in', 'role-granted']) kind,
         unnest(ARRAY[now() - interval '181 days', now() - interval '179 days']) day`,
      [accountId],
    );
    await app.runJob('forget-sign-ins');
    await app.runJob('keep-retention');
    const remainingRows = await app.db.query(
      `SELECT (SELECT count(*)::int FROM identity.session) AS sessions,
         (SELECT string_agg(email::text, ',') FROM identity.sign_in_code) AS codes,
         (SELECT string_agg(key, ',') FROM platform.idempotency) AS answers,
         (SELECT string_agg(kind, ',' ORDER BY kind) FROM identity.security_event) AS events`,
    );
    const events = 'role-granted,role-granted,sign-in-failed,signed-in';
    expect(remainingRows).toEqual([{ sessions: 1, codes: 'new@example.org', answers: 'new', events }]);
  } finally {
    await app.close();
  }
});
