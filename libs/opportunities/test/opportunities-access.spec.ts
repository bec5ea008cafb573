import { aBusiness } from '@upstander/tests/support/businesses.js';
import { OpportunityDesk, opportunityActs as does } from '@upstander/tests/support/opportunity-desk.js';
import { anOpportunity, opportunityInput } from '@upstander/tests/support/opportunities.js';
import { seals } from '@upstander/tests/support/seals.js';

const now = new Date('2026-12-01T18:00:00Z');
let desk: OpportunityDesk;
beforeAll(async () => {
  desk = await OpportunityDesk.at(now);
});
afterAll(() => desk.close());

const findBySlug = (slug: string) =>
  desk.does<{ title: string } | null>('nobody', 'query ($slug: String!) { opportunity(slug: $slug) { title } }', {
    slug,
  });

describe('an opportunity of another business', () => {
  test("isn't found, and neither is its business", async () => {
    const posted = await desk.post({ title: 'Not Stan’s' });
    const acts: Array<[string, object]> = [
      [does.show, { id: posted.id }],
      [does.update, { input: { id: posted.id, opportunity: opportunityInput() } }],
      ...[does.submit, does.renew, does.fill, does.withdraw].map((act): [string, object] => [
        act,
        { input: { id: posted.id } },
      ]),
      [does.all, { businessId: desk.businessId }],
      [does.post, { input: { businessId: desk.businessId, opportunity: opportunityInput() } }],
    ];
    for (const [act, variables] of acts) {
      const foreign = await desk.asks('stranger', act, variables);
      const missing = await desk.asks(
        'stranger',
        act,
        JSON.parse(
          JSON.stringify(variables)
            .replace(posted.id, '00000000-0000-4000-8000-000000000000')
            .replace(desk.businessId, '00000000-0000-4000-8000-000000000000'),
        ) as object,
      );
      expect(foreign.errors?.[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
      // Both answers are identical.
      expect(foreign.errors?.[0]?.message).toBe(missing.errors?.[0]?.message);
    }
  });

  test("can't be changed by a frozen member", async () => {
    const { accountId } = desk.people.editor;
    const posted = await desk.post();
    const freeze = (frozenAt: Date | null) =>
      seals.members.update(desk.app.db, { businessId: desk.businessId, accountId }, { frozenAt });
    await freeze(now);
    expect(await desk.refusal('editor', does.withdraw, { input: { id: posted.id } })).toBe('MEMBER_FROZEN');
    expect(await desk.refusal('editor', does.show, { id: posted.id })).toBe('MEMBER_FROZEN');
    await freeze(null);
    expect(await desk.does('editor', does.withdraw, { input: { id: posted.id } })).toMatchObject({
      status: 'WITHDRAWN',
    });
  });
});

describe("a business that isn't approved", () => {
  test.each(['submitted', 'in_review', 'changes_requested', 'refused', 'lapsed', 'suspended'] as const)(
    'saves drafts and publishes nothing while %s',
    async (status) => {
      const { id } = await aBusiness(desk.app.db, { status, ownerId: desk.people.stranger.accountId, now });
      const input = { businessId: id, opportunity: opportunityInput() };
      expect(await desk.refusal('stranger', does.post, { input })).toBe('BUSINESS_NOT_APPROVED');
      const draft = await desk.does('stranger', does.post, { input: { ...input, asDraft: true } });
      expect(draft.status).toBe('DRAFT');
      const title = `Of a ${status} one`;
      const made = await anOpportunity(desk.app.db, { businessId: id, title, publishedAt: now });
      expect(await desk.listOnSite()).not.toContain(title);
      expect(await findBySlug(made.slug)).toBeNull();
    },
  );

  test('is hidden as soon as it loses its approval, and an approval waits for a concurrent loss', async () => {
    const { id } = await aBusiness(desk.app.db, { status: 'approved', approvedUntil: '2026-12-31', now });
    const live = await anOpportunity(desk.app.db, { businessId: id, title: 'On New Year’s Eve', publishedAt: now });
    const waits = await anOpportunity(desk.app.db, { businessId: id, status: 'in_review', publishedAt: now });
    expect(await findBySlug(live.slug)).not.toBeNull();
    await desk.moveTo('2026-12-31T23:59:59Z');
    expect(await findBySlug(live.slug)).not.toBeNull();
    expect(await desk.listOnSite()).toContain('On New Year’s Eve');
    await desk.moveTo('2027-01-01T00:00:00Z');
    expect(await findBySlug(live.slug)).toBeNull();
    expect(await desk.listOnSite()).not.toContain('On New Year’s Eve');
    const input = { id: waits.id, version: 1, harmTags: [], isPublic: false };
    expect(await desk.refusal('moderator', does.approve, { input })).toBe('BUSINESS_NOT_APPROVED');
    await desk.moveTo(now);
    expect(await findBySlug(live.slug)).not.toBeNull();
    await desk.app.db.query(
      `UPDATE opportunities.business SET status = 'suspended', approved_until = NULL WHERE id = $1`,
      [id],
    );
    expect(await findBySlug(live.slug)).toBeNull();
    // Without the view, the table itself would show it.
    const [row] = await desk.app.db.query(
      `SELECT FROM opportunities.opportunity WHERE id = $1 AND status = 'published' AND expires_at > $2`,
      [live.id, now],
    );
    expect(row).toBeDefined();
  });
});
