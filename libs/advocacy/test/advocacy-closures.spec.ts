import { JobQueue, jobs } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import {
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { actAsStaff } from '@upstander/tests/support/business-operations.js';
import { ClosingActions, type Introduced } from '@upstander/tests/support/closing.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import { aBusinessPerson, anOpportunity } from '@upstander/tests/support/opportunities.js';

let app: TestApp;
let closing: ClosingActions;
beforeAll(async () => {
  app = await startApp();
  closing = new ClosingActions(app);
});
restoreBeforeEach(
  () => app,
  ['identity', 'notifications', 'opportunities', 'platform', 'sealed'],
  '2026-12-01T10:07:00Z',
);
afterAll(() => app.close());

describe('the advocate of a person gets an action item', () => {
  const triggers: Array<[string, string, (introduction: Introduced) => Promise<unknown>]> = [
    ['staff suspend the business', 'BUSINESS_SUSPENDED', ({ member }) => closing.suspend(member.businessId)],
    [
      'the business changes what was vetted',
      'BUSINESS_IN_REVIEW',
      ({ member }) =>
        actAsStaff(app, member, 'updateBusiness', { id: member.businessId, supervisorName: 'Someone Else' }),
    ],
    [
      'evidence for the approval is withdrawn',
      'BUSINESS_IN_REVIEW',
      async ({ member }) =>
        actAsStaff(app, await closing.moderator(), 'recordEvidence', {
          id: member.businessId,
          kind: 'REGISTRY',
          passed: false,
          note: 'It was struck off.',
        }),
    ],
    [
      'the approval of the business lapses',
      'BUSINESS_LAPSED',
      async ({ member }) => {
        await app.db.query(`UPDATE opportunities.business SET approved_until = '2026-12-05' WHERE id = $1`, [
          member.businessId,
        ]);
        app.clock.set('2026-12-06T00:00:30Z');
        await app.runJob('end-due-terms');
      },
    ],
    [
      'the business is declined when it asks for renewal',
      'BUSINESS_REFUSED',
      async ({ member }) => {
        await app.db.query(
          `UPDATE opportunities.business SET renewing = true, approved_until = '2026-12-05' WHERE id = $1`,
          [member.businessId],
        );
        app.clock.set('2026-12-06T00:00:30Z');
        await app.runJob('end-due-terms');
        await closing.addFlag();
        app.clock.advance(minutes(5));
        await actAsStaff(app, await closing.moderator(), 'refuseBusiness', {
          id: member.businessId,
          reason: 'No register.',
        });
      },
    ],
    [
      'everyone who acted for the business closes their account',
      'BUSINESS_UNATTENDED',
      ({ member }) =>
        app.db.query('UPDATE identity.account SET disabled_at = $2 WHERE id = $1', [member.accountId, app.clock.now()]),
    ],
    [
      'the business fills the opportunity',
      'OPPORTUNITY_FILLED',
      (introduction) => closing.closeByBusiness(introduction, 'fill'),
    ],
    [
      'the business withdraws the opportunity',
      'OPPORTUNITY_WITHDRAWN',
      (introduction) => closing.closeByBusiness(introduction, 'withdraw'),
    ],
    [
      'the opportunity expires',
      'OPPORTUNITY_EXPIRED',
      async ({ opportunityId }) => {
        await app.db.query('UPDATE opportunities.opportunity SET expires_at = $2 WHERE id = $1', [
          opportunityId,
          new Date(app.clock.now().valueOf() + minutes(1)),
        ]);
        app.clock.advance(minutes(2));
        await app.runJob('end-due-terms');
      },
    ],
    [
      'staff decline the opportunity',
      'OPPORTUNITY_REFUSED',
      ({ opportunityId }) => closing.closeByStaff('refuse', opportunityId),
    ],
    [
      'staff take the opportunity off the site',
      'OPPORTUNITY_TAKEN_DOWN',
      ({ opportunityId }) => closing.closeByStaff('takeDown', opportunityId),
    ],
  ];

  test.each(triggers)('when %s', async (_what, kind, close) => {
    const introduction = await anIntroduction(app);
    await closing.addFlag();
    expect(await closing.waitingFor(introduction.advocate)).toBe(0);
    app.clock.advance(minutes(1));
    await close(introduction);
    await closing.addFlag();
    expect((await closing.closureKinds(introduction))[0]).toBe(kind);
    expect(await closing.waitingFor(introduction.advocate)).toBe(1);
  });
});

describe('an action item', () => {
  test('is for everyone while the application has no current advocate', async () => {
    const [one, second] = [await anAdvocate(app), await anAdvocate(app, 'Noor Haddad')];
    const member = await aBusinessPerson(app);
    const { id: opportunityId } = await anOpportunity(app.db, { businessId: member.businessId });
    const { id } = await anApplication(app, { opportunityId });
    await closing.suspend(member.businessId);
    await closing.addFlag();
    expect([await closing.waitingFor(one), await closing.waitingFor(second)]).toEqual([1, 1]);
    await asAdvocate(app, one).take(id);
    expect([await closing.waitingFor(one), await closing.waitingFor(second)]).toEqual([1, 0]);
    await app.db.query('DELETE FROM identity."grant" WHERE account_id = $1', [one.accountId]);
    expect(await closing.waitingFor(second)).toBe(1);
  });

  test('is added for applicants and introduced persons only, including closed applications', async () => {
    const introduction = await anIntroduction(app);
    const { businessId } = introduction.member;
    const application = await anApplication(app, { opportunityId: introduction.opportunityId });
    const closedEarly = await anApplication(app, { opportunityId: introduction.opportunityId });
    const otherApplication = await anApplication(app);
    for (const { id } of [application, closedEarly, otherApplication]) await introduction.desk.take(id);
    await introduction.desk.close(closedEarly.id);
    await introduction.desk.close(introduction.id);
    await closing.suspend(businessId);
    await closing.addFlag();
    const flaggedRows = await runBypassingTriggers<{ id: string }>(
      app,
      'SELECT application_id AS id FROM sealed.action_item',
    );
    expect(flaggedRows.map(({ id }) => id).sort()).toEqual([application.id, introduction.id].sort());
  });

  test('of a closed application covers only closures of the business', async () => {
    const introduction = await anIntroduction(app);
    await introduction.desk.close(introduction.id);
    await closing.closeByBusiness(introduction, 'fill');
    await closing.addFlag();
    expect(await runBypassingTriggers(app, 'SELECT FROM sealed.action_item')).toEqual([]);
  });

  test('is added once despite parallel job runs, and again for another suspension', async () => {
    const introduction = await anIntroduction(app);
    await closing.suspend(introduction.member.businessId);
    await Promise.all([1, 2, 3, 4].map(() => closing.addFlag()));
    await closing.addFlag();
    expect(await closing.closureKinds(introduction)).toEqual(['BUSINESS_SUSPENDED']);
    app.clock.advance(minutes(10));
    await closing.approveAgain(introduction.member.businessId);
    await closing.addFlag();
    expect(await closing.closureKinds(introduction)).toEqual(['BUSINESS_SUSPENDED']);
    app.clock.advance(minutes(10));
    await closing.suspend(introduction.member.businessId, 'Another complaint');
    await closing.addFlag();
    expect(await closing.closureKinds(introduction)).toEqual(['BUSINESS_SUSPENDED', 'BUSINESS_SUSPENDED']);
    expect(await introduction.desk.open(introduction.id)).toMatchObject({
      needsAttention: true,
      state: { businessStatus: 'SUSPENDED', businessReason: 'Another complaint', isOpen: false },
    });
  });

  test('is added even if the business is approved again before the job runs', async () => {
    const introduction = await anIntroduction(app);
    app.clock.advance(minutes(1));
    await closing.suspend(introduction.member.businessId);
    app.clock.advance(minutes(1));
    await closing.approveAgain(introduction.member.businessId);
    await closing.addFlag();
    expect(await closing.closureKinds(introduction)).toEqual(['BUSINESS_SUSPENDED']);
  });

  test('is not added for a closure from before the application', async () => {
    const introduction = await anIntroduction(app);
    await closing.suspend(introduction.member.businessId);
    app.clock.advance(minutes(1));
    await closing.approveAgain(introduction.member.businessId);
    app.clock.advance(minutes(1));
    const { id } = await anApplication(app, { opportunityId: introduction.opportunityId });
    await introduction.desk.take(id);
    await closing.addFlag();
    expect(await closing.closureKinds({ id, desk: introduction.desk })).toEqual([]);
  });

  test('is added even if the process died between the closure and the job', async () => {
    const introduction = await anIntroduction(app);
    const enqueue = jest.spyOn(app.nest.get(JobQueue), 'enqueue').mockReturnValue(undefined);
    await closing.suspend(introduction.member.businessId);
    enqueue.mockRestore();
    await closing.addFlag();
    expect(await closing.closureKinds(introduction)).toEqual(['BUSINESS_SUSPENDED']);
  });

  test('is added immediately, because every closure enqueues the job after its commit', async () => {
    const introduction = await anIntroduction(app);
    // The real queue repeats a job that is enqueued while it is being sent, which would count as another call.
    const enqueued = jest.spyOn(app.nest.get(JobQueue), 'enqueue').mockReturnValue(undefined);
    const names = () => enqueued.mock.calls.map(([job]) => job);
    const { member } = introduction;
    await closing.closeByBusiness(introduction, 'fill');
    expect(names()).toContain('make-action-items');
    enqueued.mockClear();
    await closing.suspend(member.businessId);
    expect(names()).toContain('make-action-items');
    enqueued.mockClear();
    // A refused request closes nothing.
    await actAsStaff(app, await closing.moderator(), 'suspendBusiness', { id: randomUUID(), reason: 'None' });
    expect(names()).not.toContain('make-action-items');
    enqueued.mockRestore();
    expect(jobs.get('make-action-items')).toMatchObject({ every: 60_000, urgent: true });
    expect(jobs.get('end-due-terms')).toMatchObject({ every: 60_000 });
  });
});

describe('an action item is acknowledged', () => {
  const trail = async (id: string) =>
    runBypassingTriggers<{ action: string; actor: string }>(
      app,
      `SELECT action, actor_id AS actor FROM sealed.audit WHERE record_id = $1 AND action = 'action-item-done'`,
      [id],
    );

  test.each<[string, (introduction: Introduced) => Promise<unknown>]>([
    ['acknowledges it', ({ id, desk }) => desk.acknowledge(id)],
    ['writes to the person', ({ id, desk }) => desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Hi.' })],
    ['closes the application', ({ id, desk }) => desk.close(id)],
  ])('when its advocate %s, and the trail records who and when', async (_what, closeIntroduction) => {
    const introduction = await anIntroduction(app);
    await closing.suspend(introduction.member.businessId);
    await closing.addFlag();
    app.clock.advance(minutes(3));
    await closeIntroduction(introduction);
    expect(await trail(introduction.id)).toEqual([
      { action: 'action-item-done', actor: introduction.advocate.accountId },
    ]);
    expect(await closing.waitingFor(introduction.advocate)).toBe(0);
    const [item] = (await introduction.desk.open(introduction.id, 'To see that it is done'))!.actionItems;
    expect(item).toMatchObject({ acknowledgedBy: 'Ada Reyes', acknowledgedAt: app.clock.now().toISOString() });
    await closing.addFlag();
    expect(await closing.waitingFor(introduction.advocate)).toBe(0);
  });

  test('by no one else, and only once', async () => {
    const introduction = await anIntroduction(app);
    await closing.suspend(introduction.member.businessId);
    await closing.addFlag();
    const colleague = asAdvocate(app, await anAdvocate(app, 'Noor Haddad'));
    await expect(colleague.acknowledge(introduction.id)).rejects.toThrow('TAKE_IT_FIRST');
    await expect(colleague.acknowledge(randomUUID())).rejects.toThrow('NOT_FOUND');
    await introduction.desk.acknowledge(introduction.id);
    await introduction.desk.acknowledge(introduction.id);
    expect(await trail(introduction.id)).toHaveLength(1);
  });

  test('along with the application when the person erases it', async () => {
    const introduction = await anIntroduction(app);
    await closing.suspend(introduction.member.businessId);
    await closing.addFlag();
    await withCode(app, introduction.code).erase();
    expect(await runBypassingTriggers(app, 'SELECT FROM sealed.action_item')).toEqual([]);
  });
});
