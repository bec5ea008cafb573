import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, Logger, type Job } from '@upstander/platform';
import { joinShiftAndEvent } from '../shifts/shift-joins.js';

/** Due times per query. Each can produce thousands of emails. */
const batchSize = 200;

/**
 * Turns due times into emails for everyone who has a confirmed place at this moment.
 * A single statement, so cancellations and late sign-ups are always included. SKIP LOCKED keeps two workers off the
 * same row, and the unique key of the emails prevents duplicates.
 */
export const insertDueReminders = `
  WITH due AS (
    SELECT shift_id, kind, due_at, until FROM events.shift_due
    WHERE done_at IS NULL AND due_at <= $1
    ORDER BY due_at, shift_id LIMIT $2
    FOR UPDATE SKIP LOCKED
  ), done AS (
    UPDATE events.shift_due d SET done_at = $1
    FROM due WHERE d.shift_id = due.shift_id AND d.kind = due.kind
  ), made AS (
    ${insertMails({
      template: { column: 't.template' },
      key: `t.template || '/' || signup.id || '/' || extract(epoch FROM due.due_at)::bigint`,
      subjectId: 'signup.id',
      recipient: 'volunteer.email',
      locale: 'signup.locale',
      data: `jsonb_build_object('start', extract(epoch FROM s.starts_at)::bigint)`,
      dueAt: 'due.due_at',
      from: `due
      JOIN (VALUES ('day-before', 'reminder-day-before'), ('same-day', 'reminder-same-day'), ('thank-you', 'thank-you'),
        ('thank-you', 'missed-you')) AS t (kind, template) USING (kind)
      ${joinShiftAndEvent('due')} AND e.status IN ('published', 'completed')
      JOIN events.signup ON signup.shift_id = due.shift_id AND signup.repeat_of IS NULL AND CASE
        WHEN t.template = 'missed-you' THEN signup.status = 'no_show'
        WHEN t.template <> 'thank-you' THEN signup.status = 'confirmed'
        ELSE signup.status IN ('checked_in', 'completed') OR signup.status = 'confirmed' AND NOT EXISTS (
          -- If attendance was recorded, only those who attended are thanked.
          SELECT FROM events.signup kept
          WHERE kept.shift_id = due.shift_id AND kept.status IN ('checked_in', 'completed', 'no_show')
        )
      END
      JOIN volunteers.volunteer ON volunteer.id = signup.volunteer_id AND volunteer.erased_at IS NULL
      WHERE due.until > $1`,
    })}
  )
  SELECT (SELECT count(*)::int FROM due) AS due, (SELECT count(*)::int FROM made) AS made`;

@JobHandler('make-due-reminders')
export class MakeDueReminders implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let foundCount = batchSize; foundCount === batchSize && !signal.aborted;) {
      const [counts] = await this.db.query<{ due: number; made: number }>(insertDueReminders, [
        this.clock.now(),
        batchSize,
      ]);
      foundCount = counts?.due ?? 0;
      if (!counts?.made) continue;
      this.outbox.deliver();
      this.logger.info({ shifts: foundCount, mails: counts.made }, 'reminder emails queued');
    }
  }
}
