import { Clock, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';
import { serverAwayDelay } from './mail-batch.js';

const maxCounted = 10_000;

/**
 * During an outage of the mail server, emails are put off again and again without counting an attempt. Their age counts from
 * their first attempt.
 */
const isPutOff = 'attempts = 0 AND first_tried_at IS NOT NULL';

@MetricSource()
export class MailMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    const now = this.clock.now();
    const [due] = await this.db.query<{ oldest: Date | null; due: number }>(
      `SELECT min(CASE WHEN ${isPutOff} THEN least(first_tried_at, due_at) ELSE due_at END) AS oldest, count(*)::int AS due
       FROM (
         (SELECT due_at, attempts, first_tried_at FROM notifications.mail
          WHERE status = 'due' AND NOT can_wait AND due_at <= $2 ORDER BY due_at LIMIT ${maxCounted})
         UNION ALL
         (SELECT due_at, attempts, first_tried_at FROM notifications.mail
          WHERE status = 'due' AND can_wait AND due_at <= $2 ORDER BY due_at LIMIT ${maxCounted})
       ) waiting
       WHERE due_at <= $1 OR ${isPutOff}`,
      [now, new Date(now.valueOf() + serverAwayDelay)],
    );
    const trouble = await this.db.query<{ status: string; mails: number }>(
      `SELECT status, count(*)::int AS mails FROM notifications.mail
       WHERE status IN ('failed', 'bounced') AND created_at > $1::timestamptz - interval '1 day' GROUP BY status`,
      [now],
    );
    const age = due?.oldest ? (now.valueOf() - due.oldest.valueOf()) / 1000 : 0;
    return [
      { name: 'upstander_mails_due', value: due?.due ?? 0 },
      { name: 'upstander_mail_oldest_due_seconds', value: age },
      ...['failed', 'bounced'].map((status): Measurement => {
        const value = trouble.find((row) => row.status === status)?.mails ?? 0;
        return { name: 'upstander_mails_in_trouble', labels: { status }, value };
      }),
    ];
  }
}
