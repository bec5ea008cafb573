import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { safeHtml } from '@upstander/platform';
import { RedFlag } from '../red-flags/red-flag.js';
import { MyOpportunities } from './my-opportunities.service.js';
import { MyOpportunitySteps } from './my-opportunity-steps.service.js';
import { MyOpportunityReads } from './my-opportunity-reads.js';
import { MyOpportunity } from './my-opportunity.js';
import { OpportunityPreview } from './opportunity-preview.js';
import {
  OpportunityIdInput,
  OpportunityInput,
  PostOpportunityInput,
  UpdateOpportunityInput,
} from './opportunity.input.js';

/** What the people of a business do with their opportunities. */
@Resolver(() => MyOpportunity)
export class MyOpportunitiesResolver {
  constructor(
    private readonly opportunities: MyOpportunities,
    private readonly steps: MyOpportunitySteps,
    private readonly reads: MyOpportunityReads,
  ) {}

  @Query(() => [MyOpportunity], {
    description: 'The opportunities of a business of the actor, the latest first; at most 200.',
  })
  @Allow('signed-in')
  myOpportunities(
    @CurrentActor() actor: Actor,
    @Args('businessId', { type: () => ID }) businessId: string,
  ): Promise<MyOpportunity[]> {
    return this.reads.ofBusiness(actor, businessId);
  }

  @Query(() => MyOpportunity, { nullable: true, description: 'One opportunity of a business of the actor.' })
  @Allow('signed-in')
  myOpportunity(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyOpportunity> {
    return this.reads.mine(actor, id);
  }

  @Query(() => [RedFlag], {
    description: 'What the rules find in an opportunity that is being written; nothing is kept.',
  })
  @Allow('business')
  opportunityFlags(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => OpportunityInput }) input: OpportunityInput,
  ): Promise<RedFlag[]> {
    return this.opportunities.flags(actor, input);
  }

  @Query(() => OpportunityPreview, {
    description: 'How an opportunity that is being written would be shown; nothing is kept.',
  })
  @Allow('business')
  opportunityPreview(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => OpportunityInput }) input: OpportunityInput,
  ): Promise<OpportunityPreview> {
    return this.opportunities.preview(actor, input);
  }

  @Mutation(() => MyOpportunity, {
    description: 'Writes an opportunity and submits it; somebody of staff reads it first.',
  })
  @Allow('signed-in')
  postOpportunity(@CurrentActor() actor: Actor, @Args('input') input: PostOpportunityInput): Promise<MyOpportunity> {
    return this.opportunities.post(actor, input);
  }

  @Mutation(() => MyOpportunity, {
    description: 'Changes an opportunity; what was on the site leaves it until it is read.',
  })
  @Allow('signed-in')
  updateOpportunity(
    @CurrentActor() actor: Actor,
    @Args('input') input: UpdateOpportunityInput,
  ): Promise<MyOpportunity> {
    return this.opportunities.update(actor, input);
  }

  @Mutation(() => MyOpportunity, { description: 'Hands a draft in.' })
  @Allow('signed-in')
  submitOpportunity(@CurrentActor() actor: Actor, @Args('input') input: OpportunityIdInput): Promise<MyOpportunity> {
    return this.steps.submit(actor, input.id);
  }

  @Mutation(() => MyOpportunity, { description: 'Gives an opportunity another term.' })
  @Allow('signed-in')
  renewOpportunity(@CurrentActor() actor: Actor, @Args('input') input: OpportunityIdInput): Promise<MyOpportunity> {
    return this.steps.renew(actor, input.id);
  }

  @Mutation(() => MyOpportunity, { description: 'Somebody was found: the opportunity leaves the site.' })
  @Allow('signed-in')
  fillOpportunity(@CurrentActor() actor: Actor, @Args('input') input: OpportunityIdInput): Promise<MyOpportunity> {
    return this.steps.fill(actor, input.id);
  }

  @Mutation(() => MyOpportunity, { description: 'Takes an opportunity back.' })
  @Allow('signed-in')
  withdrawOpportunity(@CurrentActor() actor: Actor, @Args('input') input: OpportunityIdInput): Promise<MyOpportunity> {
    return this.steps.withdraw(actor, input.id);
  }

  @ResolveField(() => String, { description: 'The description as safe HTML.' })
  descriptionHtml(@Parent() { description }: MyOpportunity): string {
    return safeHtml(description);
  }
}
