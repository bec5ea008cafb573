import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { safeHtml } from '@upstander/platform';
import { CampaignUpdate, ManagedUpdate } from '../campaigns/update.entity.js';
import { PostCampaignUpdateInput, SetUpdateStatusInput } from './update.input.js';
import { Updates } from './updates.service.js';

@Area('campaigns')
@Resolver(() => CampaignUpdate)
export class UpdateResolver {
  constructor(private readonly updates: Updates) {}

  @Mutation(() => CampaignUpdate, { description: 'Posts a campaign update and emails it to donors who want updates.' })
  @OnlyWith('fundraising')
  @Allow('organizer')
  postCampaignUpdate(
    @CurrentActor() actor: Actor,
    @Args('input') input: PostCampaignUpdateInput,
  ): Promise<CampaignUpdate> {
    return this.updates.post(actor, input);
  }

  @Mutation(() => ManagedUpdate, { description: 'Publishes an update by a supporter, or hides an update.' })
  @Allow('finance', 'moderator', 'organizer')
  setUpdateStatus(@CurrentActor() actor: Actor, @Args('input') input: SetUpdateStatusInput): Promise<ManagedUpdate> {
    return this.updates.setStatus(actor, input);
  }

  @ResolveField(() => String, { description: 'The update, as sanitized HTML.' })
  bodyHtml(@Parent() update: CampaignUpdate): string {
    return safeHtml(update.body);
  }
}
