import { instantToWall, moveWall } from '../time/wall-time.js';
import { holidayOn, type FederalHoliday } from './federal-holidays.js';
import { datesOfRule, maxOccurrences, type Period, type RuleDates } from './series-rule.js';
import type { Series } from './series.entity.js';

/** Everything that determines the dates of a series. */
export type Recurrence = RuleDates & Pick<Series, 'extraDates' | 'excludedDates' | 'skipsHolidays' | 'timeZone'>;

export interface PlannedDate {
  local: string;
  isExtra: boolean;
  /** Why it doesn't take place; null if it does. */
  skipped: 'excluded' | FederalHoliday | null;
}

const minutesInYear = 366 * 24 * 60;

/** Returns the period in which occurrences exist: twelve months from today, or from the first date if that is later. */
export function periodAhead({ firstLocal, timeZone }: Pick<Recurrence, 'firstLocal' | 'timeZone'>, now: Date): Period {
  const today = instantToWall(now, timeZone);
  return { from: today, to: moveWall(firstLocal > today ? firstLocal : today, minutesInYear) };
}

/** Returns the dates of a series in a period, in order, with the skipped ones. Extra dates beat every reason to skip. */
export async function datesOf(recurrence: Recurrence, period: Period): Promise<PlannedDate[]> {
  const { extraDates, excludedDates, skipsHolidays } = recurrence;
  const excluded = new Set(excludedDates);
  const planned = new Map<string, PlannedDate>();
  for (const local of await datesOfRule(recurrence, period)) {
    const holiday = skipsHolidays ? holidayOn(local.slice(0, 10)) : null;
    planned.set(local, { local, isExtra: false, skipped: excluded.has(local) ? 'excluded' : holiday });
  }
  for (const local of extraDates)
    if (local >= period.from && local <= period.to) planned.set(local, { local, isExtra: true, skipped: null });
  return [...planned.values()].sort((a, b) => (a.local < b.local ? -1 : 1));
}

/** Returns the dates that take place, at most the allowed number. */
export function takingPlace(dates: readonly PlannedDate[]): string[] {
  return dates
    .filter(({ skipped }) => skipped === null)
    .slice(0, maxOccurrences)
    .map(({ local }) => local);
}
