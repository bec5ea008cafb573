import { businessSignIn } from './business-sign-in.en.js';
import { businessWhy } from './business-why.en.js';

/** Words of the pages for businesses. */
export const business = {
  why: businessWhy,
  signIn: businessSignIn,
};
