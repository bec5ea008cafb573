import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { autoCheckOutDelay } from './attendance.service.js';
import { lockEndedShifts } from '../shifts/shift-store.js';

const batchSize = 500;

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
        const shiftIds = await lockEndedShifts(tx, at, autoCheckOutDelay, batchSize);
        await tx.query(
          `SELECT count(*)::int AS settled FROM events.settle_attendance(
             ARRAY(SELECT u.id FROM events.signup u WHERE u.shift_id = ANY ($1) AND u.status = 'checked_in'),
             $2, $3::interval)`,
          [shiftIds, at, autoCheckOutDelay],
        );
        return shiftIds.length;
      });
    }
  }
}
