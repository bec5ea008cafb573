import { timeRange, type Locale } from '@upstander/web-kit';

/** Returns "10:00 AM – 1:00 PM" for a shift that every date has. */
export function clockRange(locale: Locale, shift: { startsAt: string; endsAt: string }, timeZone: string): string {
  return timeRange(locale, new Date(shift.startsAt), new Date(shift.endsAt), timeZone);
}
