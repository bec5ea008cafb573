import { Clock, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';

@MetricSource()
export class PaymentMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    const now = this.clock.now();
    const [row] = await this.db.query<{ lag: number; last_event: Date | null; refunds: number }>(
      `SELECT (SELECT coalesce(max(extract(epoch FROM received_at - created_at)), 0)::float8 FROM fundraising.stripe_event
          WHERE received_at > $1::timestamptz - interval '1 hour') AS lag,
        (SELECT max(received_at) FROM fundraising.stripe_event) AS last_event,
        (SELECT count(*)::int FROM fundraising.refund WHERE status = 'requested') AS refunds`,
      [now],
    );
    const last = row?.last_event;
    const age = last ? Math.max(0, (now.valueOf() - last.valueOf()) / 1000) : null;
    return [
      { name: 'upstander_stripe_webhook_lag_seconds', value: Math.max(0, row?.lag ?? 0) },
      { name: 'upstander_stripe_last_event_age_seconds', value: age },
      { name: 'upstander_refunds_waiting', value: row?.refunds ?? null },
    ];
  }
}
