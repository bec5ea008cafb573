import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Config, Database, JobHandler, type Job } from '@upstander/platform';

const batchSize = 2_000;

/**
 * Queues one reminder per participant and date: on the day before, or on the day for those who registered later.
 * A single statement, so cancellations are always included and a killed worker has done all of a batch or nothing.
 */
const insertReminders = `
  WITH upcoming AS (
    SELECT e.id, e.starts_at, (e.starts_at_local::date - 1 + $2::time) AT TIME ZONE e.time_zone AS day_before_at,
      (e.starts_at_local::date + $3::time) AT TIME ZONE e.time_zone AS same_day_at
    FROM events.registration_form f JOIN events.event e ON e.id = f.event_id
    WHERE e.status = 'published' AND e.starts_at > $1 AND e.starts_at < $1::timestamptz + interval '3 days'
  ), due AS (
    SELECT r.id, r.email, r.locale, extract(epoch FROM u.starts_at)::bigint AS start FROM upcoming u JOIN events.registration r ON r.event_id = u.id
    WHERE r.status = 'confirmed' AND r.reminded_at IS NULL AND r.repeat_of IS NULL AND (
      (r.created_at < u.day_before_at AND u.day_before_at <= $1)
      OR (r.created_at < u.same_day_at AND u.same_day_at <= $1)
    )
    ORDER BY r.id LIMIT $4 FOR UPDATE OF r SKIP LOCKED
  ), done AS (
    UPDATE events.registration r SET reminded_at = $1 FROM due WHERE r.id = due.id
  ), made AS (
    ${insertMails({
      template: 'registration-reminder',
      key: `'registration-reminder/' || due.id || '/' || due.start`,
      subjectId: 'due.id',
      recipient: 'due.email',
      locale: 'due.locale',
      dueAt: '$1',
      from: 'due WHERE due.email IS NOT NULL',
    })}
  )
  SELECT (SELECT count(*)::integer FROM due) AS due, (SELECT count(*)::integer FROM made) AS made`;

@JobHandler('remind-participants')
export class RemindParticipants implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { REMINDER_DAY_BEFORE_AT, REMINDER_SAME_DAY_AT } = this.config;
    for (let found = batchSize; found === batchSize && !signal.aborted;) {
      const [counts] = await this.db.query<{ due: number; made: number }>(insertReminders, [
        this.clock.now(),
        REMINDER_DAY_BEFORE_AT,
        REMINDER_SAME_DAY_AT,
        batchSize,
      ]);
      found = counts?.due ?? 0;
      if (counts?.made) this.outbox.deliver();
    }
  }
}
