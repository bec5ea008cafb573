import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { CampaignPage } from '../campaigns/page.entity.js';
import { PageReads } from '../pages/page-reads.js';
import { ManagedCampaign } from '../campaigns/managed-campaign.js';
import { ManagedCampaigns } from '../campaigns/managed-campaigns.service.js';
import { ReviewEditInput } from '../campaigns/edit.js';
import { EditReviews } from './edit-reviews.service.js';

@Area('campaigns')
@Resolver()
export class EditResolver {
  constructor(
    private readonly edits: EditReviews,
    private readonly campaigns: ManagedCampaigns,
    private readonly pages: PageReads,
  ) {}

  @Mutation(() => ManagedCampaign, { description: 'Approves or declines edits to a public campaign.' })
  @Allow('finance', 'moderator')
  async reviewCampaignEdit(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReviewEditInput,
  ): Promise<ManagedCampaign> {
    return this.campaigns.byId(await this.edits.reviewCampaignEdit(actor, input));
  }

  @Mutation(() => CampaignPage, { description: 'Approves or declines edits to a public fundraising page.' })
  @Allow('finance', 'moderator', 'organizer')
  async reviewPageEdit(@CurrentActor() actor: Actor, @Args('input') input: ReviewEditInput): Promise<CampaignPage> {
    return this.pages.byId(await this.edits.reviewPage(actor, input));
  }
}
