import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Locale, type LocaleName } from '@upstander/identity';
import { articleHtml } from '@upstander/platform';
import { Article, LearningAudience } from './article.entity.js';
import { ArticlesService } from './articles.service.js';
import { Source } from './source.js';
import { Track } from './track.js';

@Resolver(() => Article)
export class ArticleResolver {
  constructor(private readonly articles: ArticlesService) {}

  @Query(() => [Track], { description: 'Published articles, grouped by audience.' })
  @Allow('anyone')
  tracks(
    @Args('audience', { type: () => LearningAudience, nullable: true }) audience?: LearningAudience | null,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<Track[]> {
    return this.articles.listTracks(locale, audience ?? null);
  }

  @Query(() => Article, { nullable: true, description: 'A single article by slug.' })
  @Allow('anyone')
  article(
    @Args('slug', { type: () => String }) slug: string,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<Article | null> {
    return this.articles.findBySlug(slug, locale);
  }

  @ResolveField(() => String, { description: 'The text, as sanitized HTML; null in lists.', nullable: true })
  bodyHtml(@Parent() { body }: Article): string | null {
    return body === undefined ? null : articleHtml(body);
  }

  @ResolveField(() => [Source], { description: 'Sources of the article.' })
  sources(@Parent() { sources }: Article): Source[] {
    return sources;
  }

  @ResolveField(() => String, { description: "QR code of the article's URL in this language, as an SVG." })
  qrSvg(
    @Parent() { slug }: Article,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<string> {
    return this.articles.qrSvg(slug, locale);
  }
}
