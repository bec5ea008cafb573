import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { ask, aVisitor, codeByMail, password, solvePuzzle, withPassword, type Visitor } from '../support/visitors.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

const seconds = (n: number) => n * 1000;
const wrongCodeFor = (code: string) => (code === '00000000' ? '11111111' : '00000000');

async function signInByCode(visitor: Visitor, email: string): Promise<string | null> {
  app.clock.advance(seconds(1));
  await visitor.ask(ask.requestCode, { email });
  return refusal(await visitor.ask(ask.signInWithCode, { email, code: await codeByMail(app, email) }));
}

describe('an emailed code', () => {
  test('is not invalidated by any number of wrong tries from strangers', async () => {
    const owner = aVisitor(app);
    const { email } = await withPassword(app);
    await owner.ask(ask.requestCode, { email });
    const code = await codeByMail(app, email);
    for (let n = 0; n < 12; n += 1) {
      expect(refusal(await aVisitor(app).ask(ask.signInWithCode, { email, code: wrongCodeFor(code) }))).toBe(
        'CODE_ASKED_ELSEWHERE',
      );
    }
    expect(refusal(await owner.ask(ask.signInWithCode, { email, code }))).toBeNull();
  });

  test('is not invalidated by a stranger who requests another code', async () => {
    const [owner, stranger] = [aVisitor(app), aVisitor(app)];
    const { email } = await withPassword(app);
    await owner.ask(ask.requestCode, { email });
    const code = await codeByMail(app, email);
    app.clock.advance(seconds(1));
    await stranger.ask(ask.requestCode, { email });
    for (let n = 0; n < 6; n += 1) await stranger.ask(ask.signInWithCode, { email, code: wrongCodeFor(code) });
    expect(refusal(await owner.ask(ask.signInWithCode, { email, code }))).toBeNull();
  });

  test('does not work in another browser, which gets the answer for a wrong code', async () => {
    const [owner, thief, other] = [aVisitor(app), aVisitor(app), aVisitor(app)];
    const { email } = await withPassword(app);
    await owner.ask(ask.requestCode, { email });
    const code = await codeByMail(app, email);
    const right = await thief.ask(ask.signInWithCode, { email, code });
    const wrong = await thief.ask(ask.signInWithCode, { email, code: wrongCodeFor(code) });
    expect(refusal(right)).toBe('CODE_ASKED_ELSEWHERE');
    expect(right.errors).toEqual(wrong.errors);
    expect((await thief.ask<{ me: null }>(ask.me)).data.me).toBeNull();
    await other.ask(ask.requestCode, { email });
    expect(refusal(await other.ask(ask.signInWithCode, { email, code }))).toBe('SIGN_IN_FAILED');
    expect(refusal(await owner.ask(ask.signInWithCode, { email, code }))).toBeNull();
  });

  test('is answered the same for unknown and known addresses', async () => {
    const { email } = await withPassword(app);
    const answers = [];
    for (const address of [email, `${randomUUID()}@example.org`]) {
      answers.push(await aVisitor(app).ask(ask.signInWithCode, { email: address, code: '12345678' }));
    }
    expect(answers[0]!.errors).toEqual(answers[1]!.errors);
  });

  test('works on a laptop and a phone at the same time', async () => {
    const [laptop, phone] = [aVisitor(app), aVisitor(app)];
    const { email } = await withPassword(app);
    await laptop.ask(ask.requestCode, { email });
    const first = await codeByMail(app, email);
    app.clock.advance(seconds(1));
    await phone.ask(ask.requestCode, { email });
    const second = await codeByMail(app, email);
    expect(refusal(await phone.ask(ask.signInWithCode, { email, code: second }))).toBeNull();
    expect(refusal(await laptop.ask(ask.signInWithCode, { email, code: first }))).toBeNull();
  });

  test('works for a program without cookies that returns the challenge', async () => {
    const { email } = await withPassword(app);
    const requested = await app.graphql<{ requestSignInCode: { challenge: string } }>(
      'mutation ($email: EmailAddress!) { requestSignInCode(email: $email) { ok challenge } }',
      { email },
    );
    const variables = { email, code: await codeByMail(app, email) };
    const signIn = `mutation ($email: EmailAddress!, $code: String!, $challenge: String) {
      signInWithCode(email: $email, code: $code, challenge: $challenge) { state }
    }`;
    expect(refusal(await app.graphql(signIn, variables))).toBe('CODE_ASKED_ELSEWHERE');
    expect(refusal(await app.graphql(signIn, { ...variables, challenge: 'something of their own' }))).toBe(
      'CODE_ASKED_ELSEWHERE',
    );
    const { challenge } = requested.data.requestSignInCode;
    expect(refusal(await app.graphql(signIn, { ...variables, challenge }))).toBeNull();
  });

  test("is bound by a hash: the browser's value is not stored in the table", async () => {
    const visitor = aVisitor(app);
    const { email } = await withPassword(app);
    await visitor.ask(ask.requestCode, { email });
    const browserValue = /code-asked=([\w-]{43})/.exec(visitor.cookie ?? '')![1]!;
    const [row] = await app.db.query<{ row: string }>(
      'SELECT c::text AS row FROM identity.sign_in_code c WHERE email = $1',
      [email],
    );
    expect(row!.row).not.toContain(browserValue);
  });
});

describe('the hourly limit of emails', () => {
  test("is not used up by strangers, whose network has to solve a puzzle while the owner doesn't", async () => {
    const { email } = await withPassword(app);
    const stranger = aVisitor(app, '203.0.113.9');
    for (let n = 0; n < 5; n += 1) expect(refusal(await stranger.ask(ask.requestCode, { email }))).toBeNull();
    expect(refusal(await stranger.ask(ask.requestCode, { email }))).toBe('SOLUTION_NEEDED');
    expect(refusal(await aVisitor(app, '203.0.113.9').ask(ask.requestCode, { email }))).toBe('SOLUTION_NEEDED');
    expect(await signInByCode(aVisitor(app), email)).toBeNull();
  });

  test('when used up from many networks, asks the owner for a puzzle on a new device only', async () => {
    const known = aVisitor(app);
    const { email } = await withPassword(app);
    expect(await signInByCode(known, email)).toBeNull();
    for (let n = 0; n < 15; n += 1) await aVisitor(app).ask(ask.requestCode, { email });
    expect(await signInByCode(known, email)).toBeNull();
    const fresh = aVisitor(app);
    const refused = await fresh.ask(ask.requestCode, { email });
    expect(refusal(refused)).toBe('SOLUTION_NEEDED');
    const solution = solvePuzzle(refused.errors![0]!.extensions.details!['puzzle'] as never);
    app.clock.advance(seconds(1));
    expect(refusal(await fresh.ask(ask.solvedCode, { email, solution }))).toBeNull();
    const code = await codeByMail(app, email);
    expect(refusal(await fresh.ask(ask.signInWithCode, { email, code }))).toBeNull();
    // A solution counts once, and a wrong solution doesn't count.
    const other = aVisitor(app);
    expect(refusal(await other.ask(ask.solvedCode, { email, solution }))).toBe('SOLUTION_NEEDED');
    expect(refusal(await other.ask(ask.solvedCode, { email, solution: 'bm90aGluZw==' }))).toBe('SOLUTION_NEEDED');
  });
});

describe('a password', () => {
  test("still works on a known device after strangers' failed tries", async () => {
    const known = aVisitor(app);
    const { email } = await withPassword(app);
    expect(refusal(await known.ask(ask.signIn, { email, password }))).toBeNull();
    for (let n = 0; n < 11; n += 1)
      await aVisitor(app).ask(ask.signIn, { email, password: `guess number ${n} of many` });
    expect(refusal(await aVisitor(app).ask(ask.signIn, { email, password }))).toBe('TOO_MANY_TRIES');
    expect(refusal(await known.ask(ask.signIn, { email, password }))).toBeNull();
  });

  test('cannot be guessed endlessly on a known device, nor with the device of another account', async () => {
    const [known, thief] = [aVisitor(app), aVisitor(app)];
    const [ana, eve] = [await withPassword(app), await withPassword(app)];
    await known.ask(ask.signIn, { email: ana.email, password });
    const codes: Array<string | null> = [];
    for (let n = 0; n < 11; n += 1) {
      codes.push(refusal(await known.ask(ask.signIn, { email: ana.email, password: `guess number ${n} of many` })));
    }
    expect(codes.at(-1)).toBe('TOO_MANY_TRIES');
    await thief.ask(ask.signIn, { email: eve.email, password });
    for (let n = 0; n < 11; n += 1)
      await aVisitor(app).ask(ask.signIn, { email: ana.email, password: `guess ${n} of many` });
    expect(refusal(await thief.ask(ask.signIn, { email: ana.email, password }))).toBe('TOO_MANY_TRIES');
  });
});

test('an IPv6 /48 gets no more requests without a puzzle than ten households', async () => {
  const codes: Array<string | null> = [];
  for (let n = 0; n < 602; n += 1) {
    const visitor = aVisitor(app, `2001:db8:77:${n.toString(16)}::1`);
    codes.push(refusal(await visitor.ask(ask.requestCode, { email: `${randomUUID()}@example.org` })));
  }
  expect(codes.slice(0, 600).filter(Boolean)).toEqual([]);
  expect(codes.slice(600)).toEqual(['SOLUTION_NEEDED', 'SOLUTION_NEEDED']);
});
