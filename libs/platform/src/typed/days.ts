/**
 * Whether it is a day of the calendar: 2026-02-28, and not 2026-02-30, which `Date.parse` takes for the 2nd of March; in
 * a year that every part of the product can count with.
 */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isCountable(at) && at.toISOString().startsWith(text);
}

/**
 * Whether an instant is one that can be counted with, in any zone and with days added: PostgreSQL knows no year 0, and
 * JavaScript writes the year 10000 as PostgreSQL does not read it.
 */
export function isCountable(at: Date): boolean {
  return at.getUTCFullYear() >= 1000 && at.getUTCFullYear() <= 9998;
}

/** The day on the calendar of a zone at an instant: '2026-12-05'. */
export function dayIn(timeZone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Whether it is a zone of the IANA time zone database, such as America/Los_Angeles; '+02:00' is none. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z_+\-0-9]+)*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
