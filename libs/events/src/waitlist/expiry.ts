import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobQueue, Logger } from '@upstander/platform';

const batchSize = 200;

const statements = {
  offers: 'SELECT events.expire_offers($1, $2, $3) AS ended',
  signups: 'SELECT events.expire_signups($1, $2, $3) AS ended',
};

@Injectable()
export class Expiry {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async run(kind: keyof typeof statements, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const values = [this.clock.now(), this.config.OFFER_HOURS, batchSize];
      const [row] = await this.db.query<{ ended: number }>(statements[kind], values);
      if (!row?.ended) return;
      this.queue.enqueue('deliver-due-mail');
      this.logger.info({ [kind]: row.ended }, `${kind} expired`);
    }
  }
}
