import { OpportunityDesk, opportunityActs as does } from '@upstander/tests/support/opportunity-desk.js';
import { aMember, opportunityInput } from '@upstander/tests/support/opportunities.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let desk: OpportunityDesk;
beforeAll(async () => {
  desk = await OpportunityDesk.at(new Date('2026-12-01T18:00:00Z'));
});
afterAll(() => desk.close());

const update = (opportunity: { id: string }, parts: Record<string, unknown>, asDraft = false) =>
  desk.does('owner', does.update, { input: { id: opportunity.id, opportunity: opportunityInput(parts), asDraft } });

describe('staff', () => {
  test('request a change, and the business answers', async () => {
    const posted = await desk.post({ title: 'Which hours' });
    const reason = 'Which days are these?';
    expect(await desk.faults('moderator', does.changes, { input: { id: posted.id, reason: ' ' } })).toEqual({
      reason: 'required',
    });
    await desk.does('moderator', does.changes, { input: { id: posted.id, reason } });
    const shown = await desk.does('owner', does.show, { id: posted.id });
    expect(shown).toMatchObject({ status: 'CHANGES_REQUESTED', statusReason: reason });
    const [mail] = await renderPendingEmails(desk.app, {
      recipient: desk.people.owner.email,
      template: 'opportunity-changes-requested',
    });
    expect(mail!.text).toContain(reason);
    // The request stays in place while the business edits a draft.
    expect(await update(posted, { title: 'Which hours', schedule: 'Mondays' }, true)).toMatchObject({
      status: 'CHANGES_REQUESTED',
      statusReason: reason,
    });
    const handed = await desk.does('owner', does.submit, { input: { id: posted.id } });
    expect(handed).toMatchObject({ status: 'IN_REVIEW', statusReason: '' });
  });

  test('take down a published opportunity, or decline it permanently', async () => {
    const live = await desk.live({ title: 'Taken down' });
    const input = { id: live.id, reason: 'Somebody told us about the housing.' };
    const down = await desk.does('second', does.takeDown, { input });
    expect(down).toMatchObject({ status: 'CHANGES_REQUESTED', isShown: false });
    expect(await desk.listOnSite()).not.toContain('Taken down');
    expect(await desk.refusal('second', does.takeDown, { input })).toBe('OPPORTUNITY_STATUS');
    await desk.does('second', does.refuse, { input });
    for (const step of [does.submit, does.withdraw, does.renew, does.fill]) {
      expect(await desk.refusal('owner', step, { input: { id: live.id } })).toBe('OPPORTUNITY_STATUS');
    }
    const edit = { id: live.id, opportunity: opportunityInput() };
    expect(await desk.refusal('owner', does.update, { input: edit })).toBe('OPPORTUNITY_STATUS');
  });

  test('tag a published opportunity without a new review, and only staff can', async () => {
    const live = await desk.live({ title: 'Tagged', wantsPublic: true });
    const tagged = await desk.does('moderator', does.tag, {
      input: { id: live.id, harmTags: ['ISOLATED_SITE'], isPublic: true },
    });
    expect(tagged).toMatchObject({ status: 'PUBLISHED', harmTags: ['ISOLATED_SITE'], isPublic: true, changes: [] });
    const cannot = { id: live.id, harmTags: [], isPublic: true };
    expect(await desk.refusal('owner', does.tag, { input: cannot })).toBe('NOT_ALLOWED');
  });

  test("can't decide about a business of their own", async () => {
    const posted = await desk.post({ title: 'Mo’s own' });
    await aMember(desk.app.db, desk.businessId, desk.people.moderator.accountId, { role: 'editor', frozen: true });
    const opportunity = await desk.does('moderator', does.read, { id: posted.id });
    expect(opportunity).toMatchObject({ mayApprove: false, cannotApproveBecause: 'OWN_BUSINESS' });
    const input = { id: posted.id, version: 1, harmTags: [], isPublic: true };
    expect(await desk.refusal('moderator', does.approve, { input })).toBe('OWN_BUSINESS');
    expect(await desk.does('second', does.approve, { input })).toMatchObject({ status: 'PUBLISHED' });
    expect(await desk.refusal('moderator', does.tag, { input: { id: posted.id, harmTags: [], isPublic: true } })).toBe(
      'OWN_BUSINESS',
    );
    await desk.app.db.query('DELETE FROM opportunities.member WHERE account_id = $1', [
      desk.people.moderator.accountId,
    ]);
  });

  test("can't make two decisions at the same time", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, version } = await desk.post();
      const answers = await Promise.all([
        desk.refusal('moderator', does.approve, { input: { id, version, harmTags: [], isPublic: true } }),
        desk.refusal('second', does.changes, { input: { id, reason: 'Which hours?' } }),
      ]);
      expect(answers.filter((code) => code === null)).toHaveLength(1);
      expect(answers.filter((code) => code === 'OPPORTUNITY_STATUS')).toHaveLength(1);
    }
  });
});
