import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Audience } from '@upstander/platform';
import { RedFlag } from '../red-flags/red-flag.js';
import type { Opportunity } from './opportunity.entity.js';
import { OpportunityFacts, OpportunitySeenBy, type WithBusiness } from './public-opportunity.js';

/** How an opportunity stands, for its business and for staff. */
export interface OpportunityState {
  flags: RedFlag[];
  isShown: boolean;
  mayRenew: boolean;
  renewalNeedsReview: boolean;
}

/** What a business or staff see of an opportunity. */
export function OpportunityStateSeenBy(audience: Audience): Type<Opportunity & WithBusiness & OpportunityState> {
  @ObjectType({ isAbstract: true })
  class State extends OpportunitySeenBy(audience) implements OpportunityState {
    @Field(() => [RedFlag]) flags!: RedFlag[];
    @Field(() => Boolean, { description: 'Whether it is on the site now: it, and its business, are approved.' })
    isShown!: boolean;
    @Field(() => Boolean, { description: 'Its end is near or over, and it can be given another term.' })
    mayRenew!: boolean;
    @Field(() => Boolean, { description: 'It was renewed so often that somebody looks at it before it goes on.' })
    renewalNeedsReview!: boolean;
  }
  return State;
}

@ObjectType({ implements: () => OpportunityFacts, description: 'An opportunity as its business sees it.' })
export class MyOpportunity extends OpportunityStateSeenBy('owner') {}
