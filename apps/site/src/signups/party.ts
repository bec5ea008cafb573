import { limits } from '@upstander/web-kit';
import type { Rule } from '../forms/form-of';

export const partyRules = {
  guests: { fits: (typed) => /^\d{1,2}$/.test(typed), wrong: ({ site }) => site.errors.guestsWrong } satisfies Rule,
  guestNames: {
    lines: true,
    most: limits.Signup.guests * limits.Signup.name,
    wrong: ({ site }) => site.errors.nameWrong,
    refused: { 'too-many': ({ site }) => site.errors.guestNamesTooMany },
  } satisfies Rule,
};

/** Returns the guests for the API, or nothing without guests. */
export function partyInput({ guests, guestNames }: Record<keyof typeof partyRules, string>) {
  const names = guestNames
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);
  return { guests: Number(guests || 0), guestNames: names };
}
