import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { PageArgs, safeHtml } from '@upstander/platform';
import { OpportunityReasonInput } from '../opportunities/opportunity.input.js';
import { ManagedOpportunities } from './managed-opportunities.service.js';
import { ManagedOpportunity, ManagedOpportunityConnection, ManageOpportunitiesFilter } from './managed-opportunity.js';
import { ApproveOpportunityInput, TagOpportunityInput } from './moderation.input.js';
import { Moderation } from './moderation.service.js';

@Area('opportunities')
@Resolver(() => ManagedOpportunity)
export class ModerationResolver {
  constructor(
    private readonly moderation: Moderation,
    private readonly reads: ManagedOpportunities,
  ) {}

  @Query(() => ManagedOpportunityConnection, {
    description: 'Opportunities in any status, newest first.',
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

  @Query(() => ManagedOpportunity, { nullable: true, description: 'A single opportunity in any status.' })
  @Allow('moderator')
  manageOpportunity(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ManagedOpportunity> {
    return this.reads.byId(actor, id);
  }

  @Mutation(() => ManagedOpportunity, { description: 'Approves an opportunity and publishes it, as reviewed.' })
  @OnlyWith('opportunities')
  @Allow('moderator')
  approveOpportunity(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApproveOpportunityInput,
  ): Promise<ManagedOpportunity> {
    return this.moderation.approve(actor, input);
  }

  @Mutation(() => ManagedOpportunity, { description: 'Requests changes from the business.' })
  @Allow('moderator')
  requestOpportunityChanges(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpportunityReasonInput,
  ): Promise<ManagedOpportunity> {
    return this.moderation.requestChanges(actor, input);
  }

  @Mutation(() => ManagedOpportunity, {
    description: 'Declines an opportunity permanently, even if it is on the site.',
  })
  @Allow('moderator')
  refuseOpportunity(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpportunityReasonInput,
  ): Promise<ManagedOpportunity> {
    return this.moderation.refuse(actor, input);
  }

  @Mutation(() => ManagedOpportunity, {
    description: 'Takes an opportunity off the site until the business corrects it.',
  })
  @Allow('moderator')
  takeDownOpportunity(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpportunityReasonInput,
  ): Promise<ManagedOpportunity> {
    return this.moderation.takeDown(actor, input);
  }

  @Mutation(() => ManagedOpportunity, { description: 'Sets the content warnings and indexing of an opportunity.' })
  @Allow('moderator')
  tagOpportunity(@CurrentActor() actor: Actor, @Args('input') input: TagOpportunityInput): Promise<ManagedOpportunity> {
    return this.moderation.tag(actor, input);
  }

  @ResolveField(() => String, { description: 'The description, as sanitized HTML.' })
  descriptionHtml(@Parent() { description }: ManagedOpportunity): string {
    return safeHtml(description);
  }
}
