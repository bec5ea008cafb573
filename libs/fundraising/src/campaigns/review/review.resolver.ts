import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { DateTimeScalar } from '@upstander/platform';
import { CampaignIdInput, CampaignNoteInput } from '../campaign.input.js';
import { ManagedCampaign } from '../managed-campaign.js';
import { Reviews } from './reviews.service.js';

/** The steps of a campaign from draft to its end. */
@Resolver(() => ManagedCampaign)
export class ReviewResolver {
  constructor(private readonly reviews: Reviews) {}

  @Mutation(() => ManagedCampaign, { description: 'Hands a campaign in for review.' })
  @Allow('organizer')
  submitCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignIdInput): Promise<ManagedCampaign> {
    return this.reviews.submit(actor, input.id);
  }

  @Mutation(() => ManagedCampaign, { description: 'Makes a campaign public.' })
  @Allow('finance', 'moderator')
  approveCampaign(
    @CurrentActor() actor: Actor,
    @Args('input') input: CampaignIdInput,
    @Args('readAt', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'The `updatedAt` of what was read: words that were changed since are not approved unread.',
    })
    readAt?: Date | null,
  ): Promise<ManagedCampaign> {
    return this.reviews.approve(actor, input.id, readAt ?? null);
  }

  @Mutation(() => ManagedCampaign, { description: 'Asks its organizer to change something first.' })
  @Allow('finance', 'moderator')
  requestCampaignChanges(
    @CurrentActor() actor: Actor,
    @Args('input') input: CampaignNoteInput,
  ): Promise<ManagedCampaign> {
    return this.reviews.requestChanges(actor, input);
  }

  @Mutation(() => ManagedCampaign, { description: 'Says no to a campaign.' })
  @Allow('finance', 'moderator')
  refuseCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignNoteInput): Promise<ManagedCampaign> {
    return this.reviews.refuse(actor, input);
  }

  @Mutation(() => ManagedCampaign, { description: 'A campaign takes no gifts for a while; it stays visible.' })
  @Allow('finance', 'moderator', 'organizer')
  pauseCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignNoteInput): Promise<ManagedCampaign> {
    return this.reviews.pause(actor, input);
  }

  @Mutation(() => ManagedCampaign, { description: 'A paused campaign takes gifts again.' })
  @Allow('finance', 'moderator')
  resumeCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignIdInput): Promise<ManagedCampaign> {
    return this.reviews.resume(actor, input.id);
  }

  @Mutation(() => ManagedCampaign, { description: 'A campaign is over; what it holds goes to its beneficiary.' })
  @Allow('finance', 'moderator', 'organizer')
  endCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignIdInput): Promise<ManagedCampaign> {
    return this.reviews.end(actor, input.id);
  }
}
