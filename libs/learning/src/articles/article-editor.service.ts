import { Injectable } from '@nestjs/common';
import { TwoPeople, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  selectList,
  Config,
  Database,
  dayIn,
  isUuid,
  notFound,
  Refusal,
  typedText,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import { isTranslationCurrent, isSame, readDraft, requireComplete, type ArticleDraft } from './article-draft.js';
import { Article } from './article.entity.js';
import type { ArticleInput } from './article.input.js';
import { ArticleVersion } from './article-version.entity.js';
import type { ManagedArticle } from './managed-article.js';
import { ManagedArticles } from './managed-articles.service.js';
import { publishVersion } from './publish-version.js';
import { revealsTopic } from './revealing-words.js';

/** Slugs taken by other pages. */
const reservedSlugs = ['courses', 'print', 'certificates', 'time-limits'];

/** Edits articles. Every save creates a version, and another person approves what is published. */
@Injectable()
export class ArticleEditor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly twoPeople: TwoPeople,
    private readonly reads: ManagedArticles,
  ) {}

  /** Creates a draft. @throws Refusal BAD_INPUT, SLUG_TAKEN */
  async create(actor: Actor, slug: string, input: ArticleInput): Promise<ManagedArticle> {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) throw badInput({ slug: 'not-a-slug' });
    if (revealsTopic(slug)) throw badInput({ slug: 'tells-too-much' });
    if (reservedSlugs.includes(slug)) throw slugTaken();
    const draft = readDraft(input);
    const at = this.clock.now();
    try {
      const made = await this.db.transaction(async (tx) => {
        const [article] = await tx.query<{ id: string }>(
          `INSERT INTO learning.article (slug, audience, position, status, sources, reviewed_on, review_by, edited_at, created_at)
           SELECT $1, $2, coalesce(max(a.position), 0) + 1, 'draft', $3, $4, $5, $6, $6
           FROM learning.article a WHERE a.audience = $2 RETURNING id`,
          [slug, draft.audience, JSON.stringify(draft.sources), dayIn(this.config.TIME_ZONE, at), draft.reviewBy, at],
        );
        const inStep = isTranslationCurrent(draft, input.spanishConfirmed, null);
        await this.write(tx, {
          articleId: article!.id,
          number: 1,
          draft,
          isSpanishCurrent: inStep,
          by: actor.accountId,
          at,
        });
        return article!.id;
      });
      return await this.reads.byId(actor, made);
    } catch (error) {
      if (violatedConstraint(error) === 'article_slug_once') throw slugTaken();
      throw error;
    }
  }

  /**
   * Saves the next version and replaces one that was waiting for approval. An unchanged article is not saved again.
   * @throws Refusal NOT_FOUND, BAD_INPUT, CHANGED_MEANWHILE if someone saved after `basedOn`
   */
  async save(actor: Actor, id: string, input: ArticleInput, basedOn: number): Promise<ManagedArticle> {
    const draft = readDraft(input);
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      const before = await this.version(tx, article);
      if (article.version !== basedOn) throw await this.changedMeanwhile(tx, before);
      const inStep = isTranslationCurrent(draft, input.spanishConfirmed, before);
      // A withdrawn article returns only with a new version, even if its content is the same.
      const comesBack = article.status === 'withdrawn' && !['draft', 'submitted'].includes(before.status);
      if (!comesBack && isSame(before, draft) && inStep === before.spanishInStep) return;
      await tx.query(
        `UPDATE learning.article_version SET status = 'superseded' WHERE article_id = $1 AND status IN ('draft', 'submitted')`,
        [article.id],
      );
      const number = article.version + 1;
      await this.write(tx, { articleId: article.id, number, draft, isSpanishCurrent: inStep, by: actor.accountId, at });
      await tx.query(
        `UPDATE learning.article SET version = $2, edited_at = coalesce(edited_at, $3),
           audience = CASE WHEN status = 'draft' THEN $4 ELSE audience END WHERE id = $1`,
        [article.id, number, at, draft.audience],
      );
    });
    return this.reads.byId(actor, id);
  }

  /** Submits a version for approval. @throws Refusal NOT_FOUND, BAD_INPUT for missing fields, ARTICLE_MOVED_ON */
  async submit(actor: Actor, id: string, number: number, publishAt: Date | null): Promise<ManagedArticle> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      const version = await this.version(tx, article);
      if (version.number !== number || version.status === 'superseded') throw versionChanged();
      if (version.status === 'submitted') return;
      if (version.status !== 'draft') throw versionChanged();
      requireComplete(version, dayIn(this.config.TIME_ZONE, at));
      if (publishAt && publishAt <= at) throw badInput({ publishAt: 'in-the-past' });
      await tx.query(
        `UPDATE learning.article_version SET status = 'submitted', publish_at = $2, decided_by = NULL, decided_at = NULL,
           reason = NULL WHERE id = $1`,
        [version.id, publishAt],
      );
    });
    return this.reads.byId(actor, id);
  }

  /**
   * Publishes or schedules the reviewed version. If no one has confirmed yet that the Spanish matches the English, the
   * approver does so with `spanishConfirmed`.
   * @throws Refusal NOT_FOUND, ARTICLE_MOVED_ON, SPANISH_OUT_OF_STEP, NOT_TWO_PEOPLE; WROTE_IT_YOURSELF for a writer of
   * the unpublished versions
   */
  async approve(actor: Actor, id: string, number: number, spanishConfirmed: boolean): Promise<ManagedArticle> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      const version = await this.version(tx, article);
      if (version.number !== number) throw versionChanged();
      if (version.status === 'published' || version.status === 'scheduled') return;
      if (version.status !== 'submitted') throw versionChanged();
      await this.requireSecondPerson(tx, actor, article.id, at);
      requireComplete(version, dayIn(this.config.TIME_ZONE, at));
      if (!version.spanishInStep && !spanishConfirmed) throw outOfStep();
      const later = version.publishAt !== null && version.publishAt > at;
      await tx.query(
        `UPDATE learning.article_version SET decided_by = $2, decided_at = $3, spanish_in_step = true,
           status = CASE WHEN $4::boolean THEN 'scheduled' ELSE status END WHERE id = $1`,
        [version.id, actor.accountId, at, later],
      );
      if (!later) await publishVersion(tx, version.id, dayIn(this.config.TIME_ZONE, at));
    });
    return this.reads.byId(actor, id);
  }

  /**
   * Returns a submitted or scheduled version to its writer with a reason.
   * @throws Refusal NOT_FOUND, BAD_INPUT, ARTICLE_MOVED_ON
   */
  async returnToWriter(actor: Actor, id: string, number: number, reasonText: string): Promise<ManagedArticle> {
    const reason = typedText('reason', reasonText, 500);
    await this.db.transaction(async (tx) => {
      const version = await this.version(tx, await this.lock(tx, id));
      if (version.number !== number || !['submitted', 'scheduled'].includes(version.status)) throw versionChanged();
      // The writer can take it back too; only an approval needs someone else.
      const other = version.writtenBy === actor.accountId ? null : actor.accountId;
      await tx.query(
        `UPDATE learning.article_version SET status = 'draft', decided_by = $2, decided_at = $3, reason = $4 WHERE id = $1`,
        [version.id, other, this.clock.now(), reason],
      );
    });
    return this.reads.byId(actor, id);
  }

  private async lock(tx: Tx, id: string): Promise<Pick<Article, 'id' | 'status' | 'version'>> {
    const [article] = isUuid(id)
      ? await tx.query<{ id: string; status: Article['status']; version: number }>(
          'SELECT id, status, version FROM learning.article WHERE id = $1 FOR NO KEY UPDATE',
          [id],
        )
      : [];
    if (!article) throw notFound('This article');
    return article;
  }

  private async version(tx: Tx, { id, version }: Pick<Article, 'id' | 'version'>): Promise<ArticleVersion> {
    const [found] = await tx.query<ArticleVersion & Record<string, unknown>>(
      `SELECT ${selectList(ArticleVersion, 'v', versionColumns)} FROM learning.article_version v WHERE v.article_id = $1 AND v.number = $2`,
      [id, version],
    );
    return found!;
  }

  private async write(
    tx: Tx,
    version: {
      articleId: string;
      number: number;
      draft: ArticleDraft;
      isSpanishCurrent: boolean;
      by: string | null;
      at: Date;
    },
  ): Promise<void> {
    const { draft } = version;
    await tx.query(
      `INSERT INTO learning.article_version
         (article_id, number, status, audience, reviewed_by, review_by, sources, texts, spanish_in_step, written_by, written_at)
       VALUES ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        version.articleId,
        version.number,
        draft.audience,
        draft.reviewedBy,
        draft.reviewBy,
        JSON.stringify(draft.sources),
        JSON.stringify(draft.texts),
        version.isSpanishCurrent,
        version.by,
        version.at,
      ],
    );
  }

  /**
   * Requires that the actor wrote none of the versions since the last published one.
   * @throws Refusal WROTE_IT_YOURSELF, NOT_TWO_PEOPLE
   */
  private async requireSecondPerson(tx: Tx, actor: Actor, articleId: string, at: Date): Promise<void> {
    const writers = await tx.query<{ writer: string | null }>(
      `SELECT DISTINCT v.written_by AS writer FROM learning.article_version v
       WHERE v.article_id = $1 AND v.number > coalesce((SELECT max(p.number) FROM learning.article_version p
         WHERE p.article_id = $1 AND p.status = 'published'), 0)`,
      [articleId],
    );
    for (const { writer } of writers) {
      if (writer === null) continue;
      if (writer === actor.accountId) {
        throw new Refusal('WROTE_IT_YOURSELF', 'Someone else has to review and approve what you wrote.');
      }
      await this.twoPeople.require(tx, writer, actor.accountId, at);
    }
  }

  private async changedMeanwhile(tx: Tx, now: ArticleVersion): Promise<Refusal> {
    const [by] = await tx.query<{ name: string }>('SELECT name FROM identity.account WHERE id = $1', [now.writtenBy]);
    const { audience, reviewBy, reviewedBy, sources, texts } = now;
    return new Refusal('CHANGED_MEANWHILE', 'Someone else has saved this since you opened it.', {
      version: now.number,
      changedAt: now.writtenAt,
      changedBy: by?.name ?? null,
      values: { audience, reviewBy, reviewedBy, sources, ...texts },
    });
  }
}

const versionColumns = [
  ...(['id', 'articleId', 'number', 'status', 'audience', 'reviewedBy', 'reviewBy', 'sources', 'texts'] as const),
  ...(['spanishInStep', 'writtenBy', 'writtenAt', 'publishAt'] as const),
] as const;

/** Refuses a decision about a version that changed in the meantime. */
export function versionChanged(): Refusal {
  return new Refusal(
    'ARTICLE_MOVED_ON',
    'This is no longer the latest version, or someone already decided on it. Please check it again.',
  );
}

function outOfStep(): Refusal {
  return new Refusal(
    'SPANISH_OUT_OF_STEP',
    'Confirm that the Spanish matches the English, or return the article to its author.',
  );
}

function slugTaken(): Refusal {
  return new Refusal('SLUG_TAKEN', 'There’s already a page at this address.');
}
