import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser, OnlyWith } from '@upstander/identity';
import { Acknowledgement, PageArgs } from '@upstander/platform';
import { Appeals } from './appeals.service.js';
import { GivingLinks } from './giving-links.service.js';
import { GivingReads } from './giving-reads.js';
import { MyGiving, RequestGivingLinkInput, StopAppealsInput } from './my-giving.js';

@Resolver()
export class GivingResolver {
  constructor(
    private readonly reads: GivingReads,
    private readonly links: GivingLinks,
    private readonly appeals: Appeals,
  ) {}

  @Query(() => MyGiving, { nullable: true, description: 'All gifts of a donor, by the link in their email.' })
  @Allow('anyone')
  myGiving(@Args('token', { type: () => String }) token: string, @Args() page: PageArgs): Promise<MyGiving | null> {
    return this.reads.findMine(token, page);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Emails donors the link to their receipts. The response is the same for unknown addresses.',
  })
  @OnlyWith('fundraising')
  @Allow('anyone')
  requestGivingLink(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: RequestGivingLinkInput,
  ): Promise<Acknowledgement> {
    return this.links.request(actor, browser, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Opts out of campaign updates by email. Receipts are still sent.' })
  @Allow('anyone')
  stopAppeals(@Args('input') input: StopAppealsInput): Promise<Acknowledgement> {
    return this.appeals.stop(input.token);
  }
}
