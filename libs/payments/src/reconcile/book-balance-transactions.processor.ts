import { Clock, Database, JobHandler, Logger, type Job } from '@upstander/platform';
import { PayoutSync } from '../payouts/payout-sync.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { faultOf, errorCodesOf } from '../stripe/stripe-faults.js';
import { BalanceReading } from './balance-reading.js';
import type { StripeBalanceTransaction } from './line-kinds.js';

/** Balance transactions may be listed slightly out of order, so the last hour is always read again. */
const overlapMs = 3_600_000;

/**
 * Reads Stripe's balance transactions since the last run. They contain the fees. Every movement of
 * money is listed there, so this also finds payments with a lost webhook.
 */
@JobHandler('book-balance-transactions')
export class BookBalanceTransactions implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gateway: StripeGateway,
    private readonly reading: BalanceReading,
    private readonly payouts: PayoutSync,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    if (!this.gateway.isSetUp) return;
    const startedAt = this.clock.now();
    const [position] = await this.db.query<{ through: Date }>(
      `SELECT through FROM fundraising.listing WHERE name = 'balance-transactions'`,
    );
    const since = position && Math.floor((position.through.valueOf() - overlapMs) / 1000);
    let page: StripeBalanceTransaction[] = [];
    let isComplete = true;
    try {
      const list = this.gateway.client.balanceTransactions.list({
        limit: 100,
        ...(since !== undefined && { created: { gte: since } }),
      });
      for await (const line of list) {
        page.push(line);
        if (page.length < 100) continue;
        if (signal.aborted) return;
        isComplete = (await this.reading.readPage(page)) && isComplete;
        page = [];
      }
      isComplete = (await this.reading.readPage(page)) && isComplete;
      await this.payouts.linkIncompletePayouts();
    } catch (error) {
      // Stripe can't be reached. The next run starts from the same position.
      this.logger.warn({ fault: faultOf(error), why: errorCodesOf(error) }, "Stripe's balance could not be listed");
      return;
    }
    if (isComplete) await this.savePosition(startedAt);
  }

  private async savePosition(at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO fundraising.listing AS l (name, through) VALUES ('balance-transactions', $1)
       ON CONFLICT (name) DO UPDATE SET through = greatest(l.through, excluded.through)`,
      [at],
    );
  }
}
