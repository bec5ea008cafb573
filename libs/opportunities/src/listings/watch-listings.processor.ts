import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, type Job, type Tx } from '@upstander/platform';
import { eachAlone } from '../each-alone.js';
import { noticeDays } from './listing-columns.js';
import { ListingSteps } from './listing-steps.js';
import { holdListing } from './listing-store.js';
import type { Listing } from './listing.entity.js';
import { ListingPost } from './mails/listing-post.js';

const day = 86_400_000;

/**
 * Writes ends of terms down, and asks those who act for the business before. That a listing is hidden when its time is
 * over needs no job: whoever shows listings looks at the date.
 */
@Injectable()
@JobHandler('watch-listings')
export class WatchListings implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly steps: ListingSteps,
    private readonly post: ListingPost,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const ending = await this.db.query<{ id: string }>(
      `SELECT id FROM opportunities.listing
       WHERE status IN ('published', 'expiring') AND expires_at <= $1::timestamptz + interval '${noticeDays[0]} days'
       ORDER BY expires_at, id`,
      [this.clock.now()],
    );
    // Held and looked at again: somebody may have renewed or filled it since.
    await eachAlone(ending, signal, ({ id }) =>
      this.db.transaction(async (tx) => this.watch(tx, await holdListing(tx, id))),
    );
  }

  private async watch(tx: Tx, listing: Listing): Promise<void> {
    const { status, expiresAt } = listing;
    if ((status !== 'published' && status !== 'expiring') || !expiresAt) return;
    const left = expiresAt.valueOf() - this.clock.now().valueOf();
    const data = { expiresAt: expiresAt.toISOString() };
    if (left <= 0) {
      await this.steps.take(tx, listing, 'expired', { kind: 'EXPIRED', actorId: null });
      await this.post.toMembers(tx, 'opportunity-expired', listing, data.expiresAt, data);
      return;
    }
    // The nearest only: after a long pause of the worker nobody gets two mails at once.
    const ahead = [...noticeDays].reverse().find((days) => left <= days * day);
    if (ahead === undefined) return;
    if (status === 'published') await this.steps.take(tx, listing, 'expiring', { kind: 'EXPIRING', actorId: null });
    await this.post.toMembers(tx, 'opportunity-expiring', listing, `${data.expiresAt}/${ahead}`, data);
  }
}
