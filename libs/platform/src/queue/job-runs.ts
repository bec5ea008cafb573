import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { jobs } from './jobs.js';

export interface JobRun {
  readonly job: string;
  readonly doneAt: Date | null;
  readonly failedAt: Date | null;
  readonly failures: number;
  /** ID under which the log has the stack of the last failure. */
  readonly faultId: string | null;
  /** Error code or class name of the last failure, never its message. */
  readonly fault: string | null;
  readonly milliseconds: number | null;
  readonly every: number;
}

/** Minimum interval between records of successful runs, in milliseconds. */
const minWriteInterval = 5_000;

/** Independent of the queue and the log. */
@Injectable()
export class JobRuns {
  private readonly lastWrites = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Never throws, because the job is already done. */
  async recordSuccess(job: string, milliseconds: number): Promise<void> {
    const now = performance.now();
    if (now - (this.lastWrites.get(job) ?? -minWriteInterval) < minWriteInterval) return;
    this.lastWrites.set(job, now);
    await this.write(
      `INSERT INTO platform.job_run (job, done_at, milliseconds) VALUES ($1, $2, $3)
       ON CONFLICT (job) DO UPDATE SET done_at = excluded.done_at, milliseconds = excluded.milliseconds, failures = 0`,
      [job, this.clock.now(), Math.round(milliseconds)],
    );
  }

  async recordFailure(job: string, faultId: string, fault: string): Promise<void> {
    this.lastWrites.delete(job);
    await this.write(
      `INSERT INTO platform.job_run (job, failed_at, failures, fault_id, fault) VALUES ($1, $2, 1, $3, $4)
       ON CONFLICT (job) DO UPDATE SET failed_at = excluded.failed_at, failures = job_run.failures + 1,
         fault_id = excluded.fault_id, fault = excluded.fault`,
      [job, this.clock.now(), faultId, fault],
    );
  }

  /** Includes jobs that have never run. */
  async list(): Promise<JobRun[]> {
    const rows = await this.db.query<Omit<JobRun, 'every'>>(
      `SELECT job, done_at AS "doneAt", failed_at AS "failedAt", failures, fault_id AS "faultId", fault, milliseconds
       FROM platform.job_run`,
    );
    const runsByJob = new Map(rows.map((row) => [row.job, row]));
    const neverRun = { doneAt: null, failedAt: null, failures: 0, faultId: null, fault: null, milliseconds: null };
    return jobs.all().map(([job, { every }]) => ({ ...neverRun, ...runsByJob.get(job), job, every }));
  }

  private async write(sql: string, values: readonly unknown[]): Promise<void> {
    await this.db.query(sql, values).catch(() => undefined);
  }
}
