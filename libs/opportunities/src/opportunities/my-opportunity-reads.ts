import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Config, Database, notFound } from '@upstander/platform';
import { OpportunityAccess } from './opportunity-access.js';
import { opportunityOfBusiness, myOpportunityFrom, stateColumns, type StateRecord } from './opportunity-columns.js';
import type { MyOpportunity } from './my-opportunity.js';

const maxOpportunities = 200;

@Injectable()
export class MyOpportunityReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: OpportunityAccess,
  ) {}

  /** @throws Refusal NOT_FOUND unless the actor is a member */
  async listForBusiness(actor: Actor, businessId: string): Promise<MyOpportunity[]> {
    await this.access.members.require(actor, businessId);
    return this.findWhere(
      `o.business_id = $3 ORDER BY o.created_at DESC, o.id DESC LIMIT ${maxOpportunities}`,
      businessId,
    );
  }

  /** @throws Refusal NOT_FOUND unless the actor is a member of its business */
  async findMine(actor: Actor, id: string): Promise<MyOpportunity> {
    await this.access.requireOwn(actor, id);
    return this.byId(id);
  }

  /** Doesn't check access. @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<MyOpportunity> {
    const [found] = await this.findWhere('o.id = $3', id);
    if (!found) throw notFound('This opportunity');
    return found;
  }

  private async findWhere(where: string, value: string): Promise<MyOpportunity[]> {
    const records = await this.db.query<StateRecord>(
      `SELECT ${stateColumns('owner', '$1', '$2')} FROM ${opportunityOfBusiness} WHERE ${where}`,
      [this.clock.now(), this.config.OPPORTUNITY_RENEWALS, value],
    );
    return records.map(myOpportunityFrom);
  }
}
