import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { badInput, Idempotency, type Tx } from '@upstander/platform';
import { RedFlags } from '../red-flags/red-flags.service.js';
import { ListingAccess } from './listing-access.js';
import { missingIn, type ListingContent } from './listing-content.js';
import { ListingSteps } from './listing-steps.js';
import type { StoredListing } from './listing-store.js';

/** What writing a listing shares. */
@Injectable()
export class ListingTools {
  constructor(
    readonly access: ListingAccess,
    readonly steps: ListingSteps,
    readonly redFlags: RedFlags,
    readonly limits: RateLimits,
    readonly idempotency: Idempotency,
  ) {}

  /** Hands a listing that is held to staff. @throws Refusal BAD_INPUT naming what is missing; BUSINESS_NOT_APPROVED; OPPORTUNITY_STATUS. */
  async handIn(tx: Tx, actor: Actor, listing: StoredListing, content: ListingContent = listing): Promise<void> {
    const missing = missingIn(content);
    if (Object.keys(missing).length > 0) throw badInput(missing);
    await this.access.requireApproved(tx, listing.businessId);
    await this.steps.take(tx, listing, 'in_review', { kind: 'HANDED_IN', actorId: actor.accountId });
  }
}
