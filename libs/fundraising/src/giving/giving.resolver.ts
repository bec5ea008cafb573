import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
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

  @Query(() => MyGiving, { nullable: true, description: 'Everything somebody gave, by the link in their mails.' })
  @Allow('anyone')
  myGiving(@Args('token', { type: () => String }) token: string, @Args() page: PageArgs): Promise<MyGiving | null> {
    return this.reads.mine(token, page);
  }

  @Mutation(() => Acknowledgement, {
    description:
      'Mails the link to their receipts to whoever gave from this address; the answer is the same for others.',
  })
  @Allow('anyone')
  requestGivingLink(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: RequestGivingLinkInput,
  ): Promise<Acknowledgement> {
    return this.links.request(actor, browser, input);
  }

  @Mutation(() => Acknowledgement, { description: 'No more updates of campaigns by mail; receipts still come.' })
  @Allow('anyone')
  stopAppeals(@Args('input') input: StopAppealsInput): Promise<Acknowledgement> {
    return this.appeals.stop(input.token);
  }
}
