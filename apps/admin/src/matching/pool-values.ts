import { models, type AdminCatalog } from '@upstander/web-kit';
import { formOnly } from '../parts/forms/form-only-fields';
import { instantOf } from '../parts/forms/wall-time';
import { daysAfter, todayIn } from '../parts/ui/dates';
import type { Pool } from './queries';

/** The form has days in the fundraiser's time zone instead of instants. */
export const poolModel = { ...models.CreateMatchingPoolInput, starts: formOnly.date, ends: formOnly.date };

export function datesOf(pool: Pick<Pool, 'timeZone' | 'startsAt' | 'endsAt'> | undefined) {
  if (!pool) return { ratioPercent: '100' };
  const dayOf = (instant: string) => todayIn(pool.timeZone, new Date(instant));
  return { starts: dayOf(pool.startsAt), ends: dayOf(pool.endsAt) };
}

export function problemsOf(
  { ratioPercent, starts, ends }: { ratioPercent: string; starts: string; ends: string },
  words: AdminCatalog<'matching'>['admin']['matching']['form'],
) {
  const ratio = Number(ratioPercent);
  const isRatio = Number.isInteger(ratio) && ratio >= 1 && ratio <= 1000;
  return {
    ratioPercent: isRatio ? undefined : words.badRatio,
    ends: ends < starts ? words.badDays : undefined,
  };
}

export function termsOf<Terms extends { campaignId: string; starts: string; ends: string }>(
  { campaignId: _, starts, ends, ...terms }: Terms,
  timeZone: string,
) {
  const midnight = (day: string) => instantOf(day, '00:00', timeZone)?.valueOf() ?? Number.NaN;
  return {
    ...terms,
    startsAt: new Date(midnight(starts)).toISOString(),
    endsAt: new Date(midnight(daysAfter(ends, 1)) - 1).toISOString(),
  };
}
