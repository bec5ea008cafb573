import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobHandler, JobQueue, Logger, type Job } from '@upstander/platform';

const most = 200;

/** Ends sign-ups whose address was not confirmed in time, and offers their places to the line. */
@JobHandler('expire-signups')
@Injectable()
export class ExpireSignups implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let ended = most; ended > 0 && !signal.aborted;) {
      const [row] = await this.db.query<{ ended: number }>('SELECT events.expire_signups($1, $2, $3) AS ended', [
        this.clock.now(),
        this.config.OFFER_HOURS,
        most,
      ]);
      ended = row?.ended ?? 0;
      if (ended === 0) return;
      this.queue.ring('deliver-due-mail');
      this.logger.info({ signups: ended }, 'unconfirmed sign-ups ran out');
    }
  }
}
