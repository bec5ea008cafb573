import { businessesEntities } from './businesses.entities.js';
import { Opportunity } from './opportunities/opportunity.entity.js';

export const opportunitiesEntities = [...businessesEntities, Opportunity];
