import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ErasureSteps } from '@upstander/identity';
import { Database } from '@upstander/platform';
import { StopRecurringGifts } from './stop-recurring-gifts.service.js';

/** Stops recurring gifts at Stripe before a donor is erased, because no one would receive their invoices. */
@Injectable()
export class DonorErasure implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly recurringGifts: StopRecurringGifts,
    private readonly parts: ErasureSteps,
  ) {}

  onModuleInit(): void {
    this.parts.define({
      name: 'gifts',
      hasPayments: async (email) => {
        const [row] = await this.db.query<{ gave: boolean }>(
          `SELECT EXISTS (SELECT FROM fundraising.gift g JOIN fundraising.donor d ON d.id = g.donor_id
              WHERE d.email = $1 AND g.paid_at IS NOT NULL)
             OR EXISTS (SELECT FROM fundraising.recurring_gift r JOIN fundraising.donor d ON d.id = r.donor_id
              WHERE d.email = $1 AND r.status IN ('active', 'past_due')) AS gave`,
          [email],
        );
        return row?.gave === true;
      },
      end: async (email) => {
        for (const { id } of await this.findActive(email)) await this.recurringGifts.stop(id, { reason: 'erased' });
        if ((await this.findActive(email)).length > 0) throw new Error('Stripe has not ended a recurring gift yet.');
      },
      // Import rows have no foreign key to a person.
      lockLast: async (tx) => {
        await tx.query(
          'LOCK TABLE fundraising.gift_import_row, fundraising.gift_import_refusal IN SHARE ROW EXCLUSIVE MODE',
        );
      },
      // Someone may be on the Stripe page during the erasure and still pay. A job then stops the recurring gift.
      erase: async (tx, email, at) => {
        await tx.query(
          `UPDATE fundraising.recurring_gift r SET stop_requested_at = $2, stop_reason = 'erased'
           FROM fundraising.donor d
           WHERE d.id = r.donor_id AND d.email = $1 AND r.status = 'pending' AND r.stop_requested_at IS NULL`,
          [email, at],
        );
      },
    });
  }

  private findActive(email: string): Promise<Array<{ id: string }>> {
    return this.db.query<{ id: string }>(
      `SELECT r.id FROM fundraising.recurring_gift r JOIN fundraising.donor d ON d.id = r.donor_id
       WHERE d.email = $1 AND r.status IN ('active', 'past_due') AND r.stopped_at IS NULL
         AND r.stripe_subscription_id IS NOT NULL ORDER BY r.id`,
      [email],
    );
  }
}
