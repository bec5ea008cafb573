import { businessInbox } from './business-inbox.es.js';
import { businessListingForm } from './business-listing-form.es.js';
import { businessListings } from './business-listings.es.js';
import { businessRegister } from './business-register.es.js';
import { businessStatus } from './business-status.es.js';
import { businessWhy } from './business-why.es.js';
import type { business as english } from './business.en.js';

export const business: typeof english = {
  why: businessWhy,
  register: businessRegister,
  status: businessStatus,
  listings: businessListings,
  listingForm: businessListingForm,
  inbox: businessInbox,
};
