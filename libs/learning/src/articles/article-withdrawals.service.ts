import { Injectable } from '@nestjs/common';
import { TwoPeople, type Actor } from '@upstander/identity';
import { Clock, Database, isUuid, notFound, Refusal, typedText, type Tx } from '@upstander/platform';
import { versionChanged } from './article-editor.service.js';
import type { Article } from './article.entity.js';
import type { ManagedArticle } from './managed-article.js';
import { ManagedArticles } from './managed-articles.service.js';

type Locked = Pick<Article, 'id' | 'status' | 'withdrawalRequestedBy' | 'withdrawalRequestedAt'>;

/**
 * Takes articles off the site. One person requests it and another confirms; until then the article stays. Publishing a
 * new version ends the request. The database refuses a confirmation by the requester as well.
 */
@Injectable()
export class ArticleWithdrawals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly twoPeople: TwoPeople,
    private readonly reads: ManagedArticles,
  ) {}

  /**
   * Requests the withdrawal of an article. The requester can change the reason by requesting again.
   * @throws Refusal NOT_FOUND, BAD_INPUT; ARTICLE_MOVED_ON if it is not on the site or another person's request is
   * waiting
   */
  async request(actor: Actor, id: string, reasonText: string): Promise<ManagedArticle> {
    const reason = typedText('reason', reasonText, 500);
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      const byAnother = article.withdrawalRequestedAt && article.withdrawalRequestedBy !== actor.accountId;
      if (article.status !== 'published' || byAnother) throw versionChanged();
      await tx.query(
        `UPDATE learning.article SET withdrawal_requested_by = $2, withdrawal_requested_at = $3, withdrawal_reason = $4
         WHERE id = $1`,
        [article.id, actor.accountId, this.clock.now(), reason],
      );
    });
    return this.reads.byId(actor, id);
  }

  /**
   * Takes an article off the site. Its versions are kept, and a scheduled version is not published.
   * @throws Refusal NOT_FOUND; ARTICLE_MOVED_ON without a waiting request; SECOND_PERSON_NEEDED for the requester;
   * NOT_TWO_PEOPLE
   */
  async confirm(actor: Actor, id: string): Promise<ManagedArticle> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      // Without the requester's account, it is impossible to tell if two people agreed.
      if (!article.withdrawalRequestedAt || !article.withdrawalRequestedBy) throw versionChanged();
      if (article.withdrawalRequestedBy === actor.accountId) {
        throw new Refusal('SECOND_PERSON_NEEDED', 'This needs a second person’s approval.');
      }
      await this.twoPeople.require(tx, article.withdrawalRequestedBy, actor.accountId, at);
      await tx.query(
        `UPDATE learning.article SET status = 'withdrawn', withdrawn_reason = withdrawal_reason,
           withdrawal_requested_at = NULL, withdrawal_reason = NULL, withdrawal_decided_by = $3,
           edited_at = coalesce(edited_at, $2) WHERE id = $1`,
        [article.id, at, actor.accountId],
      );
      await tx.query(
        `UPDATE learning.article_version SET status = 'superseded' WHERE article_id = $1 AND status = 'scheduled'`,
        [article.id],
      );
    });
    return this.reads.byId(actor, id);
  }

  /** Cancels a waiting request. The requester or anyone else on staff can do so. @throws Refusal NOT_FOUND */
  async cancel(actor: Actor, id: string): Promise<ManagedArticle> {
    await this.db.transaction(async (tx) => {
      const { id: articleId, withdrawalRequestedAt } = await this.lock(tx, id);
      if (!withdrawalRequestedAt) return;
      await tx.query(
        `UPDATE learning.article SET withdrawal_requested_by = NULL, withdrawal_requested_at = NULL,
           withdrawal_reason = NULL WHERE id = $1`,
        [articleId],
      );
    });
    return this.reads.byId(actor, id);
  }

  private async lock(tx: Tx, id: string): Promise<Locked> {
    const [article] = isUuid(id)
      ? await tx.query<Locked & Record<string, unknown>>(
          `SELECT a.id, a.status, a.withdrawal_requested_by AS "withdrawalRequestedBy",
             a.withdrawal_requested_at AS "withdrawalRequestedAt"
           FROM learning.article a WHERE a.id = $1 FOR NO KEY UPDATE`,
          [id],
        )
      : [];
    if (!article) throw notFound('This article');
    return article;
  }
}
