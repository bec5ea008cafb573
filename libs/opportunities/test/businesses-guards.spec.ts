import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import {
  callBusinessMutation,
  actAsStaff,
  businessActionNames,
  confirmDomain,
  registration,
  type BusinessActionName,
  type Caller,
} from '@upstander/tests/support/business-operations.js';
import { aBusiness, aMember, addAllEvidence, anApproval } from '@upstander/tests/support/businesses.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { anAccount } from '@upstander/tests/support/people.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

type OwnerSession = Caller & { accountId: string; email: string };

let app: TestApp;
let mona: OwnerSession;
let abel: OwnerSession;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
  mona = await app.signedIn({ name: 'Mona', role: 'moderator' });
  abel = await app.signedIn({ name: 'Abel', role: 'admin' });
});
afterAll(() => app.close());

const approve = (id: string) =>
  app.db.query(`UPDATE opportunities.business SET status = 'approved', approved_until = '2030-01-01' WHERE id = $1`, [
    id,
  ]);
const expectRefusal = (work: Promise<unknown>) => expect(work.then(() => null)).rejects;
const businessWithEvidence = async () => {
  const { id } = await aBusiness(app.db, { status: 'in_review' });
  await addAllEvidence(app.db, id);
  return id;
};
/** Runs work with a trigger disabled, to show what the trigger prevents. */
async function withoutTrigger<T>(table: string, trigger: string, work: () => Promise<T>): Promise<T> {
  await runAsOwner(app, `ALTER TABLE opportunities.${table} DISABLE TRIGGER ${trigger}`);
  try {
    return await work();
  } finally {
    await runAsOwner(app, `ALTER TABLE opportunities.${table} ENABLE TRIGGER ${trigger}`);
  }
}

describe('database guards, each with a negative control', () => {
  test('reject an approval without two people, or with two members of the business', async () => {
    const withoutApprovals = await businessWithEvidence();
    const withOneApproval = await businessWithEvidence();
    await anApproval(app.db, withOneApproval);
    const withOwnApprovals = await businessWithEvidence();
    await anApproval(app.db, withOwnApprovals);
    const { id: friend } = await anAccount(app.db, { role: 'moderator' });
    await anApproval(app.db, withOwnApprovals, { accountId: friend });
    await aMember(app.db, { businessId: withOwnApprovals, accountId: friend });
    for (const id of [withoutApprovals, withOneApproval, withOwnApprovals])
      await expectRefusal(approve(id)).toMatchObject({ constraint: 'business_two_people' });
    await withoutTrigger('business', 'business_two_people', () => approve(withOneApproval));
  });

  test('reject a longer approval without two new approvals', async () => {
    const { id } = await aBusiness(app.db, { status: 'approved', renewing: true });
    await addAllEvidence(app.db, id);
    const extendApproval = () =>
      app.db.query(`UPDATE opportunities.business SET approved_until = approved_until + 365 WHERE id = $1`, [id]);
    await expectRefusal(extendApproval()).toMatchObject({ constraint: 'business_two_people' });
    await withoutTrigger('business', 'business_two_people', extendApproval);
  });

  test('reject an approval based on an earlier round', async () => {
    const id = await businessWithEvidence();
    await anApproval(app.db, id);
    await anApproval(app.db, id);
    await app.db.query('UPDATE opportunities.business SET round = 2 WHERE id = $1', [id]);
    await expectRefusal(approve(id)).toMatchObject({ constraint: 'business_two_people' });
  });

  test('reject an approval without the required evidence', async () => {
    const { id } = await aBusiness(app.db, { status: 'in_review' });
    await anApproval(app.db, id);
    await anApproval(app.db, id);
    await expectRefusal(approve(id)).toMatchObject({ constraint: 'business_evidence' });
    await withoutTrigger('business', 'business_requires_evidence', () => approve(id));
  });

  test('reject a business created as approved, and an invalid transition', async () => {
    const copy = (id: string) =>
      app.db.query(
        `INSERT INTO opportunities.business (legal_name, registration_number, street, city, region, postal_code, website,
           mail_domain, supervisor_name, supervisor_title, supervisor_phone, offers, status, approved_until, submitted_at,
           created_at, updated_at)
         SELECT legal_name, 'COPY1', street, city, region, postal_code, website, mail_domain, supervisor_name,
           supervisor_title, supervisor_phone, offers, 'approved', '2030-01-01', submitted_at, created_at, updated_at
         FROM opportunities.business WHERE id = $1`,
        [id],
      );
    const { id } = await aBusiness(app.db);
    await expectRefusal(copy(id)).toMatchObject({ constraint: 'business_step' });
    await withoutTrigger('business', 'business_check_initial_status', () => copy(id));
    const setLapsed = () => app.db.query(`UPDATE opportunities.business SET status = 'lapsed' WHERE id = $1`, [id]);
    await expectRefusal(setLapsed()).toMatchObject({ constraint: 'business_step' });
    await withoutTrigger('business', 'business_check_status', setLapsed);
  });

  test('reject approvals by non-staff, by members of the business, and for another round', async () => {
    const { id, ownerId } = await aBusiness(app.db, { status: 'in_review' });
    const nobody = (await anAccount(app.db, { role: 'organizer' })).id;
    await app.db.query(
      `INSERT INTO identity."grant" (account_id, role, by_command_line) VALUES ($1, 'moderator', true)`,
      [ownerId],
    );
    for (const accountId of [nobody, ownerId]) {
      await expectRefusal(anApproval(app.db, id, { accountId })).toMatchObject({ constraint: 'approval_by_staff' });
    }
    const insertOther = () =>
      app.db.query('INSERT INTO opportunities.approval VALUES ($1, 7, $2, $3)', [id, mona.accountId, new Date()]);
    await expectRefusal(insertOther()).toMatchObject({ constraint: 'approval_by_staff' });
    await withoutTrigger('approval', 'approval_by_staff', insertOther);
  });

  test('reject changes to recorded evidence, decisions and history', async () => {
    const { id } = await aBusiness(app.db, { status: 'approved' });
    await actAsStaff(app, mona, 'suspendBusiness', { id, reason: 'Because.' });
    for (const [table, change] of [
      ['evidence', 'passed = NOT passed'],
      ['approval', 'round = round + 1'],
      ['business_event', `note = 'nothing happened'`],
    ] as const) {
      const rewrite = () => app.db.query(`UPDATE opportunities.${table} SET ${change} WHERE business_id = $1`, [id]);
      const deleteRows = () => app.db.query(`DELETE FROM opportunities.${table} WHERE business_id = $1`, [id]);
      await expectRefusal(rewrite()).toMatchObject({ constraint: 'append_only' });
      await expectRefusal(deleteRows()).toMatchObject({ constraint: 'append_only' });
      await withoutTrigger(table, `${table}_stays`, rewrite);
    }
  });

  test('allow erasing the account of a staff member who recorded evidence', async () => {
    const { id } = await aBusiness(app.db, { status: 'in_review' });
    const leaving = await app.signedIn({ role: 'moderator' });
    const entry = { id, kind: 'REGISTRY', passed: true, source: 'The register' };
    await actAsStaff(app, leaving, 'recordEvidence', entry);
    await runAsOwner(app, `DELETE FROM identity.account WHERE id = '${leaving.accountId}'`);
    const { it } = await actAsStaff(app, mona, 'recordEvidence', { ...entry, kind: 'ADDRESS' });
    expect(it.evidence.map(({ kind, recordedBy }) => [kind, recordedBy])).toEqual([
      ['ADDRESS', 'Mona'],
      ['REGISTRY', null],
    ]);
  });
});

describe('concurrent requests', () => {
  const hold = (id: string, waiting: number) => ({
    sql: 'SELECT FROM opportunities.business WHERE id = $1 FOR NO KEY UPDATE',
    params: [id],
    waiting,
  });

  test('count two clicks by one person once, and two people twice', async () => {
    const id = await businessWithEvidence();
    const clicks = await raceBehindLock(app, hold(id, 2), () => [
      actAsStaff(app, mona, 'approveBusiness', { id }),
      actAsStaff(app, mona, 'approveBusiness', { id }),
    ]);
    expect(clicks.map(({ code, it }) => [code, it.status, it.approvalsGiven])).toEqual([
      [null, 'IN_REVIEW', 1],
      [null, 'IN_REVIEW', 1],
    ]);
    const both = await businessWithEvidence();
    const people = await raceBehindLock(app, hold(both, 2), () => [
      actAsStaff(app, mona, 'approveBusiness', { id: both }),
      actAsStaff(app, abel, 'approveBusiness', { id: both }),
    ]);
    expect(people.map(({ it }) => it.status).sort()).toEqual(['APPROVED', 'IN_REVIEW']);
    const mails = await app.db.query(
      `SELECT FROM notifications.mail WHERE template = 'business-approved' AND subject_id = $1`,
      [both],
    );
    expect(mails).toHaveLength(1);
  });

  test('apply one of two decisions and reject the other', async () => {
    const { id } = await aBusiness(app.db, { status: 'in_review' });
    const answers = await raceBehindLock(app, hold(id, 2), () => [
      actAsStaff(app, mona, 'refuseBusiness', { id, reason: 'No.' }),
      actAsStaff(app, abel, 'requestBusinessChanges', { id, reason: 'Maybe.' }),
    ]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['BUSINESS_STATUS', null]);
    const events = await app.db.query('SELECT FROM opportunities.business_event WHERE business_id = $1', [id]);
    expect(events).toHaveLength(1);
  });

  test("don't approve a version that was edited at the same time", async () => {
    const olga = await app.signedIn();
    const { id } = await aBusiness(app.db, { status: 'in_review', ownerId: olga.accountId });
    await addAllEvidence(app.db, id);
    await anApproval(app.db, id);
    await raceBehindLock<unknown>(app, hold(id, 2), () => [
      callBusinessMutation(app, olga, 'updateBusiness', { id, city: 'Pasadena' }),
      actAsStaff(app, mona, 'approveBusiness', { id }),
    ]);
    const [row] = await app.db.query<{ status: string }>('SELECT status FROM opportunities.business WHERE id = $1', [
      id,
    ]);
    expect(row!.status).toBe('submitted');
  });

  test('register one number twice without the unique index', async () => {
    await runAsOwner(app, 'DROP INDEX opportunities.business_once');
    const input = registration();
    const people = await Promise.all([1, 2].map(() => app.signedIn()));
    const codes = await Promise.all(
      people.map(async (who) => (await callBusinessMutation(app, who, 'registerBusiness', input)).code),
    );
    expect(codes).toEqual([null, null]);
  });
});

describe('a business of someone else is indistinguishable from a missing one', () => {
  const nowhere = '00000000-0000-4000-8000-00000000dead';
  const asBusiness: Partial<Record<BusinessActionName, (id: string, accountId: string) => Record<string, unknown>>> = {
    updateBusiness: (id) => ({ id, offers: 'Mine now.' }),
    resubmitBusiness: (id) => ({ id }),
    addBusinessMember: (businessId) => ({ businessId, email: 'me@example.org', name: 'Me', role: 'OWNER' }),
    removeBusinessMember: (businessId, accountId) => ({ businessId, accountId }),
    verifyDomain: (businessId) => ({ businessId, mailbox: 'office' }),
  };
  const asStaff: Partial<Record<BusinessActionName, (id: string, accountId: string) => Record<string, unknown>>> = {
    takeBusiness: (id) => ({ id }),
    recordEvidence: (id) => ({ id, kind: 'REGISTRY', passed: true, source: 'x' }),
    approveBusiness: (id) => ({ id }),
    requestBusinessChanges: (id) => ({ id, reason: 'x' }),
    refuseBusiness: (id) => ({ id, reason: 'x' }),
    suspendBusiness: (id) => ({ id, reason: 'x' }),
    reinstateBusiness: (id) => ({ id }),
    freezeBusinessMember: (businessId, accountId) => ({ businessId, accountId }),
    unfreezeBusinessMember: (businessId, accountId) => ({ businessId, accountId }),
  };

  test('covers every mutation that takes an ID', () => {
    const tested = [...Object.keys(asBusiness), ...Object.keys(asStaff), 'registerBusiness'].sort();
    expect([...businessActionNames].sort()).toEqual(tested);
  });

  test.each(Object.entries(asBusiness))('%s', async (name, input) => {
    const stranger = await app.signedIn({ role: 'business' });
    // A user with their own business, who may do all of this there.
    await aBusiness(app.db, { ownerId: stranger.accountId, status: 'changes_requested' });
    const other = await aBusiness(app.db, { status: 'changes_requested' });
    const before = await app.db.query('SELECT b::text FROM opportunities.business b WHERE id = $1', [other.id]);
    const answers = [];
    for (const id of [other.id, nowhere, "1' OR 1=1", '']) {
      answers.push(await callBusinessMutation(app, stranger, name as BusinessActionName, input(id, other.ownerId)));
    }
    expect(answers[0]!.code).toBe('NOT_FOUND');
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await app.db.query('SELECT b::text FROM opportunities.business b WHERE id = $1', [other.id])).toEqual(
      before,
    );
    expect(await app.db.query('SELECT FROM opportunities.member WHERE business_id = $1', [other.id])).toHaveLength(1);
  });

  test.each(Object.entries(asStaff))('%s', async (name, input) => {
    for (const id of [nowhere, 'x']) {
      expect((await actAsStaff(app, mona, name as BusinessActionName, input(id, nowhere))).code).toBe('NOT_FOUND');
    }
    const { id } = await aBusiness(app.db);
    // Members of the business aren't staff.
    const owner = await app.signedIn({ role: 'business' });
    expect((await actAsStaff(app, owner, name as BusinessActionName, input(id, nowhere))).code).toBe('NOT_ALLOWED');
    if (!name.includes('Member')) return;
    // A member of another business isn't found here.
    const { accountId } = await aMember(app.db, { businessId: (await aBusiness(app.db)).id });
    expect((await actAsStaff(app, mona, name as BusinessActionName, input(id, accountId))).code).toBe('NOT_FOUND');
  });

  test('covers reads', async () => {
    const { id } = await aBusiness(app.db);
    const stranger = await app.signedIn({ role: 'business' });
    const ask = async (query: string, requestedId: string, who: Caller) =>
      app.graphql(`query ($id: ID!) { ${query}(id: $id) { id } }`, { id: requestedId }, who);
    const foreign = await ask('myBusiness', id, stranger);
    expect(refusal(foreign)).toBe('NOT_FOUND');
    expect((await ask('myBusiness', nowhere, stranger)).errors).toEqual(foreign.errors);
    // Staff also get nothing here; they have a page of their own.
    expect(refusal(await ask('myBusiness', id, abel))).toBe('NOT_FOUND');
    expect(refusal(await ask('manageBusiness', nowhere, abel))).toBe('NOT_FOUND');
  });

  test('covers an invalid link', async () => {
    for (const token of ['', 'x', 'A'.repeat(46)]) expect(await confirmDomain(app, token)).toBe('NOT_FOUND');
  });
});
