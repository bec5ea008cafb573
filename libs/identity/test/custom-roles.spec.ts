import type { RoleName } from '@upstander/identity';
import { violatedConstraint } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCustomRole, assignCustomRole } from '@upstander/tests/support/custom-roles.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { aCookie, anAccount } from '@upstander/tests/support/people.js';
import { ask, aVisitor, password, withPassword } from '@upstander/tests/support/visitors.js';
import { runAsOwner, runBypassingTriggers } from '@upstander/tests/support/tampering.js';

type Someone = Awaited<ReturnType<TestApp['signedIn']>>;

let app: TestApp;
let admin: Someone;
let treasurer: Someone;
let chapter: { id: string };

beforeAll(async () => {
  app = await startApp({ config: { ROLE_WAIT_HOURS: '24' } });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(new Date());
  await runAsOwner(app, 'DELETE FROM identity.account');
  await runAsOwner(app, 'DELETE FROM identity.custom_role');
  chapter = await aChapter(app.db);
  admin = await app.signedIn({ role: 'admin', name: 'Alex Admin' });
  treasurer = await app.signedIn({ role: 'finance', name: 'Tina Treasurer' });
});

const roleFields = 'id name nameEs baseRole viewAreas manageAreas holderCount';
const create = (input: object) =>
  app.graphql<{ createCustomRole: { id: string } }>(
    `mutation ($input: CreateCustomRoleInput!) { createCustomRole(input: $input) { ${roleFields} } }`,
    { input },
    admin,
  );
const update = (id: string, input: object) =>
  app.graphql<{ updateCustomRole: object }>(
    `mutation ($id: ID!, $input: UpdateCustomRoleInput!) { updateCustomRole(id: $id, input: $input) { ${roleFields} } }`,
    { id, input },
    admin,
  );
const remove = (id: string) => app.graphql('mutation ($id: ID!) { deleteCustomRole(id: $id) { ok } }', { id }, admin);
const grant = (accountId: string, customRoleId: string, role = 'ORGANIZER', chapterId?: string) =>
  app.graphql(
    'mutation ($input: GrantInput!) { grantRole(input: $input) { id } }',
    { input: { accountId, role, customRoleId, chapterId } },
    admin,
  );
const revoke = (accountId: string, customRoleId: string, role = 'ORGANIZER') =>
  app.graphql(
    'mutation ($input: GrantInput!) { revokeRole(input: $input) { id } }',
    { input: { accountId, role, customRoleId } },
    admin,
  );
const approve = async (by: Someone) => {
  const [request] = await app.db.query<{ id: string }>(
    `SELECT id FROM identity.role_request WHERE status IN ('requested', 'approved')`,
  );
  return app.graphql('mutation ($id: ID!) { approveRole(requestId: $id) { status } }', { id: request!.id }, by);
};
const noticesOf = (kind: string) =>
  app.db.query<{ name: string; role: string }>(
    `SELECT a.name, r.name AS role FROM identity.notice n JOIN identity.account a ON a.id = n.recipient_id
       JOIN identity.custom_role r ON r.id = n.custom_role_id WHERE n.kind = $1 ORDER BY 1`,
    [kind],
  );
const may = async (who: { cookie: string }, query: string) => refusal(await app.graphql(query, {}, who)) === null;
const events = '{ manageEvents { totalCount } }';
const gifts = '{ gifts { totalCount } }';

async function holderOf(baseRole: RoleName, viewAreas: Parameters<typeof aCustomRole>[1] = {}) {
  const person = await app.signedIn({ name: 'Sam Staff' });
  const roleId = await aCustomRole(app.db, { baseRole, ...viewAreas });
  await assignCustomRole(app.db, person.accountId, roleId);
  return { ...person, roleId };
}

describe('the list of custom roles', () => {
  test('creates, changes and deletes a role; what it can change it can also view', async () => {
    const { data } = await create({
      name: 'Shift lead',
      nameEs: 'Responsable de turno',
      baseRole: 'ORGANIZER',
      viewAreas: ['EVENTS', 'ROSTER'],
      manageAreas: ['ROSTER'],
    });
    expect(data.createCustomRole).toMatchObject({ viewAreas: ['EVENTS'], manageAreas: ['ROSTER'], holderCount: 0 });
    const { id } = data.createCustomRole;
    const changed = await update(id, { name: 'Door team', manageAreas: ['ROSTER'] });
    expect(changed.data.updateCustomRole).toMatchObject({ name: 'Door team', nameEs: null, viewAreas: [] });
    expect(refusal(await remove(id))).toBeNull();
    const list = await app.graphql<{ customRoles: object[] }>('{ customRoles { id } }', {}, admin);
    expect(list.data.customRoles).toEqual([]);
  });

  test.each([
    ['an admin as its base', { baseRole: 'ADMIN', viewAreas: ['EVENTS'] }],
    ['an advocate as its base', { baseRole: 'ADVOCATE', viewAreas: ['EVENTS'] }],
    ['an area that its base lacks', { baseRole: 'FINANCE', viewAreas: ['VOLUNTEERS'] }],
    ['the right to change an area that its base only views', { baseRole: 'ORGANIZER', manageAreas: ['GIFTS'] }],
    ['no areas', { baseRole: 'ORGANIZER' }],
  ])('rejects a role with %s', async (_, input) => {
    expect(refusal(await create({ name: 'Role', ...input }))).toBe('BAD_INPUT');
  });

  test('rejects a second role with the same name, until the first is deleted', async () => {
    const input = { name: 'Bookkeeper', baseRole: 'FINANCE', viewAreas: ['GIFTS'] };
    const { data } = await create(input);
    expect(refusal(await create({ ...input, name: 'bookkeeper' }))).toBe('CUSTOM_ROLE_EXISTS');
    await remove(data.createCustomRole.id);
    expect(refusal(await create(input))).toBeNull();
  });

  test('refuses to delete a role that someone has or that is requested', async () => {
    const holder = await holderOf('organizer', { viewAreas: ['events'] });
    expect(refusal(await remove(holder.roleId))).toBe('CUSTOM_ROLE_IN_USE');
    await revoke(holder.accountId, holder.roleId);
    expect(refusal(await remove(holder.roleId))).toBeNull();

    const requested = await aCustomRole(app.db, { baseRole: 'finance', viewAreas: ['gifts'] });
    await grant((await anAccount(app.db)).id, requested, 'FINANCE');
    expect(refusal(await remove(requested))).toBe('CUSTOM_ROLE_IN_USE');
  });
});

describe('a custom role with the base role organizer', () => {
  test('works from the next request, and stops with its removal; the owner is notified of both', async () => {
    const person = await app.signedIn({ name: 'Sam Staff' });
    const roleId = await aCustomRole(app.db, { name: 'Event viewer', baseRole: 'organizer', viewAreas: ['events'] });
    expect(await may(person, events)).toBe(false);
    expect(refusal(await grant(person.accountId, roleId, 'ORGANIZER', chapter.id))).toBeNull();
    expect(await may(person, events)).toBe(true);
    expect(await may(person, '{ volunteers { totalCount } }')).toBe(false);
    const { data } = await app.graphql<{ me: object }>(
      '{ me { grants { role } customGrants { name baseRole viewAreas chapter { id } grantedBy } } }',
      {},
      person,
    );
    expect(data.me).toMatchObject({
      grants: [],
      customGrants: [
        {
          name: 'Event viewer',
          baseRole: 'ORGANIZER',
          viewAreas: ['EVENTS'],
          chapter: { id: chapter.id },
          grantedBy: 'Alex Admin',
        },
      ],
    });
    await app.graphql(
      'mutation ($input: GrantInput!) { revokeRole(input: $input) { id } }',
      { input: { accountId: person.accountId, role: 'ORGANIZER', customRoleId: roleId, chapterId: chapter.id } },
      admin,
    );
    expect(await may(person, events)).toBe(false);
    expect(await noticesOf('role-granted')).toEqual([{ name: 'Sam Staff', role: 'Event viewer' }]);
    expect(await noticesOf('role-revoked')).toEqual([{ name: 'Sam Staff', role: 'Event viewer' }]);
  });

  test('more and fewer areas apply to a signed-in holder from the next request', async () => {
    const holder = await holderOf('organizer', { viewAreas: ['events'] });
    expect(await may(holder, '{ volunteers { totalCount } }')).toBe(false);
    expect(refusal(await update(holder.roleId, { name: 'Role', viewAreas: ['VOLUNTEERS'] }))).toBeNull();
    expect(await may(holder, '{ volunteers { totalCount } }')).toBe(true);
    expect(await may(holder, events)).toBe(false);
  });

  test('has no effect without two-step sign-in, and staff without an app must set one up', async () => {
    const holder = await holderOf('organizer', { viewAreas: ['events'] });
    const cookie = await aCookie(app.db, holder.accountId, { secondStep: 'not-needed', now: app.clock.now() });
    expect(await may({ cookie }, events)).toBe(false);
    const halfway = await aCookie(app.db, holder.accountId, { secondStep: 'setup-needed', now: app.clock.now() });
    expect(await may({ cookie: halfway }, events)).toBe(false);
  });

  test('must set up an authenticator app to sign in', async () => {
    const visitor = aVisitor(app);
    const { id, email } = await withPassword(app, { role: 'volunteer' });
    await assignCustomRole(app.db, id, await aCustomRole(app.db, { baseRole: 'organizer', viewAreas: ['events'] }));
    const answer = await visitor.ask<{ signIn: object }>(ask.signIn, { email, password });
    expect(answer.data.signIn).toEqual({ state: 'SECOND_STEP_SETUP_NEEDED', account: null });
  });

  test('cannot be granted with another base role, or once it is deleted', async () => {
    const { id } = await anAccount(app.db);
    const roleId = await aCustomRole(app.db, { baseRole: 'organizer', viewAreas: ['events'] });
    expect(refusal(await grant(id, roleId, 'VOLUNTEER'))).toBe('NOT_FOUND');
    await remove(roleId);
    expect(refusal(await grant(id, roleId))).toBe('NOT_FOUND');
  });

  test('a grant waits for a deletion that is not yet committed, and is then refused', async () => {
    const { id } = await anAccount(app.db);
    const roleId = await aCustomRole(app.db, { baseRole: 'organizer', viewAreas: ['events'] });
    const [granted] = await raceBehindLock(
      app,
      { sql: 'UPDATE identity.custom_role SET retired_at = now() WHERE id = $1', params: [roleId], waiting: 1 },
      () => [grant(id, roleId)],
    );
    expect(refusal(granted!)).toBe('NOT_FOUND');
  });
});

describe('a custom role with a powerful base role', () => {
  test('takes two people and the waiting period, like the whole role', async () => {
    const person = await app.signedIn({ name: 'Bo Books' });
    const roleId = await aCustomRole(app.db, { name: 'Bookkeeper', viewAreas: ['gifts'] });
    expect(refusal(await grant(person.accountId, roleId, 'FINANCE'))).toBeNull();
    expect(await may(person, gifts)).toBe(false);
    expect(await noticesOf('role-requested')).toEqual([
      { name: 'Bo Books', role: 'Bookkeeper' },
      { name: 'Tina Treasurer', role: 'Bookkeeper' },
    ]);
    const { data } = await app.graphql<{ roleRequests: object[] }>(
      '{ roleRequests { role customRole { name viewAreas } canApprove } }',
      {},
      treasurer,
    );
    expect(data.roleRequests).toEqual([
      { role: 'FINANCE', customRole: { name: 'Bookkeeper', viewAreas: ['GIFTS'] }, canApprove: true },
    ]);
    expect(refusal(await approve(treasurer))).toBeNull();
    app.clock.advance(hours(24));
    await app.runJob('begin-roles');
    const later = await app.signedIn({ email: person.email });
    expect(await may(later, gifts)).toBe(true);
    expect(await may(later, '{ disputes { totalCount } }')).toBe(false);
    const whole = await app.db.query('SELECT FROM identity."grant" WHERE account_id = $1', [person.accountId]);
    expect(whole).toEqual([]);
  });

  test('a request that was changed to one for the whole role can no longer be approved', async () => {
    const roleId = await aCustomRole(app.db, { viewAreas: ['gifts'] });
    await grant((await anAccount(app.db)).id, roleId, 'FINANCE');
    await runBypassingTriggers(app, 'UPDATE identity.role_request SET custom_role_id = NULL');
    expect(refusal(await approve(treasurer))).toBe('NOT_FOUND');
  });

  test('its holder cannot approve a role', async () => {
    const holder = await holderOf('finance', { manageAreas: ['gifts', 'disbursements'] });
    const roleId = await aCustomRole(app.db, { viewAreas: ['gifts'] });
    await grant((await anAccount(app.db)).id, roleId, 'FINANCE');
    expect(refusal(await approve(holder))).toBe('NOT_ALLOWED');
    await runAsOwner(app, `DELETE FROM identity."grant" WHERE account_id = '${treasurer.accountId}'`);
    expect(refusal(await grant((await anAccount(app.db)).id, roleId, 'FINANCE'))).toBe('NO_SECOND_PERSON');
  });

  test('gets no more rights while someone has it, but can lose some', async () => {
    const { roleId } = await holderOf('finance', { viewAreas: ['gifts', 'ledger'] });
    const widened = { name: 'Role', viewAreas: ['GIFTS', 'LEDGER', 'DISPUTES'] };
    expect(refusal(await update(roleId, widened))).toBe('CUSTOM_ROLE_WIDENED');
    const manages = { name: 'Role', viewAreas: ['LEDGER'], manageAreas: ['GIFTS'] };
    expect(refusal(await update(roleId, manages))).toBe('CUSTOM_ROLE_WIDENED');
    expect(refusal(await update(roleId, { name: 'Renamed', viewAreas: ['GIFTS'] }))).toBeNull();
  });

  test('gets no more rights while it is requested', async () => {
    const roleId = await aCustomRole(app.db, { viewAreas: ['gifts'] });
    await grant((await anAccount(app.db)).id, roleId, 'FINANCE');
    const widened = { name: 'Role', viewAreas: ['GIFTS', 'DISPUTES'] };
    expect(refusal(await update(roleId, widened))).toBe('CUSTOM_ROLE_WIDENED');
  });

  test('a request does not stand in for one of another role', async () => {
    const [{ id }, roleId] = [await anAccount(app.db), await aCustomRole(app.db)];
    for (let time = 0; time < 2; time += 1) expect(refusal(await grant(id, roleId, 'FINANCE'))).toBeNull();
    expect(refusal(await grant(id, await aCustomRole(app.db), 'FINANCE'))).toBe('OTHER_ROLE_REQUESTED');
  });

  test('a request waits for a wider checklist that is not yet committed, so that the approver sees it', async () => {
    const { id } = await anAccount(app.db);
    const roleId = await aCustomRole(app.db, { viewAreas: ['gifts'] });
    const requests = () => app.db.query('SELECT FROM identity.role_request');
    let meanwhile: unknown[] = [];
    const [requested] = await raceBehindLock(
      app,
      {
        sql: `UPDATE identity.custom_role SET view_areas = '{gifts,disputes}' WHERE id = $1`,
        params: [roleId],
        waiting: 1,
      },
      () => [grant(id, roleId, 'FINANCE')],
      async () => (meanwhile = await requests()),
    );
    expect(meanwhile).toEqual([]);
    expect(refusal(requested!)).toBeNull();
    expect(await requests()).toHaveLength(1);
  });
});

describe('rows written outside the application', () => {
  const constraintOf = (error: unknown) => violatedConstraint(error);

  test('a custom role whose checklist was changed counts nowhere', async () => {
    const holder = await holderOf('organizer', { viewAreas: ['events'] });
    await runAsOwner(app, `UPDATE identity.custom_role SET view_areas = '{events,volunteers}'`);
    expect(await may(holder, '{ volunteers { totalCount } }')).toBe(false);
    expect(await may(holder, events)).toBe(false);
  });

  test('a grant moved to another account counts nowhere', async () => {
    const holder = await holderOf('organizer', { viewAreas: ['events'] });
    const thief = await app.signedIn();
    await runAsOwner(app, `UPDATE identity.custom_grant SET account_id = '${thief.accountId}'`);
    expect(await may(thief, events)).toBe(false);
    expect(await may(holder, events)).toBe(false);
  });

  test('the database rejects a powerful custom role without an approved request', async () => {
    const roleId = await aCustomRole(app.db, { viewAreas: ['gifts'] });
    const insert = `INSERT INTO identity.custom_grant (account_id, custom_role_id, created_at, seal) VALUES ($1, $2, now(), '')`;
    const attempt = app.db.query(insert, [admin.accountId, roleId]).then(() => null, constraintOf);
    expect(await attempt).toBe('grant_two_people');
  });

  test('the database rejects another base role, and more rights for a powerful role in use', async () => {
    const { roleId } = await holderOf('finance', { viewAreas: ['gifts'] });
    const attempt = (change: string) =>
      app.db.query(`UPDATE identity.custom_role SET ${change} WHERE id = $1`, [roleId]).then(() => null, constraintOf);
    expect(await attempt(`base_role = 'moderator'`)).toBe('custom_role_base');
    expect(await attempt(`view_areas = '{gifts,ledger}'`)).toBe('custom_role_widened');
    expect(await attempt(`retired_at = now()`)).toBe('custom_role_in_use');
  });
});
