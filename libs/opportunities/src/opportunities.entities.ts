import { businessesEntities } from './businesses/businesses.entities.js';
import { Opportunity } from './opportunities/opportunity.entity.js';

/** Every table of this library, for the data source. */
export const opportunitiesEntities = [...businessesEntities, Opportunity];
