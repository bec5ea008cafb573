import type { Provider } from '@nestjs/common';
import { ManagedOpportunities } from './moderation/managed-opportunities.service.js';
import { ModerationResolver } from './moderation/moderation.resolver.js';
import { Moderation } from './moderation/moderation.service.js';
import { RedFlags } from './red-flags/red-flags.service.js';
import { ClosureListeners } from './businesses/closure-listeners.js';
import { Closures } from './closures/closures.js';
import { EndDueTerms } from './closures/end-due-terms.processor.js';
import { OpportunityAccess } from './opportunities/opportunity-access.js';
import { OpportunityTransitions } from './opportunities/opportunity-transitions.js';
import { OpportunitySubmission } from './my-opportunities/opportunity-submission.js';
import { OpportunityMails } from './opportunities/mails/opportunity-mails.js';
import { OpportunityNotifier } from './opportunities/mails/opportunity-notifier.js';
import { MyOpportunitiesResolver } from './my-opportunities/my-opportunities.resolver.js';
import { MyOpportunities } from './my-opportunities/my-opportunities.service.js';
import { MyOpportunityReads } from './opportunities/my-opportunity-reads.js';
import { MyOpportunityTransitions } from './my-opportunities/my-opportunity-transitions.service.js';
import { OpportunityReads } from './opportunities/opportunity-reads.js';
import { OpportunityResolver } from './opportunities/opportunity.resolver.js';
import { RenewalLinksResolver } from './renewals/renewal-links.resolver.js';
import { RenewalLinks } from './renewals/renewal-links.service.js';
import { Renewals } from './renewals/renewals.service.js';
import { VisibleOpportunities } from './opportunities/visible-opportunities.js';
import { WatchOpportunities } from './renewals/watch-opportunities.processor.js';

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
