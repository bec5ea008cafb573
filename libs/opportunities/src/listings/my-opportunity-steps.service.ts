import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database, type Tx } from '@upstander/platform';
import { HandIn } from './hand-in.js';
import { ListingAccess } from './listing-access.js';
import { ListingSteps, notFromHere } from './listing-steps.js';
import { holdListing } from './listing-store.js';
import type { Listing } from './listing.entity.js';
import { MyOpportunityReads } from './my-opportunity-reads.js';
import type { MyOpportunity } from './my-opportunity.js';
import type { OpportunityStatus } from './opportunity-status.js';
import { Renewals } from './renewals.service.js';

/** The steps the people of a business take with their listings. Taking the same step twice is taking it once. */
@Injectable()
export class MyOpportunitySteps {
  constructor(
    private readonly db: Database,
    private readonly access: ListingAccess,
    private readonly steps: ListingSteps,
    private readonly handIn: HandIn,
    private readonly renewals: Renewals,
    private readonly reads: MyOpportunityReads,
  ) {}

  /** Hands a draft in. @throws Refusal NOT_FOUND; BAD_INPUT naming what is missing; BUSINESS_NOT_APPROVED; OPPORTUNITY_STATUS. */
  submit(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.step(actor, id, 'in_review', async (tx, listing) => {
      if (listing.status !== 'draft' && listing.status !== 'changes_requested') throw notFromHere(listing.status);
      await this.handIn.take(tx, actor, listing);
    });
  }

  /** Gives it another term. @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS, BUSINESS_NOT_APPROVED. */
  async renew(actor: Actor, id: string): Promise<MyOpportunity> {
    await this.access.requireOwn(actor, id);
    await this.db.transaction(async (tx) => {
      await this.renewals.renew(tx, await holdListing(tx, id), actor.accountId);
    });
    return this.reads.byId(id);
  }

  /** Somebody was found. @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS. */
  fill(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.step(actor, id, 'filled', async (tx, listing) => {
      await this.steps.take(tx, listing, 'filled', { kind: 'FILLED', actorId: actor.accountId });
    });
  }

  /** Takes it back for good. @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS. */
  withdraw(actor: Actor, id: string): Promise<MyOpportunity> {
    return this.step(actor, id, 'withdrawn', async (tx, listing) => {
      await this.steps.take(tx, listing, 'withdrawn', { kind: 'WITHDRAWN', actorId: actor.accountId });
    });
  }

  private async step(
    actor: Actor,
    id: string,
    to: OpportunityStatus,
    work: (tx: Tx, listing: Listing) => Promise<void>,
  ): Promise<MyOpportunity> {
    await this.access.requireOwn(actor, id);
    await this.db.transaction(async (tx) => {
      const listing = await holdListing(tx, id);
      if (listing.status !== to) await work(tx, listing);
    });
    return this.reads.byId(id);
  }
}
