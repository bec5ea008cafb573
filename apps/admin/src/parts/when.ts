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

/** A moment of our own records, in the reader's zone: “Nov 24, 3:42 PM”. */
export function moment(locale: Locale, at: string | Date): string {
  return new Intl.DateTimeFormat(intlTag(locale), {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));
}

/** “3:42 PM” in the reader's zone. */
export function clock(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(intlTag(locale), { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** True when a shift takes exactly the time of its event: nothing more has to be said about it. */
export function sameTimes(a: Timed, b: Timed): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}

/** Today on the reader's calendar, as 2026-12-05. */
export function today(now = new Date()): string {
  return isoDay(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
}
