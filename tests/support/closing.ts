import type { TestApp } from './app.js';
import type { anIntroduction, SignedIn } from './advocacy.js';
import { actAsStaff } from './business-operations.js';
import { addAllEvidence } from './businesses.js';
import { opportunityActs } from './opportunity-desk.js';

export type Introduced = Awaited<ReturnType<typeof anIntroduction>>;

/** Ways that businesses and opportunities close, and what advocates see afterward. */
export class ClosingActions {
  constructor(private readonly app: TestApp) {}

  addFlag(): Promise<void> {
    return this.app.runJob('make-action-items');
  }

  moderator(): Promise<SignedIn> {
    return this.app.signedIn({ role: 'moderator', name: 'Mo Hart' });
  }

  async suspend(businessId: string, reason = 'A complaint'): Promise<void> {
    await actAsStaff(this.app, await this.moderator(), 'suspendBusiness', { id: businessId, reason });
  }

  /** Repeats the whole vetting of a suspended business. */
  async approveAgain(businessId: string): Promise<void> {
    const [moderator, secondModerator] = [await this.moderator(), await this.app.signedIn({ role: 'admin' })];
    await actAsStaff(this.app, moderator, 'reinstateBusiness', { id: businessId });
    await actAsStaff(this.app, moderator, 'takeBusiness', { id: businessId });
    await addAllEvidence(this.app.db, businessId, this.app.clock.now());
    await actAsStaff(this.app, moderator, 'approveBusiness', { id: businessId });
    const { it } = await actAsStaff(this.app, secondModerator, 'approveBusiness', { id: businessId });
    expect(it).toMatchObject({ status: 'APPROVED' });
  }

  async closeByBusiness(introduced: Introduced, action: 'fill' | 'withdraw'): Promise<void> {
    const { errors } = await this.app.graphql(
      opportunityActs[action],
      { input: { id: introduced.opportunityId } },
      introduced.member,
    );
    expect(errors).toBeUndefined();
  }

  async closeByStaff(action: 'refuse' | 'takeDown', id: string): Promise<void> {
    const input = { id, reason: 'The pay is not true.' };
    const { errors } = await this.app.graphql(opportunityActs[action], { input }, await this.moderator());
    expect(errors).toBeUndefined();
  }

  async closureKinds({ id, desk }: Pick<Introduced, 'id' | 'desk'>): Promise<string[]> {
    return (await desk.open(id))!.actionItems.map(({ kind }) => kind);
  }

  async waitingFor({ cookie }: { cookie: string }): Promise<number> {
    const { data } = await this.app.graphql<{ sealedApplications: { totalCount: number } }>(
      '{ sealedApplications(filter: { needsAttention: true }) { totalCount } }',
      {},
      { cookie },
    );
    return data.sealedApplications.totalCount;
  }
}
