import {
  anAdvocate,
  anApplication,
  anIntroduction,
  actAsBusiness,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { ClosingActions, type Introduced } from '@upstander/tests/support/closing.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';
import { days, hours, minutes } from '@upstander/tests/support/movable-clock.js';
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

const notices = async () =>
  app.db.query<{ recipient: string; dueAt: Date; key: string; data: object; subject: string; createdAt: Date }>(
    `SELECT recipient::text, due_at AS "dueAt", key, data, subject_id AS subject, created_at AS "createdAt"
     FROM notifications.mail WHERE template = 'message-waiting' ORDER BY due_at, recipient`,
  );

describe('sharing with a business', () => {
  test('ends permanently when the business is suspended, even if it is approved again', async () => {
    const introduction = await anIntroduction(app);
    const inbox = actAsBusiness(app, introduction.member);
    await closing.suspend(introduction.member.businessId);
    expect(await inbox.open(introduction.introductionId)).toBeNull();
    await expect(inbox.write({ introductionId: introduction.introductionId, body: 'Hello?' })).rejects.toThrow(
      'NOT_FOUND',
    );
    const toBusiness = { introductionId: introduction.introductionId, body: 'Are you there?' };
    await expect(introduction.desk.writeToBusiness(toBusiness)).rejects.toThrow('BUSINESS_NOT_VETTED');
    const expiresAt = new Date(app.clock.now().valueOf() + days(10)).toISOString();
    const consent = { applicationId: introduction.id, shares: 'A name.', expiresAt };
    await expect(introduction.desk.proposeConsent(consent)).rejects.toThrow('BUSINESS_NOT_VETTED');
    await closing.addFlag();
    expect((await introduction.desk.open(introduction.id))!.consents).toMatchObject([{ state: 'REVOKED' }]);
    await closing.approveAgain(introduction.member.businessId);
    await closing.addFlag();
    expect(await inbox.list(introduction.member.businessId)).toEqual([]);
    expect(await inbox.open(introduction.introductionId)).toBeNull();
    // The advocate can ask for a new consent.
    app.clock.advance(minutes(1));
    await introduction.desk.proposeConsent(consent);
    await closing.addFlag();
    expect((await introduction.desk.open(introduction.id))!.consents[0]).toMatchObject({ state: 'PROPOSED' });
  });

  test('pauses when the approval lapses and resumes after renewal', async () => {
    const introduction = await anIntroduction(app);
    const { businessId } = introduction.member;
    await app.db.query(`UPDATE opportunities.business SET approved_until = '2026-12-01' WHERE id = $1`, [businessId]);
    app.clock.set('2026-12-02T00:01:00Z');
    await app.runJob('end-due-terms');
    await closing.addFlag();
    expect(await actAsBusiness(app, introduction.member).open(introduction.introductionId)).toBeNull();
    expect((await introduction.desk.open(introduction.id))!.consents).toMatchObject([{ state: 'LIVE' }]);
  });

  test('continues with another business', async () => {
    const [introduction, other] = [await anIntroduction(app), await anIntroduction(app)];
    await closing.suspend(introduction.member.businessId);
    await closing.addFlag();
    expect((await other.desk.open(other.id))!.consents).toMatchObject([{ state: 'LIVE' }]);
    expect(await actAsBusiness(app, other.member).open(other.introductionId)).not.toBeNull();
  });

  test('includes no new introductions for a closed opportunity', async () => {
    const introduction = await anIntroduction(app);
    const { id } = await anApplication(app, { opportunityId: introduction.opportunityId });
    await introduction.desk.take(id);
    const now = app.clock.now().valueOf();
    const consentInput = { consentMethod: 'SIGNED', givenAt: new Date(now - 1_000).toISOString() };
    const expiresAt = new Date(now + days(9)).toISOString();
    const { consents } = await introduction.desk.recordConsent({
      applicationId: id,
      shares: 'A name.',
      ...consentInput,
      expiresAt,
    });
    await closing.closeByBusiness(introduction, 'fill');
    const introduceAgain = (applicationId: string, consentId: string) =>
      introduction.desk.introduce({ applicationId, consentId, alias: 'M.' });
    await expect(introduceAgain(id, consents[0]!.id)).rejects.toThrow('OPPORTUNITY_CLOSED');
    // Someone introduced before may have got the place.
    expect((await introduceAgain(introduction.id, introduction.consentId)).introduction).toMatchObject({ alias: 'M.' });
  });
});

describe('the person', () => {
  test.each<[string, string, (introduction: Introduced) => Promise<unknown>]>([
    ['that the opportunity is open', 'OPEN', () => Promise.resolve()],
    ['that the place is filled', 'FILLED', (introduction) => closing.closeByBusiness(introduction, 'fill')],
    ['that it is closed', 'CLOSED', (introduction) => closing.closeByBusiness(introduction, 'withdraw')],
    [
      'that it is closed, not that staff declined it',
      'CLOSED',
      ({ opportunityId }) => closing.closeByStaff('refuse', opportunityId),
    ],
    ['that the business is paused, never why', 'BUSINESS_PAUSED', ({ member }) => closing.suspend(member.businessId)],
  ])('reads %s', async (_what, state, close) => {
    const introduction = await anIntroduction(app);
    await close(introduction);
    const record = await withCode(app, introduction.code).open();
    expect(record.opportunityState).toBe(state);
    expect(JSON.stringify(record)).not.toMatch(/complaint|suspend|pay is not true/i);
  });

  test("can't apply for a closed opportunity, and can't see a draft", async () => {
    const introduction = await anIntroduction(app);
    await closing.closeByBusiness(introduction, 'fill');
    const count = () =>
      runBypassingTriggers<{ n: number }>(app, 'SELECT count(*)::integer AS n FROM sealed.application');
    const before = await count();
    await expect(anApplication(app, { opportunityId: introduction.opportunityId })).rejects.toThrow(
      'OPPORTUNITY_CLOSED',
    );
    const draft = await anOpportunity(app.db, { businessId: introduction.member.businessId, status: 'in_review' });
    await expect(anApplication(app, { opportunityId: draft.id })).rejects.toThrow('NOT_FOUND');
    expect(await count()).toEqual(before);
  });
});

describe('the notice of a closure', () => {
  test('goes to every advocate within a minute, even if no one applied', async () => {
    const [one, second] = [await anAdvocate(app), await anAdvocate(app, 'Noor Haddad')];
    const emptyBusiness = await aBusinessPerson(app);
    await closing.suspend(emptyBusiness.businessId);
    await closing.addFlag();
    const sentNotices = await notices();
    expect(sentNotices.map(({ recipient }) => recipient).sort()).toEqual([one.email, second.email].sort());
    expect(sentNotices.every(({ dueAt }) => dueAt.toISOString() === '2026-12-01T10:07:00.000Z')).toBe(true);
    await Promise.all([closing.addFlag(), closing.addFlag()]);
    expect(await notices()).toHaveLength(2);
  });

  test("isn't delayed by an earlier notice", async () => {
    const advocate = await anAdvocate(app);
    await anApplication(app);
    app.clock.set('2026-12-01T10:15:10Z');
    await app.runJob('make-message-notices');
    app.clock.set('2026-12-01T10:20:10Z');
    const { businessId } = await aBusinessPerson(app);
    await closing.suspend(businessId);
    await closing.addFlag();
    const sentNotices = (await notices()).filter(({ recipient }) => recipient === advocate.email);
    expect(sentNotices.map(({ dueAt }) => dueAt.toISOString())).toEqual([
      '2026-12-01T10:15:00.000Z',
      '2026-12-01T10:20:00.000Z',
    ]);
  });

  test("names neither the business nor the applicants, and isn't repeated", async () => {
    const introduction = await anIntroduction(app);
    await closing.suspend(introduction.member.businessId);
    await closing.addFlag();
    const ids = [
      introduction.id,
      introduction.introductionId,
      introduction.opportunityId,
      introduction.member.businessId,
    ];
    const sentNotices = JSON.stringify(await notices());
    expect(ids.filter((id) => sentNotices.includes(id))).toEqual([]);
    for (const later of [1, 4, 8, 12]) {
      app.clock.set(new Date(Date.parse('2026-12-01T10:07:00Z') + hours(later)));
      await app.runJob('make-message-notices');
    }
    expect((await notices()).filter(({ recipient }) => recipient === introduction.advocate.email)).toHaveLength(2);
  });

  test('is skipped for closures during a long worker outage, which still have action items', async () => {
    await anAdvocate(app);
    const { businessId } = await aBusinessPerson(app);
    await closing.suspend(businessId);
    app.clock.advance(hours(7));
    await closing.addFlag();
    expect(await notices()).toEqual([]);
  });
});
