import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { safeHtml } from '@upstander/platform';
import { RedFlag } from '../opportunities/red-flag.js';
import { MyOpportunities } from './my-opportunities.service.js';
import { MyOpportunityTransitions } from './my-opportunity-transitions.service.js';
import { MyOpportunityReads } from '../opportunities/my-opportunity-reads.js';
import { MyOpportunity } from '../opportunities/my-opportunity.js';
import { OpportunityPreview } from './opportunity-preview.js';
import {
  OpportunityIdInput,
  OpportunityInput,
  PostOpportunityInput,
  UpdateOpportunityInput,
} from '../opportunities/opportunity.input.js';

@Resolver(() => MyOpportunity)
export class MyOpportunitiesResolver {
  constructor(
    private readonly opportunities: MyOpportunities,
    private readonly transitions: MyOpportunityTransitions,
    private readonly reads: MyOpportunityReads,
  ) {}

  @Query(() => [MyOpportunity], {
    description: "Opportunities of one of the caller's businesses, newest first; at most 200.",
  })
  @Allow('signed-in')
  myOpportunities(
    @CurrentActor() actor: Actor,
    @Args('businessId', { type: () => ID }) businessId: string,
  ): Promise<MyOpportunity[]> {
    return this.reads.listForBusiness(actor, businessId);
  }

  @Query(() => MyOpportunity, {
    nullable: true,
    description: "A single opportunity of one of the caller's businesses.",
  })
  @Allow('signed-in')
  myOpportunity(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyOpportunity> {
    return this.reads.findMine(actor, id);
  }

  @Query(() => [RedFlag], {
    description: 'Checks an unsaved opportunity for red flags. Nothing is stored.',
  })
  @Allow('business')
  opportunityFlags(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => OpportunityInput }) input: OpportunityInput,
  ): Promise<RedFlag[]> {
    return this.opportunities.flags(actor, input);
  }

  @Query(() => OpportunityPreview, {
    description: 'Previews an unsaved opportunity. Nothing is stored.',
  })
  @Allow('business')
  opportunityPreview(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => OpportunityInput }) input: OpportunityInput,
  ): Promise<OpportunityPreview> {
    return this.opportunities.preview(actor, input);
  }

  @Mutation(() => MyOpportunity, {
    description: 'Creates an opportunity and submits it for review by staff.',
  })
  @OnlyWith('opportunities')
  @Allow('signed-in')
  postOpportunity(@CurrentActor() actor: Actor, @Args('input') input: PostOpportunityInput): Promise<MyOpportunity> {
    return this.opportunities.post(actor, input);
  }

  @Mutation(() => MyOpportunity, {
    description: 'Updates an opportunity. If published, it is taken off the site until reviewed.',
  })
  @OnlyWith('opportunities')
  @Allow('signed-in')
  updateOpportunity(
    @CurrentActor() actor: Actor,
    @Args('input') input: UpdateOpportunityInput,
  ): Promise<MyOpportunity> {
    return this.opportunities.update(actor, input);
  }

  @Mutation(() => MyOpportunity, { description: 'Submits a draft for review.' })
  @OnlyWith('opportunities')
  @Allow('signed-in')
  submitOpportunity(@CurrentActor() actor: Actor, @Args('input') input: OpportunityIdInput): Promise<MyOpportunity> {
    return this.transitions.submit(actor, input.id);
  }

  @Mutation(() => MyOpportunity, { description: 'Renews an opportunity for another term.' })
  @OnlyWith('opportunities')
  @Allow('signed-in')
  renewOpportunity(@CurrentActor() actor: Actor, @Args('input') input: OpportunityIdInput): Promise<MyOpportunity> {
    return this.transitions.renew(actor, input.id);
  }

  @Mutation(() => MyOpportunity, { description: 'Marks an opportunity as filled and removes it from the site.' })
  @Allow('signed-in')
  fillOpportunity(@CurrentActor() actor: Actor, @Args('input') input: OpportunityIdInput): Promise<MyOpportunity> {
    return this.transitions.markFilled(actor, input.id);
  }

  @Mutation(() => MyOpportunity, { description: 'Withdraws an opportunity.' })
  @Allow('signed-in')
  withdrawOpportunity(@CurrentActor() actor: Actor, @Args('input') input: OpportunityIdInput): Promise<MyOpportunity> {
    return this.transitions.withdraw(actor, input.id);
  }

  @ResolveField(() => String, { description: 'The description, as sanitized HTML.' })
  descriptionHtml(@Parent() { description }: MyOpportunity): string {
    return safeHtml(description);
  }
}
