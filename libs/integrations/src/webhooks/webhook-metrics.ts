import { Clock, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';
import { failuresToPause } from './retry-schedule.js';

@MetricSource()
export class WebhookMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    const now = this.clock.now();
    const [row] = await this.db.query<{ oldest: Date | null; failing: number }>(
      `SELECT min(due.since) AS oldest, count(*) FILTER (WHERE e.failures >= $2)::int AS failing
       FROM integrations.webhook_endpoint e LEFT JOIN LATERAL (
         SELECT coalesce(d.next_attempt_at, d.due_since) AS since FROM integrations.webhook_delivery d
         WHERE d.endpoint_id = e.id AND d.status = 'pending' AND (d.next_attempt_at IS NULL OR d.next_attempt_at <= $1)
         ORDER BY d.position LIMIT 1
       ) due ON e.retry_at IS NULL AND e.failures < $2
       WHERE e.status = 'active'`,
      [now, failuresToPause],
    );
    const age = row?.oldest ? Math.max(0, (now.valueOf() - row.oldest.valueOf()) / 1000) : 0;
    return [
      { name: 'upstander_webhook_oldest_due_seconds', value: age },
      { name: 'upstander_webhook_endpoints_failing', value: row?.failing ?? 0 },
    ];
  }
}
