/** Only supported years. `Date.parse` isn't enough: it reads 2026-02-30 as March 2. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isCountable(at) && at.toISOString().startsWith(text);
}

/**
 * Date arithmetic is safe in any time zone: PostgreSQL has no year 0, and JavaScript writes the year 10000 in a format
 * that PostgreSQL can't read.
 */
export function isCountable(at: Date): boolean {
  return at.getUTCFullYear() >= 1000 && at.getUTCFullYear() <= 9998;
}

/** Creating a formatter takes longer than a statement of the database. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

export function dayIn(timeZone: string, at: Date): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Adds months to a date; the 31st becomes the last day of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** America/Los_Angeles is valid, an offset like '+02:00' isn't. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z_+\-0-9]+)*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
