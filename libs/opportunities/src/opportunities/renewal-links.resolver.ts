import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { MyOpportunity } from './my-opportunity.js';
import { OpportunityTokenInput } from './opportunity.input.js';
import { RenewalLinks } from './renewal-links.service.js';

/** What the links in the mails about an opportunity's end do: their page has buttons, because scanners follow links. */
@Resolver(() => MyOpportunity)
export class RenewalLinksResolver {
  constructor(private readonly links: RenewalLinks) {}

  @Query(() => MyOpportunity, { nullable: true, description: 'An opportunity, by the link in a mail about its end.' })
  @Allow('anyone')
  opportunityByToken(@Args('token', { type: () => String }) token: string): Promise<MyOpportunity | null> {
    return this.links.byToken(token);
  }

  @Mutation(() => MyOpportunity, { description: 'Gives the opportunity another term.' })
  @Allow('anyone')
  renewByToken(@CurrentActor() actor: Actor, @Args('input') input: OpportunityTokenInput): Promise<MyOpportunity> {
    return this.links.renew(actor, input.token);
  }

  @Mutation(() => MyOpportunity, { description: 'Somebody was found: the opportunity leaves the site.' })
  @Allow('anyone')
  fillByToken(@CurrentActor() actor: Actor, @Args('input') input: OpportunityTokenInput): Promise<MyOpportunity> {
    return this.links.fill(actor, input.token);
  }
}
