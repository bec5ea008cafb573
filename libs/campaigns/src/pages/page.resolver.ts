import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, CurrentBrowser, type Browser, OnlyWith } from '@upstander/identity';
import { Acknowledgement, PageArgs, safeHtml } from '@upstander/platform';
import { PageList } from './page-list.service.js';
import { CampaignPage, CampaignPageConnection } from '../campaigns/page.entity.js';
import { MyPage } from './my-page.js';
import { MyPages } from './my-pages.service.js';
import { PagePhotos } from './page-photos.service.js';
import { PageReads } from './page-reads.js';
import { Pages } from './pages.service.js';
import {
  CampaignPageFilter,
  EditMyPageInput,
  PageTokenInput,
  SetPageStatusInput,
  StartPageInput,
} from './page.input.js';

@Area('campaigns')
@Resolver(() => CampaignPage)
export class PageResolver {
  constructor(
    private readonly reads: PageReads,
    private readonly all: PageList,
    private readonly mine: MyPages,
    private readonly pages: Pages,
    private readonly photos: PagePhotos,
  ) {}

  @Query(() => CampaignPage, { nullable: true, description: 'A team or personal page, by slug.' })
  @OnlyWith('fundraising')
  @Allow('anyone')
  campaignPage(
    @Args('campaignSlug', { type: () => String }) campaignSlug: string,
    @Args('slug', { type: () => String }) slug: string,
  ): Promise<CampaignPage | null> {
    return this.reads.bySlug(campaignSlug, slug);
  }

  @Query(() => CampaignPageConnection, {
    description: 'Live pages of a campaign, by title: team pages, personal pages, or the members of a team.',
  })
  @OnlyWith('fundraising')
  @Allow('anyone')
  campaignPages(
    @Args() page: PageArgs,
    @Args('campaignSlug', { type: () => String }) campaignSlug: string,
    @Args('filter', { type: () => CampaignPageFilter, nullable: true }) filter?: CampaignPageFilter | null,
  ): Promise<CampaignPageConnection> {
    return this.all.list(campaignSlug, filter ?? {}, page);
  }

  @Query(() => MyPage, { nullable: true, description: "A fundraising page, by its owner's personal link." })
  @OnlyWith('fundraising')
  @Allow('anyone')
  myPage(@Args('token', { type: () => String }) token: string): Promise<MyPage | null> {
    return this.mine.byToken(token);
  }

  @ResolveField(() => String, { description: 'The story, as sanitized HTML.' })
  storyHtml(@Parent() page: CampaignPage): string {
    return safeHtml(page.story);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Starts a fundraising page and emails a link to confirm and manage it.',
  })
  @OnlyWith('fundraising')
  @Allow('anyone')
  startPage(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: StartPageInput,
  ): Promise<Acknowledgement> {
    return this.mine.start(actor, browser, input);
  }

  @Mutation(() => MyPage, { description: 'Confirms the email address and submits the page for review.' })
  @OnlyWith('fundraising')
  @Allow('anyone')
  confirmPage(@CurrentActor() actor: Actor, @Args('input') input: PageTokenInput): Promise<MyPage> {
    return this.mine.confirm(actor, input.token);
  }

  @Mutation(() => MyPage, { description: "Edits a fundraising page, using its owner's personal link." })
  @OnlyWith('fundraising')
  @Allow('anyone')
  editMyPage(@CurrentActor() actor: Actor, @Args('input') input: EditMyPageInput): Promise<MyPage> {
    return this.mine.edit(actor, input);
  }

  @Mutation(() => MyPage, {
    description:
      "Removes the photo of a fundraising page, using its owner's personal link, also one that awaits review.",
  })
  @OnlyWith('fundraising')
  @Allow('anyone')
  removeMyPagePhoto(@CurrentActor() actor: Actor, @Args('input') input: PageTokenInput): Promise<MyPage> {
    return this.photos.remove(actor, input.token);
  }

  @Mutation(() => CampaignPage, { description: 'Publishes or hides a fundraising page.' })
  @Allow('finance', 'moderator', 'organizer')
  setPageStatus(@CurrentActor() actor: Actor, @Args('input') input: SetPageStatusInput): Promise<CampaignPage> {
    return this.pages.setStatus(actor, input);
  }
}

/** The page as shown to its owner. */
@Area('campaigns')
@Resolver(() => MyPage)
export class MyPageResolver {
  @ResolveField(() => String, { description: 'The story as sanitized HTML, as shown on the page.' })
  storyHtml(@Parent() page: MyPage): string {
    return safeHtml(page.story);
  }
}
