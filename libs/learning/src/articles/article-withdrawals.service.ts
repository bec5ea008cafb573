import { Injectable } from '@nestjs/common';
import { TwoPeople, type Actor } from '@upstander/identity';
import { Clock, Database, isUuid, notFound, Refusal, typedText, type Tx } from '@upstander/platform';
import { versionChangedRefusal } from './article-editor.service.js';
import { Article } from './article.entity.js';
import { ArticleVersion } from './article-version.entity.js';
import type { ManagedArticle } from './managed-article.js';
import { ManagedArticles } from './managed-articles.service.js';

/**
 * One person requests a withdrawal and another confirms; until then the article stays. Publishing a new version ends
 * the request.
 */
@Injectable()
export class ArticleWithdrawals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly needsSecondApproval: TwoPeople,
    private readonly reads: ManagedArticles,
  ) {}

  /**
   * The requester can change the reason by requesting again.
   * @throws Refusal NOT_FOUND, BAD_INPUT; ARTICLE_MOVED_ON if it is not on the site or another person's request is
   * waiting
   */
  async request(actor: Actor, id: string, reasonText: string): Promise<ManagedArticle> {
    const reason = typedText('reason', reasonText, 500);
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      const byAnother = article.withdrawalRequestedAt && article.withdrawalRequestedBy !== actor.accountId;
      if (article.status !== 'published' || byAnother) throw versionChangedRefusal();
      await tx.manager.update(Article, article.id, {
        withdrawalRequestedBy: actor.accountId,
        withdrawalRequestedAt: this.clock.now(),
        withdrawalReason: reason,
      });
    });
    return this.reads.byId(actor, id);
  }

  /**
   * The article's versions are kept, and a scheduled version is not published.
   * @throws Refusal NOT_FOUND; ARTICLE_MOVED_ON without a waiting request; SECOND_PERSON_NEEDED for the requester;
   * NOT_TWO_PEOPLE
   */
  async confirm(actor: Actor, id: string): Promise<ManagedArticle> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      // Without the requester's account, it is impossible to tell if two people agreed.
      if (!article.withdrawalRequestedAt || !article.withdrawalRequestedBy) throw versionChangedRefusal();
      if (article.withdrawalRequestedBy === actor.accountId) {
        throw new Refusal('SECOND_PERSON_NEEDED', 'This needs a second person’s approval.');
      }
      await this.needsSecondApproval.require(tx, article.withdrawalRequestedBy, actor.accountId, at);
      await tx.manager.update(Article, article.id, {
        status: 'withdrawn',
        withdrawnReason: article.withdrawalReason,
        withdrawalRequestedAt: null,
        withdrawalReason: null,
        withdrawalDecidedBy: actor.accountId,
        editedAt: article.editedAt ?? at,
      });
      const scheduled = { articleId: article.id, status: 'scheduled' } as const;
      await tx.manager.update(ArticleVersion, scheduled, { status: 'superseded' });
    });
    return this.reads.byId(actor, id);
  }

  /**
   * The requester or anyone else on staff can cancel.
   * @throws Refusal NOT_FOUND
   */
  async cancel(actor: Actor, id: string): Promise<ManagedArticle> {
    await this.db.transaction(async (tx) => {
      const { id: articleId, withdrawalRequestedAt } = await this.lock(tx, id);
      if (!withdrawalRequestedAt) return;
      await tx.manager.update(Article, articleId, {
        withdrawalRequestedBy: null,
        withdrawalRequestedAt: null,
        withdrawalReason: null,
      });
    });
    return this.reads.byId(actor, id);
  }

  private async lock(tx: Tx, id: string): Promise<Article> {
    const lock = { mode: 'for_no_key_update' } as const;
    const article = isUuid(id) ? await tx.manager.findOne(Article, { where: { id }, lock }) : null;
    if (!article) throw notFound('This article');
    return article;
  }
}
