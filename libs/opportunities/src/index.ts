export { findRedFlags } from './red-flags/find-red-flags.js';
export { redFlagRules } from './red-flags/rules/index.js';
export { VisibleOpportunities, type OpportunityName } from './listings/visible-opportunities.js';
export { BusinessMembers, type MemberAccount, type Membership } from './businesses/members/business-members.js';
export { BusinessRole, BusinessStatus } from './businesses/business-status.js';
export { businessChanges } from './businesses/business-step.js';
export { listingChanges } from './listings/opportunity-status.js';
export { opportunitiesEntities } from './opportunities.entities.js';
export { OpportunitiesModule } from './opportunities.module.js';
