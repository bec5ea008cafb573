import { limits } from '@upstander/web-kit';
import type { Rule } from './form-of';
import { isAddress, longestAddress } from './typed';

/** Who fills in a form. */
export interface Person {
  name: string;
  email: string;
}

/** An e-mail address, checked as strictly as the API does. */
export const addressRule = {
  most: longestAddress,
  missing: ({ site }) => site.errors.emailMissing,
  fits: isAddress,
  wrong: ({ site }) => site.errors.emailWrong,
} satisfies Rule;

/** The two questions about somebody; how long a name may be hangs on what it is for. */
export const personRules = (longestName: number = limits.Volunteer.name) => ({
  name: {
    most: longestName,
    missing: ({ site }) => site.errors.nameMissing,
    label: ({ site }) => site.signUp.name,
    wrong: ({ site }) => site.errors.nameWrong,
  } satisfies Rule,
  email: addressRule,
});
