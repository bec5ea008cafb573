import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
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

/** What a supporter does without an account: everything after the start is by the link in their mail. */
@Resolver(() => MyFundraiser)
export class FundraiserResolver {
  constructor(
    private readonly starts: FundraiserStarts,
    private readonly links: FundraiserLinks,
  ) {}

  @Mutation(() => Acknowledgement, {
    description: 'Begins a fundraiser; a link to confirm and manage it comes by mail.',
  })
  @Allow('anyone')
  startFundraiser(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: StartFundraiserInput,
  ): Promise<Acknowledgement> {
    return this.starts.start(actor, browser, input);
  }

  @Query(() => MyFundraiser, { nullable: true, description: 'A fundraiser, by the personal link of its starter.' })
  @Allow('anyone')
  myFundraiser(@Args('token', { type: () => String }) token: string): Promise<MyFundraiser | null> {
    return this.links.byToken(token);
  }

  @Mutation(() => MyFundraiser, { description: 'Confirms the address and hands the fundraiser in for review.' })
  @Allow('anyone')
  confirmFundraiser(@CurrentActor() actor: Actor, @Args('input') input: FundraiserTokenInput): Promise<MyFundraiser> {
    return this.links.confirm(actor, input.token);
  }

  @Mutation(() => MyFundraiser, {
    description: 'Changes a fundraiser; after changes were asked for, submits it again.',
  })
  @Allow('anyone')
  editMyFundraiser(@CurrentActor() actor: Actor, @Args('input') input: EditMyFundraiserInput): Promise<MyFundraiser> {
    return this.links.edit(actor, input);
  }

  @ResolveField(() => String, { description: 'The story as safe HTML, as its page shows it.' })
  storyHtml(@Parent() fundraiser: MyFundraiser): string {
    return safeHtml(fundraiser.story);
  }

  @Mutation(() => MyFundraiser, {
    description: 'Writes news; somebody of the organisation reads it before it is public.',
  })
  @Allow('anyone')
  postMyUpdate(@CurrentActor() actor: Actor, @Args('input') input: PostMyUpdateInput): Promise<MyFundraiser> {
    return this.links.postUpdate(actor, input);
  }
}
