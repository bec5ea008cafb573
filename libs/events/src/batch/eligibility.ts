import { Refusal } from '@upstander/platform';

export interface ShiftRules {
  id: string;
  minimumAge: number | null;
  withMinors: boolean;
  opensAt: Date | null;
  opensToMembersAt: Date | null;
  timeZone: string;
}

const refusalTexts = {
  SIGN_UP_CLOSED: 'Sign-up for this shift is closed.',
  NOT_OPEN_YET: 'Sign-up for this event has not opened yet.',
  AGE_NEEDED: 'For this shift we have to know how old you will be on its day.',
  TOO_YOUNG: 'Thank you for wanting to help. For this shift one has to be older on its day; others may be open to you.',
  FIRST_TIMERS_FULL:
    'This shift has as many people who are new as it can look after. If you have helped before, sign in; else please choose another.',
} as const;

/** The reasons that events.may_take returns. */
export type IneligibilityCode = keyof typeof refusalTexts;

export function isIneligibilityCode(outcome: string): outcome is IneligibilityCode {
  return outcome in refusalTexts;
}

export function ineligibleRefusal(outcome: IneligibilityCode, rules: ShiftRules | undefined): Refusal {
  switch (outcome) {
    case 'NOT_OPEN_YET':
      return new Refusal(outcome, refusalTexts[outcome], {
        opensAt: rules?.opensAt?.toISOString() ?? null,
        opensToMembersAt: rules?.opensToMembersAt?.toISOString() ?? null,
        timeZone: rules?.timeZone ?? null,
      });
    case 'AGE_NEEDED':
      return new Refusal(outcome, refusalTexts[outcome], { age: rules && requiredAge(rules) });
    case 'TOO_YOUNG':
      return tooYoungRefusal(rules?.minimumAge ?? null);
    case 'SIGN_UP_CLOSED':
    case 'FIRST_TIMERS_FULL':
      return new Refusal(outcome, refusalTexts[outcome]);
  }
}

export function signUpClosed(): Refusal {
  return new Refusal('SIGN_UP_CLOSED', refusalTexts.SIGN_UP_CLOSED);
}

export function tooYoungRefusal(age: number | null): Refusal {
  return new Refusal('TOO_YOUNG', refusalTexts.TOO_YOUNG, { age });
}

/** Returns the age the person must confirm. At events with minors, adults must say that they are adults. */
function requiredAge({ minimumAge, withMinors }: Pick<ShiftRules, 'minimumAge' | 'withMinors'>): number | null {
  return withMinors ? Math.max(minimumAge ?? 0, 18) : minimumAge;
}
