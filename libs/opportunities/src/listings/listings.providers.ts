import type { Provider, Type } from '@nestjs/common';
import { ManagedOpportunities } from '../moderation/managed-opportunities.service.js';
import { ModerationResolver } from '../moderation/moderation.resolver.js';
import { Moderation } from '../moderation/moderation.service.js';
import { RedFlags } from '../red-flags/red-flags.service.js';
import { ListingAccess } from './listing-access.js';
import { ListingSteps } from './listing-steps.js';
import { HandIn } from './hand-in.js';
import { ListingMails } from './mails/listing-mails.js';
import { ListingPost } from './mails/listing-post.js';
import { MyOpportunitiesResolver } from './my-opportunities.resolver.js';
import { MyOpportunities } from './my-opportunities.service.js';
import { MyOpportunityReads } from './my-opportunity-reads.js';
import { MyOpportunitySteps } from './my-opportunity-steps.service.js';
import { OpportunityReads } from './opportunity-reads.js';
import { OpportunityResolver } from './opportunity.resolver.js';
import { RenewalLinksResolver } from './renewal-links.resolver.js';
import { RenewalLinks } from './renewal-links.service.js';
import { Renewals } from './renewals.service.js';
import { VisibleOpportunities } from './visible-opportunities.js';
import { WatchListings } from './watch-listings.processor.js';

/** What Nest makes of this folder and of those around it. */
export const listingsProviders: Provider[] = [
  // what everybody reads
  OpportunityResolver,
  OpportunityReads,
  VisibleOpportunities,
  // what the people of a business write
  MyOpportunitiesResolver,
  MyOpportunities,
  MyOpportunitySteps,
  MyOpportunityReads,
  HandIn,
  ListingAccess,
  ListingSteps,
  RedFlags,
  // the end of a term
  RenewalLinksResolver,
  RenewalLinks,
  Renewals,
  WatchListings,
  ListingPost,
  ListingMails,
  // what staff decide
  ModerationResolver,
  Moderation,
  ManagedOpportunities,
];

/** The plain HTTP routes of this folder. */
export const listingsControllers: Type[] = [];
