import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { PageArgs, safeHtml } from '@upstander/platform';
import { OpportunityReasonInput } from '../opportunities/opportunity.input.js';
import { ManagedOpportunities } from './managed-opportunities.service.js';
import { ManagedOpportunity, ManagedOpportunityConnection, ManageOpportunitiesFilter } from './managed-opportunity.js';
import { ApproveOpportunityInput, TagOpportunityInput } from './moderation.input.js';
import { Moderation } from './moderation.service.js';

/** What staff read and decide about opportunities. */
@Resolver(() => ManagedOpportunity)
export class ModerationResolver {
  constructor(
    private readonly moderation: Moderation,
    private readonly reads: ManagedOpportunities,
  ) {}

  @Query(() => ManagedOpportunityConnection, {
    description: 'All opportunities, whatever their state, the latest first.',
  })
  @Allow('moderator')
  manageOpportunities(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ManageOpportunitiesFilter, nullable: true })
    filter?: ManageOpportunitiesFilter | null,
  ): Promise<ManagedOpportunityConnection> {
    return this.reads.list(actor, filter, page);
  }

  @Query(() => ManagedOpportunity, { nullable: true, description: 'One opportunity, whatever its state.' })
  @Allow('moderator')
  manageOpportunity(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ManagedOpportunity> {
    return this.reads.byId(actor, id);
  }

  @Mutation(() => ManagedOpportunity, { description: 'Puts an opportunity on the site, as it was read.' })
  @Allow('moderator')
  approveOpportunity(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApproveOpportunityInput,
  ): Promise<ManagedOpportunity> {
    return this.moderation.approve(actor, input);
  }

  @Mutation(() => ManagedOpportunity, { description: 'Asks the business to change something first.' })
  @Allow('moderator')
  requestOpportunityChanges(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpportunityReasonInput,
  ): Promise<ManagedOpportunity> {
    return this.moderation.requestChanges(actor, input);
  }

  @Mutation(() => ManagedOpportunity, { description: 'Says no to an opportunity, for good; also to one on the site.' })
  @Allow('moderator')
  refuseOpportunity(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpportunityReasonInput,
  ): Promise<ManagedOpportunity> {
    return this.moderation.refuse(actor, input);
  }

  @Mutation(() => ManagedOpportunity, {
    description: 'Takes an opportunity off the site until its business has answered.',
  })
  @Allow('moderator')
  takeDownOpportunity(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpportunityReasonInput,
  ): Promise<ManagedOpportunity> {
    return this.moderation.takeDown(actor, input);
  }

  @Mutation(() => ManagedOpportunity, { description: 'Says what may bring back harm, and whether it may be indexed.' })
  @Allow('moderator')
  tagOpportunity(@CurrentActor() actor: Actor, @Args('input') input: TagOpportunityInput): Promise<ManagedOpportunity> {
    return this.moderation.tag(actor, input);
  }

  @ResolveField(() => String, { description: 'The description as safe HTML.' })
  descriptionHtml(@Parent() { description }: ManagedOpportunity): string {
    return safeHtml(description);
  }
}
