import { serviceOpportunities } from './service-opportunities.js';
import { shopOpportunities } from './shop-opportunities.js';

export const opportunityIdeas = [...shopOpportunities, ...serviceOpportunities];
