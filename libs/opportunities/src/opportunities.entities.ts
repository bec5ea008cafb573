import { businessesEntities } from './businesses/businesses.entities.js';
import { Opportunity } from './opportunities/opportunity.entity.js';

export const opportunitiesEntities = [...businessesEntities, Opportunity];
