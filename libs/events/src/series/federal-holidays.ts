import { enumOf, type EnumOf } from '@upstander/platform';
import { Temporal } from 'temporal-polyfill';

/** 5 U.S.C. § 6103. */
export const FederalHoliday = enumOf('FederalHoliday', 'A federal holiday of the United States.', {
  new_year: 'New Year’s Day.',
  king: 'Martin Luther King Jr. Day.',
  presidents: 'Presidents’ Day.',
  memorial: 'Memorial Day.',
  juneteenth: 'Juneteenth.',
  independence: 'Independence Day.',
  labor: 'Labor Day.',
  columbus: 'Columbus Day and Indigenous Peoples’ Day.',
  veterans: 'Veterans Day.',
  thanksgiving: 'Thanksgiving Day.',
  christmas: 'Christmas Day.',
});
export type FederalHoliday = EnumOf<typeof FederalHoliday>;

const fixedDays: ReadonlyArray<[FederalHoliday, month: number, day: number]> = [
  ['new_year', 1, 1],
  ['juneteenth', 6, 19],
  ['independence', 7, 4],
  ['veterans', 11, 11],
  ['christmas', 12, 25],
];

/** `nth` weekday (1 is Monday) of the month; -1 is the last. */
const movingDays: ReadonlyArray<[FederalHoliday, month: number, weekday: number, nth: number]> = [
  ['king', 1, 1, 3],
  ['presidents', 2, 1, 3],
  ['memorial', 5, 1, -1],
  ['labor', 9, 1, 1],
  ['columbus', 10, 1, 2],
  ['thanksgiving', 11, 4, 4],
];

const years = new Map<number, ReadonlyMap<string, FederalHoliday>>();

/** Returns the holiday of a date ('2026-12-25'), which includes the weekday when a holiday on a weekend is observed. */
export function holidayOn(date: string): FederalHoliday | null {
  const year = Number(date.slice(0, 4));
  let days = years.get(year);
  if (!days) years.set(year, (days = holidaysAround(year)));
  return days.get(date) ?? null;
}

function holidaysAround(year: number): ReadonlyMap<string, FederalHoliday> {
  const days = new Map<string, FederalHoliday>();
  for (const [name, month, weekday, nth] of movingDays) days.set(nthWeekday(year, month, weekday, nth), name);
  // New Year's Day of the next year can be observed on December 31.
  for (const near of [year, year + 1])
    for (const [name, month, day] of fixedDays) {
      const date = Temporal.PlainDate.from({ year: near, month, day });
      days.set(date.toString(), name);
      const shift = date.dayOfWeek === 6 ? -1 : date.dayOfWeek === 7 ? 1 : 0;
      days.set(date.add({ days: shift }).toString(), name);
    }
  return days;
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const day = 1 + ((weekday - first.dayOfWeek + 7) % 7);
  const last = day + 7 * Math.floor((first.daysInMonth - day) / 7);
  return first.with({ day: nth < 0 ? last : day + 7 * (nth - 1) }).toString();
}
