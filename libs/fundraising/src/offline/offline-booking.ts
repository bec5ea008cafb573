import { Injectable } from '@nestjs/common';
import { Clock, JobQueue, type Tx } from '@upstander/platform';
import type { Gift } from '../gifts/gift.entity.js';
import type { OfflineMethod } from './record-offline-gift.input.js';

/** A gift that did not come by Stripe, as fundraising.book_offline_gifts reads it. */
export interface OfflineDraft extends Pick<
  Gift,
  'id' | 'name' | 'anonymous' | 'locale' | 'currency' | 'goodsDescription' | 'externalRef'
> {
  campaign: string;
  page: string | null;
  email: string | null;
  method: OfflineMethod;
  source: 'offline' | 'import';
  /** Minor units as text, so that none is rounded on the way. '0' for a gift in kind. */
  intended: string;
  inKind: string;
  goodsValue: string;
  recordedBy: string;
  paidAt: Date;
}

/** Writes gifts that did not come by Stripe: gift, ledger and totals in one statement for all of them. */
@Injectable()
export class OfflineBooking {
  constructor(
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** The ids of those that are new. What follows from them is rung for once they are committed. */
  async book(tx: Tx, drafts: readonly OfflineDraft[]): Promise<Set<string>> {
    if (drafts.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>('SELECT fundraising.book_offline_gifts($1, $2) AS id', [
      JSON.stringify(drafts),
      this.clock.now(),
    ]);
    if (rows.length > 0) {
      for (const job of ['issue-receipts', 'match-gifts', 'notify-gift-owners'] as const)
        tx.afterCommit(() => this.queue.enqueue(job));
    }
    return new Set(rows.map(({ id }) => id));
  }
}
