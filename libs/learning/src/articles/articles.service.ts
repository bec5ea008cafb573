import { Injectable } from '@nestjs/common';
import { languageQuery } from '@upstander/identity';
import { selectList, Config, PublicReads, qrSvg } from '@upstander/platform';
import { Article, LearningAudience } from './article.entity.js';
import { ArticleText } from './article-text.entity.js';
import type { Track } from './track.js';

type ArticleRow = Article & Record<string, unknown>;

/** Nothing about readers is stored. */
@Injectable()
export class ArticlesService {
  constructor(
    private readonly visitors: PublicReads,
    private readonly config: Config,
  ) {}

  /** Returns the tracks in order, of one audience or all, without the text of the articles. */
  async listTracks(locale: 'en' | 'es', audience: LearningAudience | null): Promise<Track[]> {
    const articles = await this.visitors.source().query<ArticleRow>(
      `SELECT ${selectList(Article, 'a', listedColumns)}, ${selectList(ArticleText, 't', ['title', 'summary', 'note'])}
       FROM learning.article a JOIN learning.article_text t ON t.article_id = a.id AND t.locale = $1
       WHERE a.status = 'published' AND ($2::text IS NULL OR a.audience = $2) ORDER BY a.position`,
      [locale, audience],
    );
    return Object.values(LearningAudience)
      .map((name) => ({ audience: name, articles: articles.filter((article) => article.audience === name) }))
      .filter((track) => track.articles.length > 0);
  }

  async findBySlug(slug: string, locale: 'en' | 'es'): Promise<Article | null> {
    const [article] = await this.visitors.source().query<ArticleRow>(
      `SELECT ${selectList(Article, 'a', listedColumns)}, ${selectList(ArticleText, 't', ['title', 'summary', 'note', 'body'])}
       FROM learning.article a JOIN learning.article_text t ON t.article_id = a.id AND t.locale = $2
       WHERE a.slug = $1 AND a.status = 'published'`,
      [slug, locale],
    );
    return article ?? null;
  }

  /** Returns a QR code with the URL of an article, for handouts. */
  qrSvg(slug: string, locale: 'en' | 'es'): Promise<string> {
    return qrSvg(`${this.config.PUBLIC_URL}/learn/${slug}${languageQuery(locale)}`);
  }
}

const listedColumns = [
  'id',
  'slug',
  'audience',
  'sources',
  'reviewedOn',
  'reviewBy',
  'legal',
  'lawyerReviewedOn',
] as const;
