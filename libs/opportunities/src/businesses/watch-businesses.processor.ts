import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { eachAlone } from '../each-alone.js';
import { BusinessTransitions } from './business-transitions.js';
import { dayOf } from './business-store.js';
import { BusinessNotifier } from './mails/business-notifier.js';
import { daysBetween } from './my-businesses.js';

/** How many days before the end of an approval its owners are written to. */
const ahead = [7, 30, 60] as const;

/**
 * Writes lapses down, and writes to owners before. That opportunities are hidden needs no job: whether a business is approved
 * is worked out each time somebody asks.
 */
@Injectable()
@JobHandler('watch-businesses')
export class WatchBusinesses implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly transitions: BusinessTransitions,
    private readonly notifier: BusinessNotifier,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await this.recordLapses(signal);
    await this.writeAhead(dayOf(this.clock.now()), signal);
  }

  /** Records the lapse of every approval whose last day is over. */
  async recordLapses(signal: AbortSignal): Promise<void> {
    const today = dayOf(this.clock.now());
    const over = await this.db.query<{ id: string }>(
      `SELECT id FROM opportunities.business WHERE status = 'approved' AND approved_until < $1::date ORDER BY approved_until`,
      [today],
    );
    // Locking it reads it again, and lapses it where that is due.
    await eachAlone(over, signal, ({ id }) => this.db.transaction((tx) => this.transitions.lock(tx, id)));
  }

  private async writeAhead(today: string, signal: AbortSignal): Promise<void> {
    const ending = await this.db.query<{ id: string }>(
      `SELECT id FROM opportunities.business
       WHERE status = 'approved' AND NOT renewing AND approved_until BETWEEN $1::date AND $1::date + $2::integer
       ORDER BY approved_until`,
      [today, Math.max(...ahead)],
    );
    await eachAlone(ending, signal, ({ id }) =>
      this.db.transaction(async (tx) => {
        const { status, renewing, approvedUntil } = await this.transitions.lock(tx, id);
        if (status !== 'approved' || renewing || !approvedUntil) return;
        // The nearest only: after a long pause of the worker nobody gets three mails at once.
        const days = ahead.find((n) => daysBetween(today, approvedUntil) <= n);
        if (days === undefined) return;
        await this.notifier.notifyOwners(tx, 'business-lapsing', id, `${approvedUntil}/${days}`, {
          until: approvedUntil,
        });
      }),
    );
  }
}
