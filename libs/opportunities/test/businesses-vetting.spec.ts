import {
  callBusinessMutation,
  actAsStaff,
  manageBusiness,
  myBusiness,
  type Managed,
  type Caller,
} from '@upstander/tests/support/business-operations.js';
import {
  aBusiness,
  anEvidenceCheck,
  aMember,
  addAllEvidence,
  anApproval,
  type MadeBusiness,
} from '@upstander/tests/support/businesses.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

type OwnerSession = Caller & { accountId: string; email: string };

let app: TestApp;
let mona: OwnerSession;
let abel: OwnerSession;
beforeAll(async () => {
  app = await startApp();
  mona = await app.signedIn({ name: 'Mona Moderator', role: 'moderator' });
  abel = await app.signedIn({ name: 'Abel Admin', role: 'admin' });
});
afterEach(() => app.clock.release());
afterAll(() => app.close());

const ownedBusiness = async (
  parts: Parameters<typeof aBusiness>[1] = {},
): Promise<MadeBusiness & { olga: OwnerSession }> => {
  const olga = await app.signedIn({ name: 'Olga Owner' });
  return { ...(await aBusiness(app.db, { ...parts, ownerId: olga.accountId })), olga };
};
const businessWithEvidence = async (parts: Parameters<typeof aBusiness>[1] = {}) => {
  const business = await ownedBusiness({ status: 'in_review', ...parts });
  await addAllEvidence(app.db, business.id);
  return business;
};
const recordEvidence = (who: Caller, id: string, kind: string, more: Record<string, unknown> = {}) =>
  actAsStaff(app, who, 'recordEvidence', { id, kind, passed: true, source: 'The register of California', ...more });
const stepOf = (business: Managed, kind: string) => business.checklist.find((step) => step.kind === kind)!;

describe('from registration to approval', () => {
  test("starts the year of an approval on the organization's local date", async () => {
    // 5:30 p.m. in Los Angeles is the next day in UTC.
    app.clock.set('2027-03-02T01:30:00Z');
    const { id } = await businessWithEvidence({ now: app.clock.now() });
    await actAsStaff(app, mona, 'approveBusiness', { id });
    const approved = await actAsStaff(app, abel, 'approveBusiness', { id });
    expect(approved.it).toMatchObject({ status: 'APPROVED', approvedUntil: '2028-03-01' });
  });

  test('records every transition, and shows the business none that are for staff only', async () => {
    app.clock.set('2027-03-01T23:59:00Z');
    const { id, olga } = await ownedBusiness({ now: app.clock.now() });
    await actAsStaff(app, mona, 'takeBusiness', { id });
    await recordEvidence(mona, id, 'REGISTRY', { note: 'Active since 2019; the owner was rude on the phone.' });
    await recordEvidence(abel, id, 'CALL_BACK', { source: 'Found +1 213 555 0100 in the directory of the city' });
    await anEvidenceCheck(app.db, id, { kind: 'domain_mail', now: app.clock.now() });

    const first = await actAsStaff(app, mona, 'approveBusiness', { id });
    expect(first.it).toMatchObject({
      status: 'IN_REVIEW',
      approvalsGiven: 1,
      cannotApproveBecause: 'ALREADY_APPROVED',
    });
    app.clock.advance(1_000);
    const second = await actAsStaff(app, abel, 'approveBusiness', { id });
    expect(second.it).toMatchObject({
      status: 'APPROVED',
      approvedUntil: '2028-03-01',
      approvals: [{ name: 'Mona Moderator' }, { name: 'Abel Admin' }],
      waitingSince: null,
      changes: [],
    });
    expect(second.it.history.map(({ kind, actorName, toStatus }) => [kind, actorName, toStatus])).toEqual([
      ['approved', 'Abel Admin', 'APPROVED'],
      ['approval', 'Abel Admin', null],
      ['approval', 'Mona Moderator', null],
      ['evidence', 'Abel Admin', null],
      ['evidence', 'Mona Moderator', null],
      ['taken', 'Mona Moderator', 'IN_REVIEW'],
    ]);

    const business = await myBusiness(app, olga, id);
    expect(business.it).toMatchObject({ status: 'APPROVED', mayPost: true, completedEvidence: expect.any(Array) });
    expect(business.it.history.map(({ kind }) => kind)).toEqual(['approved', 'taken']);
    expect(JSON.stringify(business)).not.toMatch(/rude|Mona|Abel/);
    const mails = await renderPendingEmails(app, { recipient: olga.email });
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Approved: Larkfield/)]);
    expect(mails[0]!.text).toContain('March 1, 2028');
  });

  test('requests changes from the business, which corrects them and resubmits', async () => {
    const { id, olga } = await businessWithEvidence();
    await anApproval(app.db, id, { accountId: mona.accountId });
    const reason = 'The register has you as Larkfield Bakers.\nWhich is right?';
    await actAsStaff(app, abel, 'requestBusinessChanges', { id, reason });
    const business = await myBusiness(app, olga, id);
    expect(business.it).toMatchObject({ status: 'CHANGES_REQUESTED', statusReason: reason, mayResubmit: true });
    expect(business.it.history[0]).toMatchObject({ kind: 'changes_requested', note: reason });
    const [mail] = await renderPendingEmails(app, { recipient: olga.email });
    expect(mail!.text).toContain('Which is right?');

    // After resubmission the evidence still counts, but the earlier approval doesn't.
    const resubmitted = await callBusinessMutation(app, olga, 'resubmitBusiness', { id });
    expect(resubmitted.it).toMatchObject({
      status: 'SUBMITTED',
      statusReason: '',
      approvalsGiven: 0,
      mayResubmit: false,
    });
    expect([...resubmitted.it.completedEvidence].sort()).toEqual(['CALL_BACK', 'DOMAIN_MAIL', 'REGISTRY']);
    // The email about the request is no longer sent.
    expect(await renderPendingEmails(app, { recipient: olga.email, template: 'business-changes-requested' })).toEqual(
      [],
    );
  });

  test('declines a business permanently and tells it the reason', async () => {
    const { id, olga } = await ownedBusiness();
    await actAsStaff(app, mona, 'refuseBusiness', { id, reason: 'No such business is registered.' });
    expect((await myBusiness(app, olga, id)).it).toMatchObject({
      status: 'REFUSED',
      mayResubmit: false,
      mayPost: false,
    });
    expect(await callBusinessMutation(app, olga, 'resubmitBusiness', { id })).toMatchObject({
      code: 'BUSINESS_STATUS',
    });
    expect(await callBusinessMutation(app, olga, 'updateBusiness', { id, offers: 'More' })).toMatchObject({
      code: 'BUSINESS_STATUS',
    });
    const [mail] = await renderPendingEmails(app, { recipient: olga.email });
    expect(mail).toMatchObject({ template: 'business-refused', text: expect.stringContaining('No such business') });
  });

  test('requires full vetting to reinstate a suspended business', async () => {
    const { id, olga } = await ownedBusiness({ status: 'approved' });
    await actAsStaff(app, mona, 'suspendBusiness', { id, reason: 'Somebody was not paid.' });
    const stopped = await myBusiness(app, olga, id);
    expect(stopped.it).toMatchObject({ status: 'SUSPENDED', mayPost: false, approvedUntil: null, mayResubmit: false });
    expect((await callBusinessMutation(app, olga, 'updateBusiness', { id, city: 'Pasadena' })).code).toBe(
      'BUSINESS_STATUS',
    );
    const back = await actAsStaff(app, mona, 'reinstateBusiness', { id });
    expect(back.it).toMatchObject({ status: 'SUBMITTED', approvals: [], evidence: [], approvedUntil: null });
    expect((await renderPendingEmails(app, { recipient: olga.email })).map(({ template }) => template)).toEqual([]);
  });
});

describe('an invalid transition', () => {
  const from = ['submitted', 'in_review', 'changes_requested', 'approved', 'refused', 'lapsed', 'suspended'] as const;
  const steps = {
    takeBusiness: ['submitted'],
    requestBusinessChanges: ['submitted', 'in_review'],
    refuseBusiness: ['submitted', 'in_review'],
    suspendBusiness: ['approved', 'lapsed'],
    reinstateBusiness: ['refused', 'suspended'],
  } as const;
  // Repeating the current status changes nothing.
  const already = {
    takeBusiness: 'in_review',
    requestBusinessChanges: 'changes_requested',
    refuseBusiness: 'refused',
    suspendBusiness: 'suspended',
    reinstateBusiness: 'submitted',
  } as const;

  test.each(Object.keys(steps) as Array<keyof typeof steps>)('of %s is refused', async (step) => {
    for (const status of from) {
      const { id } = await aBusiness(app.db, { status });
      const reason = /take|reinstate/.test(step) ? {} : { reason: 'Because.' };
      const { code, it } = await actAsStaff(app, mona, step, { id, ...reason });
      const may = (steps[step] as readonly string[]).includes(status) || already[step] === status;
      expect([step, status, code]).toEqual([step, status, may ? null : 'BUSINESS_STATUS']);
      if (already[step] === status) expect(it.history).toEqual([]);
    }
  });

  test('without a reason is refused', async () => {
    const { id } = await aBusiness(app.db, { status: 'in_review' });
    for (const step of ['requestBusinessChanges', 'refuseBusiness', 'suspendBusiness'] as const) {
      expect(await actAsStaff(app, mona, step, { id, reason: ' \n ' })).toMatchObject({
        fields: { reason: 'required' },
      });
    }
  });

  test('is refused when staff request changes from an approved business', async () => {
    const { id } = await aBusiness(app.db, { status: 'approved' });
    const answer = await actAsStaff(app, mona, 'requestBusinessChanges', { id, reason: 'Hm.' });
    expect(answer.code).toBe('BUSINESS_STATUS');
  });
});

describe('evidence', () => {
  test.each(['registry', 'domain_mail', 'call_back'])('is required: no approval without %s', async (missing) => {
    const { id } = await ownedBusiness({ status: 'in_review' });
    for (const kind of ['registry', 'domain_mail', 'call_back'])
      if (kind !== missing) await anEvidenceCheck(app.db, id, { kind });
    const { code, details } = await actAsStaff(app, mona, 'approveBusiness', { id });
    expect([code, details]).toEqual(['EVIDENCE_MISSING', { missing: [missing] }]);
    expect((await manageBusiness(app, mona, id)).it).toMatchObject({ cannotApproveBecause: 'EVIDENCE_MISSING' });
  });

  test('records who checked what and when, and the latest entry counts', async () => {
    const { id } = await ownedBusiness({ status: 'in_review' });
    await recordEvidence(mona, id, 'REGISTRY');
    await recordEvidence(abel, id, 'REGISTRY', { passed: false, source: '', note: 'Struck off last week.' });
    const { it } = await manageBusiness(app, mona, id);
    expect(stepOf(it, 'REGISTRY')).toEqual({ kind: 'REGISTRY', required: true, done: false, failed: true });
    expect(it.evidence).toEqual([
      { kind: 'REGISTRY', passed: false, source: '', note: 'Struck off last week.', recordedBy: 'Abel Admin' },
      { kind: 'REGISTRY', passed: true, source: 'The register of California', note: '', recordedBy: 'Mona Moderator' },
    ]);
  });

  test('that fails later voids approvals and hides opportunities', async () => {
    const waiting = await businessWithEvidence();
    await actAsStaff(app, mona, 'approveBusiness', { id: waiting.id });
    const failed = { passed: false, note: 'The number belongs to somebody else.' };
    const undone = await recordEvidence(abel, waiting.id, 'CALL_BACK', failed);
    expect(undone.it).toMatchObject({ status: 'IN_REVIEW', approvalsGiven: 0, round: 2, mayApprove: false });
    await recordEvidence(abel, waiting.id, 'CALL_BACK');
    expect((await actAsStaff(app, abel, 'approveBusiness', { id: waiting.id })).it.status).toBe('IN_REVIEW');

    const { id, olga } = await ownedBusiness({ status: 'approved' });
    const fallen = await recordEvidence(mona, id, 'REGISTRY', failed);
    expect(fallen.it).toMatchObject({ status: 'IN_REVIEW', approvedUntil: null, approvalsGiven: 0 });
    expect((await myBusiness(app, olga, id)).it.mayPost).toBe(false);
    const [mail] = await renderPendingEmails(app, { recipient: olga.email });
    expect(mail).toMatchObject({ template: 'business-rechecked' });
    expect(mail!.text).not.toContain('somebody else');
  });

  test('that is optional voids nothing when it fails', async () => {
    const { id } = await ownedBusiness({ status: 'approved' });
    const { it } = await recordEvidence(mona, id, 'REPUTATION', { passed: false, note: 'Two poor reviews.' });
    expect(it.status).toBe('APPROVED');
  });

  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['a passed check without a source', { source: ' ' }, { source: 'required' }],
    ['a failed check without a note', { passed: false }, { note: 'required' }],
    ['a domain check recorded by hand', { kind: 'DOMAIN_MAIL' }, { kind: 'by-mail-only' }],
    [
      'a call to the number they gave proves nothing',
      { kind: 'CALL_BACK', source: 'Called 310.555.0123' },
      { source: 'their-own-number' },
    ],
  ])('is rejected: %s', async (_, more, fields) => {
    const { id } = await ownedBusiness({ status: 'in_review' });
    expect(await recordEvidence(mona, id, 'REGISTRY', more)).toMatchObject({ code: 'BAD_INPUT', fields });
    expect((await manageBusiness(app, mona, id)).it.evidence).toEqual([]);
  });

  test.each(['refused', 'lapsed', 'suspended'] as const)("can't be recorded for a %s business", async (status) => {
    const { id } = await ownedBusiness({ status });
    expect((await recordEvidence(mona, id, 'ADDRESS')).code).toBe('BUSINESS_STATUS');
  });

  test('is recorded once when sent twice', async () => {
    const { id } = await ownedBusiness({ status: 'in_review' });
    await recordEvidence(mona, id, 'REGISTRY');
    expect((await recordEvidence(mona, id, 'REGISTRY')).it.evidence).toHaveLength(1);
  });
});

describe('approval by two people', () => {
  test('counts the same person once', async () => {
    const { id } = await businessWithEvidence();
    await actAsStaff(app, mona, 'approveBusiness', { id });
    const { it, code } = await actAsStaff(app, mona, 'approveBusiness', { id });
    expect([code, it.status, it.approvalsGiven]).toEqual([null, 'IN_REVIEW', 1]);
  });

  test('excludes members of the business, who can still suspend it', async () => {
    const { id } = await businessWithEvidence();
    await aMember(app.db, { businessId: id, accountId: mona.accountId });
    expect((await manageBusiness(app, mona, id)).it).toMatchObject({
      mayApprove: false,
      cannotApproveBecause: 'OWN_BUSINESS',
    });
    expect((await actAsStaff(app, mona, 'approveBusiness', { id })).code).toBe('OWN_BUSINESS');
    expect((await recordEvidence(mona, id, 'REGISTRY', { source: 'I know them' })).code).toBe('OWN_BUSINESS');
    await actAsStaff(app, mona, 'refuseBusiness', { id, reason: 'I know them too well.' });
    expect((await actAsStaff(app, mona, 'reinstateBusiness', { id })).code).toBe('OWN_BUSINESS');
    expect((await actAsStaff(app, abel, 'reinstateBusiness', { id })).code).toBeNull();
  });

  test('ignores an approval by someone who became a member later', async () => {
    const { id } = await businessWithEvidence();
    await actAsStaff(app, mona, 'approveBusiness', { id });
    await aMember(app.db, { businessId: id, accountId: mona.accountId });
    const abels = await actAsStaff(app, abel, 'approveBusiness', { id });
    expect(abels.it).toMatchObject({ status: 'IN_REVIEW', approvalsGiven: 1, approvals: [{ name: 'Abel Admin' }] });
    const third = await app.signedIn({ role: 'moderator' });
    expect((await actAsStaff(app, third, 'approveBusiness', { id })).it.status).toBe('APPROVED');
  });

  test('is refused for an outdated version', async () => {
    const { id, olga } = await businessWithEvidence();
    const reviewedRound = (await manageBusiness(app, mona, id)).it.round;
    await callBusinessMutation(app, olga, 'updateBusiness', { id, street: '1 Elsewhere' });
    await actAsStaff(app, abel, 'takeBusiness', { id });
    await addAllEvidence(app.db, id);
    const { code, details } = await actAsStaff(app, mona, 'approveBusiness', { id, round: reviewedRound });
    expect([code, details]).toEqual(['BUSINESS_CHANGED', { round: reviewedRound + 1 }]);
    expect((await recordEvidence(mona, id, 'ADDRESS', { round: reviewedRound })).code).toBe('BUSINESS_CHANGED');
    expect((await actAsStaff(app, mona, 'approveBusiness', { id, round: reviewedRound + 1 })).it.approvalsGiven).toBe(
      1,
    );
  });
});
