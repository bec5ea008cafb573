import { Clock, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';

/** Texts that wait for the end of the quiet hours aren't due. Texts that the provider didn't accept count from their first attempt. */
@MetricSource()
export class SmsMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    const now = this.clock.now();
    const [row] = await this.db.query<{ oldest: Date | null }>(
      `SELECT least(
         (SELECT min(due_at) FROM notifications.sms WHERE status = 'due' AND due_at <= $1),
         (SELECT min(first_tried_at) FROM notifications.sms WHERE status = 'due' AND last_error IS NOT NULL)
       ) AS oldest`,
      [now],
    );
    const age = row?.oldest ? (now.valueOf() - row.oldest.valueOf()) / 1000 : 0;
    return [{ name: 'upstander_sms_oldest_due_seconds', value: age }];
  }
}
