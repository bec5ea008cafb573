import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, typedText } from '@upstander/platform';
import type { StopRecurringGiftByStaffInput } from './change-recurring-gift.input.js';
import type { ManagedRecurringGift } from './managed-recurring-gift.js';
import { RecurringGiftReads } from './recurring-gift-reads.service.js';
import { StopAtStripe } from './stop-at-stripe.js';

/** The request is stored first, so it holds even if Stripe can't be reached. A job retries the cancellation. */
@Injectable()
export class StopRecurringGifts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly stopping: StopAtStripe,
    private readonly reads: RecurringGiftReads,
  ) {}

  /** @throws Refusal NOT_FOUND; BAD_INPUT without a note */
  async byStaff(actor: Actor, input: StopRecurringGiftByStaffInput): Promise<ManagedRecurringGift> {
    await this.access.require(actor, 'recurring-gift:stop', [input.id], 'This recurring gift');
    await this.stop(input.id, { reason: typedText('note', input.note, 500) });
    return this.reads.byId(input.id);
  }

  /** Does nothing if the gift has already ended. */
  async stop(recurringGiftId: string, { reason }: { reason: string }): Promise<void> {
    const [recurringGift] = await this.db.query<{ id: string; subscriptionId: string | null }>(
      `UPDATE fundraising.recurring_gift SET stop_requested_at = coalesce(stop_requested_at, $2),
         stop_reason = coalesce(stop_reason, nullif($3, ''))
       WHERE id = $1 AND status IN ('active', 'past_due') AND stopped_at IS NULL
       RETURNING id, stripe_subscription_id AS "subscriptionId"`,
      [recurringGiftId, this.clock.now(), reason],
    );
    if (recurringGift?.subscriptionId) await this.stopping.stop(recurringGift.id, recurringGift.subscriptionId);
  }
}
