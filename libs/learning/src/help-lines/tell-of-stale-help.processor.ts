import { activeGrants } from '@upstander/identity';
import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, Logger, type Job } from '@upstander/platform';

/**
 * Adds one email per staff member if a line has become due since the last notice. Each email lists all due lines, and
 * each due date is announced once. $1: today's date, $2: the current time.
 */
const notifyStaff = `
  WITH due AS (
    UPDATE learning.help_line SET told_for = verify_by
    WHERE published AND verify_by < $1::date AND told_for IS DISTINCT FROM verify_by RETURNING id, verify_by
  ), told AS (SELECT id, verify_by FROM due ORDER BY verify_by DESC, id LIMIT 1)
  ${insertMails({
    template: 'help-lines-stale',
    key: `'help-lines-stale/' || m.id || '/' || m.verify_by || '/' || m.account_id`,
    subjectId: 'm.id',
    recipient: 'm.email',
    locale: 'm.locale',
    dueAt: '$2',
    from: `(
      SELECT DISTINCT t.id, t.verify_by, a.id AS account_id, a.email, a.locale
      FROM told t CROSS JOIN ${activeGrants}
      WHERE g.role IN ('admin', 'moderator', 'advocate')
    ) m`,
  })}`;

@JobHandler('tell-of-stale-help')
export class NotifyStaleHelpLines implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const made = await this.db.query(notifyStaff, [this.clock.dayOf(now), now]);
    if (made.length === 0) return;
    this.outbox.deliver();
    this.logger.info({ mails: made.length }, 'help lines are due for a check');
  }
}
