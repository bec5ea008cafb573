import { limits } from '@upstander/web-kit';
import type { Rule } from './form-of';
import { isAddress, longestAddress } from './text-rules';

export interface Person {
  name: string;
  email: string;
}

/** Email address, checked as strictly as the API does. */
export const addressRule = {
  most: longestAddress,
  missing: ({ site }) => site.errors.emailMissing,
  fits: isAddress,
  wrong: ({ site }) => site.errors.emailWrong,
} satisfies Rule;

/** Returns the rules for name and email. The maximum length of the name depends on its use. */
export const personRules = (longestName: number = limits.Volunteer.name) => ({
  name: {
    most: longestName,
    missing: ({ site }) => site.errors.nameMissing,
    label: ({ site }) => site.signUp.name,
    wrong: ({ site }) => site.errors.nameWrong,
  } satisfies Rule,
  email: addressRule,
});
