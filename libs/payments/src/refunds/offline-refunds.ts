import { Injectable } from '@nestjs/common';
import { Ledger } from '@upstander/ledger';
import { Clock, Database, JobQueue } from '@upstander/platform';
import { GiftBooking } from '../booking/gift-booking.js';
import { Refund } from './refund.entity.js';
import { enqueuePaymentJobs } from '../booking/money-jobs.js';

/** Books refunds of gifts that were not paid through Stripe. Staff return the money by hand. */
@Injectable()
export class OfflineRefunds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly booking: GiftBooking,
    private readonly queue: JobQueue,
  ) {}

  async book(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [refund] = await tx.query<{
        giftId: string;
        campaignId: string;
        currency: string;
        amount: string;
        method: string;
      }>(
        `SELECT g.id AS "giftId", g.campaign_id AS "campaignId", g.currency, r.amount_minor AS amount, g.method
         FROM fundraising.refund r JOIN fundraising.gift g ON g.id = r.gift_id
         WHERE r.id = $1 AND r.status = 'requested' AND g.charge_id IS NULL FOR NO KEY UPDATE OF g`,
        [id],
      );
      if (!refund) return;
      const { giftId, campaignId: ownerId, currency, method } = refund;
      const amountMinor = BigInt(refund.amount);
      await this.ledger.post(tx, [
        {
          kind: 'refund',
          externalRef: `refund:${id}`,
          subjectId: giftId,
          happenedAt: this.clock.now(),
          postings: [
            { kind: 'refunded', ownerId, amountMinor, currency },
            { kind: method === 'bank' ? 'bank' : 'offline-cash', amountMinor: -amountMinor, currency },
          ],
        },
      ]);
      await tx.manager.update(
        Refund,
        { id, status: 'requested' },
        { status: 'succeeded', intendedMinor: () => 'amount_minor', finishedAt: this.clock.now() },
      );
      await this.booking.settle(tx, [giftId]);
      tx.afterCommit(() => enqueuePaymentJobs(this.queue));
    });
  }
}
