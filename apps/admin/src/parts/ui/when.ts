import { dayText, intlTag, isoDay, timeRange, yearIn, zoneName, type Locale } from '@upstander/web-kit';

interface Timed {
  startsAt: string;
  endsAt: string;
}

/**
 * “Saturday, December 5”, in the event's zone; the year only when it is not this one. It begins a line, so that Spanish
 * gets its capital too.
 */
export function day(locale: Locale, at: string, timeZone: string): string {
  const text = dayText(locale, new Date(at), timeZone, yearIn(new Date(), timeZone));
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** “9:00 AM – 12:00 PM”, in the event's zone. */
export function times(locale: Locale, { startsAt, endsAt }: Timed, timeZone: string): string {
  return timeRange(locale, new Date(startsAt), new Date(endsAt), timeZone);
}

/** “9:00 AM – 12:00 PM PT”: the zone in short, where there is no room for its name. */
export function timesInZone(locale: Locale, timed: Timed, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(intlTag(locale), { timeZone, timeZoneName: 'shortGeneric' }).formatToParts(
    new Date(timed.startsAt),
  );
  return `${times(locale, timed, timeZone)} ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone}`;
}

/** “Saturday, December 5, 9:00 AM – 12:00 PM, Pacific Time”. */
export function dayTimesZone(locale: Locale, event: Timed & { timeZone: string }): string {
  const { startsAt, timeZone } = event;
  return `${day(locale, startsAt, timeZone)}, ${times(locale, event, timeZone)}, ${zoneName(locale, timeZone, new Date(startsAt))}`;
}

/** Whether an event is over, or was called off: nothing about it is to be filled any more. */
export function isPast(event: { status: string; endsAt: string }, now = new Date()): boolean {
  if (event.status === 'DRAFT') return false;
  return event.status !== 'PUBLISHED' || new Date(event.endsAt) <= now;
}

/** A time of our own records, in the reader's zone: “Nov 24, 3:42 PM”. */
export function formatShortDateTime(locale: Locale, at: string | Date): string {
  return new Intl.DateTimeFormat(intlTag(locale), {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));
}

/** “3:42 PM” in the reader's zone. */
export function clock(locale: Locale, at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(intlTag(locale), { hour: 'numeric', minute: '2-digit', timeZone }).format(at);
}

/** True when a shift takes exactly the time of its event: nothing more has to be said about it. */
export function sameTimes(a: Timed, b: Timed): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}

/** Today on the reader's calendar, as 2026-12-05: for days that become times where the reader is. Others are the organisation's (`useToday`). */
export function todayHere(now = new Date()): string {
  return isoDay(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Today on the calendar of a zone: what happens at a bank or for a fundraiser has its day there, wherever the reader is. */
export function todayIn(timeZone: string, now = new Date()): string {
  return isoDay(now, timeZone);
}

/** “Nov 24, 2026”: a day of a calendar, which is the same everywhere. */
export function calendarDay(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** “Nov 24, 2026, 3:42 PM” in the reader's zone: for records that are read years later. */
export function formatDateTime(locale: Locale, at: string): string {
  return new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** A time in a list: its year is said only where it is not this one. */
export function formatListDateTime(locale: Locale, at: string, now = new Date()): string {
  return (new Date(at).getFullYear() === now.getFullYear() ? formatShortDateTime : formatDateTime)(locale, at);
}

export type Unit = 'DAY' | 'WEEK' | 'MONTH';

/** The name of a span that begins on this day: “Nov 24”, or “Nov 2026”. */
export function spanText(locale: Locale, start: string, unit: Unit): string {
  const shape: Intl.DateTimeFormatOptions =
    unit === 'MONTH' ? { month: 'short', year: 'numeric' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(intlTag(locale), { ...shape, timeZone: 'UTC' }).format(new Date(`${start}T00:00:00Z`));
}

/** “in 3 days”, “yesterday”, “2 hours ago”: another day of the reader's calendar is one, unless it is hours away. */
export function fromNow(locale: Locale, at: string, now = new Date()): string {
  const hours = (Date.parse(at) - now.valueOf()) / 3_600_000;
  const days = (Date.parse(todayHere(new Date(at))) - Date.parse(todayHere(now))) / 86_400_000;
  const [value, unit] = days === 0 || Math.abs(hours) < 12 ? ([hours, 'hour'] as const) : ([days, 'day'] as const);
  return new Intl.RelativeTimeFormat(intlTag(locale), { numeric: 'auto' }).format(Math.round(value), unit);
}

/** The day so many months before another, as 2026-06-05; never later in its month than that month has days. */
export function monthsBefore(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const wanted = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(wanted, last));
  return at.toISOString().slice(0, 10);
}

/** The day so many days after another, as 2026-06-05. */
export function daysAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** The first moment of a day where the reader is, or of so many days later; null for what is no day. */
export function startOf(day: string, later = 0): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = new Date(`${day}T00:00:00`);
  if (Number.isNaN(at.valueOf())) return null;
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

/** The date `months` from today, as YYYY-MM-DD. */
export function monthsFromToday(months: number, timeZone: string): string {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() + months);
  return isoDay(date, timeZone);
}
