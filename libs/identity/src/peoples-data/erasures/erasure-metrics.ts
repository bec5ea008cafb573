import { Clock, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';

/** Counts erasure requests that need help. A legal hold is a normal delay. */
@MetricSource()
export class ErasureMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    const [row] = await this.db.query<{ refused: number; stuck: number }>(
      `SELECT count(*) FILTER (WHERE refused_code IS NOT NULL)::int AS refused,
         count(*) FILTER (WHERE refused_code IS NULL AND status = 'approved'
           AND approved_at < $1::timestamptz - interval '1 hour')::int AS stuck
       FROM identity.data_request WHERE kind = 'erasure' AND status IN ('open', 'approved')`,
      [this.clock.now()],
    );
    return (['refused', 'stuck'] as const).map((reason) => ({
      name: 'upstander_erasures_waiting',
      labels: { reason },
      value: row?.[reason] ?? 0,
    }));
  }
}
