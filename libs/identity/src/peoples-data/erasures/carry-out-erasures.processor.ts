import { Injectable } from '@nestjs/common';
import { Database, isLockedForTooLong, JobHandler, Logger, Refusal, type Job } from '@upstander/platform';
import { Erasures } from './erasures.service.js';
import { MoreIsAhead } from './person-parts.js';

/** Goes on with erasures that were approved and not finished: Stripe was away, the process ended, or a hold kept them that is over. */
@Injectable()
@JobHandler('carry-out-erasures')
export class CarryOutErasures implements Job {
  constructor(
    private readonly db: Database,
    private readonly erasures: Erasures,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await this.erasures.resume(signal);
    const requests = await this.db.query<{ id: string }>(
      `SELECT id FROM identity.data_request WHERE kind = 'erasure' AND status = 'approved' ORDER BY approved_at, id LIMIT 100`,
    );
    for (const { id } of requests) {
      if (signal.aborted) return;
      try {
        await this.erasures.carryOut(id);
      } catch (error) {
        // One that cannot be now must not stand in the way of the others.
        const reason = reasonToWait(error);
        if (reason !== null) this.logger.warn({ request: id, reason }, 'An erasure waits');
        else this.logger.fault(error, { request: id }, 'An erasure waits');
      }
    }
  }
}

/** What is nobody's fault: the next run tries again. */
function reasonToWait(error: unknown): string | null {
  if (error instanceof Refusal) return error.code;
  if (error instanceof MoreIsAhead) return 'more is ahead';
  return isLockedForTooLong(error) ? 'locked' : null;
}
