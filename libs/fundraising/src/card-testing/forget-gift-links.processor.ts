import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

/** Forgets what was typed into forms and never became a gift, puzzles that have run out, and old counts. */
@JobHandler('forget-gift-links')
@Injectable()
export class ForgetGiftLinks implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.db.query('DELETE FROM fundraising.gift_link WHERE expires_at < $1 OR used_at IS NOT NULL', [now]);
    await this.db.query('DELETE FROM fundraising.spent_challenge WHERE expires_at < $1', [now]);
    await this.db.query(`DELETE FROM fundraising.card_minute WHERE minute < $1::timestamptz - interval '30 days'`, [
      now,
    ]);
  }
}
