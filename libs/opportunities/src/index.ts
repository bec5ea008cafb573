export { VisibleOpportunities, type OpportunityName } from './listings/visible-opportunities.js';
export { opportunitiesEntities } from './opportunities.entities.js';
export { OpportunitiesModule } from './opportunities.module.js';
