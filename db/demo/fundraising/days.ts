const DAY = 86_400_000;

/** Returns the same time of day, `days` before `now`. Negative values are after it. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.valueOf() - days * DAY);
}

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

/** Returns the date in Los Angeles, the last of our time zones to change it. */
export function dateOf(at: Date): string {
  return calendar.format(at);
}
