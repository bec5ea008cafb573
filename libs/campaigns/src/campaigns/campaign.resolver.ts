import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, OnlyWith } from '@upstander/identity';
import { selectedFields, PageArgs, safeHtml } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { CampaignFilter } from './campaign-filter.input.js';
import { CampaignReads } from './campaign-reads.js';
import { Campaign, CampaignConnection } from './campaign.entity.js';

@Resolver(() => Campaign)
export class CampaignResolver {
  constructor(private readonly campaigns: CampaignReads) {}

  @Query(() => CampaignConnection, { name: 'campaigns', description: 'Public campaigns.' })
  @Allow('anyone')
  list(
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', { type: () => CampaignFilter, nullable: true }) filter?: CampaignFilter | null,
  ): Promise<CampaignConnection> {
    return this.campaigns.list(filter, { ...page, asked: selectedFields(info) });
  }

  @Query(() => Campaign, { nullable: true, description: 'A single campaign by slug.' })
  @OnlyWith('fundraising')
  @Allow('anyone')
  campaign(
    @Info() info: GraphQLResolveInfo,
    @Args('slug', { type: () => String }) slug: string,
  ): Promise<Campaign | null> {
    return this.campaigns.bySlug(slug, selectedFields(info));
  }

  @Query(() => [Campaign], {
    description: "General funds that currently accept gifts not tied to a campaign, the organization's first.",
  })
  @Allow('anyone')
  generalFunds(@Info() info: GraphQLResolveInfo): Promise<Campaign[]> {
    return this.campaigns.generalFunds(selectedFields(info));
  }

  @ResolveField(() => String, { description: 'The story, as sanitized HTML.' })
  storyHtml(@Parent() campaign: Campaign): string {
    return safeHtml(campaign.story);
  }
}
