import { businessesEntities } from './businesses/businesses.entities.js';
import { listingsEntities } from './listings/listings.entities.js';

/** Every table of this library, for the data source. */
export const opportunitiesEntities = [...businessesEntities, ...listingsEntities];
