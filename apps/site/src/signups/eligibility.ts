import type { ApiRefusal } from '@upstander/api-client';
import { dayAndTime, refusalText, zoneName, type Catalog, type Locale } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';

/** Returns the error for a shift's restrictions at its field, or null for another refusal. */
export function restrictionError({ code, details }: ApiRefusal, locale: Locale, words: Catalog): FormError | null {
  const t = words.site.signUp;
  const age = Number(details['age'] ?? 18);
  switch (code) {
    case 'AGE_NEEDED':
      return { field: 'birthYear', text: t.ageNeeded({ age }) };
    case 'TOO_YOUNG':
      return { field: 'shift', text: t.tooYoung({ age }) };
    case 'FIRST_TIMERS_FULL':
      return { field: 'shift', text: refusalText(words, code) };
    case 'NOT_OPEN_YET': {
      const { opensAt, timeZone } = details;
      if (typeof opensAt !== 'string' || typeof timeZone !== 'string') return { text: refusalText(words, code) };
      const opens = new Date(opensAt);
      return {
        field: 'shift',
        text: t.notOpenYet({ when: `${dayAndTime(locale, opens, timeZone)} (${zoneName(locale, timeZone, opens)})` }),
      };
    }
    default:
      return null;
  }
}

/** Returns the age to ask about: the minimum age, or 18 if minors attend. Returns null if age doesn't matter. */
export function requiredAge(shift: { minimumAge: number | null }, withMinors: boolean): number | null {
  const age = Math.max(shift.minimumAge ?? 0, withMinors ? 18 : 0);
  return age > 0 ? age : null;
}
