import { type ApiRefusal, graphql, type ResultOf } from '@upstander/api-client';
import { dayAndTime, listText, refusalText, type Catalog, type Locale } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';

export const SignUpForShifts = graphql(`
  mutation SignUpForShifts($input: SignUpForShiftsInput!) {
    signUpForShifts(input: $input) {
      outcomes {
        shiftId
        signup {
          id
          status
          position
          guests
        }
        refusal {
          code
        }
      }
    }
  }
`);
export type ShiftOutcome = ResultOf<typeof SignUpForShifts>['signUpForShifts']['outcomes'][number];

interface Span {
  startsAt: string;
  endsAt: string;
}

export function doOverlap(shift: Span, otherShift: Span): boolean {
  return shift.startsAt < otherShift.endsAt && otherShift.startsAt < shift.endsAt;
}

/** Returns true if two of the shifts don't overlap. Only then are they checkboxes. */
export function hasCompatibleShifts(shifts: readonly Span[]): boolean {
  return shifts.some((shift, index) => shifts.slice(index + 1).some((otherShift) => !doOverlap(shift, otherShift)));
}

/** Returns the message of a refusal of several shifts, naming them, or null for another refusal. */
export function severalShiftsMessage(
  { code, details }: ApiRefusal,
  { shifts, timeZone }: { shifts: ReadonlyArray<{ id: string; role: string; startsAt: string }>; timeZone: string },
  { locale, words }: { locale: Locale; words: Catalog },
): FormError | null {
  const t = words.site.signUp;
  const shiftLabel = ({ role, startsAt }: { role: string; startsAt: string }) =>
    `${role} (${dayAndTime(locale, new Date(startsAt), timeZone)})`;
  const about = idsIn(details).flatMap((id) => shifts.find((shift) => shift.id === id) ?? []);
  const text = refusalText(words, code);
  if (code === 'CHOSEN_OVERLAP' && about.length === 2) {
    return { field: 'shift', text: t.chosenOverlap({ one: shiftLabel(about[0]!), other: shiftLabel(about[1]!) }) };
  }
  if (code === 'NOT_ALL_FREE' && about.length > 0) {
    return { field: 'shift', text: t.notAllFree({ which: listText(locale, about.map(shiftLabel)) }) };
  }
  return code === 'CHOSEN_OVERLAP' || code === 'NOT_ALL_FREE' ? { field: 'shift', text } : null;
}

function idsIn({ shiftIds, shifts }: Readonly<Record<string, unknown>>): string[] {
  const items: unknown[] = Array.isArray(shiftIds) ? shiftIds : Array.isArray(shifts) ? shifts : [];
  return items.map((item) => (typeof item === 'string' ? item : String((item as { id?: unknown } | null)?.id)));
}
