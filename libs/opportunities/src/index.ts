export { opportunitiesEntities } from './opportunities.entities.js';
export { OpportunitiesModule } from './opportunities.module.js';
