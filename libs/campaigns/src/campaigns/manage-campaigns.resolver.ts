import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { Acknowledgement, selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { CampaignDrafts } from './campaign-drafts.service.js';
import { CampaignSort, ManageCampaignFilter } from './campaign-filter.input.js';
import { CampaignStatus } from './campaign-status.js';
import { CreateCampaignInput, SetCampaignCoverInput, UpdateCampaignInput } from './campaign.input.js';
import { ManagedCampaign, ManagedCampaignConnection } from './managed-campaign.js';
import { ManagedCampaigns } from './managed-campaigns.service.js';

@Area('campaigns')
@Resolver(() => ManagedCampaign)
export class ManageCampaignsResolver {
  constructor(
    private readonly drafts: CampaignDrafts,
    private readonly reads: ManagedCampaigns,
  ) {}

  @Query(() => ManagedCampaignConnection, {
    description: "Campaigns of the caller's chapters, in any status.",
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
    return this.reads.list(actor, { filter, status, sort }, { ...page, asked: selectedFields(info) });
  }

  @Query(() => ManagedCampaign, { nullable: true, description: "A single campaign of the caller's chapters." })
  @Allow('finance', 'moderator', 'organizer')
  manageCampaign(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedCampaign> {
    return this.reads.findManaged(actor, id);
  }

  @Mutation(() => ManagedCampaign, { description: 'Creates a draft campaign, visible to its chapter only.' })
  @OnlyWith('fundraising')
  @Allow('organizer')
  createCampaign(@CurrentActor() actor: Actor, @Args('input') input: CreateCampaignInput): Promise<ManagedCampaign> {
    return this.drafts.create(actor, input);
  }

  @Mutation(() => ManagedCampaign, {
    description: 'Updates a campaign. The beneficiary can only change before the first gift.',
  })
  @Allow('organizer')
  updateCampaign(@CurrentActor() actor: Actor, @Args('input') input: UpdateCampaignInput): Promise<ManagedCampaign> {
    return this.drafts.update(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a draft that was never submitted.' })
  @Allow('organizer')
  deleteCampaign(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.drafts.delete(actor, id);
  }

  @Mutation(() => ManagedCampaign, { description: 'Sets or removes the cover image of a campaign.' })
  @Allow('organizer')
  setCampaignCover(
    @CurrentActor() actor: Actor,
    @Args('input') input: SetCampaignCoverInput,
  ): Promise<ManagedCampaign> {
    return this.drafts.setCover(actor, input);
  }
}
