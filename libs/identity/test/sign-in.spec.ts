import { Passwords } from '@upstander/identity';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import { ask, aVisitor, codeByMail, password, withPassword } from '@upstander/tests/support/visitors.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

describe('signing in with a password', () => {
  test('signs in a volunteer immediately', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app, { role: 'volunteer' });
    const answer = await visitor.ask<{ signIn: object }>(ask.signIn, { email: email.toUpperCase(), password });
    expect(answer.data.signIn).toEqual({ state: 'SIGNED_IN', account: { email } });
    expect((await visitor.ask<{ me: object }>(ask.me)).data.me).toMatchObject({ email });
  });

  test("sets cookies that scripts and other sites can't use", async () => {
    const { email } = await withPassword(app);
    const answer = await aVisitor(app).ask(ask.signIn, { email, password });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^device=[\w-]{46}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  test('stores only the hash of the token', async () => {
    const visitor = aVisitor(app);
    const { id, email } = await withPassword(app);
    await visitor.ask(ask.signIn, { email, password });
    const rows = await app.db.query<{ row: string }>(
      'SELECT s::text AS row FROM identity.session s WHERE account_id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(/session=([\w-]+)/.exec(visitor.cookie!)![1]);
  });

  test('returns the same error and does the same work for an unknown address and a wrong password', async () => {
    const { email } = await withPassword(app);
    const compared = jest.spyOn(app.nest.get(Passwords, { strict: false }), 'matches');
    const knownAnswer = await aVisitor(app).ask(ask.signIn, { email, password: 'not the password of anybody' });
    const unknown = await aVisitor(app).ask(ask.signIn, { email: `${randomUUID()}@example.org`, password });
    expect(compared.mock.calls.map(([hash]) => hash === null)).toEqual([false, true]);
    compared.mockRestore();
    expect(refusal(knownAnswer)).toBe('SIGN_IN_FAILED');
    expect({ data: unknown.data, errors: unknown.errors }).toEqual({
      data: knownAnswer.data,
      errors: knownAnswer.errors,
    });
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  test('rejects a disabled account', async () => {
    const { id, email } = await withPassword(app);
    await app.db.query('UPDATE identity.account SET disabled_at = now() WHERE id = $1', [id]);
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password }))).toBe('SIGN_IN_FAILED');
  });

  test('blocks the password after ten wrong attempts, but still accepts an emailed code', async () => {
    const { email } = await withPassword(app);
    const codes: Array<string | null> = [];
    for (let n = 0; n < 10; n += 1) {
      codes.push(refusal(await aVisitor(app).ask(ask.signIn, { email, password: `guess number ${n} of many` })));
    }
    expect(new Set(codes)).toEqual(new Set(['SIGN_IN_FAILED']));
    const lateAnswer = await aVisitor(app).ask(ask.signIn, { email, password });
    expect(lateAnswer.errors?.[0]?.extensions).toMatchObject({
      code: 'TOO_MANY_TRIES',
      details: { retryAfterSeconds: expect.any(Number) },
    });
    const other = aVisitor(app);
    await other.ask(ask.requestCode, { email });
    expect(refusal(await other.ask(ask.signInWithCode, { email, code: await codeByMail(app, email) }))).toBeNull();
  });

  test('limits attempts across accounts from one network', async () => {
    const visitor = aVisitor(app);
    let last: string | null = null;
    for (let n = 0; n < 101; n += 1) {
      last = refusal(await visitor.ask(ask.signIn, { email: `nobody${n}@example.org`, password: 'x' }));
    }
    expect(last).toBe('TOO_MANY_TRIES');
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email: 'nobody0@example.org', password: 'x' }))).toBe(
      'SIGN_IN_FAILED',
    );
  });

  test('hashes the keys of rate limits', async () => {
    const { email } = await withPassword(app);
    await aVisitor(app).ask(ask.signIn, { email, password: 'wrong' });
    const rows = await app.db.query<{ key: string }>('SELECT key FROM identity.rate_limit');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:[\w-]{43}$/);
  });
});

describe('signing in with an emailed code', () => {
  test('creates a volunteer account for a new address', async () => {
    const visitor = aVisitor(app);
    const email = `${randomUUID()}@example.org`;
    expect(
      (await visitor.ask<{ requestSignInCode: object }>(ask.requestCode, { email })).data.requestSignInCode,
    ).toEqual({
      ok: true,
    });
    const answer = await visitor.ask<{ signInWithCode: { account: object } }>(ask.signInWithCode, {
      email,
      code: await codeByMail(app, email),
    });
    expect(answer.data.signInWithCode).toMatchObject({
      state: 'SIGNED_IN',
      account: { email, name: email.split('@')[0], grants: [{ role: 'VOLUNTEER', chapter: null }] },
    });
  });

  test('returns and stores the same for a known and an unknown address', async () => {
    const { email } = await withPassword(app);
    const addresses = [email, `${randomUUID()}@example.org`];
    const answers = [];
    for (const address of addresses) answers.push(await aVisitor(app).ask(ask.requestCode, { email: address }));
    expect(answers[0]!.data).toEqual(answers[1]!.data);
    const cookies = answers.map(({ headers }) => headers.getSetCookie().map((set) => set.replace(/=[^;]+/, '=')));
    expect(cookies[0]).toEqual(cookies[1]);
    for (const address of addresses) {
      const rows = await app.db.query('SELECT FROM identity.sign_in_code WHERE email = $1', [address]);
      expect(rows).toHaveLength(1);
    }
  });

  test('accepts a code once', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.requestCode, { email });
    const code = await codeByMail(app, email);
    expect(refusal(await visitor.ask(ask.signInWithCode, { email, code }))).toBeNull();
    expect(refusal(await visitor.ask(ask.signInWithCode, { email, code }))).toBe('SIGN_IN_FAILED');
  });

  test('accepts a code in only one of two concurrent attempts', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.requestCode, { email });
    const code = await codeByMail(app, email);
    const answers = await raceBehindLock(
      app,
      { sql: 'SELECT FROM identity.sign_in_code WHERE email = $1 FOR UPDATE', params: [email], waiting: 2 },
      () => [1, 2].map(() => visitor.ask(ask.signInWithCode, { email, code })),
    );
    expect(answers.map(refusal).sort()).toEqual(['SIGN_IN_FAILED', null]);
  });

  test('expires a code after ten minutes', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.requestCode, { email });
    const code = await codeByMail(app, email);
    app.clock.advance(minutes(10));
    expect(refusal(await visitor.ask(ask.signInWithCode, { email, code }))).toBe('SIGN_IN_FAILED');
  });

  test('rejects a code issued for another address', async () => {
    const [ana, ben] = [await withPassword(app), await withPassword(app)];
    const visitor = aVisitor(app);
    for (const { email } of [ana, ben]) await visitor.ask(ask.requestCode, { email });
    const code = await codeByMail(app, ana.email);
    expect(refusal(await visitor.ask(ask.signInWithCode, { email: ben.email, code }))).toBe('SIGN_IN_FAILED');
  });

  test('rejects the right code after five wrong attempts', async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.requestCode, { email });
    const code = await codeByMail(app, email);
    const wrongCode = code === '00000000' ? '11111111' : '00000000';
    for (let n = 0; n < 5; n += 1) await visitor.ask(ask.signInWithCode, { email, code: wrongCode });
    expect(refusal(await visitor.ask(ask.signInWithCode, { email, code }))).toBe('SIGN_IN_FAILED');
  });

  test('limits the codes sent to one mailbox', async () => {
    const { email } = await withPassword(app);
    const codes: Array<string | null> = [];
    for (let n = 0; n < 16; n += 1) codes.push(refusal(await aVisitor(app).ask(ask.requestCode, { email })));
    expect(codes).toEqual([...Array<null>(15).fill(null), 'SOLUTION_NEEDED']);
  });

  test('counts each alias in one request as an attempt', async () => {
    const { email } = await withPassword(app);
    const fields = Array.from({ length: 7 }, (_, n) => `a${n}: requestSignInCode(email: "${email}") { ok }`);
    expect(refusal(await aVisitor(app).ask(`mutation { ${fields.join(' ')} }`))).toBe('SOLUTION_NEEDED');
    expect(await app.db.query('SELECT FROM identity.sign_in_code WHERE email = $1', [email])).toHaveLength(5);
  });
});
