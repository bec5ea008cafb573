import { Injectable } from '@nestjs/common';
import type { Gift } from '@upstander/accounting';
import { enqueuePaymentJobs } from '@upstander/payments';
import { Clock, JobQueue, type Tx } from '@upstander/platform';
import type { OfflineMethod } from './record-offline-gift.input.js';

/** A gift that was not paid through Stripe, as input of fundraising.book_offline_gifts. */
export interface OfflineDraft extends Pick<
  Gift,
  'id' | 'name' | 'anonymous' | 'locale' | 'currency' | 'goodsDescription' | 'externalRef'
> {
  campaign: string;
  page: string | null;
  email: string | null;
  method: OfflineMethod;
  source: 'offline' | 'import';
  /** Minor units as text, so that none are rounded; '0' for a gift in kind. */
  intended: string;
  inKind: string;
  goodsValue: string;
  recordedBy: string;
  paidAt: Date;
}

/** Books offline gifts, the ledger and the totals in one statement per batch. */
@Injectable()
export class OfflineBooking {
  constructor(
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** Returns the IDs of new gifts. Enqueues the follow-up jobs after the commit. */
  async book(tx: Tx, drafts: readonly OfflineDraft[]): Promise<Set<string>> {
    if (drafts.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>('SELECT fundraising.book_offline_gifts($1, $2) AS id', [
      JSON.stringify(drafts),
      this.clock.now(),
    ]);
    // No money moved at Stripe, so there are no balance transactions to read.
    if (rows.length > 0) tx.afterCommit(() => enqueuePaymentJobs(this.queue, 'book-balance-transactions'));
    return new Set(rows.map(({ id }) => id));
  }
}
