import { businessSignIn } from './business-sign-in.es.js';
import { businessWhy } from './business-why.es.js';
import type { business as english } from './business.en.js';

export const business: typeof english = {
  why: businessWhy,
  signIn: businessSignIn,
};
