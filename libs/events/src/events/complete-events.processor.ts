import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

@Injectable()
@JobHandler('complete-events')
export class CompleteEvents implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.db.query(
      `UPDATE events.event SET status = 'completed', updated_at = $1 WHERE status = 'published' AND ends_at <= $1`,
      [this.clock.now()],
    );
  }
}
