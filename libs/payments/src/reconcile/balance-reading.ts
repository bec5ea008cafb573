import { Injectable } from '@nestjs/common';
import { Database, JobQueue, Logger } from '@upstander/platform';
import { enqueuePaymentJobs } from '../booking/money-jobs.js';
import { BalanceLines } from './balance-lines.js';
import { expectedRef, kindOf, type StripeBalanceTransaction } from './line-kinds.js';
import { MissingFacts } from './missing-facts.js';

@Injectable()
export class BalanceReading {
  constructor(
    private readonly db: Database,
    private readonly lines: BalanceLines,
    private readonly facts: MissingFacts,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  /** Returns false if a balance transaction could not be processed. It is skipped and must be listed again. */
  async readPage(page: readonly StripeBalanceTransaction[]): Promise<boolean> {
    const known = await this.lines.findKnown(this.db, page);
    const fresh = page.filter(({ id }) => !known.has(id)).reverse();
    if (fresh.length === 0) return true;
    const unread = new Set<string>();
    for (const line of await this.findUnbooked(fresh)) {
      try {
        await this.facts.find(line);
      } catch (error) {
        unread.add(line.id);
        this.logger.fault(error, { line: line.id }, "a line of Stripe's balance could not be read");
      }
    }
    const read = fresh.filter(({ id }) => !unread.has(id));
    const unexplained = await this.findUnbooked(read);
    await this.db.transaction(async (tx) => {
      // Gifts are locked before the ledger, in the same order as everywhere, to avoid deadlocks.
      await this.lines.lockGifts(tx, read);
      for (const line of unexplained) {
        const kind = kindOf(line) === 'charge' ? 'charge-without-gift' : 'unexplained-line';
        await this.lines.bookUnexplained(tx, line, kind);
      }
      await this.lines.saveLines(tx, read);
      tx.afterCommit(() => enqueuePaymentJobs(this.queue, 'book-balance-transactions'));
    });
    if (unexplained.length > 0) this.logger.warn({ lines: unexplained.length }, 'found unmatched money at Stripe');
    return unread.size === 0;
  }

  private async findUnbooked(lines: readonly StripeBalanceTransaction[]): Promise<StripeBalanceTransaction[]> {
    const booked = await this.lines.findBooked(this.db, lines.map(expectedRef));
    return lines.filter((line) => !booked.has(expectedRef(line)));
  }
}
