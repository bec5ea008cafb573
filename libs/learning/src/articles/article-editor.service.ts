import { Injectable } from '@nestjs/common';
import { TwoPeople, findAccountName, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  insertRow,
  isUuid,
  notFound,
  Refusal,
  typedText,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import { In } from 'typeorm';
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

/** Every save creates a version. A second person approves each version before it is published. */
@Injectable()
export class ArticleEditor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly needsSecondApproval: TwoPeople,
    private readonly reads: ManagedArticles,
  ) {}

  /** @throws Refusal BAD_INPUT, SLUG_TAKEN */
  async create(actor: Actor, slug: string, input: ArticleInput): Promise<ManagedArticle> {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) throw badInput({ slug: 'not-a-slug' });
    if (revealsTopic(slug)) throw badInput({ slug: 'tells-too-much' });
    if (reservedSlugs.includes(slug)) throw slugTakenRefusal();
    const draft = readDraft(input);
    const at = this.clock.now();
    try {
      const made = await this.db.transaction(async (tx) => {
        const last = await tx.manager.maximum(Article, 'position', { audience: draft.audience });
        const articleId = await insertRow(tx.manager, Article, {
          slug,
          audience: draft.audience,
          position: (last ?? 0) + 1,
          status: 'draft',
          sources: draft.sources,
          reviewedOn: this.clock.dayOf(at),
          reviewBy: draft.reviewBy,
          editedAt: at,
          createdAt: at,
        });
        const inStep = isTranslationCurrent(draft, input.spanishConfirmed, null);
        await this.write(tx, { articleId, number: 1, draft, isSpanishCurrent: inStep, by: actor.accountId, at });
        return articleId;
      });
      return await this.reads.byId(actor, made);
    } catch (error) {
      if (violatedConstraint(error) === 'article_slug_once') throw slugTakenRefusal();
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
      if (article.version !== basedOn) throw await this.createConflict(tx, before);
      const inStep = isTranslationCurrent(draft, input.spanishConfirmed, before);
      // A withdrawn article returns only with a new version, even if its content is the same.
      const comesBack = article.status === 'withdrawn' && !['draft', 'submitted'].includes(before.status);
      if (!comesBack && isSame(before, draft) && inStep === before.isSpanishCurrent) return;
      const replaced = { articleId: article.id, status: In(['draft', 'submitted']) };
      await tx.manager.update(ArticleVersion, replaced, { status: 'superseded' });
      const number = article.version + 1;
      await this.write(tx, { articleId: article.id, number, draft, isSpanishCurrent: inStep, by: actor.accountId, at });
      await tx.manager.update(Article, article.id, {
        version: number,
        editedAt: article.editedAt ?? at,
        ...(article.status === 'draft' && { audience: draft.audience }),
      });
    });
    return this.reads.byId(actor, id);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT for missing fields, ARTICLE_MOVED_ON */
  async submit(actor: Actor, id: string, number: number, publishAt: Date | null): Promise<ManagedArticle> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      const version = await this.version(tx, article);
      if (version.number !== number || version.status === 'superseded') throw versionChangedRefusal();
      if (version.status === 'submitted') return;
      if (version.status !== 'draft') throw versionChangedRefusal();
      requireComplete(version, this.clock.dayOf(at));
      if (publishAt && publishAt <= at) throw badInput({ publishAt: 'in-the-past' });
      const undecided = { decidedBy: null, decidedAt: null, reason: null };
      await tx.manager.update(ArticleVersion, version.id, { status: 'submitted', publishAt, ...undecided });
    });
    return this.reads.byId(actor, id);
  }

  /**
   * If no one has confirmed yet that the Spanish matches the English, the approver does so with `spanishConfirmed`.
   * @throws Refusal NOT_FOUND, ARTICLE_MOVED_ON, SPANISH_OUT_OF_STEP, NOT_TWO_PEOPLE; WROTE_IT_YOURSELF for a writer of
   * the unpublished versions
   */
  async approve(actor: Actor, id: string, number: number, spanishConfirmed: boolean): Promise<ManagedArticle> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const article = await this.lock(tx, id);
      const version = await this.version(tx, article);
      if (version.number !== number) throw versionChangedRefusal();
      if (version.status === 'published' || version.status === 'scheduled') return;
      if (version.status !== 'submitted') throw versionChangedRefusal();
      await this.requireSecondPerson(tx, actor, article.id, at);
      requireComplete(version, this.clock.dayOf(at));
      if (!version.isSpanishCurrent && !spanishConfirmed) throw spanishOutdatedRefusal();
      const later = version.publishAt !== null && version.publishAt > at;
      await tx.manager.update(ArticleVersion, version.id, {
        decidedBy: actor.accountId,
        decidedAt: at,
        isSpanishCurrent: true,
        ...(later && { status: 'scheduled' }),
      });
      if (!later) await publishVersion(tx, version.id, this.clock.dayOf(at));
    });
    return this.reads.byId(actor, id);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, ARTICLE_MOVED_ON */
  async returnToWriter(actor: Actor, id: string, number: number, reasonText: string): Promise<ManagedArticle> {
    const reason = typedText('reason', reasonText, 500);
    await this.db.transaction(async (tx) => {
      const version = await this.version(tx, await this.lock(tx, id));
      if (version.number !== number || !['submitted', 'scheduled'].includes(version.status))
        throw versionChangedRefusal();
      // The writer can take it back too; only an approval needs someone else.
      const other = version.writtenBy === actor.accountId ? null : actor.accountId;
      const decision = { decidedBy: other, decidedAt: this.clock.now(), reason };
      await tx.manager.update(ArticleVersion, version.id, { status: 'draft', ...decision });
    });
    return this.reads.byId(actor, id);
  }

  private async lock(tx: Tx, id: string): Promise<Article> {
    const lock = { mode: 'for_no_key_update' } as const;
    const article = isUuid(id) ? await tx.manager.findOne(Article, { where: { id }, lock }) : null;
    if (!article) throw notFound('This article');
    return article;
  }

  private version(tx: Tx, { id, version }: Pick<Article, 'id' | 'version'>): Promise<ArticleVersion> {
    return tx.manager.findOneByOrFail(ArticleVersion, { articleId: id, number: version });
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
    const { articleId, number, draft, isSpanishCurrent: isSpanishCurrent, by: writtenBy, at: writtenAt } = version;
    const written = { isSpanishCurrent, writtenBy, writtenAt };
    await tx.manager.insert(ArticleVersion, { ...draft, articleId, number, status: 'draft', ...written });
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
      await this.needsSecondApproval.require(tx, writer, actor.accountId, at);
    }
  }

  private async createConflict(tx: Tx, now: ArticleVersion): Promise<Refusal> {
    const { audience, reviewBy, reviewedBy, sources, texts } = now;
    return new Refusal('CHANGED_MEANWHILE', 'Someone else has saved this since you opened it.', {
      version: now.number,
      changedAt: now.writtenAt,
      changedBy: await findAccountName(tx, now.writtenBy),
      values: { audience, reviewBy, reviewedBy, sources, ...texts },
    });
  }
}

/** Refuses a decision about a version that changed in the meantime. */
export function versionChangedRefusal(): Refusal {
  return new Refusal(
    'ARTICLE_MOVED_ON',
    'This is no longer the latest version, or someone already decided on it. Please check it again.',
  );
}

function spanishOutdatedRefusal(): Refusal {
  return new Refusal(
    'SPANISH_OUT_OF_STEP',
    'Confirm that the Spanish matches the English, or return the article to its author.',
  );
}

function slugTakenRefusal(): Refusal {
  return new Refusal('SLUG_TAKEN', 'There’s already a page at this address.');
}
