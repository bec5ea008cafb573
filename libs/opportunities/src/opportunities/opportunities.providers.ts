import type { Provider } from '@nestjs/common';
import { ManagedOpportunities } from '../moderation/managed-opportunities.service.js';
import { ModerationResolver } from '../moderation/moderation.resolver.js';
import { Moderation } from '../moderation/moderation.service.js';
import { RedFlags } from '../red-flags/red-flags.service.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunitySteps } from './opportunity-steps.js';
import { HandIn } from './hand-in.js';
import { OpportunityMails } from './mails/opportunity-mails.js';
import { OpportunityPost } from './mails/opportunity-post.js';
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
import { WatchOpportunities } from './watch-opportunities.processor.js';

/** What Nest makes of this folder and of those around it. */
export const opportunitiesProviders: Provider[] = [
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
  OpportunityAccess,
  OpportunitySteps,
  RedFlags,
  // the end of a term
  RenewalLinksResolver,
  RenewalLinks,
  Renewals,
  WatchOpportunities,
  OpportunityPost,
  OpportunityMails,
  // what staff decide
  ModerationResolver,
  Moderation,
  ManagedOpportunities,
];
