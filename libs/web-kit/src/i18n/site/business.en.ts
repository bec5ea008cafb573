import { businessInbox } from './business-inbox.en.js';
import { businessListingForm } from './business-listing-form.en.js';
import { businessListings } from './business-listings.en.js';
import { businessRegister } from './business-register.en.js';
import { businessStatus } from './business-status.en.js';
import { businessWhy } from './business-why.en.js';

/** Words of the pages for businesses. */
export const business = {
  why: businessWhy,
  register: businessRegister,
  status: businessStatus,
  listings: businessListings,
  listingForm: businessListingForm,
  inbox: businessInbox,
};
