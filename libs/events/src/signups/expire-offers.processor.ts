import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobHandler, JobQueue, Logger, type Job } from '@upstander/platform';

const most = 200;

/** Ends offers that nobody took, and makes the next in line theirs. */
@JobHandler('expire-offers')
@Injectable()
export class ExpireOffers implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let ended = most; ended > 0 && !signal.aborted;) {
      const [row] = await this.db.query<{ ended: number }>('SELECT events.expire_offers($1, $2, $3) AS ended', [
        this.clock.now(),
        this.config.OFFER_HOURS,
        most,
      ]);
      ended = row?.ended ?? 0;
      if (ended === 0) return;
      this.queue.ring('deliver-due-mail');
      this.logger.info({ offers: ended }, 'offers ran out');
    }
  }
}
