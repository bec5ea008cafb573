/**
 * Returns how often `local` ('2027-03-14T02:30') occurs in a zone: usually once.
 * Zero when clocks spring forward over it, twice when they fall back. The API rejects the former and uses the first of
 * the latter; forms use this to warn the user. Partial input returns 1, because a year is typed digit by digit.
 */
export function countLocalTimeOccurrences(local: string, zone: string): 0 | 1 | 2 {
  const asUtc = Date.parse(`${local.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc) || !/^[1-9]\d{3}-/.test(local)) return 1;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const wallTimeAt = (instant: number) => clock.format(instant).replace(' ', 'T');
  // Offsets change by hours, so the days before and after cover all possible offsets.
  const day = 86_400_000;
  const offsets = new Set([asUtc - day, asUtc + day].map((near) => Date.parse(`${wallTimeAt(near)}Z`) - near));
  const found = [...offsets].filter((offset) => wallTimeAt(asUtc - offset) === local.slice(0, 16));
  return Math.min(found.length, 2) as 0 | 1 | 2;
}
