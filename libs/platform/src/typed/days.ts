/** Whether it is a day of the calendar: 2026-02-28, and not 2026-02-30, which `Date.parse` takes for the 2nd of March. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(text);
}
