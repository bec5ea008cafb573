import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { refuseFaults, type Tx } from '@upstander/platform';
import { ListingAccess } from './listing-access.js';
import { missingIn, type ListingContent } from './listing-content.js';
import { ListingSteps } from './listing-steps.js';
import type { Listing } from './listing.entity.js';

/** The step from a business to staff. */
@Injectable()
export class HandIn {
  constructor(
    private readonly access: ListingAccess,
    private readonly steps: ListingSteps,
  ) {}

  /** Hands a listing that is held to staff. @throws Refusal BAD_INPUT naming what is missing; BUSINESS_NOT_APPROVED; OPPORTUNITY_STATUS. */
  async take(tx: Tx, actor: Actor, listing: Listing, content: ListingContent = listing): Promise<void> {
    refuseFaults(missingIn(content));
    await this.access.requireApproved(tx, listing.businessId);
    await this.steps.take(tx, listing, 'in_review', { kind: 'HANDED_IN', actorId: actor.accountId });
  }
}
