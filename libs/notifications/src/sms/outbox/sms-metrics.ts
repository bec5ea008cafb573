import { Injectable } from '@nestjs/common';
import { Clock, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';

/** Texts that wait for the end of the quiet hours aren't due. */
@Injectable()
@MetricSource()
export class SmsMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    const now = this.clock.now();
    const [row] = await this.db.query<{ oldest: Date | null }>(
      `SELECT min(due_at) AS oldest FROM notifications.sms WHERE status = 'due' AND due_at <= $1`,
      [now],
    );
    const age = row?.oldest ? (now.valueOf() - row.oldest.valueOf()) / 1000 : 0;
    return [{ name: 'upstander_sms_oldest_due_seconds', value: age }];
  }
}
