import { refusal, startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { raceBehindLock } from '../support/locks.js';
import { days, hours, minutes } from '../support/movable-clock.js';
import { anAccount } from '../support/people.js';
import { runAsOwner } from '../support/tampering.js';
import { assignRole, sealAccounts } from '../support/seals.js';

/**
 * An administrator tries to read sealed data or move money alone: by granting themselves the role, through a second
 * account, through an unattended session, or by timing.
 */
const grantRole = 'mutation ($input: GrantInput!) { grantRole(input: $input) { grants { role } } }';
const approveRole = 'mutation ($id: ID!) { approveRole(requestId: $id) { status beginsAt } }';
const rejectRole = 'mutation ($id: ID!) { rejectRole(requestId: $id) { status } }';
const createAccount = 'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }';
const sealed = '{ sealedApplications { totalCount } }';

type Someone = Awaited<ReturnType<TestApp['signedIn']>>;
let app: TestApp;
let admin: Someone;
let advocate: Someone;

beforeAll(async () => {
  app = await startApp({ config: { ROLE_WAIT_HOURS: '24' } });
});
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set(new Date());
  await runAsOwner(app, 'DELETE FROM identity.account');
  await app.db.query('DELETE FROM notifications.mail');
  admin = await app.signedIn({ role: 'admin', name: 'Alex Admin' });
  advocate = await app.signedIn({ role: 'advocate', name: 'Inés Advocate', locale: 'es' });
});

const ask = (who: Someone, accountId: string, role: string, chapterId?: string) =>
  app.graphql(grantRole, { input: { accountId, role, chapterId } }, who);
const openRequest = async (): Promise<string> => {
  const [row] = await app.db.query<{ id: string }>(
    `SELECT id FROM identity.role_request WHERE status IN ('requested', 'approved')`,
  );
  return row?.id ?? '';
};
const statuses = async () => {
  const rows = await app.db.query<{ status: string }>('SELECT status FROM identity.role_request ORDER BY requested_at');
  return rows.map(({ status }) => status);
};
const holdsRole = async (accountId: string, role: string): Promise<boolean> =>
  (await app.db.query('SELECT FROM identity."grant" WHERE account_id = $1 AND role = $2', [accountId, role])).length >
  0;
const reads = async (who: Someone) => refusal(await app.graphql(sealed, {}, who));
const recipientsOf = (kind: string) =>
  app.db.query<{ name: string }>(
    `SELECT a.name FROM identity.notice n JOIN identity.account a ON a.id = n.recipient_id WHERE n.kind = $1 ORDER BY name`,
    [kind],
  );

test('an admin who requests the advocate role for themselves gets nothing yet, and all advocates are notified', async () => {
  expect(refusal(await ask(admin, admin.accountId, 'ADVOCATE'))).toBeNull();
  expect(await reads(admin)).toBe('NOT_ALLOWED');
  expect(refusal(await app.graphql(approveRole, { id: await openRequest() }, admin))).toBe('SECOND_PERSON_NEEDED');
  expect(await holdsRole(admin.accountId, 'advocate')).toBe(false);
  expect(await recipientsOf('role-requested')).toEqual([{ name: 'Alex Admin' }, { name: 'Inés Advocate' }]);
});

test("takes effect after an advocate's approval and the waiting period, with a second notice", async () => {
  await ask(admin, admin.accountId, 'ADVOCATE');
  const answer = await app.graphql(approveRole, { id: await openRequest() }, advocate);
  expect(answer.data).toMatchObject({ approveRole: { status: 'APPROVED' } });
  expect(await recipientsOf('role-approved')).toHaveLength(2);
  app.clock.advance(hours(23));
  await app.runJob('begin-roles');
  expect(await holdsRole(admin.accountId, 'advocate')).toBe(false);
  app.clock.advance(hours(1));
  await app.runJob('begin-roles');
  await app.runJob('begin-roles');
  expect(await holdsRole(admin.accountId, 'advocate')).toBe(true);
  expect(await statuses()).toEqual(['active']);
  expect(await recipientsOf('role-begun')).toHaveLength(2);
});

test('shows who requested and who approved a role, and lets the requester withdraw', async () => {
  type Listed = { roleRequests: Array<{ requestedBy: unknown; approvedBy: unknown; canReject: boolean }> };
  const requestsQuery = `query ($open: Boolean!) { roleRequests(open: $open) { requestedBy { id name } approvedBy { id name } canReject } }`;
  const list = async (who: Someone, open = true) =>
    (await app.graphql<Listed>(requestsQuery, { open }, who)).data.roleRequests;
  const requester = { id: admin.accountId, name: 'Alex Admin' };
  await ask(admin, admin.accountId, 'ADVOCATE');
  const open = [{ requestedBy: requester, approvedBy: null, canReject: true }];
  expect(await list(advocate)).toEqual(open);
  expect(await list(admin)).toEqual(open);
  const id = await openRequest();
  await app.graphql(approveRole, { id }, advocate);
  const approver = { id: advocate.accountId, name: 'Inés Advocate' };
  expect(await list(admin)).toEqual([{ requestedBy: requester, approvedBy: approver, canReject: true }]);
  expect((await app.graphql(rejectRole, { id }, admin)).data).toEqual({ rejectRole: { status: 'REJECTED' } });
  expect(await list(advocate)).toEqual([]);
  expect(await list(advocate, false)).toMatchObject([{ requestedBy: requester, approvedBy: approver }]);
});

test('any holder of the role can stop it with an objection during the waiting period', async () => {
  const other = await app.signedIn({ role: 'advocate' });
  await ask(admin, admin.accountId, 'ADVOCATE');
  await app.graphql(approveRole, { id: await openRequest() }, advocate);
  expect((await app.graphql(rejectRole, { id: await openRequest() }, other)).data).toEqual({
    rejectRole: { status: 'REJECTED' },
  });
  app.clock.advance(days(2));
  await app.runJob('begin-roles');
  expect(await holdsRole(admin.accountId, 'advocate')).toBe(false);
  expect(await recipientsOf('role-rejected')).toHaveLength(3);
});

test('finance staff neither see nor decide requests for another role', async () => {
  const finance = await app.signedIn({ role: 'finance' });
  await ask(admin, admin.accountId, 'ADVOCATE');
  const id = await openRequest();
  for (const decide of [approveRole, rejectRole]) {
    expect(refusal(await app.graphql(decide, { id }, finance))).toBe('NOT_FOUND');
  }
  expect((await app.graphql('{ roleRequests { id } }', {}, finance)).data).toEqual({ roleRequests: [] });
});

test('an account the admin created does not count as the second person', async () => {
  const input = { email: 'puppet@example.org', name: 'Puppet', role: 'VOLUNTEER' };
  const made = await app.graphql<{ createAccount: { id: string } }>(createAccount, { input }, admin);
  const puppet = await app.signedIn({ email: 'puppet@example.org' });
  await assignRole(app.db, made.data.createAccount.id, 'advocate');
  // Old enough by now, but still created by the requester.
  app.clock.advance(days(8));
  const later = await app.signedIn({ email: admin.email });
  const its = await app.signedIn({ email: 'puppet@example.org' });
  expect(puppet.accountId).toBe(its.accountId);
  expect(refusal(await ask(later, admin.accountId, 'ADVOCATE'))).toBeNull();
  expect(refusal(await app.graphql(approveRole, { id: await openRequest() }, its))).toBe('NOT_TWO_PEOPLE');
});

test('requesters cannot approve their own request, and only holders of the role can approve', async () => {
  await assignRole(app.db, admin.accountId, 'advocate');
  const { id: accountId } = await anAccount(app.db);
  await ask(admin, accountId, 'ADVOCATE');
  const id = await openRequest();
  expect(refusal(await app.graphql(approveRole, { id }, admin))).toBe('SECOND_PERSON_NEEDED');
  const otherAdmin = await app.signedIn({ role: 'admin' });
  expect(refusal(await app.graphql(approveRole, { id }, otherAdmin))).toBe('SECOND_PERSON_NEEDED');
  expect(await statuses()).toEqual(['requested']);
});

test('an account created yesterday does not count, but one vouched for at the command line does', async () => {
  await app.db.query(`UPDATE identity.account SET created_at = $2 WHERE id = $1`, [
    advocate.accountId,
    app.clock.now(),
  ]);
  await ask(admin, admin.accountId, 'ADVOCATE');
  const id = await openRequest();
  expect(refusal(await app.graphql(approveRole, { id }, advocate))).toBe('NOT_TWO_PEOPLE');
  await app.db.query('UPDATE identity.account SET vouched_at = now() WHERE id = $1', [advocate.accountId]);
  expect(refusal(await app.graphql(approveRole, { id }, advocate))).toBeNull();
});

test('a session from this morning needs a new code to request or approve', async () => {
  app.clock.advance(minutes(16));
  expect(refusal(await ask(admin, admin.accountId, 'ADVOCATE'))).toBe('SECOND_STEP_AGAIN');
  const fresh = await app.signedIn({ email: admin.email });
  expect(refusal(await ask(fresh, admin.accountId, 'ADVOCATE'))).toBeNull();
  expect(refusal(await app.graphql(approveRole, { id: await openRequest() }, advocate))).toBe('SECOND_STEP_AGAIN');
});

test('two simultaneous approvals count as one', async () => {
  const other = await app.signedIn({ role: 'advocate' });
  await ask(admin, admin.accountId, 'ADVOCATE');
  const id = await openRequest();
  const answers = await raceBehindLock(
    app,
    { sql: 'SELECT FROM identity.role_request WHERE id = $1 FOR UPDATE', params: [id], waiting: 2 },
    () => [advocate, other].map((who) => app.graphql(approveRole, { id }, who)),
  );
  expect(answers.map(refusal).sort()).toEqual([null, 'ROLE_REQUEST_DECIDED'].sort());
  expect(await app.db.query(`SELECT FROM identity.role_request_change WHERE status = 'approved'`)).toHaveLength(1);
});

test('a request expires after a week without an answer', async () => {
  await ask(admin, admin.accountId, 'ADVOCATE');
  const id = await openRequest();
  app.clock.advance(days(7));
  const later = await app.signedIn({ email: advocate.email });
  expect(refusal(await app.graphql(approveRole, { id }, later))).toBe('ROLE_REQUEST_DECIDED');
  await app.runJob('begin-roles');
  expect(await statuses()).toEqual(['expired']);
});

test('nothing takes effect if the requester was disabled meanwhile', async () => {
  await app.signedIn({ role: 'admin' });
  await ask(admin, admin.accountId, 'ADVOCATE');
  await app.graphql(approveRole, { id: await openRequest() }, advocate);
  await app.db.query('UPDATE identity.account SET disabled_at = $2 WHERE id = $1', [admin.accountId, app.clock.now()]);
  await sealAccounts(app.db);
  app.clock.advance(days(2));
  await app.runJob('begin-roles');
  expect(await statuses()).toEqual(['rejected']);
  expect(await holdsRole(admin.accountId, 'advocate')).toBe(false);
});

test('a role in a chapter closed meanwhile cannot be approved and does not take effect', async () => {
  const close = (id: string) =>
    app.graphql('mutation ($id: ID!) { closeChapter(id: $id) { closedAt } }', { id }, admin);
  const [asked, agreed] = [await aChapter(app.db), await aChapter(app.db)];
  await ask(admin, admin.accountId, 'ADVOCATE', agreed.id);
  await app.graphql(approveRole, { id: await openRequest() }, advocate);
  expect(refusal(await close(agreed.id))).toBeNull();
  app.clock.advance(days(2));
  await app.runJob('begin-roles');
  expect(await statuses()).toEqual(['rejected']);
  expect(await holdsRole(admin.accountId, 'advocate')).toBe(false);
  [admin, advocate] = [await app.signedIn({ email: admin.email }), await app.signedIn({ email: advocate.email })];
  await ask(admin, admin.accountId, 'ADVOCATE', asked.id);
  expect(refusal(await close(asked.id))).toBeNull();
  expect(refusal(await app.graphql(approveRole, { id: await openRequest() }, advocate))).toBe('CHAPTER_CLOSED');
});

test('only the command line can grant a role no one holds', async () => {
  const { id } = await anAccount(app.db);
  expect(refusal(await ask(admin, id, 'FINANCE'))).toBe('NO_SECOND_PERSON');
  expect(refusal(await ask(admin, id, 'ADMIN'))).toBe('NO_SECOND_PERSON');
});

test('the database rejects a powerful role decided by one person, even if the program tries', async () => {
  const { id } = await anAccount(app.db);
  const give = (sql: string, params: unknown[]) => app.db.query(sql, params).then(() => null, constraintOf);
  const insert = `INSERT INTO identity."grant" (account_id, role, granted_by, request_id) VALUES ($1, $2, $3, $4)`;
  expect(await give(insert, [id, 'advocate', admin.accountId, null])).toBe('grant_two_people');
  await ask(admin, id, 'ADVOCATE');
  const request = await openRequest();
  expect(await give(insert, [id, 'advocate', admin.accountId, request])).toBe('grant_two_people');
  const approve = `UPDATE identity.role_request SET status = 'approved', approved_by = $2, approved_at = $3, begins_at = $3
    WHERE id = $1`;
  const now = app.clock.now();
  expect(await give(approve, [request, admin.accountId, now])).toBe('role_request_two_people');
  const moderator = await app.signedIn({ role: 'moderator' });
  expect(await give(approve, [request, moderator.accountId, now])).toBe('role_request_two_people');
  const straight = `UPDATE identity.role_request SET status = 'active', begun_at = $2 WHERE id = $1`;
  expect(await give(straight, [request, now])).toBe('role_request_step');
  expect(await give(approve, [request, advocate.accountId, new Date(now.valueOf() + 60_000)])).toBeNull();
  expect(await give(straight, [request, now])).toBe('role_request_waits');
});

test('removing the last holder of a role needs confirmation', async () => {
  const revoke = (confirmLastHolder: boolean) =>
    app.graphql(
      'mutation ($input: GrantInput!, $confirmLastHolder: Boolean!) { revokeRole(input: $input, confirmLastHolder: $confirmLastHolder) { id } }',
      { input: { accountId: advocate.accountId, role: 'ADVOCATE' }, confirmLastHolder },
      admin,
    );
  expect(refusal(await revoke(false))).toBe('LAST_HOLDER');
  expect(await holdsRole(advocate.accountId, 'advocate')).toBe(true);
  expect(refusal(await revoke(true))).toBeNull();
  expect(await recipientsOf('role-revoked')).toEqual([{ name: 'Inés Advocate' }]);
});

describe('two-step sign-in reset by one admin', () => {
  const reset = (who: Someone, id: string) =>
    app.graphql('mutation ($id: ID!) { resetSecondStep(accountId: $id) { secondStepResetAt } }', { id }, who);
  const hasApp = async (id: string) =>
    (await app.db.query('SELECT FROM identity.account WHERE id = $1 AND totp_confirmed_at IS NOT NULL', [id])).length >
    0;
  beforeEach(async () => {
    await app.db.query('UPDATE identity.account SET totp_confirmed_at = now()');
    await sealAccounts(app.db);
  });

  test('is removed after the waiting period, with notice to the owner and all admins', async () => {
    expect(refusal(await reset(admin, advocate.accountId))).toBeNull();
    expect(await recipientsOf('second-step-reset-requested')).toHaveLength(2);
    expect(await hasApp(advocate.accountId)).toBe(true);
    expect((await app.graphql('{ me { id } }', {}, advocate)).data).toEqual({ me: null });
    app.clock.advance(hours(24));
    await app.runJob('begin-roles');
    expect(await hasApp(advocate.accountId)).toBe(false);
  });

  test('stays if the owner signs in with the phone reported lost', async () => {
    await reset(admin, advocate.accountId);
    app.clock.advance(hours(1));
    await app.signedIn({ email: advocate.email });
    app.clock.advance(hours(23));
    await app.runJob('begin-roles');
    expect(await hasApp(advocate.accountId)).toBe(true);
    expect(await recipientsOf('second-step-reset-stopped')).toHaveLength(2);
  });

  test('is removed immediately if a second admin asks for it, unless the first admin created that account', async () => {
    const [puppet, other] = [await app.signedIn({ role: 'admin' }), await app.signedIn({ role: 'admin' })];
    await app.db.query('UPDATE identity.account SET created_at = $2 WHERE id = $1', [
      puppet.accountId,
      app.clock.now(),
    ]);
    for (const [who, has] of [
      [admin, true],
      [admin, true],
      [puppet, true],
      [other, false],
    ] as const) {
      await reset(who, advocate.accountId);
      expect(await hasApp(advocate.accountId)).toBe(has);
    }
  });

  test("cannot be the admin's own", async () => {
    expect(refusal(await reset(admin, admin.accountId))).toBe('NOT_YOURSELF');
  });
});

test("notices arrive as emails in each recipient's language, and a name cannot break the subject", async () => {
  await app.db.query(`UPDATE identity.account SET name = E'Alex\\r\\nBcc: x' WHERE id = $1`, [admin.accountId]);
  await ask(admin, admin.accountId, 'ADVOCATE');
  await app.runJob('make-account-notices');
  const mails = await app.db.query<{ locale: string; template: string }>(
    'SELECT template, locale FROM notifications.mail ORDER BY locale',
  );
  expect(mails).toEqual([
    { template: 'account-notice', locale: 'en' },
    { template: 'account-notice', locale: 'es' },
  ]);
});

function constraintOf(error: unknown): string {
  return String((error as { constraint?: string }).constraint);
}
