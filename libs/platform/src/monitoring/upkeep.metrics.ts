import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { MetricSource, type Measurement, type Measures } from '../metrics/metric-source.js';
import { servedUntil } from './served-certificate.js';

const hour = 3_600_000;

/** The size of the database, and the age of its last backup by `upstander backup`. */
@Injectable()
@MetricSource()
export class BackupMetrics implements Measures {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async measure(): Promise<Measurement[]> {
    // Without a backup yet, the age counts from the installation.
    const [row] = await this.db.query<{ bytes: string; last: Date | null }>(
      `SELECT pg_database_size(current_database()) AS bytes,
         coalesce((SELECT max(finished_at) FROM platform.backup_run), (SELECT min(migrated_at) FROM public.release)) AS last`,
    );
    return [
      { name: 'upstander_database_bytes', value: Number(row!.bytes) },
      { name: 'upstander_backup_overdue_seconds', value: this.overdue(row!.last) },
    ];
  }

  private overdue(last: Date | null): number {
    if (this.config.BACKUP_HOURS === 0) return 0;
    const age = this.clock.now().valueOf() - (last?.valueOf() ?? 0);
    return Math.max(0, age - this.config.BACKUP_HOURS * hour) / 1000;
  }
}

/** A renewal that is this late has failed: programs that renew do so a month before the end. */
const latestRenewal = 14 * 24 * hour;

@Injectable()
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
