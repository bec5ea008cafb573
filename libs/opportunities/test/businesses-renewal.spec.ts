import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import {
  callBusinessMutation,
  actAsStaff,
  manageBusiness,
  myBusiness,
  type Caller,
} from '@upstander/tests/support/business-operations.js';
import { aBusiness, addAllEvidence, anApproval, type BusinessParts } from '@upstander/tests/support/businesses.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { anOpportunity } from '@upstander/tests/support/opportunities.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';
import { extendSessions } from '@upstander/tests/support/seals.js';

type OwnerSession = Caller & { accountId: string; email: string };

let app: TestApp;
let mona: OwnerSession;
let abel: OwnerSession;
let olga: OwnerSession;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.release();
  app.clock.set('2027-03-01T12:00:00Z');
  mona = await app.signedIn({ name: 'Mona', role: 'moderator' });
  abel = await app.signedIn({ name: 'Abel', role: 'admin' });
  olga = await app.signedIn({ name: 'Olga' });
  // These accounts return over several years; session expiry has its own tests.
  await extendSessions(app.db, app.clock.now(), 73 * 365);
});
afterAll(() => app.close());

const approved = (until = '2028-03-01', more: BusinessParts = {}) =>
  aBusiness(app.db, {
    status: 'approved',
    approvedUntil: until,
    ownerId: olga.accountId,
    now: app.clock.now(),
    ...more,
  });
const setTime = (time: string) => app.clock.set(time);
const watch = () => app.runJob('watch-businesses');
const keys = async () =>
  (
    await app.db.query<{ key: string }>('SELECT key FROM notifications.mail WHERE recipient = $1 ORDER BY created_at', [
      olga.email,
    ])
  ).map(({ key }) =>
    key
      .split('/')
      .filter((part) => !/^[0-9a-f-]{36}$/.test(part))
      .join(' '),
  );
const countVisible = async (id: string) =>
  (
    await app.db.query(`SELECT FROM opportunities.visible_opportunities($1) WHERE business_id = $2`, [
      app.clock.now(),
      id,
    ])
  ).length;

describe('the last day of an approval', () => {
  test("lasts until midnight UTC, even if the job doesn't run", async () => {
    const { id } = await approved();
    await anOpportunity(app.db, { businessId: id, expiresAt: new Date('2030-01-01') });
    for (const [time, status, shown] of [
      ['2028-03-01T23:59:59.999Z', 'APPROVED', 1],
      ['2028-03-02T00:00:00Z', 'LAPSED', 0],
    ] as const) {
      setTime(time);
      const business = await myBusiness(app, olga, id);
      expect([time, business.it.status, business.it.mayPost, await countVisible(id)]).toEqual([
        time,
        status,
        shown === 1,
        shown,
      ]);
      expect((await manageBusiness(app, mona, id)).it).toMatchObject({
        status,
        opportunitiesShown: shown,
        opportunitiesTotal: 1,
      });
    }
    // The job records the lapse once and emails once.
    await watch();
    await watch();
    const [row] = await app.db.query('SELECT status, approved_until FROM opportunities.business WHERE id = $1', [id]);
    expect(row).toEqual({ status: 'lapsed', approved_until: '2028-03-01' });
    expect((await myBusiness(app, olga, id)).it.history.map(({ kind }) => kind)).toEqual(['lapsed']);
    expect(await keys()).toEqual([expect.stringMatching(/^business-lapsed/)]);
    expect((await renderPendingEmails(app, { recipient: olga.email }))[0]!.text).toMatch(
      /submit\s+your\s+business\s+again/,
    );
  });

  test("doesn't depend on the time zone of the database", async () => {
    const { id } = await approved();
    const isApprovedIn = async (zone: string, time: string) => {
      const [, [row]] = await app.db.transaction(async (tx) => [
        await tx.query(`SET LOCAL TIME ZONE '${zone}'`),
        await tx.query<{ yes: boolean }>(
          'SELECT opportunities.is_approved(b, $2) AS yes FROM opportunities.business b WHERE id = $1',
          [id, new Date(time)],
        ),
      ]);
      return row!.yes;
    };
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
      expect(await isApprovedIn(zone, '2028-03-01T23:59:00Z')).toBe(true);
      expect(await isApprovedIn(zone, '2028-03-02T00:00:00Z')).toBe(false);
    }
  });

  test('is enforced by a transition that comes before the job', async () => {
    const { id } = await approved();
    setTime('2028-03-02T00:00:01Z');
    const { it } = await callBusinessMutation(app, olga, 'resubmitBusiness', { id });
    expect(it).toMatchObject({ status: 'SUBMITTED', completedEvidence: [], approvalsGiven: 0 });
    expect(it.history.map(({ kind }) => kind)).toEqual(['resubmitted', 'lapsed']);
    // Last year's approvals don't restore it.
    await actAsStaff(app, mona, 'takeBusiness', { id });
    await addAllEvidence(app.db, id, app.clock.now());
    expect((await actAsStaff(app, mona, 'approveBusiness', { id })).it).toMatchObject({
      status: 'IN_REVIEW',
      approvalsGiven: 1,
    });
    expect((await actAsStaff(app, abel, 'approveBusiness', { id })).it).toMatchObject({
      status: 'APPROVED',
      approvedUntil: '2029-03-01',
    });
  });

  test('is February 28 a year after a leap day', async () => {
    setTime('2028-02-29T10:00:00Z');
    const { id } = await aBusiness(app.db, { status: 'in_review', now: app.clock.now() });
    await addAllEvidence(app.db, id);
    await anApproval(app.db, id);
    expect((await actAsStaff(app, mona, 'approveBusiness', { id })).it.approvedUntil).toBe('2029-02-28');
  });
});

describe('reminders', () => {
  test('are sent 60, 30 and 7 days before the end, once each', async () => {
    const { id } = await approved();
    for (
      let day = new Date('2027-12-25T08:00:00Z');
      day < new Date('2028-03-05');
      day = new Date(day.valueOf() + days(1))
    ) {
      setTime(day.toISOString());
      await watch();
      await watch();
    }
    expect(await keys()).toEqual([
      'business-lapsing 2028-03-01 60',
      'business-lapsing 2028-03-01 30',
      'business-lapsing 2028-03-01 7',
      expect.stringMatching(/^business-lapsed \d+$/),
    ]);
    const due = await app.db.query<{ day: string }>(
      `SELECT (due_at AT TIME ZONE 'UTC')::date AS day FROM notifications.mail WHERE subject_id = $1 ORDER BY due_at`,
      [id],
    );
    expect(due.map(({ day }) => day)).toEqual(['2028-01-01', '2028-01-31', '2028-02-23', '2028-03-02']);
  });

  test('are limited to the nearest one after a worker outage', async () => {
    await approved();
    setTime('2028-02-25T08:00:00Z');
    await watch();
    expect(await keys()).toEqual(['business-lapsing 2028-03-01 7']);
  });

  test('state the date and are skipped after the business resubmits', async () => {
    const { id } = await approved();
    setTime('2028-01-15T08:00:00Z');
    await watch();
    const [mail] = await renderPendingEmails(app, { recipient: olga.email });
    expect(mail!.subject).toMatch(/^Please renew by March 1, 2028: Larkfield/);
    await callBusinessMutation(app, olga, 'resubmitBusiness', { id });
    expect(await renderPendingEmails(app, { recipient: olga.email })).toEqual([]);
    setTime('2028-02-25T08:00:00Z');
    await watch();
    expect(await keys()).toEqual(['business-lapsing 2028-03-01 60']);
  });
});

describe('renewal', () => {
  test('opens 60 days before the end and hides nothing during review', async () => {
    const { id } = await approved();
    await anOpportunity(app.db, { businessId: id, expiresAt: new Date('2030-01-01') });
    setTime('2027-12-31T23:00:00Z');
    expect((await myBusiness(app, olga, id)).it.mayResubmit).toBe(false);
    expect(await callBusinessMutation(app, olga, 'resubmitBusiness', { id })).toMatchObject({
      code: 'TOO_EARLY_TO_RENEW',
      details: { approvedUntil: '2028-03-01' },
    });
    setTime('2028-01-01T00:00:00Z');
    expect((await myBusiness(app, olga, id)).it.mayResubmit).toBe(true);
    const renewing = await callBusinessMutation(app, olga, 'resubmitBusiness', { id });
    await callBusinessMutation(app, olga, 'resubmitBusiness', { id });
    expect(renewing.it).toMatchObject({
      status: 'APPROVED',
      renewing: true,
      mayPost: true,
      mayResubmit: false,
      completedEvidence: [],
    });
    expect(await countVisible(id)).toBe(1);
    const { data } = await app.graphql<Record<'approvals' | 'manageBusinesses', { edges: Array<{ node: object }> }>>(
      `{ approvals { edges { node { id renewing } } } manageBusinesses(filter: { waiting: true }) { edges { node { id } } } }`,
      {},
      mona,
    );
    expect(data.approvals.edges.map(({ node }) => node)).toContainEqual({ id, renewing: true });
    expect(data.manageBusinesses.edges.map(({ node }) => node)).toContainEqual({ id });

    // Needs two people and all evidence again, and continues from the previous end date.
    expect((await actAsStaff(app, mona, 'approveBusiness', { id })).code).toBe('EVIDENCE_MISSING');
    await addAllEvidence(app.db, id, app.clock.now());
    const first = await actAsStaff(app, mona, 'approveBusiness', { id });
    expect(first.it).toMatchObject({ status: 'APPROVED', approvedUntil: '2028-03-01', approvalsGiven: 1, round: 2 });
    const second = await actAsStaff(app, abel, 'approveBusiness', { id });
    expect(second.it).toMatchObject({
      status: 'APPROVED',
      approvedUntil: '2029-03-01',
      renewing: false,
      waitingSince: null,
    });
    expect((await actAsStaff(app, abel, 'approveBusiness', { id })).it.approvedUntil).toBe('2029-03-01');
    expect(
      (await renderPendingEmails(app, { recipient: olga.email, template: 'business-approved' }))[0]!.text,
    ).toContain('March 1, 2029');
  });

  test('keeps the approval until its last day while staff request changes', async () => {
    const { id } = await approved();
    setTime('2028-02-01T00:00:00Z');
    await callBusinessMutation(app, olga, 'resubmitBusiness', { id });
    const requested = await actAsStaff(app, mona, 'requestBusinessChanges', { id, reason: 'Who is in charge now?' });
    expect(requested.it).toMatchObject({ status: 'APPROVED', renewing: false, statusReason: 'Who is in charge now?' });
    const [mail] = await renderPendingEmails(app, { recipient: olga.email });
    expect(mail!.text).toContain('Your approval is valid until March 1, 2028.');
    expect((await myBusiness(app, olga, id)).it.mayResubmit).toBe(true);
    setTime('2028-03-02T00:00:00Z');
    await watch();
    expect((await myBusiness(app, olga, id)).it.status).toBe('LAPSED');
  });

  test('hides the business and keeps it in the queue if the approval ends before review', async () => {
    const { id } = await approved();
    setTime('2028-02-20T00:00:00Z');
    await callBusinessMutation(app, olga, 'resubmitBusiness', { id });
    await addAllEvidence(app.db, id, app.clock.now());
    await actAsStaff(app, mona, 'approveBusiness', { id });
    setTime('2028-03-02T00:00:00Z');
    expect((await myBusiness(app, olga, id)).it).toMatchObject({
      status: 'SUBMITTED',
      mayPost: false,
      renewing: false,
    });
    await watch();
    expect((await myBusiness(app, olga, id)).it).toMatchObject({ status: 'SUBMITTED', approvedUntil: null });
    expect((await renderPendingEmails(app, { recipient: olga.email }))[0]!.text).toMatch(/That’s\s+on\s+us/);
    await actAsStaff(app, abel, 'takeBusiness', { id });
    expect((await actAsStaff(app, abel, 'approveBusiness', { id })).it).toMatchObject({
      status: 'APPROVED',
      approvedUntil: '2029-03-01',
    });
  });

  test('hides a business that edits vetted fields in the meantime', async () => {
    const { id } = await approved();
    setTime('2028-02-20T00:00:00Z');
    await callBusinessMutation(app, olga, 'resubmitBusiness', { id });
    const { it } = await callBusinessMutation(app, olga, 'updateBusiness', { id, supervisorName: 'Somebody Else' });
    expect(it).toMatchObject({ status: 'SUBMITTED', renewing: false, mayPost: false, approvedUntil: null });
  });
});

test('hides opportunities immediately after a suspension, an edit or a failed check', async () => {
  const hide = [
    (id: string) => actAsStaff(app, mona, 'suspendBusiness', { id, reason: 'Because.' }),
    (id: string) => callBusinessMutation(app, olga, 'updateBusiness', { id, city: 'Pasadena' }),
    (id: string) => actAsStaff(app, mona, 'recordEvidence', { id, kind: 'REGISTRY', passed: false, note: 'Gone.' }),
  ];
  for (const step of hide) {
    const { id } = await approved();
    await anOpportunity(app.db, { businessId: id, expiresAt: new Date('2030-01-01') });
    expect(await countVisible(id)).toBe(1);
    await step(id);
    expect(await countVisible(id)).toBe(0);
  }
});

test('resumes the job after an interruption without repeating a transition', async () => {
  const made = [await approved(), await approved(), await approved()];
  setTime('2028-03-02T00:00:00Z');
  await Promise.all([watch(), watch(), watch()]);
  for (const { id } of made) {
    expect((await myBusiness(app, olga, id)).it.history.map(({ kind }) => kind)).toEqual(['lapsed']);
  }
  expect(await keys()).toHaveLength(3);
});
