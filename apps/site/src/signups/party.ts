import { limits } from '@upstander/web-kit';
import type { FieldRule } from '../forms/define-form';

/** Guests. Their names are value in one field, a line each. */
export const partyRules = {
  guests: { required: false },
  guestNames: {
    kind: 'longText',
    max: limits.Signup.guests * limits.Signup.name,
    wrong: ({ site }) => site.errors.nameWrong,
    refused: { 'too-many': ({ site }) => site.errors.guestNamesTooMany },
  },
} as const satisfies Record<string, FieldRule>;

export function partyInput({ guests, guestNames }: Record<keyof typeof partyRules, string>) {
  const names = guestNames
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);
  return { guests: Number(guests || 0), guestNames: names };
}
