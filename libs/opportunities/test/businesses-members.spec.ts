import { BusinessMembers } from '@upstander/opportunities';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import {
  callBusinessMutation,
  actAsStaff,
  myBusiness,
  type Caller,
} from '@upstander/tests/support/business-operations.js';
import { aBusiness, aMember } from '@upstander/tests/support/businesses.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { anAccount } from '@upstander/tests/support/people.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

type OwnerSession = Caller & { accountId: string; email: string };

let app: TestApp;
let mona: Caller;
beforeAll(async () => {
  app = await startApp();
  mona = await app.signedIn({ name: 'Mona', role: 'moderator' });
});
afterAll(() => app.close());

const ownedBusiness = async () => {
  const olga: OwnerSession = await app.signedIn({ name: 'Olga Owner' });
  return { ...(await aBusiness(app.db, { ownerId: olga.accountId, status: 'approved' })), olga };
};
let people = 0;
const address = () => `eddie${people++}@example.org`;
const add = (who: Caller, businessId: string, email: string, more: Record<string, unknown> = {}) =>
  callBusinessMutation(app, who, 'addBusinessMember', { businessId, email, name: 'Eddie', role: 'EDITOR', ...more });
const remove = (who: Caller, businessId: string, accountId: string) =>
  callBusinessMutation(app, who, 'removeBusinessMember', { businessId, accountId });
const rolesOf = async (accountId: string) =>
  (
    await app.db.query<{ role: string }>('SELECT role FROM identity."grant" WHERE account_id = $1 ORDER BY role', [
      accountId,
    ])
  ).map(({ role }) => role);

describe('adding a member', () => {
  test('creates an account and emails sign-in instructions', async () => {
    const { id, legalName, olga } = await ownedBusiness();
    const email = address();
    const { it } = await add(olga, id, email);
    expect(it.members.map(({ name, role }) => [name, role])).toEqual([
      ['Olga Owner', 'OWNER'],
      ['Eddie', 'EDITOR'],
    ]);
    expect(it.history[0]).toMatchObject({ kind: 'member_added', note: 'Eddie' });
    const [mail] = await renderPendingEmails(app, { recipient: email });
    expect(mail).toMatchObject({ template: 'business-member-invited', subject: `You can act for ${legalName}` });
    expect(mail!.text).toContain(email);
    const eddie = await app.signedIn({ email, name: 'Eddie' });
    expect((await myBusiness(app, eddie, id)).it).toMatchObject({ myRole: 'EDITOR', mayPost: true });
    expect(await rolesOf(eddie.accountId)).toEqual(['business']);
  });

  test('reveals neither an existing account nor its name', async () => {
    const { id, olga } = await ownedBusiness();
    const [known, unknown] = [address(), address()];
    await anAccount(app.db, { email: known, name: 'Ana the Volunteer', role: 'volunteer', locale: 'es' });
    const answers = [await add(olga, id, known, { name: 'A' }), await add(olga, id, unknown, { name: 'A' })];
    const addedMembers = answers
      .map(({ it }) => it.members.at(-1)!)
      .map(({ name, role, frozen }) => ({ name, role, frozen }));
    expect(addedMembers[0]).toEqual(addedMembers[1]);
    expect(JSON.stringify(answers)).not.toContain('Volunteer');
    // Their own name stays, and the email is in their own language.
    const [account] = await app.db.query<{ name: string }>('SELECT name FROM identity.account WHERE email = $1', [
      known,
    ]);
    expect(account!.name).toBe('Ana the Volunteer');
    expect((await renderPendingEmails(app, { recipient: known }))[0]!.subject).toMatch(/^Ya puedes actuar por/);
  });

  test('is idempotent and updates the role', async () => {
    const { id, olga } = await ownedBusiness();
    const email = address();
    await Promise.all([add(olga, id, email), add(olga, id, email.toUpperCase())]);
    const { it } = await add(olga, id, email, { role: 'OWNER' });
    expect(it.members.map(({ role }) => role)).toEqual(['OWNER', 'OWNER']);
    expect(it.history.map(({ kind }) => kind)).toEqual(['member_role', 'member_added']);
    expect(await renderPendingEmails(app, { recipient: email })).toHaveLength(1);
  });

  test('limits invitations per address and members per business', async () => {
    const { id, olga } = await ownedBusiness();
    const email = address();
    for (let n = 0; n < 5; n += 1) await add(olga, id, email);
    expect((await add(olga, id, email)).code).toBe('SOLUTION_NEEDED');
    for (let n = 0; n < 28; n += 1) await aMember(app.db, { businessId: id });
    expect((await add(olga, id, address())).code).toBe('TOO_MANY_MEMBERS');
  });

  test('skips the email for a member who was removed in the meantime', async () => {
    const { id, olga } = await ownedBusiness();
    const email = address();
    const { it } = await add(olga, id, email);
    await remove(olga, id, it.members[1]!.accountId);
    expect(await renderPendingEmails(app, { recipient: email })).toEqual([]);
  });
});

describe('permissions', () => {
  test('let an editor change the offer, but no vetted field and no member', async () => {
    const { id, olga } = await ownedBusiness();
    const eddie = await app.signedIn();
    await aMember(app.db, { businessId: id, accountId: eddie.accountId });
    expect((await callBusinessMutation(app, eddie, 'updateBusiness', { id, offers: 'Cakes.' })).it.offers).toBe(
      'Cakes.',
    );
    expect((await callBusinessMutation(app, eddie, 'updateBusiness', { id, city: 'Pasadena' })).code).toBe(
      'OWNERS_ONLY',
    );
    expect((await callBusinessMutation(app, eddie, 'resubmitBusiness', { id })).code).toBe('OWNERS_ONLY');
    expect((await add(eddie, id, address())).code).toBe('OWNERS_ONLY');
    expect((await remove(eddie, id, olga.accountId)).code).toBe('OWNERS_ONLY');
    // Editors can leave.
    const afterLeaving = await remove(eddie, id, eddie.accountId);
    expect(afterLeaving.it.members.map(({ accountId }) => accountId)).toEqual([olga.accountId]);
    expect((await myBusiness(app, eddie, id)).code).toBe('NOT_FOUND');
    expect(await rolesOf(eddie.accountId)).toEqual([]);
  });

  test('keep one owner, even when two owners remove each other at the same time', async () => {
    const { id, olga } = await ownedBusiness();
    expect((await remove(olga, id, olga.accountId)).code).toBe('LAST_OWNER');
    expect((await add(olga, id, olga.email, { role: 'EDITOR' })).code).toBe('LAST_OWNER');
    const otto = await app.signedIn({ name: 'Otto' });
    await aMember(app.db, { businessId: id, accountId: otto.accountId, role: 'owner' });
    const held = {
      sql: 'SELECT FROM opportunities.business WHERE id = $1 FOR NO KEY UPDATE',
      params: [id],
      waiting: 2,
    };
    const answers = await raceBehindLock(app, held, () => [
      remove(olga, id, otto.accountId),
      remove(otto, id, olga.accountId),
    ]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['NOT_FOUND', null]);
    const left = await app.db.query('SELECT FROM opportunities.member WHERE business_id = $1', [id]);
    expect(left).toHaveLength(1);
  });

  test('ignore the removal of a non-member, and keep the role of a member of another business', async () => {
    const { id, olga } = await ownedBusiness();
    const { accountId } = await aMember(app.db, { businessId: id });
    await aMember(app.db, { businessId: (await aBusiness(app.db)).id, accountId });
    await remove(olga, id, accountId);
    const repeated = await remove(olga, id, accountId);
    expect(repeated.code).toBeNull();
    expect(repeated.it.history.filter(({ kind }) => kind === 'member_removed')).toHaveLength(1);
    expect(await rolesOf(accountId)).toEqual(['business']);
  });
});

describe('a frozen member', () => {
  test('can do nothing, sees the block, and gets no email', async () => {
    const { id, olga } = await ownedBusiness();
    const otto = await app.signedIn({ name: 'Otto' });
    await aMember(app.db, { businessId: id, accountId: otto.accountId, role: 'owner', name: 'Otto' });
    const frozen = await actAsStaff(app, mona, 'freezeBusinessMember', { businessId: id, accountId: otto.accountId });
    expect(frozen.it.members.find(({ name }) => name === 'Otto')).toMatchObject({ frozen: true });
    await actAsStaff(app, mona, 'freezeBusinessMember', { businessId: id, accountId: otto.accountId });

    const business = (await myBusiness(app, otto, id)).it;
    expect(business).toMatchObject({ frozen: true, mayPost: false, mayResubmit: false });
    expect(business.members.map(({ accountId }) => accountId)).toEqual([otto.accountId]);
    expect(business.history.filter(({ kind }) => kind === 'member_frozen')).toHaveLength(1);
    const tries = {
      updateBusiness: { id, offers: 'Mine.' },
      resubmitBusiness: { id },
      addBusinessMember: { businessId: id, email: address(), name: 'X', role: 'OWNER' },
      removeBusinessMember: { businessId: id, accountId: olga.accountId },
      verifyDomain: { businessId: id, mailbox: 'office' },
    } as const;
    for (const [name, input] of Object.entries(tries)) {
      expect([name, (await callBusinessMutation(app, otto, name as keyof typeof tries, input)).code]).toEqual([
        name,
        'MEMBER_FROZEN',
      ]);
    }
    await actAsStaff(app, mona, 'suspendBusiness', { id, reason: 'Because.' });
    expect(await renderPendingEmails(app, { recipient: otto.email })).toEqual([]);
    expect(await renderPendingEmails(app, { recipient: olga.email })).toHaveLength(1);
  });

  test('is unblocked only by staff, not by being removed and added again', async () => {
    const { id, olga } = await ownedBusiness();
    const eddie = await app.signedIn({ name: 'Eddie' });
    await aMember(app.db, { businessId: id, accountId: eddie.accountId, frozen: true });
    expect((await remove(olga, id, eddie.accountId)).code).toBe('MEMBER_IS_FROZEN');
    await add(olga, id, eddie.email, { role: 'OWNER' });
    expect((await callBusinessMutation(app, eddie, 'updateBusiness', { id, offers: 'Mine.' })).code).toBe(
      'MEMBER_FROZEN',
    );
    // A frozen owner doesn't count as the remaining owner.
    expect((await remove(olga, id, olga.accountId)).code).toBe('LAST_OWNER');
    await actAsStaff(app, mona, 'unfreezeBusinessMember', { businessId: id, accountId: eddie.accountId });
    expect((await callBusinessMutation(app, eddie, 'updateBusiness', { id, offers: 'Ours.' })).code).toBeNull();
  });

  test("can't be unblocked by staff who are members of the business", async () => {
    const { id } = await ownedBusiness();
    const insider = await app.signedIn({ role: 'moderator' });
    await aMember(app.db, { businessId: id, accountId: insider.accountId, frozen: true });
    const free = await actAsStaff(app, insider, 'unfreezeBusinessMember', {
      businessId: id,
      accountId: insider.accountId,
    });
    expect(free.code).toBe('OWN_BUSINESS');
  });
});

describe('the interface for other libraries', () => {
  test('answers who can act for a business, whom to email, and its name', async () => {
    const members = app.nest.get(BusinessMembers);
    const { id, legalName, olga } = await ownedBusiness();
    const frozen = await aMember(app.db, { businessId: id, frozen: true });
    const actor = (accountId: string | null) => ({ accountId }) as Parameters<BusinessMembers['require']>[0];

    expect(await members.require(actor(olga.accountId), id)).toEqual({
      businessId: id,
      role: 'owner',
      status: 'approved',
      isApproved: true,
    });
    await expect(members.require(actor(frozen.accountId), id)).rejects.toMatchObject({ code: 'MEMBER_FROZEN' });
    for (const [who, what] of [
      [actor(null), id],
      [actor((await anAccount(app.db)).id), id],
      [actor(olga.accountId), 'x'],
    ] as const) {
      await expect(members.require(who, what)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await members.businessesOf(actor(olga.accountId))).toEqual([id]);
    expect(await members.businessesOf(actor(frozen.accountId))).toEqual([]);
    expect((await members.accountsOf([id])).map(({ email, role }) => [email, role])).toEqual([[olga.email, 'owner']]);
    expect(await members.namesOf([id])).toEqual(new Map([[id, legalName]]));
  });
});
