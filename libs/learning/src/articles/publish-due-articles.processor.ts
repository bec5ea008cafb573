import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { publishVersion } from './publish-version.js';

@JobHandler('publish-due-articles')
export class PublishDueArticles implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const at = this.clock.now();
    const due = await this.db.query<{ id: string; articleId: string }>(
      `SELECT v.id, v.article_id AS "articleId" FROM learning.article_version v
       WHERE v.status = 'scheduled' AND v.publish_at <= $1 ORDER BY v.publish_at LIMIT 100`,
      [at],
    );
    for (const { id, articleId } of due) {
      await this.db.transaction(async (tx) => {
        await tx.query('SELECT FROM learning.article WHERE id = $1 FOR NO KEY UPDATE', [articleId]);
        // Skipped if it was withdrawn or returned in the meantime.
        const [still] = await tx.query<{ decidedAt: Date | null }>(
          `SELECT decided_at AS "decidedAt" FROM learning.article_version WHERE id = $1 AND status = 'scheduled'`,
          [id],
        );
        if (still) await publishVersion(tx, id, this.clock.dayOf(still.decidedAt ?? at));
      });
    }
  }
}
