/** Returns the last second of a day in the advocate's time zone: a consent "until May 3" includes all of May 3. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}

/** In the advocate's time zone. For today, that is never in the future. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}
