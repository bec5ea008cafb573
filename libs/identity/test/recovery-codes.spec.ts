import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import { anOrganizerWithApp, ask, authenticatorCode, aVisitor, password } from '@upstander/tests/support/visitors.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

type Visitor = ReturnType<typeof aVisitor>;

async function createCodes(visitor: Visitor): Promise<string[]> {
  const { data } = await visitor.ask<{ createRecoveryCodes: string[] }>('mutation { createRecoveryCodes }');
  return data.createRecoveryCodes;
}

async function codesLeft(visitor: Visitor): Promise<number> {
  return (await visitor.ask<{ recoveryCodesLeft: number }>('{ recoveryCodesLeft }')).data.recoveryCodesLeft;
}

async function halfSignedIn(email: string): Promise<Visitor> {
  const visitor = aVisitor(app);
  await visitor.ask(ask.signIn, { email, password });
  return visitor;
}

async function mailsTo(email: string): Promise<string[]> {
  await app.runJob('make-sign-in-mails');
  const rows = await app.db.query<{ change: string }>(
    `SELECT e.kind AS change FROM notifications.mail m JOIN identity.security_event e ON m.key = 'account-changed/' || e.id
     WHERE m.recipient = $1 ORDER BY e.id`,
    [email],
  );
  return rows.map(({ change }) => change);
}

test('ten codes each sign in once without the app, in any case and without the hyphen, and the owner gets an email', async () => {
  const { visitor, email } = await anOrganizerWithApp(app);
  expect(await codesLeft(visitor)).toBe(0);
  const codes = await createCodes(visitor);
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);

  const owner = await halfSignedIn(email);
  const typed = ` ${codes[0]!.toLowerCase().replace('-', '')} `;
  expect(refusal(await owner.ask(ask.secondStep, { code: typed }))).toBeNull();
  expect(refusal(await owner.ask('{ manageEvents { totalCount } }'))).toBeNull();
  expect(await codesLeft(owner)).toBe(9);
  const thief = await halfSignedIn(email);
  expect(refusal(await thief.ask(ask.secondStep, { code: codes[0] }))).toBe('WRONG_CODE');
  expect(await mailsTo(email)).toEqual(['second-step-set-up', 'recovery-codes-created', 'recovery-code-used']);
});

test('a code works in only one of two attempts at the same time', async () => {
  const { visitor, email } = await anOrganizerWithApp(app);
  const [code] = await createCodes(visitor);
  const visitors = await Promise.all([halfSignedIn(email), halfSignedIn(email)]);
  const answers = await Promise.all(visitors.map((one) => one.ask(ask.secondStep, { code })));
  expect(answers.map(refusal).sort()).toEqual(['WRONG_CODE', null].sort());
});

test('new codes replace the old ones, and creating them takes a fresh code', async () => {
  const { visitor, email, secret } = await anOrganizerWithApp(app);
  const [old] = await createCodes(visitor);
  await createCodes(visitor);
  const owner = await halfSignedIn(email);
  expect(refusal(await owner.ask(ask.secondStep, { code: old }))).toBe('WRONG_CODE');
  app.clock.advance(minutes(60));
  expect(refusal(await visitor.ask('mutation { createRecoveryCodes }'))).toBe('SECOND_STEP_AGAIN');
  await visitor.ask(ask.proveSecondStep, { code: await authenticatorCode(app, secret) });
  expect(refusal(await visitor.ask('mutation { createRecoveryCodes }'))).toBeNull();
  expect(refusal(await owner.ask('mutation { createRecoveryCodes }'))).toBe('NOT_SIGNED_IN');
});

test('codes of another account and rows written by someone else do not work', async () => {
  const one = await anOrganizerWithApp(app);
  const other = await anOrganizerWithApp(app);
  const [code] = await createCodes(one.visitor);
  const thief = await halfSignedIn(other.email);
  await app.db.query(
    `INSERT INTO identity.recovery_code (account_id, code_hash, created_at)
     SELECT $2, code_hash, created_at FROM identity.recovery_code WHERE account_id = $1`,
    [one.id, other.id],
  );
  expect(refusal(await thief.ask(ask.secondStep, { code }))).toBe('WRONG_CODE');
});

test('after a lost phone, a recovery code lets the owner replace the app, which works until the new one is confirmed', async () => {
  const { visitor, email, secret } = await anOrganizerWithApp(app);
  const [code] = await createCodes(visitor);
  const owner = await halfSignedIn(email);
  await owner.ask(ask.secondStep, { code });
  const begun = await owner.ask<{ beginSecondStepSetup: { secret: string } }>(ask.beginSetup, { current: password });
  const next = begun.data.beginSecondStepSetup.secret;
  app.clock.advance(minutes(1));
  const before = await halfSignedIn(email);
  expect(refusal(await before.ask(ask.secondStep, { code: await authenticatorCode(app, secret) }))).toBeNull();

  expect(refusal(await owner.ask(ask.finishSetup, { code, current: password }))).toBe('WRONG_CODE');
  const finished = await owner.ask(ask.finishSetup, { code: await authenticatorCode(app, next), current: password });
  expect(refusal(finished)).toBeNull();
  expect(refusal(await before.ask('{ recoveryCodesLeft }'))).toBe('NOT_SIGNED_IN');
  app.clock.advance(minutes(1));
  const after = await halfSignedIn(email);
  expect(refusal(await after.ask(ask.secondStep, { code: await authenticatorCode(app, secret) }))).toBe('WRONG_CODE');
  expect(refusal(await after.ask(ask.secondStep, { code: await authenticatorCode(app, next) }))).toBeNull();
});

test('a reset deletes the codes', async () => {
  const { visitor, id } = await anOrganizerWithApp(app);
  await createCodes(visitor);
  const admin = await app.signedIn({ role: 'admin' });
  await app.graphql('mutation ($id: ID!) { resetSecondStep(accountId: $id) { id } }', { id }, { cookie: admin.cookie });
  app.clock.advance(minutes(60 * 24 * 30));
  await app.runJob('begin-roles');
  const rows = await app.db.query('SELECT FROM identity.recovery_code WHERE account_id = $1', [id]);
  expect(rows).toHaveLength(0);
});
