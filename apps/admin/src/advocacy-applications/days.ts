/** The last second of a day where the advocate is: a consent “until May 3” holds all of May 3. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}

/** The first moment of a day where the advocate is; for today that has passed, so it lies never in the future. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}
