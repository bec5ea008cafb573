import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Audience } from '@upstander/platform';
import { RedFlag } from './red-flag.js';
import type { Opportunity } from './opportunity.entity.js';
import { OpportunityFacts, OpportunitySeenBy, type BusinessFields } from './public-opportunity.js';

export interface OpportunityState {
  flags: RedFlag[];
  isShown: boolean;
  mayRenew: boolean;
  renewalNeedsReview: boolean;
}

export function OpportunityStateSeenBy(audience: Audience): Type<Opportunity & BusinessFields & OpportunityState> {
  @ObjectType({ isAbstract: true })
  class State extends OpportunitySeenBy(audience) implements OpportunityState {
    @Field(() => [RedFlag]) flags!: RedFlag[];
    @Field(() => Boolean, { description: 'True if it is on the site: both it and its business are approved.' })
    isShown!: boolean;
    @Field(() => Boolean, { description: 'True if it has expired or expires soon, and can be renewed.' })
    mayRenew!: boolean;
    @Field(() => Boolean, { description: 'True if it was renewed so often that staff must review the next renewal.' })
    renewalNeedsReview!: boolean;
  }
  return State;
}

@ObjectType({ implements: () => OpportunityFacts, description: 'An opportunity, as shown to its business.' })
export class MyOpportunity extends OpportunityStateSeenBy('owner') {}
