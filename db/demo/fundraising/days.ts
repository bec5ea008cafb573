const DAY = 86_400_000;

/** Negative `days` are after `now`. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.valueOf() - days * DAY);
}

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

/** Returns the date in Los Angeles, the last of our time zones to change it. */
export function dateOf(at: Date): string {
  return calendar.format(at);
}
