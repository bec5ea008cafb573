import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
import { Acknowledgement, PageArgs, safeHtml } from '@upstander/platform';
import { PageList } from './page-list.service.js';
import { CampaignPage, CampaignPageConnection } from './page.entity.js';
import { MyPage } from './my-page.js';
import { MyPages } from './my-pages.service.js';
import { PageReads } from './page-reads.js';
import { Pages } from './pages.service.js';
import {
  CampaignPageFilter,
  EditMyPageInput,
  PageTokenInput,
  SetPageStatusInput,
  StartPageInput,
} from './page.input.js';

@Resolver(() => CampaignPage)
export class PageResolver {
  constructor(
    private readonly reads: PageReads,
    private readonly all: PageList,
    private readonly mine: MyPages,
    private readonly pages: Pages,
  ) {}

  @Query(() => CampaignPage, { nullable: true, description: 'The page of a team or a person, by its address.' })
  @Allow('anyone')
  campaignPage(
    @Args('campaignSlug', { type: () => String }) campaignSlug: string,
    @Args('slug', { type: () => String }) slug: string,
  ): Promise<CampaignPage | null> {
    return this.reads.bySlug(campaignSlug, slug);
  }

  @Query(() => CampaignPageConnection, {
    description: 'All live pages of a campaign by title: teams, personal pages, or the members of a team.',
  })
  @Allow('anyone')
  campaignPages(
    @Args() page: PageArgs,
    @Args('campaignSlug', { type: () => String }) campaignSlug: string,
    @Args('filter', { type: () => CampaignPageFilter, nullable: true }) filter?: CampaignPageFilter | null,
  ): Promise<CampaignPageConnection> {
    return this.all.list(campaignSlug, filter ?? {}, page);
  }

  @Query(() => MyPage, { nullable: true, description: 'A page, by the personal link of whoever made it.' })
  @Allow('anyone')
  myPage(@Args('token', { type: () => String }) token: string): Promise<MyPage | null> {
    return this.mine.byToken(token);
  }

  @ResolveField(() => String, { description: 'The story as safe HTML.' })
  storyHtml(@Parent() page: CampaignPage): string {
    return safeHtml(page.story);
  }

  @Mutation(() => Acknowledgement, { description: 'Begins a page; a link to confirm and manage it comes by mail.' })
  @Allow('anyone')
  startPage(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: StartPageInput,
  ): Promise<Acknowledgement> {
    return this.mine.start(actor, browser, input);
  }

  @Mutation(() => MyPage, { description: 'Confirms the address; somebody of the organisation looks at the page next.' })
  @Allow('anyone')
  confirmPage(@CurrentActor() actor: Actor, @Args('input') input: PageTokenInput): Promise<MyPage> {
    return this.mine.confirm(actor, input.token);
  }

  @Mutation(() => MyPage, { description: 'Changes a page, by the personal link of whoever made it.' })
  @Allow('anyone')
  editMyPage(@CurrentActor() actor: Actor, @Args('input') input: EditMyPageInput): Promise<MyPage> {
    return this.mine.edit(actor, input);
  }

  @Mutation(() => CampaignPage, { description: 'Shows a page to everybody, or hides it.' })
  @Allow('finance', 'moderator', 'organizer')
  setPageStatus(@CurrentActor() actor: Actor, @Args('input') input: SetPageStatusInput): Promise<CampaignPage> {
    return this.pages.setStatus(actor, input);
  }
}

/** What its owner reads before confirming it, as everybody will see it. */
@Resolver(() => MyPage)
export class MyPageResolver {
  @ResolveField(() => String, { description: 'The story as safe HTML, as its page shows it.' })
  storyHtml(@Parent() page: MyPage): string {
    return safeHtml(page.story);
  }
}
