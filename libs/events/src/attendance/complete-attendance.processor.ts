import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { autoCheckOutDelay } from './attendance.service.js';

const batchSize = 500;

@Injectable()
@JobHandler('complete-attendance')
export class CompleteAttendance implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let count = batchSize; count === batchSize && !signal.aborted;) {
      const at = this.clock.now();
      count = await this.db.transaction(async (tx) => {
        // Locks the shifts first, like all code that changes sign-ups, and leaves those locked elsewhere for the next
        // run.
        const shifts = await tx.query<{ id: string }>(
          `SELECT s.id FROM events.shift s
           WHERE s.id IN (SELECT u.shift_id FROM events.signup u WHERE u.status = 'checked_in')
             AND s.ends_at <= $1::timestamptz - $2::interval
           ORDER BY s.id LIMIT ${batchSize} FOR NO KEY UPDATE SKIP LOCKED`,
          [at, autoCheckOutDelay],
        );
        await tx.query(
          `SELECT count(*)::int AS settled FROM events.settle_attendance(
             ARRAY(SELECT u.id FROM events.signup u WHERE u.shift_id = ANY ($1) AND u.status = 'checked_in'),
             $2, $3::interval)`,
          [shifts.map(({ id }) => id), at, autoCheckOutDelay],
        );
        return shifts.length;
      });
    }
  }
}
