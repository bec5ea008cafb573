import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

@JobHandler('forget-challenges')
export class ForgetChallenges implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.db.query('DELETE FROM fundraising.spent_challenge WHERE expires_at < $1', [now]);
    await this.db.query(`DELETE FROM fundraising.card_minute WHERE minute < $1::timestamptz - interval '30 days'`, [
      now,
    ]);
  }
}
