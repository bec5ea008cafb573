import { Clock, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';

@MetricSource()
export class ReminderMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    const now = this.clock.now();
    const [row] = await this.db.query<{ oldest: Date | null }>(
      'SELECT min(due_at) AS oldest FROM events.shift_due WHERE done_at IS NULL AND due_at <= $1',
      [now],
    );
    const value = row?.oldest ? (now.valueOf() - row.oldest.valueOf()) / 1000 : 0;
    return [{ name: 'upstander_reminders_overdue_seconds', value }];
  }
}
