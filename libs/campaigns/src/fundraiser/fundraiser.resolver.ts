import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser, OnlyWith } from '@upstander/identity';
import { Acknowledgement, safeHtml } from '@upstander/platform';
import {
  EditMyFundraiserInput,
  FundraiserTokenInput,
  PostMyUpdateInput,
  StartFundraiserInput,
} from './fundraiser.input.js';
import { FundraiserLinks } from './fundraiser-links.service.js';
import { FundraiserStarts } from './fundraiser-starts.service.js';
import { MyFundraiser } from './my-fundraiser.js';

/** Operations of a supporter without an account. Everything after the start uses the link in their email. */
@Resolver(() => MyFundraiser)
export class FundraiserResolver {
  constructor(
    private readonly starts: FundraiserStarts,
    private readonly links: FundraiserLinks,
  ) {}

  @Mutation(() => Acknowledgement, {
    description: 'Starts a fundraiser and emails a link to confirm and manage it.',
  })
  @OnlyWith('fundraising')
  @Allow('anyone')
  startFundraiser(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: StartFundraiserInput,
  ): Promise<Acknowledgement> {
    return this.starts.start(actor, browser, input);
  }

  @Query(() => MyFundraiser, { nullable: true, description: "A fundraiser, by its organizer's personal link." })
  @OnlyWith('fundraising')
  @Allow('anyone')
  myFundraiser(@Args('token', { type: () => String }) token: string): Promise<MyFundraiser | null> {
    return this.links.byToken(token);
  }

  @Mutation(() => MyFundraiser, { description: 'Confirms the email address and submits the fundraiser for review.' })
  @OnlyWith('fundraising')
  @Allow('anyone')
  confirmFundraiser(@CurrentActor() actor: Actor, @Args('input') input: FundraiserTokenInput): Promise<MyFundraiser> {
    return this.links.confirm(actor, input.token);
  }

  @Mutation(() => MyFundraiser, {
    description: 'Edits a fundraiser. If changes were requested, it is resubmitted.',
  })
  @OnlyWith('fundraising')
  @Allow('anyone')
  editMyFundraiser(@CurrentActor() actor: Actor, @Args('input') input: EditMyFundraiserInput): Promise<MyFundraiser> {
    return this.links.edit(actor, input);
  }

  @ResolveField(() => String, { description: 'The story as sanitized HTML, as shown on the page.' })
  storyHtml(@Parent() fundraiser: MyFundraiser): string {
    return safeHtml(fundraiser.story);
  }

  @Mutation(() => MyFundraiser, {
    description: 'Posts an update, which staff review before publication.',
  })
  @OnlyWith('fundraising')
  @Allow('anyone')
  postMyUpdate(@CurrentActor() actor: Actor, @Args('input') input: PostMyUpdateInput): Promise<MyFundraiser> {
    return this.links.postUpdate(actor, input);
  }
}
