import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { articleHtml, DateTimeScalar, PageArgs } from '@upstander/platform';
import { ArticleEditor } from './article-editor.service.js';
import { ArticleWithdrawals } from './article-withdrawals.service.js';
import { ArticleInput, ManageArticlesFilter } from './article.input.js';
import { ShownVersion } from './article-version.entity.js';
import { ArticleTasks, ManagedArticle, ManagedArticleConnection } from './managed-article.js';
import { ManagedArticles } from './managed-articles.service.js';
import { Source } from './source.js';

/** Articles belong to the whole organization, not to chapters. */
@Area('articles')
@Resolver(() => ManagedArticle)
export class ArticleEditorResolver {
  constructor(
    private readonly reads: ManagedArticles,
    private readonly editor: ArticleEditor,
    private readonly withdrawals: ArticleWithdrawals,
  ) {}

  /** The lessons of a course are articles. */
  @Area('articles', 'courses')
  @Query(() => ManagedArticleConnection, { description: 'All articles, those due for review soonest first.' })
  @Allow('organizer', 'moderator')
  manageArticles(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ManageArticlesFilter, nullable: true }) filter?: ManageArticlesFilter | null,
  ): Promise<ManagedArticleConnection> {
    return this.reads.list(actor, filter ?? {}, page);
  }

  @Query(() => ManagedArticle, { description: 'A single article with all of its versions.' })
  @Allow('organizer', 'moderator')
  manageArticle(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedArticle> {
    return this.reads.byId(actor, id);
  }

  @Query(() => ArticleTasks, { description: 'Number of articles awaiting approval or due for review.' })
  @Allow('organizer', 'moderator')
  articleTasks(@CurrentActor() actor: Actor): Promise<ArticleTasks> {
    return this.reads.countActionItems(actor);
  }

  @Query(() => String, { description: 'Markdown rendered as on the site: sanitized HTML.' })
  @Allow('organizer', 'moderator')
  articlePreview(
    @Args('body', { type: () => String, description: 'Markdown; only the first 20,000 characters are rendered.' })
    body: string,
  ): string {
    return articleHtml(body.slice(0, 20_000));
  }

  @Mutation(() => ManagedArticle, { description: 'Creates an article as a draft.' })
  @Allow('organizer', 'moderator')
  createArticle(
    @CurrentActor() actor: Actor,
    @Args('slug', { type: () => String, description: 'Slug used in page URLs; cannot be changed.' }) slug: string,
    @Args('input') input: ArticleInput,
  ): Promise<ManagedArticle> {
    return this.editor.create(actor, slug, input);
  }

  @Mutation(() => ManagedArticle, {
    description: 'Saves a new version of an article. The site keeps showing the published version.',
  })
  @Allow('organizer', 'moderator')
  saveArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ArticleInput,
    @Args('basedOn', { type: () => Int, description: 'Number of the version it is based on.' }) basedOn: number,
  ): Promise<ManagedArticle> {
    return this.editor.save(actor, id, input, basedOn);
  }

  @Mutation(() => ManagedArticle, { description: 'Submits the latest version for approval by someone else.' })
  @Allow('organizer', 'moderator')
  submitArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, description: 'Number of the reviewed version.' }) version: number,
    @Args('publishAt', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'When to publish it; omit to publish once approved.',
    })
    publishAt?: Date | null,
  ): Promise<ManagedArticle> {
    return this.editor.submit(actor, id, version, publishAt ?? null);
  }

  @Mutation(() => ManagedArticle, {
    description:
      'Approves and publishes exactly the reviewed version, immediately or at its scheduled time. The caller must not have written any of it.',
  })
  @Allow('organizer', 'moderator')
  approveArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, description: 'Number of the reviewed version.' }) version: number,
    @Args('spanishConfirmed', {
      type: () => Boolean,
      nullable: true,
      description: 'True if the approver compared both languages; needed when the Spanish is out of date.',
    })
    spanishConfirmed?: boolean | null,
  ): Promise<ManagedArticle> {
    return this.editor.approve(actor, id, version, spanishConfirmed ?? false);
  }

  @Mutation(() => ManagedArticle, {
    description: 'Returns a submitted or scheduled version to the author.',
  })
  @Allow('organizer', 'moderator')
  returnArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, description: 'Number of the reviewed version.' }) version: number,
    @Args('reason', { type: () => String, description: 'Changes requested from the author.' }) reason: string,
  ): Promise<ManagedArticle> {
    return this.editor.returnToWriter(actor, id, version, reason);
  }

  @Mutation(() => ManagedArticle, {
    description: 'Requests the removal of an article from the site. It stays until a second person confirms.',
  })
  @Allow('organizer', 'moderator')
  withdrawArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, description: 'Why it is withdrawn.' }) reason: string,
  ): Promise<ManagedArticle> {
    return this.withdrawals.request(actor, id, reason);
  }

  @Mutation(() => ManagedArticle, {
    description: 'Confirms a removal that someone else requested. The versions are kept.',
  })
  @Allow('organizer', 'moderator')
  confirmArticleWithdrawal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ManagedArticle> {
    return this.withdrawals.confirm(actor, id);
  }

  @Mutation(() => ManagedArticle, { description: 'Cancels a request to remove an article from the site.' })
  @Allow('organizer', 'moderator')
  cancelArticleWithdrawal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ManagedArticle> {
    return this.withdrawals.cancel(actor, id);
  }

  @ResolveField(() => [ShownVersion], { description: 'All versions, newest first; at most 100.' })
  versions(@Parent() { id }: ManagedArticle): Promise<ShownVersion[]> {
    return this.reads.versions(id);
  }

  @ResolveField(() => [Source], { description: 'Sources of the published version.' })
  sources(@Parent() { sources }: ManagedArticle): Source[] {
    return sources;
  }
}
