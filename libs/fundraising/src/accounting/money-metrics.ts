import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, MetricSource, type Measured, type Measures } from '@upstander/platform';

interface Row {
  lag: number;
  last_event: Date | null;
  checked_at: Date | null;
  findings: number | null;
  whole_at: Date | null;
  discrepancies: number;
  refunds: number;
}

@Injectable()
@MetricSource()
export class MoneyMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async measure(): Promise<Measured[]> {
    const now = this.clock.now();
    const [row] = await this.db.query<Row>(
      `SELECT (SELECT coalesce(max(extract(epoch FROM received_at - created_at)), 0)::float8 FROM fundraising.stripe_event
          WHERE received_at > $1::timestamptz - interval '1 hour') AS lag,
        (SELECT max(received_at) FROM fundraising.stripe_event) AS last_event,
        c.checked_at, c.findings, (SELECT max(checked_at) FROM fundraising.ledger_check WHERE whole) AS whole_at,
        (SELECT count(*)::int FROM fundraising.discrepancy WHERE settled_at IS NULL) AS discrepancies,
        (SELECT count(*)::int FROM fundraising.refund WHERE status = 'requested') AS refunds
       FROM (SELECT 1) one LEFT JOIN LATERAL (
         SELECT checked_at, (SELECT coalesce(sum(value::int), 0)::int FROM jsonb_each_text(findings)) AS findings
         FROM fundraising.ledger_check ORDER BY checked_at DESC LIMIT 1
       ) c ON true`,
      [now],
    );
    const gifts = await this.db.query<{ status: string; gifts: number }>(
      `SELECT status, count(*)::int AS gifts FROM fundraising.gift
       WHERE coalesce(paid_at, created_at) > $1::timestamptz - interval '1 hour' GROUP BY status`,
      [now],
    );
    const age = (since: Date | null | undefined) => since && Math.max(0, (now.valueOf() - since.valueOf()) / 1000);
    const sinceWhole = age(row?.whole_at) ?? null;
    const overdue = sinceWhole && Math.max(0, sinceWhole - this.config.LEDGER_WHOLE_CHECK_DAYS * 86_400);
    return [
      { name: 'upstander_stripe_webhook_lag_seconds', value: Math.max(0, row?.lag ?? 0) },
      { name: 'upstander_stripe_last_event_age_seconds', value: age(row?.last_event) ?? null },
      { name: 'upstander_ledger_check_age_seconds', value: age(row?.checked_at) ?? null },
      { name: 'upstander_ledger_whole_check_overdue_seconds', value: overdue },
      { name: 'upstander_ledger_check_findings', value: row?.findings ?? null },
      { name: 'upstander_discrepancies_open', value: row?.discrepancies ?? null },
      { name: 'upstander_refunds_waiting', value: row?.refunds ?? null },
      ...gifts.map(({ status, gifts: value }): Measured => {
        return { name: 'upstander_gifts_last_hour', labels: { status }, value };
      }),
    ];
  }
}
