import { Refusal } from '@upstander/platform';

/** What a shift asks of whoever wants it, as a refusal says it. */
export interface ShiftRules {
  id: string;
  minimumAge: number | null;
  withMinors: boolean;
  opensAt: Date | null;
  opensToMembersAt: Date | null;
  timeZone: string;
}

const words = {
  NOT_OPEN_YET: 'Sign-up for this event has not opened yet.',
  AGE_NEEDED: 'For this shift we have to know how old you will be on its day.',
  TOO_YOUNG: 'Thank you for wanting to help. For this shift one has to be older on its day; others may be open to you.',
  FIRST_TIMERS_FULL:
    'This shift has as many people who are new as it can look after. If you have helped before, sign in; else please choose another.',
} as const;

/** Why somebody cannot have a shift that others can, as events.place_signups says it. */
export type NotForThem = keyof typeof words;

export function isNotForThem(outcome: string): outcome is NotForThem {
  return outcome in words;
}

/** The refusal, with what the shift asks. */
export function notForThem(outcome: NotForThem, rules: ShiftRules | undefined): Refusal {
  switch (outcome) {
    case 'NOT_OPEN_YET':
      return new Refusal(outcome, words[outcome], {
        opensAt: rules?.opensAt?.toISOString() ?? null,
        opensToMembersAt: rules?.opensToMembersAt?.toISOString() ?? null,
        timeZone: rules?.timeZone ?? null,
      });
    case 'AGE_NEEDED':
      return new Refusal(outcome, words[outcome], { age: rules && askedAge(rules) });
    case 'TOO_YOUNG':
      return tooYoung(rules?.minimumAge ?? null);
    case 'FIRST_TIMERS_FULL':
      return new Refusal(outcome, words[outcome]);
  }
}

/** The refusal for whoever is not old enough on the day of the shift. */
export function tooYoung(age: number | null): Refusal {
  return new Refusal('TOO_YOUNG', words.TOO_YOUNG, { age });
}

/** What one is asked to tick: who is there with minors may be one, but has to say so. */
function askedAge({ minimumAge, withMinors }: Pick<ShiftRules, 'minimumAge' | 'withMinors'>): number | null {
  return withMinors ? Math.max(minimumAge ?? 0, 18) : minimumAge;
}
