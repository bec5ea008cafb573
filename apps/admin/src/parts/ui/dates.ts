import { dayText, intlTag, isoDay, timeRange, yearIn, zoneName, type Locale } from '@upstander/web-kit';

interface TimeSpan {
  startsAt: string;
  endsAt: string;
}

/**
 * Formats a day in the event's zone, for example "Saturday, December 5". Adds the year if it is not the current one.
 * Capitalized in Spanish too, because it starts a line.
 */
export function day(locale: Locale, at: string, timeZone: string): string {
  const text = dayText(locale, new Date(at), timeZone, yearIn(new Date(), timeZone));
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** Like `day`, for lists: "Sat, Dec 5". */
export function listDay(locale: Locale, at: string, timeZone: string): string {
  const year = yearIn(new Date(), timeZone) === yearIn(new Date(at), timeZone) ? undefined : 'numeric';
  const options = { weekday: 'short', month: 'short', day: 'numeric', year, timeZone } as const;
  return new Intl.DateTimeFormat(intlTag(locale), options).format(new Date(at));
}

/** "9:00 AM – 12:00 PM" in the event's zone. */
export function timesText(locale: Locale, { startsAt, endsAt }: TimeSpan, timeZone: string): string {
  return timeRange(locale, new Date(startsAt), new Date(endsAt), timeZone);
}

/** "9:00 AM – 12:00 PM PT" */
export function timesInZone(locale: Locale, span: TimeSpan, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(intlTag(locale), { timeZone, timeZoneName: 'shortGeneric' }).formatToParts(
    new Date(span.startsAt),
  );
  return `${timesText(locale, span, timeZone)} ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone}`;
}

/** "Saturday, December 5, 9:00 AM – 12:00 PM, Pacific Time" */
export function dayTimesZone(locale: Locale, event: TimeSpan & { timeZone: string }): string {
  const { startsAt, timeZone } = event;
  return `${day(locale, startsAt, timeZone)}, ${timesText(locale, event, timeZone)}, ${zoneName(locale, timeZone, new Date(startsAt))}`;
}

/** True if an event is over or canceled, so it no longer needs volunteers. */
export function isPast(event: { status: string; endsAt: string }, now = new Date()): boolean {
  if (event.status === 'DRAFT') return false;
  return event.status !== 'PUBLISHED' || new Date(event.endsAt) <= now;
}

/** "Nov 24, 3:42 PM" in the user's zone. */
export function formatShortDateTime(locale: Locale, at: string | Date): string {
  return new Intl.DateTimeFormat(intlTag(locale), {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));
}

/** "3:42 PM" in the user's zone. */
export function clockTime(locale: Locale, at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(intlTag(locale), { hour: 'numeric', minute: '2-digit', timeZone }).format(at);
}

export function hasSameTimes(a: TimeSpan, b: TimeSpan): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}

/**
 * Returns today in the user's time zone, for example 2026-12-05. For dates that become times in that zone. For all
 * others use `useToday`.
 */
export function todayInUserZone(now = new Date()): string {
  return isoDay(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Returns today in a time zone. Bank and fundraiser dates use their own zone, not the user's. */
export function todayIn(timeZone: string, now = new Date()): string {
  return isoDay(now, timeZone);
}

/** "Nov 24, 2026" */
export function calendarDay(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** "Nov 24, 2026, 3:42 PM" in the user's zone. */
export function formatDateTime(locale: Locale, at: string): string {
  return new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** Omits the current year. */
export function formatListDateTime(locale: Locale, at: string, now = new Date()): string {
  return (new Date(at).getFullYear() === now.getFullYear() ? formatShortDateTime : formatDateTime)(locale, at);
}

export type Unit = 'DAY' | 'WEEK' | 'MONTH';

/** Formats the period that starts on this day: "Nov 24" or "Nov 2026". */
export function spanText(locale: Locale, start: string, unit: Unit): string {
  const formatOptions: Intl.DateTimeFormatOptions =
    unit === 'MONTH' ? { month: 'short', year: 'numeric' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(intlTag(locale), { ...formatOptions, timeZone: 'UTC' }).format(
    new Date(`${start}T00:00:00Z`),
  );
}

/** "in 3 days", "yesterday" or "2 hours ago". Days follow the user's calendar, except within a few hours. */
export function relativeTime(locale: Locale, at: string, now = new Date()): string {
  const hours = (Date.parse(at) - now.valueOf()) / 3_600_000;
  const days = (Date.parse(todayInUserZone(new Date(at))) - Date.parse(todayInUserZone(now))) / 86_400_000;
  const [value, unit] = days === 0 || Math.abs(hours) < 12 ? ([hours, 'hour'] as const) : ([days, 'day'] as const);
  return new Intl.RelativeTimeFormat(intlTag(locale), { numeric: 'auto' }).format(Math.round(value), unit);
}

/** Clamps to the end of the month. */
export function monthsBefore(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(dayOfMonth, lastDay));
  return at.toISOString().slice(0, 10);
}

export function daysAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** Uses the user's time zone. Returns null for an invalid date. */
export function startOf(day: string, daysLater = 0): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = new Date(`${day}T00:00:00`);
  if (Number.isNaN(at.valueOf())) return null;
  at.setDate(at.getDate() + daysLater);
  return at.toISOString();
}

export function monthsFromToday(months: number, timeZone: string): string {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() + months);
  return isoDay(date, timeZone);
}

/** Returns the range of the last twelve months, including the current one. */
export function lastTwelveMonths(today: string): { from: string; to: string } {
  return { from: monthsBefore(`${today.slice(0, 7)}-01`, 11), to: today };
}
