import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  BusinessMembers,
  Closures,
  VisibleOpportunities,
  type Closure,
  type OpportunityState,
} from '@upstander/opportunities';
import { Clock, Database, notFound, Refusal } from '@upstander/platform';

const unknown = '–';

/**
 * Looks up opportunities and businesses by ID for the sealed zone. The opportunities library doesn't know about the
 * zone.
 */
@Injectable()
export class OpportunityFacts {
  constructor(
    private readonly opportunities: VisibleOpportunities,
    private readonly members: BusinessMembers,
    private readonly closed: Closures,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns an opportunity that is on the site now.
   * @throws Refusal OPPORTUNITY_CLOSED if it was on the site before, else NOT_FOUND
   */
  async visible(id: string): Promise<{ id: string; businessId: string }> {
    const opportunity = await this.opportunities.byId(id);
    if (opportunity) return opportunity;
    if (!(await this.opportunities.wasPublished(id))) throw notFound('This opportunity');
    throw new Refusal(
      'OPPORTUNITY_CLOSED',
      'This opportunity has closed. Nothing you wrote was sent or saved. You can look for another one at any time.',
    );
  }

  closures(opportunityIds: readonly string[]): Promise<Closure[]> {
    return this.closed.findLatest(opportunityIds);
  }

  closureMinutes(since: Date): Promise<Date[]> {
    return this.closed.findMinutes(since);
  }

  states(opportunityIds: readonly string[]): Promise<Map<string, OpportunityState>> {
    return this.closed.findStates(opportunityIds);
  }

  /** @throws Refusal BUSINESS_NOT_VETTED unless the business is approved now */
  async requireApproved(businessId: string): Promise<void> {
    if ((await this.findApproved([businessId])).has(businessId)) return;
    throw new Refusal(
      'BUSINESS_NOT_VETTED',
      'This business isn’t approved right now, so nothing can be shared with it.',
    );
  }

  /** Returns the titles of opportunities and the names of their businesses, including hidden ones. */
  async titles(ids: readonly string[]): Promise<(id: string) => { title: string; businessName: string }> {
    const namesById = await this.opportunities.namesOf([...new Set(ids)]);
    return (id) => namesById.get(id) ?? { title: unknown, businessName: unknown };
  }

  async businessNames(ids: readonly string[]): Promise<(id: string) => string> {
    const namesById = await this.members.namesOf([...new Set(ids)]);
    return (id) => namesById.get(id) ?? unknown;
  }

  async findApproved(businessIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(
      'SELECT b.id FROM opportunities.business b WHERE b.id = ANY ($1::uuid[]) AND opportunities.is_approved(b, $2)',
      [businessIds, this.clock.now()],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Returns the approved businesses the actor can act for now. */
  async businessesOf(actor: Actor): Promise<string[]> {
    return [...(await this.findApproved(await this.members.businessesOf(actor)))];
  }

  /** @throws Refusal NOT_FOUND unless the actor is a member of this approved business; MEMBER_FROZEN */
  async requireMember(actor: Actor, businessId: string): Promise<void> {
    const { isApproved } = await this.members.require(actor, businessId);
    if (!isApproved) throw notFound('This business');
  }

  /** Returns the members to notify for these businesses, if approved now. */
  async readersOf(businessIds: readonly string[]): Promise<Array<{ accountId: string; businessId: string }>> {
    return this.members.accountsOf([...(await this.findApproved(businessIds))]);
  }
}
