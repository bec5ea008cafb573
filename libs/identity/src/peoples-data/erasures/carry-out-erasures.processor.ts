import { Database, isLockedForTooLong, JobHandler, Logger, Refusal, type Job } from '@upstander/platform';
import { Erasures } from './erasures.service.js';
import { NewCommitmentError } from './erasure-steps.js';

/** Retries erasures that didn't finish, for example because Stripe was unavailable or a legal hold applied. */
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
        // A failing erasure must not block the others.
        const reason = findDelayReason(error);
        if (reason !== null) this.logger.warn({ request: id, reason }, 'An erasure waits');
        else this.logger.fault(error, { request: id }, 'An erasure waits');
      }
    }
  }
}

/** Null for a fault. */
function findDelayReason(error: unknown): string | null {
  if (error instanceof Refusal) return error.code;
  if (error instanceof NewCommitmentError) return 'more is ahead';
  return isLockedForTooLong(error) ? 'locked' : null;
}
