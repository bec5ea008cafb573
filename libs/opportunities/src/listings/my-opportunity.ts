import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Audience } from '@upstander/platform';
import { RedFlag } from '../red-flags/red-flag.js';
import type { Listing } from './listing.entity.js';
import { ListingSeenBy, type WithBusiness } from './opportunity.js';

/** How a listing stands, for its business and for staff. */
export interface ListingState {
  flags: RedFlag[];
  isShown: boolean;
  mayRenew: boolean;
  renewalNeedsReview: boolean;
}

/** What a business or staff see of a listing. */
export function ListingStateSeenBy(audience: Audience): Type<Listing & WithBusiness & ListingState> {
  @ObjectType({ isAbstract: true })
  class State extends ListingSeenBy(audience) implements ListingState {
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

@ObjectType({ description: 'A listing as its business sees it.' })
export class MyOpportunity extends ListingStateSeenBy('owner') {}
