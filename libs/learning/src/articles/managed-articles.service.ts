import { Injectable } from '@nestjs/common';
import { accountName, type Actor } from '@upstander/identity';
import { Clock, selectList, Database, isUuid, keysetList, notFound, Values, type PageArgs } from '@upstander/platform';
import { Article } from './article.entity.js';
import type { ManageArticlesFilter } from './article.input.js';
import { ArticleVersion, type ShownVersion, type TextOf } from './article-version.entity.js';
import type { ArticleTasks, ManagedArticle, ManagedArticleConnection } from './managed-article.js';

/** Joins the latest version of each article. */
const source = `learning.article a JOIN learning.article_version v ON v.article_id = a.id AND v.number = a.version`;

/**
 * SQL condition: the version awaits approval and the account wrote none of the changes since the last published one.
 */
const waitsForCondition = (account: string) => `(v.status = 'submitted' AND NOT EXISTS (
  SELECT FROM learning.article_version n WHERE n.article_id = a.id AND n.written_by = ${account}::uuid
    AND n.number > coalesce((SELECT max(p.number) FROM learning.article_version p
      WHERE p.article_id = a.id AND p.status = 'published'), 0)))`;

/** SQL condition: another account requested the withdrawal of the article. */
const withdrawalWaitsFor = (account: string) =>
  `(a.withdrawal_requested_at IS NOT NULL AND a.withdrawal_requested_by <> ${account}::uuid)`;

const language = `CASE WHEN v.texts->'es'->>'title' = '' OR v.texts->'es'->>'summary' = ''
    OR v.texts->'es'->>'note' = '' OR v.texts->'es'->>'body' = '' THEN 'missing'
  WHEN v.spanish_in_step THEN 'up_to_date' ELSE 'out_of_date' END`;

@Injectable()
export class ManagedArticles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Soonest review date first.
   * @throws Refusal BAD_INPUT for an invalid page
   */
  list(actor: Actor, filter: ManageArticlesFilter, page: PageArgs): Promise<ManagedArticleConnection> {
    const values = new Values([this.clock.today(), actor.accountId]);
    return keysetList<ManagedArticle>(this.db, {
      columns,
      from: source,
      conditions: conditionsOf(filter, values),
      values,
      by: { 'a.review_by': 'date', 'a.id': 'uuid' },
      page,
    });
  }

  /** @throws Refusal NOT_FOUND */
  async byId(actor: Actor, id: string): Promise<ManagedArticle> {
    const [article] = isUuid(id)
      ? await this.db.query<ManagedArticle & Record<string, unknown>>(
          `SELECT ${columns} FROM ${source} WHERE a.id = $3`,
          [this.clock.today(), actor.accountId, id],
        )
      : [];
    if (!article) throw notFound('This article');
    return article;
  }

  async versions(id: string): Promise<ShownVersion[]> {
    const rows = await this.db.query<Omit<ShownVersion, 'en' | 'es'> & { texts: { en: TextOf; es: TextOf } }>(
      `SELECT ${selectList(ArticleVersion, 'v', versionColumns)}, ${accountName('v.written_by')} AS writer, ${accountName('v.decided_by')} AS decider
       FROM learning.article_version v
       WHERE v.article_id = $1 ORDER BY v.number DESC LIMIT 100`,
      [id],
    );
    return rows.map(({ texts, ...row }) => ({ ...row, ...texts }) as ShownVersion);
  }

  /** Counts articles that await the actor's approval or are due for review. */
  async countActionItems(actor: Actor): Promise<ArticleTasks> {
    const [counts] = await this.db.query<{ awaitingApproval: number; reviewDue: number }>(
      `SELECT count(*) FILTER (WHERE ${waitsForCondition('$2')} OR ${withdrawalWaitsFor('$2')})::integer AS "awaitingApproval",
         count(*) FILTER (WHERE a.status = 'published' AND a.review_by < $1::date)::integer AS "reviewDue"
       FROM ${source}`,
      [this.clock.today(), actor.accountId],
    );
    return counts!;
  }
}

const articleColumns = [
  'id',
  'slug',
  'audience',
  'sources',
  'reviewedOn',
  'reviewBy',
  'legal',
  'lawyerReviewedOn',
  'lawyerReviewedBy',
  'status',
  'reviewedBy',
  'version',
  'withdrawnReason',
  'withdrawalRequestedAt',
  'withdrawalReason',
] as const;
const versionColumns = [
  'id',
  'number',
  'status',
  'audience',
  'reviewedBy',
  'reviewBy',
  'sources',
  'texts',
  'isSpanishCurrent',
  'writtenAt',
  'publishAt',
  'decidedAt',
  'reason',
] as const;

/** `$1` is today's date, `$2` the actor's account. */
const columns = `${selectList(Article, 'a', articleColumns)}, v.status AS "versionStatus", ${language} AS language,
  v.texts->'en'->>'title' AS title, v.texts->'es'->>'title' AS "titleEs",
  (SELECT max(p.number) FROM learning.article_version p WHERE p.article_id = a.id AND p.status = 'published') AS "publishedVersion",
  (SELECT min(s.publish_at) FROM learning.article_version s WHERE s.article_id = a.id AND s.status = 'scheduled') AS "scheduledFor",
  (a.status = 'published' AND a.review_by < $1::date) AS "reviewDue", ${waitsForCondition('$2')} AS "awaitsMyApproval",
  coalesce(${withdrawalWaitsFor('$2')}, false) AS "canConfirmWithdrawal",
  ${accountName('a.withdrawal_requested_by')} AS "withdrawalRequester"`;

function conditionsOf(filter: ManageArticlesFilter, values: Values): string[] {
  const conditions: string[] = [];
  const addCondition = (value: boolean | null | undefined, sql: string) => {
    if (typeof value === 'boolean') conditions.push(value ? sql : `NOT (${sql})`);
  };
  if (filter.audience) conditions.push(`a.audience = ${values.add(filter.audience)}`);
  if (filter.status) conditions.push(`a.status = ${values.add(filter.status)}`);
  addCondition(filter.waiting, `(v.status = 'submitted' OR a.withdrawal_requested_at IS NOT NULL)`);
  addCondition(filter.reviewDue, `a.status = 'published' AND a.review_by < $1::date`);
  addCondition(filter.spanishOutdated, `${language} <> 'up_to_date'`);
  return conditions;
}
