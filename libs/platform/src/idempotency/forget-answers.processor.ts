import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { JobHandler, type Job } from '../queue/job-handler.js';

/** Forgets the answers kept for retries after thirty days: no client tries again that late. */
@Injectable()
@JobHandler('forget-answers')
export class ForgetAnswers implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.db.query(`DELETE FROM platform.idempotency WHERE created_at < $1::timestamptz - interval '30 days'`, [
      this.clock.now(),
    ]);
  }
}
