import { Injectable } from '@nestjs/common';
import { Clock, Database, notThere, type Acknowledgement } from '@upstander/platform';
import { AppealLinks } from './appeal-links.js';

/** What donors do not want to hear any more. */
@Injectable()
export class Appeals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: AppealLinks,
  ) {}

  /**
   * No more updates by mail, until they give again and ask for them again.
   * @throws Refusal NOT_FOUND when the link opens nothing.
   */
  async stop(token: string): Promise<Acknowledgement> {
    const link = this.links.open(token);
    if (!link) throw notThere('This link');
    const stopped = await this.db.query(
      `UPDATE fundraising.donor SET appeals_stopped_at = $2
       WHERE id = $1 AND ($3::integer IS NULL OR token_version = $3) RETURNING 1 AS stopped`,
      [link.id, this.clock.now(), link.version],
    );
    if (stopped.length === 0) throw notThere('This link');
    return { ok: true };
  }
}
