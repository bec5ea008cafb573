import { Clock, Database, JobHandler, type Job, type Tx } from '@upstander/platform';
import { forEachIndependently } from '../for-each-independently.js';
import { noticeDays } from '../opportunities/opportunity-columns.js';
import { OpportunityTransitions } from '../opportunities/opportunity-transitions.js';
import { lockOpportunity } from '../opportunities/opportunity-store.js';
import type { Opportunity } from '../opportunities/opportunity.entity.js';
import { OpportunityNotifier } from '../opportunities/mails/opportunity-notifier.js';

const day = 86_400_000;

/**
 * Records expired terms and reminds businesses beforehand. Expired opportunities are hidden without this job, because
 * each read checks the date.
 */
@JobHandler('watch-opportunities')
export class WatchOpportunities implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly transitions: OpportunityTransitions,
    private readonly notifier: OpportunityNotifier,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await this.watchEndingBy(new Date(this.clock.now().valueOf() + noticeDays[0] * day), signal);
  }

  async recordExpiries(signal: AbortSignal): Promise<void> {
    await this.watchEndingBy(this.clock.now(), signal);
  }

  private async watchEndingBy(end: Date, signal: AbortSignal): Promise<void> {
    const ending = await this.db.query<{ id: string }>(
      `SELECT id FROM opportunities.opportunity
       WHERE status IN ('published', 'expiring') AND expires_at <= $1 ORDER BY expires_at, id`,
      [end],
    );
    // Locks and rereads each one, because it may have been renewed or filled in the meantime.
    await forEachIndependently(ending, signal, ({ id }) =>
      this.db.transaction(async (tx) => this.checkOpportunity(tx, await lockOpportunity(tx, id))),
    );
  }

  private async checkOpportunity(tx: Tx, opportunity: Opportunity): Promise<void> {
    const { status, expiresAt } = opportunity;
    if ((status !== 'published' && status !== 'expiring') || !expiresAt) return;
    const timeLeft = expiresAt.valueOf() - this.clock.now().valueOf();
    const data = { expiresAt: expiresAt.toISOString() };
    if (timeLeft <= 0) {
      await this.transitions.changeStatus(tx, opportunity, 'expired', { kind: 'EXPIRED', actorId: null });
      await this.notifier.notifyMembers(tx, 'opportunity-expired', opportunity, data.expiresAt, data);
      return;
    }
    // Sends only the nearest reminder, so members don't get two emails after a worker outage.
    const reminderDays = [...noticeDays].reverse().find((days) => timeLeft <= days * day);
    if (reminderDays === undefined) return;
    if (status === 'published')
      await this.transitions.changeStatus(tx, opportunity, 'expiring', { kind: 'EXPIRING', actorId: null });
    await this.notifier.notifyMembers(
      tx,
      'opportunity-expiring',
      opportunity,
      `${data.expiresAt}/${reminderDays}`,
      data,
    );
  }
}
