const DAY = 86_400_000;

/** The same time of day, so many days before (or, below zero, after) a time. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.valueOf() - days * DAY);
}

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

/** The date in Los Angeles, where it is never tomorrow yet. */
export function dateOf(at: Date): string {
  return calendar.format(at);
}
