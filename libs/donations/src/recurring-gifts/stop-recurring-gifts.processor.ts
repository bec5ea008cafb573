import { StripeGateway } from '@upstander/payments';
import { Database, JobHandler, type Job } from '@upstander/platform';
import { StopAtStripe } from './stop-at-stripe.js';

/** Retries cancellations that have not reached Stripe yet. */
@JobHandler('stop-recurring-gifts')
export class StopRecurringGiftsAtStripe implements Job {
  constructor(
    private readonly db: Database,
    private readonly stopping: StopAtStripe,
    private readonly gateway: StripeGateway,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    if (!this.gateway.isSetUp) return;
    const recurringGifts = await this.db.query<{ id: string; subscriptionId: string }>(
      `SELECT id, stripe_subscription_id AS "subscriptionId" FROM fundraising.recurring_gift
       WHERE stop_requested_at IS NOT NULL AND stopped_at IS NULL AND stripe_subscription_id IS NOT NULL
       ORDER BY stop_requested_at LIMIT 100`,
    );
    for (const { id, subscriptionId } of recurringGifts) {
      // If Stripe can't be reached, the remaining calls would fail too. A rejected call doesn't block the others.
      if (signal.aborted || (await this.stopping.stop(id, subscriptionId)) === 'unknown') return;
    }
  }
}
