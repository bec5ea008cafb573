import { Clock, Config, Database, MetricSource, type Measurement, type Measures } from '@upstander/platform';

interface Row {
  checked_at: Date | null;
  findings: number | null;
  whole_at: Date | null;
  discrepancies: number;
}

@MetricSource()
export class LedgerMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async measure(): Promise<Measurement[]> {
    const now = this.clock.now();
    const [row] = await this.db.query<Row>(
      `SELECT c.checked_at, c.findings, (SELECT max(checked_at) FROM fundraising.ledger_check WHERE whole) AS whole_at,
        (SELECT count(*)::int FROM fundraising.discrepancy WHERE settled_at IS NULL) AS discrepancies
       FROM (SELECT 1) one LEFT JOIN LATERAL (
         SELECT checked_at, (SELECT coalesce(sum(value::int), 0)::int FROM jsonb_each_text(findings)) AS findings
         FROM fundraising.ledger_check ORDER BY checked_at DESC LIMIT 1
       ) c ON true`,
    );
    const age = (since: Date | null | undefined) => since && Math.max(0, (now.valueOf() - since.valueOf()) / 1000);
    const sinceWhole = age(row?.whole_at) ?? null;
    const overdue = sinceWhole && Math.max(0, sinceWhole - this.config.LEDGER_WHOLE_CHECK_DAYS * 86_400);
    return [
      { name: 'upstander_ledger_check_age_seconds', value: age(row?.checked_at) ?? null },
      { name: 'upstander_ledger_whole_check_overdue_seconds', value: overdue },
      { name: 'upstander_ledger_check_findings', value: row?.findings ?? null },
      { name: 'upstander_discrepancies_open', value: row?.discrepancies ?? null },
    ];
  }
}
