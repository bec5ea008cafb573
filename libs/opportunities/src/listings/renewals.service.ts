import { Injectable } from '@nestjs/common';
import { Clock, Config, type Tx } from '@upstander/platform';
import { ListingAccess } from './listing-access.js';
import { noticeDays } from './listing-columns.js';
import { ListingSteps, notFromHere } from './listing-steps.js';
import { insertListingEvent } from './listing-store.js';
import type { Listing } from './listing.entity.js';

const day = 86_400_000;

/** Another term for a listing whose end is near, or its end because somebody was found. */
@Injectable()
export class Renewals {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: ListingAccess,
    private readonly steps: ListingSteps,
  ) {}

  /**
   * Gives a listing that is held another term; one that nobody of staff has looked at for too many terms goes to them
   * first. Before its end is near, nothing happens: a second click is the same as the first.
   * @throws Refusal OPPORTUNITY_STATUS; BUSINESS_NOT_APPROVED.
   */
  async renew(tx: Tx, listing: Listing, actorId: string | null): Promise<void> {
    const { status, expiresAt } = listing;
    if (status !== 'published' && status !== 'expiring' && status !== 'expired') throw notFromHere(status);
    const now = this.clock.now();
    if (!expiresAt || expiresAt.valueOf() - now.valueOf() > noticeDays[0] * day) return;
    await this.access.requireApproved(tx, listing.businessId);
    if (listing.renewals >= this.config.LISTING_RENEWALS) {
      await this.steps.take(tx, listing, 'in_review', { kind: 'RENEWAL_ASKED', actorId });
      return;
    }
    const begin = Math.max(now.valueOf(), expiresAt.valueOf());
    await tx.query(
      'UPDATE opportunities.listing SET renewals = renewals + 1, expires_at = $2, updated_at = $3 WHERE id = $1',
      [listing.id, new Date(begin + this.config.LISTING_DAYS * day), now],
    );
    if (status === 'published') {
      const event = { listingId: listing.id, kind: 'RENEWED', from: null, to: null, note: '', actorId, at: now };
      await insertListingEvent(tx, event);
    } else await this.steps.take(tx, listing, 'published', { kind: 'RENEWED', actorId });
  }
}
