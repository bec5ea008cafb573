import { Injectable } from '@nestjs/common';
import { Database, JobHandler, Logger, Refusal, type Job } from '@upstander/platform';
import { Erasures } from './erasures.service.js';

/** Goes on with erasures that were approved and not finished: Stripe was away, or the process ended. */
@Injectable()
@JobHandler('carry-out-erasures')
export class CarryOutErasures implements Job {
  constructor(
    private readonly db: Database,
    private readonly erasures: Erasures,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const requests = await this.db.query<{ id: string }>(
      `SELECT id FROM identity.data_request WHERE kind = 'erasure' AND status = 'approved' ORDER BY approved_at, id LIMIT 100`,
    );
    for (const { id } of requests) {
      if (signal.aborted) return;
      try {
        await this.erasures.carryOut(id);
      } catch (error) {
        // One that cannot be now must not stand in the way of the others.
        if (error instanceof Refusal) this.logger.warn({ request: id, reason: error.code }, 'An erasure waits');
        else this.logger.fault(error, { request: id }, 'An erasure waits');
      }
    }
  }
}
