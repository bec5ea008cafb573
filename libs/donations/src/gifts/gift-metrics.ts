import { Clock, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';

@MetricSource()
export class GiftMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    const gifts = await this.db.query<{ status: string; gifts: number }>(
      `SELECT status, count(*)::int AS gifts FROM fundraising.gift
       WHERE coalesce(paid_at, created_at) > $1::timestamptz - interval '1 hour' GROUP BY status`,
      [this.clock.now()],
    );
    return gifts.map(({ status, gifts: value }): Measurement => {
      return { name: 'upstander_gifts_last_hour', labels: { status }, value };
    });
  }
}
