import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

const patience = 14 * 86_400_000;

/** Deletes what strangers began with an address that was never confirmed: it is nobody's. */
@Injectable()
@JobHandler('forget-school-asks')
export class ForgetSchoolAsks implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().valueOf() - patience);
    await this.db.query(`DELETE FROM outreach.ask WHERE status = 'unconfirmed' AND created_at < $1`, [before]);
  }
}
