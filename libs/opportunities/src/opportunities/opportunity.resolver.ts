import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, OnlyWith } from '@upstander/identity';
import { selectedFields, PageArgs, safeHtml } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { OpportunityFilter } from './opportunity-filter.input.js';
import { OpportunityReads } from './opportunity-reads.js';
import { PublicOpportunity, OpportunityConnection } from './public-opportunity.js';

@Resolver(() => PublicOpportunity)
export class OpportunityResolver {
  constructor(private readonly reads: OpportunityReads) {}

  @Query(() => OpportunityConnection, {
    name: 'opportunities',
    description: 'Current opportunities of vetted businesses, newest first.',
  })
  @Allow('anyone')
  list(
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', { type: () => OpportunityFilter, nullable: true }) filter?: OpportunityFilter | null,
  ): Promise<OpportunityConnection> {
    return this.reads.list(filter, { ...page, asked: selectedFields(info) });
  }

  @Query(() => PublicOpportunity, {
    nullable: true,
    description: 'A single published opportunity by slug.',
  })
  @OnlyWith('opportunities')
  @Allow('anyone')
  opportunity(@Args('slug', { type: () => String }) slug: string): Promise<PublicOpportunity | null> {
    return this.reads.bySlug(slug);
  }

  @ResolveField(() => String, { description: 'The description, as sanitized HTML.' })
  descriptionHtml(@Parent() { description }: PublicOpportunity): string {
    return safeHtml(description);
  }
}
