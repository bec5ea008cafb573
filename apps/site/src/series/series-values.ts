import { isoDay, models, type Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type ValuesOf } from '../forms/define-form';
import { signUpRules } from '../signups/sign-up-values';
import type { SeriesDateData } from './queries';

/** `shift` is the number and name of a role, and `dates` all checked dates, separated by spaces. */
export const seriesForm = defineForm(models.SignUpInput, ({ site }) => site.signUp, {
  ...signUpRules,
  which: { kind: 'text' },
  until: { kind: 'date' },
  dates: { kind: 'text' },
});
export type SeriesValues = ValuesOf<typeof seriesForm>;

export function readSeries(form: FormData): SeriesValues {
  const read = new FormData();
  for (const [name, value] of form) if (name !== 'dates') read.append(name, value);
  read.set('dates', [...new Set(form.getAll('dates'))].join(' '));
  return seriesForm.read(read);
}

export function datesOf({ dates }: Pick<SeriesValues, 'dates'>): string[] {
  return dates.split(' ').filter(Boolean);
}

/** A shift that every date has: the nth one of a role, by start. */
export interface RoleChoice {
  value: string;
  role: string;
  roleNumber: number;
  shift: SeriesDateData['shifts'][number];
}

/** Returns the shifts of the dates, each once, in the order of the next date. */
export function roleChoicesOf(dates: readonly SeriesDateData[]): RoleChoice[] {
  const choices = new Map<string, RoleChoice>();
  for (const date of dates) {
    for (const [value, shift] of rolesOf(date)) {
      const [roleNumber, role] = [Number(value.split(' ')[0]), shift.role];
      if (!choices.has(value)) choices.set(value, { value, role, roleNumber, shift });
    }
  }
  return [...choices.values()];
}

/** Returns the shifts of a date by the number and name of their role. */
export function rolesOf({ shifts }: SeriesDateData): Map<string, SeriesDateData['shifts'][number]> {
  const counts = new Map<string, number>();
  const roles = shifts
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .map((shift) => {
      const roleNumber = (counts.get(shift.role) ?? 0) + 1;
      counts.set(shift.role, roleNumber);
      return [`${roleNumber} ${shift.role}`, shift] as const;
    });
  return new Map(roles);
}

export function seriesErrors(
  values: SeriesValues,
  { dates, roles, isKnown }: { dates: readonly SeriesDateData[]; roles: readonly RoleChoice[]; isKnown: boolean },
  words: Catalog,
): FormError[] {
  const t = words.site.series;
  const chosen = datesOf(values);
  const which = whichOf(values);
  const firstDay = dates[0] && isoDay(new Date(dates[0].startsAt), dates[0].timeZone);
  const isTooEarly = which === 'every' && values.until !== '' && firstDay !== undefined && values.until < firstDay;
  return seriesForm.errors(values, words, {
    also: {
      shift: !roles.some(({ value }) => value === values.shift) && words.site.errors.shiftGone,
      which:
        (which === null && t.whichMissing) ||
        (which === 'every' && chosen.length > 0 && t.whichBoth) ||
        (which === 'some' && chosen.length === 0 && t.dateMissing),
      dates: !chosen.every((id) => dates.some((date) => date.id === id)) && t.dateGone,
      until: isTooEarly && t.untilWrong,
    },
    ...(isKnown && { only: ['shift', 'which', 'until', 'dates', 'birthYear', 'guests', 'guestNames'] }),
  });
}

/** Checked dates without an answer mean only these. */
export function whichOf(values: Pick<SeriesValues, 'which' | 'dates'>): 'every' | 'some' | null {
  if (values.which === 'every' || values.which === 'some') return values.which;
  return datesOf(values).length > 0 ? 'some' : null;
}
