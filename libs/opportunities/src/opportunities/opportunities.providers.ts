import type { Provider } from '@nestjs/common';
import { ManagedOpportunities } from '../moderation/managed-opportunities.service.js';
import { ModerationResolver } from '../moderation/moderation.resolver.js';
import { Moderation } from '../moderation/moderation.service.js';
import { RedFlags } from '../red-flags/red-flags.service.js';
import { ClosureListeners } from '../closures/closure-listeners.js';
import { Closures } from '../closures/closures.js';
import { EndDueTerms } from '../closures/end-due-terms.processor.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityTransitions } from './opportunity-transitions.js';
import { OpportunitySubmission } from './opportunity-submission.js';
import { OpportunityMails } from './mails/opportunity-mails.js';
import { OpportunityNotifier } from './mails/opportunity-notifier.js';
import { MyOpportunitiesResolver } from './my-opportunities.resolver.js';
import { MyOpportunities } from './my-opportunities.service.js';
import { MyOpportunityReads } from './my-opportunity-reads.js';
import { MyOpportunityTransitions } from './my-opportunity-transitions.service.js';
import { OpportunityReads } from './opportunity-reads.js';
import { OpportunityResolver } from './opportunity.resolver.js';
import { RenewalLinksResolver } from './renewal-links.resolver.js';
import { RenewalLinks } from './renewal-links.service.js';
import { Renewals } from './renewals.service.js';
import { VisibleOpportunities } from './visible-opportunities.js';
import { WatchOpportunities } from './watch-opportunities.processor.js';

export const opportunitiesProviders: Provider[] = [
  // public reads
  OpportunityResolver,
  OpportunityReads,
  VisibleOpportunities,
  // members of a business
  MyOpportunitiesResolver,
  MyOpportunities,
  MyOpportunityTransitions,
  MyOpportunityReads,
  OpportunitySubmission,
  OpportunityAccess,
  OpportunityTransitions,
  RedFlags,
  // renewal and expiration
  RenewalLinksResolver,
  RenewalLinks,
  Renewals,
  WatchOpportunities,
  OpportunityNotifier,
  OpportunityMails,
  // closures, for other libraries
  ClosureListeners,
  Closures,
  EndDueTerms,
  // moderation
  ModerationResolver,
  Moderation,
  ManagedOpportunities,
];
