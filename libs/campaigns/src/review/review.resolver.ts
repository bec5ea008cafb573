import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { DateTimeScalar } from '@upstander/platform';
import { CampaignIdInput, CampaignNoteInput } from '../campaigns/campaign.input.js';
import { ManagedCampaign } from '../campaigns/managed-campaign.js';
import { Reviews } from './reviews.service.js';

@Area('campaigns')
@Resolver(() => ManagedCampaign)
export class ReviewResolver {
  constructor(private readonly reviews: Reviews) {}

  @Mutation(() => ManagedCampaign, { description: 'Submits a campaign for review.' })
  @OnlyWith('fundraising')
  @Allow('organizer')
  submitCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignIdInput): Promise<ManagedCampaign> {
    return this.reviews.submit(actor, input.id);
  }

  @Mutation(() => ManagedCampaign, { description: 'Approves and publishes a campaign.' })
  @OnlyWith('fundraising')
  @Allow('finance', 'moderator')
  approveCampaign(
    @CurrentActor() actor: Actor,
    @Args('input') input: CampaignIdInput,
    @Args('readAt', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'The `updatedAt` of the campaign that was reviewed. Later edits are not approved.',
    })
    readAt?: Date | null,
  ): Promise<ManagedCampaign> {
    return this.reviews.approve(actor, input.id, readAt ?? null);
  }

  @Mutation(() => ManagedCampaign, { description: 'Requests changes from the organizer.' })
  @Allow('finance', 'moderator')
  requestCampaignChanges(
    @CurrentActor() actor: Actor,
    @Args('input') input: CampaignNoteInput,
  ): Promise<ManagedCampaign> {
    return this.reviews.requestChanges(actor, input);
  }

  @Mutation(() => ManagedCampaign, { description: 'Declines a campaign.' })
  @Allow('finance', 'moderator')
  refuseCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignNoteInput): Promise<ManagedCampaign> {
    return this.reviews.refuse(actor, input);
  }

  @Mutation(() => ManagedCampaign, { description: 'Pauses a campaign: it stays public, but does not accept gifts.' })
  @Allow('finance', 'moderator', 'organizer')
  pauseCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignNoteInput): Promise<ManagedCampaign> {
    return this.reviews.pause(actor, input);
  }

  @Mutation(() => ManagedCampaign, { description: 'Resumes a paused campaign.' })
  @OnlyWith('fundraising')
  @Allow('finance', 'moderator')
  resumeCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignIdInput): Promise<ManagedCampaign> {
    return this.reviews.resume(actor, input.id);
  }

  @Mutation(() => ManagedCampaign, { description: 'Ends a campaign. Its remaining funds go to its beneficiary.' })
  @Allow('finance', 'moderator', 'organizer')
  endCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignIdInput): Promise<ManagedCampaign> {
    return this.reviews.end(actor, input.id);
  }
}
