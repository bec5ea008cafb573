import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

const year = 365 * 86_400_000;

/** A year after a message was answered nobody needs it any more; one that nobody answered is kept for two. */
@Injectable()
@JobHandler('forget-site-messages')
export class ForgetSiteMessages implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now().valueOf();
    await this.db.query('DELETE FROM outreach.site_message WHERE answered_at < $1 OR received_at < $2', [
      new Date(now - year),
      new Date(now - 2 * year),
    ]);
  }
}
