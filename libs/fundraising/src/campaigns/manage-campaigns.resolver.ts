import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { askedOf, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { CampaignDrafts } from './campaign-drafts.service.js';
import { CampaignSort, ManageCampaignFilter } from './campaign-filter.input.js';
import { CampaignStatus } from './campaign-status.js';
import { CreateCampaignInput, SetCampaignCoverInput, UpdateCampaignInput } from './campaign.input.js';
import { ManagedCampaign, ManagedCampaignConnection } from './managed-campaign.js';
import { ManagedCampaigns } from './managed-campaigns.service.js';

/** What organizers do with the campaigns of their chapters. */
@Resolver(() => ManagedCampaign)
export class ManageCampaignsResolver {
  constructor(
    private readonly drafts: CampaignDrafts,
    private readonly reads: ManagedCampaigns,
  ) {}

  @Query(() => ManagedCampaignConnection, {
    description: "The campaigns of the actor's chapters, whatever their state.",
  })
  @Allow('finance', 'moderator', 'organizer')
  manageCampaigns(
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ManageCampaignFilter, nullable: true }) filter?: ManageCampaignFilter | null,
    @Args('status', { type: () => [CampaignStatus], nullable: true }) status?: CampaignStatus[] | null,
    @Args('sort', { type: () => CampaignSort, nullable: true }) sort?: CampaignSort | null,
  ): Promise<ManagedCampaignConnection> {
    return this.reads.list(actor, { filter, status, sort }, { ...page, asked: askedOf(info) });
  }

  @Query(() => ManagedCampaign, { nullable: true, description: "One campaign of the actor's chapters." })
  @Allow('finance', 'moderator', 'organizer')
  manageCampaign(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedCampaign> {
    return this.reads.mine(actor, id);
  }

  @Mutation(() => ManagedCampaign, { description: 'Makes a draft; only its chapter sees it.' })
  @Allow('organizer')
  createCampaign(@CurrentActor() actor: Actor, @Args('input') input: CreateCampaignInput): Promise<ManagedCampaign> {
    return this.drafts.create(actor, input);
  }

  @Mutation(() => ManagedCampaign, { description: 'Changes a campaign; its beneficiary only before the first gift.' })
  @Allow('organizer')
  updateCampaign(@CurrentActor() actor: Actor, @Args('input') input: UpdateCampaignInput): Promise<ManagedCampaign> {
    return this.drafts.update(actor, input);
  }

  @Mutation(() => ManagedCampaign, { description: 'Gives a campaign its picture, or takes it away.' })
  @Allow('organizer')
  setCampaignCover(
    @CurrentActor() actor: Actor,
    @Args('input') input: SetCampaignCoverInput,
  ): Promise<ManagedCampaign> {
    return this.drafts.setCover(actor, input);
  }
}
