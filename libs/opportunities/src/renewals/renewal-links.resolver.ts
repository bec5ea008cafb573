import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { MyOpportunity } from '../opportunities/my-opportunity.js';
import { OpportunityTokenInput } from '../opportunities/opportunity.input.js';
import { RenewalLinks } from './renewal-links.service.js';

/** The links open a page with buttons, because email scanners follow links. */
@Resolver(() => MyOpportunity)
export class RenewalLinksResolver {
  constructor(private readonly links: RenewalLinks) {}

  @Query(() => MyOpportunity, {
    nullable: true,
    description: 'An opportunity, by the link in an email about its expiration.',
  })
  @Allow('anyone')
  opportunityByToken(@Args('token', { type: () => String }) token: string): Promise<MyOpportunity | null> {
    return this.links.byToken(token);
  }

  @Mutation(() => MyOpportunity, { description: 'Renews the opportunity for another term.' })
  @OnlyWith('opportunities')
  @Allow('anyone')
  renewByToken(@CurrentActor() actor: Actor, @Args('input') input: OpportunityTokenInput): Promise<MyOpportunity> {
    return this.links.renew(actor, input.token);
  }

  @Mutation(() => MyOpportunity, { description: 'Marks the opportunity as filled and removes it from the site.' })
  @Allow('anyone')
  fillByToken(@CurrentActor() actor: Actor, @Args('input') input: OpportunityTokenInput): Promise<MyOpportunity> {
    return this.links.markFilled(actor, input.token);
  }
}
