import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Clock,
  selectList,
  Database,
  isUuid,
  monthsAfter,
  notFound,
  PublicReads,
  readInput,
  refuseFaults,
  typedText,
} from '@upstander/platform';
import { Article } from '../articles/article.entity.js';
import type { ArticleToReview } from './legal-reviews.js';
import { TimeLimit, TimeLimitReviewInput } from './time-limit.entity.js';

/** Months until a reviewed time limit is due for its next review. */
const reviewIntervalMonths = 6;

const needsReview = `a.legal AND a.status = 'published' AND a.lawyer_reviewed_on IS NULL`;

@Injectable()
export class Legal {
  constructor(
    private readonly db: Database,
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
  ) {}

  /** Returns all time limits, federal law first. An overdue review is marked, never hidden. */
  timeLimits(audience: 'anyone' | 'staff'): Promise<TimeLimit[]> {
    return this.visitors.source().query<TimeLimit & Record<string, unknown>>(
      `SELECT ${selectList(TimeLimit, 'l', audience)}, l.review_by < $1::date AS stale
       FROM learning.time_limit l ORDER BY l.position, l.id`,
      [this.clock.today()],
    );
  }

  /** Returns legal articles whose current wording no lawyer has reviewed. */
  articlesToReview(): Promise<ArticleToReview[]> {
    return this.db.query<ArticleToReview & Record<string, unknown>>(
      `SELECT a.id, a.slug, t.title, es.title AS "titleEs" FROM learning.article a
       JOIN learning.article_text t ON t.article_id = a.id AND t.locale = 'en'
       LEFT JOIN learning.article_text es ON es.article_id = a.id AND es.locale = 'es'
       WHERE ${needsReview} ORDER BY a.audience, a.position`,
    );
  }

  /** Counts the articles and time limits that need a lawyer's review. */
  async countReviews(): Promise<number> {
    const [found] = await this.db.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM learning.article a WHERE ${needsReview})
         + (SELECT count(*) FROM learning.time_limit l WHERE l.reviewed_on IS NULL OR l.review_by < $1::date))::integer AS count`,
      [this.clock.today()],
    );
    return found?.count ?? 0;
  }

  /** Records a lawyer's review of a time limit, with any corrections. @throws Refusal NOT_FOUND, BAD_INPUT */
  async reviewTimeLimit(actor: Actor, id: string, input: TimeLimitReviewInput): Promise<TimeLimit> {
    const { values, faults } = readInput(TimeLimitReviewInput, input, null);
    if (!input.reviewedBy.trim()) faults['reviewedBy'] ??= 'required';
    if (!values.sourceUrl.startsWith('https:')) faults['sourceUrl'] ??= 'not-a-web-address';
    refuseFaults(faults);
    const today = this.clock.today();
    if (!isUuid(id) || !(await this.db.manager.existsBy(TimeLimit, { id }))) throw notFound('This time limit');
    const { rule, ruleEs, sourceTitle, sourceYear, sourceUrl, reviewedBy } = values;
    await this.db.manager.update(TimeLimit, id, {
      rule,
      ruleEs,
      sourceTitle,
      sourceYear,
      sourceUrl,
      reviewedBy,
      recordedBy: actor.accountId,
      reviewedOn: today,
      reviewBy: monthsAfter(today, reviewIntervalMonths),
    });
    return (await this.timeLimits('staff')).find((limit) => limit.id === id)!;
  }

  /**
   * The article's next version needs a new review.
   * @throws Refusal NOT_FOUND, BAD_INPUT
   */
  async reviewArticle(id: string, reviewedBy: string): Promise<ArticleToReview[]> {
    const name = typedText('reviewedBy', reviewedBy, 100);
    if (!isUuid(id)) throw notFound('This article');
    const review = { lawyerReviewedOn: this.clock.today(), lawyerReviewedBy: name };
    const { affected } = await this.db.manager.update(Article, { id, legal: true }, review);
    if (!affected) throw notFound('This article');
    return this.articlesToReview();
  }
}
