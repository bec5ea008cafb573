import type { Tx } from '@upstander/platform';
import { LessThan, Not } from 'typeorm';
import { ArticleText } from './article-text.entity.js';
import { ArticleVersion } from './article-version.entity.js';
import { Article } from './article.entity.js';

/** Publishes a version in the caller's transaction; it supersedes earlier versions. */
export async function publishVersion(tx: Tx, versionId: string, reviewedOn: string): Promise<void> {
  const version = await tx.manager.findOneByOrFail(ArticleVersion, { id: versionId });
  const { articleId, number, audience, sources, reviewedBy, reviewBy, texts } = version;
  const earlier = { articleId, number: LessThan(number), status: Not('superseded' as const) };
  await tx.manager.update(ArticleVersion, earlier, { status: 'superseded' });
  await tx.manager.update(ArticleVersion, versionId, { status: 'published' });
  await tx.manager.update(Article, articleId, {
    status: 'published',
    audience,
    sources,
    reviewedBy,
    reviewedOn,
    reviewBy,
    withdrawnReason: null,
    withdrawalRequestedBy: null,
    withdrawalRequestedAt: null,
    withdrawalReason: null,
    withdrawalDecidedBy: null,
    lawyerReviewedOn: null,
    lawyerReviewedBy: '',
  });
  const rows = (['en', 'es'] as const).map((locale) => ({ ...texts[locale], articleId, locale }));
  await tx.manager.upsert(ArticleText, rows, ['articleId', 'locale']);
}
