import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { MetricSource, type Measurement, type Measures } from '../metrics/metric-source.js';
import { servedUntil } from './served-certificate.js';

const hour = 3_600_000;

/**
 * SQL of the seconds at time $1 since PostgreSQL last archived its write-ahead log, from `pg_stat_archiver`. 0 if it doesn't archive, or
 * may wait as long as a segment isn't full.
 */
export const archiveLag = `(SELECT CASE
  WHEN current_setting('archive_mode') = 'off' THEN 0
  WHEN current_setting('archive_timeout')::interval = '0'
    AND coalesce(last_failed_time, '-infinity') <= coalesce(last_archived_time, '-infinity') THEN 0
  ELSE greatest(0, extract(epoch FROM $1::timestamptz - coalesce(last_archived_time, stats_reset))) END::float8
  FROM pg_stat_archiver)`;

/** The size of the database, and the age of its backups, restore drills and archive. */
@MetricSource()
export class BackupMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    // Before the first run, the age counts from the installation.
    const [row] = await this.db.query<{ bytes: string; lag: number; backup: Date | null; drill: Date | null }>(
      `SELECT pg_database_size(current_database()) AS bytes, ${archiveLag} AS lag,
         coalesce(max(b.finished_at) FILTER (WHERE b.kind <> 'restore-drill'), r.first) AS backup,
         coalesce(max(b.finished_at) FILTER (WHERE b.kind = 'restore-drill'), r.first) AS drill
       FROM (SELECT min(migrated_at) AS first FROM public.release) r LEFT JOIN platform.backup_run b ON true
       GROUP BY r.first`,
      [this.clock.now()],
    );
    const { BACKUP_HOURS, RESTORE_DRILL_DAYS } = this.config;
    return [
      { name: 'upstander_database_bytes', value: Number(row!.bytes) },
      { name: 'upstander_backup_overdue_seconds', value: this.overdue(row!.backup, BACKUP_HOURS * hour) },
      {
        name: 'upstander_restore_drill_overdue_seconds',
        value: this.overdue(row!.drill, RESTORE_DRILL_DAYS * 24 * hour),
      },
      { name: 'upstander_archive_lag_seconds', value: row!.lag },
    ];
  }

  /** @param limit in milliseconds; 0 if it isn't watched */
  private overdue(last: Date | null, limit: number): number {
    if (limit === 0) return 0;
    const age = this.clock.now().valueOf() - (last?.valueOf() ?? 0);
    return Math.max(0, age - limit) / 1000;
  }
}

/** A renewal that is this late has failed: programs that renew do so a month before the end. */
const latestRenewal = 14 * 24 * hour;

@MetricSource()
export class CertificateMetrics implements Measures {
  private seen?: { at: number; ends: Promise<(Date | null)[]> };

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** 0 without HTTPS. A site that doesn't answer at all is for other alerts. */
  async measure(): Promise<Measurement[]> {
    const now = this.clock.now().valueOf();
    if (!this.seen || now - this.seen.at > hour) this.seen = { at: now, ends: this.look() };
    const ends = (await this.seen.ends).filter((end) => end !== null);
    const renewal = Math.min(...ends.map((end) => end.valueOf())) - latestRenewal;
    return [{ name: 'upstander_certificate_overdue_seconds', value: Math.max(0, (now - renewal) / 1000) }];
  }

  private look(): Promise<(Date | null)[]> {
    const { PUBLIC_URL, ADMIN_URL } = this.config;
    return Promise.all([PUBLIC_URL, ADMIN_URL].flatMap((url) => (url === undefined ? [] : [servedUntil(url, 3_000)])));
  }
}
