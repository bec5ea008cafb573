/**
 * How often the clock on the wall of `zone` shows `local` ('2027-03-14T02:30'): once on nearly every day, never where it
 * is put forward over that time, twice where it is put back. The API refuses the one and takes the first of the other;
 * this is for saying so beside the field. What is no whole time yet counts as once: while a year is typed it is 2, then 20.
 */
export function timesOnTheClock(local: string, zone: string): 0 | 1 | 2 {
  const asUtc = Date.parse(`${local.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc) || !/^[1-9]\d{3}-/.test(local)) return 1;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shows = (instant: number) => clock.format(instant).replace(' ', 'T');
  // Offsets change by hours, so the day before and the day after know every offset that can be meant.
  const day = 86_400_000;
  const offsets = new Set([asUtc - day, asUtc + day].map((near) => Date.parse(`${shows(near)}Z`) - near));
  const found = [...offsets].filter((offset) => shows(asUtc - offset) === local.slice(0, 16));
  return Math.min(found.length, 2) as 0 | 1 | 2;
}
