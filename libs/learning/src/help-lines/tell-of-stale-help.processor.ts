import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, dayIn, JobHandler, JobQueue, Logger, type Job } from '@upstander/platform';

/**
 * Adds one email per staff member if a line has become due since the last notice. Each email lists all due lines, and
 * each due date is announced once. $1: today's date, $2: the current time.
 */
const notifyStaff = `
  WITH due AS (
    UPDATE learning.help_line SET told_for = verify_by
    WHERE published AND verify_by < $1::date AND told_for IS DISTINCT FROM verify_by RETURNING id, verify_by
  ), told AS (SELECT id, verify_by FROM due ORDER BY verify_by DESC, id LIMIT 1)
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT DISTINCT 'help-lines-stale/' || t.id || '/' || t.verify_by || '/' || a.id, 'help-lines-stale', t.id, a.email, a.locale, $2::timestamptz
  FROM told t CROSS JOIN identity.account a JOIN identity."grant" g ON g.account_id = a.id
  WHERE a.disabled_at IS NULL AND g.role IN ('admin', 'moderator', 'advocate')
  ON CONFLICT (key) DO NOTHING RETURNING 1`;

/** Notifies staff of help lines that are due for a check. The lines stay on the site. */
@JobHandler('tell-of-stale-help')
@Injectable()
export class NotifyStaleHelpLines implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const made = await this.db.query(notifyStaff, [dayIn(this.config.TIME_ZONE, now), now]);
    if (made.length === 0) return;
    this.queue.enqueue('deliver-due-mail');
    this.logger.info({ mails: made.length }, 'help lines are due for a check');
  }
}
