import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { articleHtml, DateTimeScalar, PageArgs } from '@upstander/platform';
import { ArticleEditor } from './article-editor.service.js';
import { ArticleWithdrawals } from './article-withdrawals.service.js';
import { ArticleInput, ManageArticlesFilter } from './article.input.js';
import { ShownVersion } from './article-version.entity.js';
import { ArticlesNeedYou, ManagedArticle, ManagedArticleConnection } from './managed-article.js';
import { ManagedArticles } from './managed-articles.service.js';
import { Source } from './source.js';

/** Writing, approving and withdrawing articles. They are the whole organisation's: no chapter has any of its own. */
@Resolver(() => ManagedArticle)
export class ArticleEditorResolver {
  constructor(
    private readonly reads: ManagedArticles,
    private readonly editor: ArticleEditor,
    private readonly withdrawals: ArticleWithdrawals,
  ) {}

  @Query(() => ManagedArticleConnection, { description: 'All articles, those first that are to be read again first.' })
  @Allow('organizer', 'moderator')
  manageArticles(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ManageArticlesFilter, nullable: true }) filter?: ManageArticlesFilter | null,
  ): Promise<ManagedArticleConnection> {
    return this.reads.list(actor, filter ?? {}, page);
  }

  @Query(() => ManagedArticle, { description: 'One article with what was ever written of it.' })
  @Allow('organizer', 'moderator')
  manageArticle(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedArticle> {
    return this.reads.byId(actor, id);
  }

  @Query(() => ArticlesNeedYou, { description: 'How many articles wait for an approval, or to be read again.' })
  @Allow('organizer', 'moderator')
  articlesNeedYou(@CurrentActor() actor: Actor): Promise<ArticlesNeedYou> {
    return this.reads.needYou(actor);
  }

  @Query(() => String, { description: 'Markdown as the site will show it: safe HTML.' })
  @Allow('organizer', 'moderator')
  articlePreview(
    @Args('body', { type: () => String, description: 'Markdown, at most 20,000 characters are drawn.' }) body: string,
  ): string {
    return articleHtml(body.slice(0, 20_000));
  }

  @Mutation(() => ManagedArticle, { description: 'Begins an article, as a draft.' })
  @Allow('organizer', 'moderator')
  createArticle(
    @CurrentActor() actor: Actor,
    @Args('slug', { type: () => String, description: 'Its name in addresses; it stays.' }) slug: string,
    @Args('input') input: ArticleInput,
  ): Promise<ManagedArticle> {
    return this.editor.create(actor, slug, input);
  }

  @Mutation(() => ManagedArticle, { description: 'Writes the next version of an article; the site shows the old one.' })
  @Allow('organizer', 'moderator')
  saveArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ArticleInput,
    @Args('basedOn', { type: () => Int, description: 'The version it was written on.' }) basedOn: number,
  ): Promise<ManagedArticle> {
    return this.editor.save(actor, id, input, basedOn);
  }

  @Mutation(() => ManagedArticle, { description: 'Asks somebody else to read and approve the latest version.' })
  @Allow('organizer', 'moderator')
  submitArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, description: 'The version that was read.' }) version: number,
    @Args('publishAt', {
      ...{ type: () => DateTimeScalar, nullable: true },
      description: 'When it is to be published; left out, as soon as it is approved.',
    })
    publishAt?: Date | null,
  ): Promise<ManagedArticle> {
    return this.editor.submit(actor, id, version, publishAt ?? null);
  }

  @Mutation(() => ManagedArticle, {
    description: 'Publishes exactly what was read, at once or at its time; only somebody who wrote none of it.',
  })
  @Allow('organizer', 'moderator')
  approveArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, description: 'The version that was read.' }) version: number,
    @Args('spanishConfirmed', {
      ...{ type: () => Boolean, nullable: true },
      description: 'True if the approver compared both languages; needed when the Spanish is out of step.',
    })
    spanishConfirmed?: boolean | null,
  ): Promise<ManagedArticle> {
    return this.editor.approve(actor, id, version, spanishConfirmed ?? false);
  }

  @Mutation(() => ManagedArticle, {
    description: 'Gives a version that waits, or is scheduled, back to be written on.',
  })
  @Allow('organizer', 'moderator')
  returnArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, description: 'The version that was read.' }) version: number,
    @Args('reason', { type: () => String, description: 'What is to be changed.' }) reason: string,
  ): Promise<ManagedArticle> {
    return this.editor.returnToWriter(actor, id, version, reason);
  }

  @Mutation(() => ManagedArticle, {
    description: 'Requests that an article be taken off the site. It stays until a second person confirms.',
  })
  @Allow('organizer', 'moderator')
  withdrawArticle(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, description: 'Why it is taken off the site.' }) reason: string,
  ): Promise<ManagedArticle> {
    return this.withdrawals.request(actor, id, reason);
  }

  @Mutation(() => ManagedArticle, {
    description: 'Takes an article off the site, as someone else requested. Its versions stay.',
  })
  @Allow('organizer', 'moderator')
  confirmArticleWithdrawal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ManagedArticle> {
    return this.withdrawals.confirm(actor, id);
  }

  @Mutation(() => ManagedArticle, { description: 'Cancels a request to take an article off the site.' })
  @Allow('organizer', 'moderator')
  cancelArticleWithdrawal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ManagedArticle> {
    return this.withdrawals.cancel(actor, id);
  }

  @ResolveField(() => [ShownVersion], { description: 'What was ever written of it, the latest first; at most 100.' })
  versions(@Parent() { id }: ManagedArticle): Promise<ShownVersion[]> {
    return this.reads.versions(id);
  }

  @ResolveField(() => [Source], { description: 'What the version on the site rests on.' })
  sources(@Parent() { sources }: ManagedArticle): Source[] {
    return sources;
  }
}
