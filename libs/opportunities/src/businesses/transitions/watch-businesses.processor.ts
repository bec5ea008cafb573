import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { forEachIndependently } from '../../for-each-independently.js';
import { BusinessTransitions } from './business-transitions.js';
import { dayOf } from '../business-store.js';
import { BusinessNotifier } from '../mails/business-notifier.js';
import { daysBetween } from '../my-businesses.js';

/** Number of days before the end of an approval when its owners get a reminder. */
const reminderDays = [7, 30, 60] as const;

/**
 * Records lapses and reminds owners beforehand. Opportunities are hidden without this job, because each read checks the
 * approval date.
 */
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

  async recordLapses(signal: AbortSignal): Promise<void> {
    const today = dayOf(this.clock.now());
    const lapsed = await this.db.query<{ id: string }>(
      `SELECT id FROM opportunities.business WHERE status = 'approved' AND approved_until < $1::date ORDER BY approved_until`,
      [today],
    );
    // Locking rereads the business and records a lapse if it is due.
    await forEachIndependently(lapsed, signal, ({ id }) => this.db.transaction((tx) => this.transitions.lock(tx, id)));
  }

  private async writeAhead(today: string, signal: AbortSignal): Promise<void> {
    const ending = await this.db.query<{ id: string }>(
      `SELECT id FROM opportunities.business
       WHERE status = 'approved' AND NOT renewing AND approved_until BETWEEN $1::date AND $1::date + $2::integer
       ORDER BY approved_until`,
      [today, Math.max(...reminderDays)],
    );
    await forEachIndependently(ending, signal, ({ id }) =>
      this.db.transaction(async (tx) => {
        const { status, renewing, approvedUntil } = await this.transitions.lock(tx, id);
        if (status !== 'approved' || renewing || !approvedUntil) return;
        // Sends only the nearest reminder, so owners don't get three emails after a worker outage.
        const days = reminderDays.find((n) => daysBetween(today, approvedUntil) <= n);
        if (days === undefined) return;
        await this.notifier.notifyOwners(tx, 'business-lapsing', id, `${approvedUntil}/${days}`, {
          until: approvedUntil,
        });
      }),
    );
  }
}
