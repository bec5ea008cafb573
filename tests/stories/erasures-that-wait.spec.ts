import { aCustomRole, assignCustomRole } from '../support/custom-roles.js';
import { Role, type RoleName } from '@upstander/identity';
import { healthChecks, Metrics } from '@upstander/platform';
import { refusal, type GraphqlAnswer, type TestApp } from '../support/app.js';
import { minutes } from '../support/movable-clock.js';
import { peoplesData, startPeoplesData, type SignedIn } from '../support/peoples-data.js';
import { runAsOwner } from '../support/tampering.js';

let app: TestApp;
let la: { id: string };
let admin: SignedIn;
let other: SignedIn;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, losAngeles: la, admin, other, close } = await startPeoplesData());
});
afterAll(() => close());

const { linkOf, erase, open, place } = peoplesData(() => app);

const withdraw = (id: string, asking: { cookie: string }) =>
  app.graphql<{
    withdrawDataRequest: { status: string; withdrawalRequestedByName: string | null; canWithdraw: boolean };
  }>(
    'mutation ($id: ID!) { withdrawDataRequest(id: $id) { status withdrawalRequestedByName canWithdraw } }',
    { id },
    asking,
  );
const withdrawMine = (token: string): Promise<GraphqlAnswer<unknown>> =>
  app.graphql('mutation ($token: String!) { withdrawMyErasure(token: $token) { ok } }', { token });
const requestOf = async (email: string) => {
  const [row] = await app.db.query<{ id: string; status: string; refusedCode: string | null }>(
    `SELECT id, status, refused_code AS "refusedCode" FROM identity.data_request WHERE email = $1 AND kind = 'erasure'`,
    [email],
  );
  return row;
};
const waiting = async (reason: string) => {
  const measured = await app.nest.get(Metrics).measure();
  return measured.find(({ name, labels }) => name === 'upstander_erasures_waiting' && labels?.['reason'] === reason)
    ?.value;
};
const withdrawnMails = async () => {
  await app.runJob('make-data-mails');
  const mails = await app.db.query<{ recipient: string }>(
    `SELECT recipient FROM notifications.mail WHERE template = 'my-data-withdrawn' ORDER BY recipient`,
  );
  return mails.map(({ recipient }) => recipient);
};

describe('roles and erasure', () => {
  const outcomes: Record<RoleName, 'DONE' | 'ROLES_FIRST'> = {
    volunteer: 'DONE',
    business: 'DONE',
    admin: 'ROLES_FIRST',
    advocate: 'ROLES_FIRST',
    finance: 'ROLES_FIRST',
    moderator: 'ROLES_FIRST',
    organizer: 'ROLES_FIRST',
  };

  test.each(Object.values(Role))(
    'an erasure of a person with the role %s is carried out or waits for an admin',
    async (role) => {
      const { email, accountId } = await app.signedIn({ role, chapterId: role === 'organizer' ? la.id : null });
      const answer = await erase(await linkOf(email));
      expect(refusal(answer) ?? answer.data.eraseMyData.outcome).toBe(outcomes[role]);
      const grants = await app.db.query('SELECT role FROM identity."grant" WHERE account_id = $1', [accountId]);
      expect(grants).toHaveLength(outcomes[role] === 'DONE' ? 0 : 1);
    },
  );

  test('an erasure of a person with a custom role waits for an admin', async () => {
    const { email, accountId } = await app.signedIn({ role: 'volunteer' });
    const roleId = await aCustomRole(app.db, { baseRole: 'organizer', viewAreas: ['events'] });
    await assignCustomRole(app.db, accountId, roleId, la.id);
    expect(refusal(await erase(await linkOf(email)))).toBe('ROLES_FIRST');
  });

  test('records a refused request, reports it on the Health page and carries it out when the role is gone', async () => {
    const { email, accountId } = await app.signedIn({ role: 'organizer', chapterId: la.id });
    const before = (await waiting('refused')) ?? 0;
    expect(refusal(await erase(await linkOf(email)))).toBe('ROLES_FIRST');
    expect(await requestOf(email)).toMatchObject({ status: 'open', refusedCode: 'ROLES_FIRST' });
    app.nest.get(Metrics).invalidate();
    expect(await waiting('refused')).toBe(before + 1);
    expect(healthChecks.get('erasures-finish')).toMatchObject({ of: 'upstander_erasures_waiting', warnFrom: 1 });

    await app.runJob('carry-out-erasures');
    expect(await requestOf(email)).toMatchObject({ status: 'open' });
    await runAsOwner(app, `DELETE FROM identity."grant" WHERE account_id = '${accountId}'`);
    await app.runJob('carry-out-erasures');
    const [account] = await app.db.query('SELECT name FROM identity.account WHERE id = $1', [accountId]);
    expect(account).toEqual({ name: '—' });
    app.nest.get(Metrics).invalidate();
    expect(await waiting('refused')).toBe(before);
  });

  test('reports an approved erasure that has not finished within an hour', async () => {
    await app.db.query(
      `INSERT INTO identity.data_request (kind, status, email, locale, requested_at, due_on, approved_at)
       VALUES ('erasure', 'approved', 'stuck@example.org', 'en', $1::timestamptz - interval '2 hours', current_date, $1::timestamptz - interval '2 hours')`,
      [app.clock.now()],
    );
    app.nest.get(Metrics).invalidate();
    expect(await waiting('stuck')).toBe(1);
    await app.runJob('carry-out-erasures');
    app.nest.get(Metrics).invalidate();
    expect(await waiting('stuck')).toBe(0);
  });
});

describe('withdrawing an erasure request', () => {
  test('can be done only by the person who made it, and they are notified', async () => {
    const email = 'own-wish@example.org';
    await place({ email, reason: 'A case before a court', endsOn: '2099-01-01' }, admin);
    const token = await linkOf(email);
    expect((await erase(token)).data.eraseMyData).toEqual({ outcome: 'HELD' });
    const { id } = (await requestOf(email))!;
    expect(refusal(await withdraw(id, other))).toBe('ONLY_THE_PERSON');
    expect(await requestOf(email)).toMatchObject({ status: 'open' });
    expect(refusal(await withdrawMine(token))).toBeNull();
    expect(await withdrawnMails()).toEqual([email]);
    expect(await app.db.query('SELECT status, email FROM identity.data_request WHERE id = $1', [id])).toEqual([
      { status: 'withdrawn', email: null },
    ]);
    expect(refusal(await withdrawMine(token))).toBe('ERASURE_UNDER_WAY');
  });

  test('takes two staff members if staff opened it, and the person is notified', async () => {
    const email = 'by-staff@example.org';
    await app.db.query(
      `INSERT INTO identity.data_request (kind, status, email, locale, two_people, asked_by, requested_at, due_on)
       VALUES ('erasure', 'open', $1, 'en', true, $2, now(), current_date + 30)`,
      [email, admin.accountId],
    );
    const { id } = (await requestOf(email))!;
    expect((await withdraw(id, admin)).data.withdrawDataRequest).toMatchObject({
      status: 'OPEN',
      withdrawalRequestedByName: expect.any(String),
      canWithdraw: false,
    });
    expect(refusal(await withdraw(id, admin))).toBe('SECOND_PERSON_NEEDED');
    expect(await withdrawnMails()).not.toContain(email);
    expect((await withdraw(id, other)).data.withdrawDataRequest).toMatchObject({ status: 'WITHDRAWN' });
    expect(await withdrawnMails()).toContain(email);
  });

  test('requires a recent app code from staff', async () => {
    const { data } = await open({ kind: 'EXPORT', email: 'takes-copy@example.org' }, admin);
    const now = app.clock.now();
    app.clock.advance(minutes(20));
    expect(refusal(await withdraw(data.openDataRequest.id, admin))).toBe('SECOND_STEP_AGAIN');
    app.clock.set(now);
  });

  test('a request opened by staff becomes the person’s own if they ask too', async () => {
    const email = 'both@example.org';
    await app.db.query(
      `INSERT INTO identity.data_request (kind, status, email, locale, two_people, asked_by, requested_at, due_on)
       VALUES ('erasure', 'open', $1, 'en', true, $2, now(), current_date + 30)`,
      [email, admin.accountId],
    );
    await place({ email, reason: 'A case before a court', endsOn: '2099-01-01' }, admin);
    expect((await erase(await linkOf(email))).data.eraseMyData).toEqual({ outcome: 'HELD' });
    expect(refusal(await withdraw((await requestOf(email))!.id, other))).toBe('ONLY_THE_PERSON');
  });
});
