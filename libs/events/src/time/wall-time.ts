import { Temporal } from 'temporal-polyfill';

/**
 * Returns the instant when clocks in `zone` show `local` ('2026-12-05T09:00').
 * A skipped time moves forward by the gap; a repeated time means the first ("compatible" in Temporal and RFC 5545).
 */
export function wallToInstant(local: string, zone: string): Date {
  const wall = Temporal.PlainDateTime.from(local);
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** Returns how often clocks in `zone` show `local`: once, never in a spring gap, twice when set back. */
export function countLocalTimeOccurrences(local: string, zone: string): 0 | 1 | 2 {
  const wall = Temporal.PlainDateTime.from(local);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return 1;
  return earlier.toPlainDateTime().equals(wall) ? 2 : 0;
}

/** Returns the local time in `zone`, to the minute: '2026-12-05T09:00'. */
export function instantToWall(at: Date, zone: string): string {
  return toZoned(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

export function dayOf(at: Date, zone: string): string {
  return toZoned(at, zone).toPlainDate().toString();
}

/** Returns the instant of a time of day ('08:00') on the local date of `at`. */
export function sameDayAt(at: Date, zone: string, time: string): Date {
  return wallToInstant(`${dayOf(at, zone)}T${time}`, zone);
}

/** Returns the instant of a time of day ('11:00') on the day before the local date of `at`. */
export function dayBeforeAt(at: Date, zone: string, time: string): Date {
  const day = toZoned(at, zone).toPlainDate().subtract({ days: 1 });
  return wallToInstant(`${day.toString()}T${time}`, zone);
}

/** Returns the distance between two local times in wall-clock minutes; a day always has 1,440. */
export function wallDistance(from: string, to: string): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / 60_000;
}

/** Adds wall-clock minutes to a local time: 09:00 stays 09:00 across daylight saving changes. */
export function moveWall(local: string, minutes: number): string {
  return new Date(millisecondsOf(local) + minutes * 60_000).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** Counts wall-clock time as if it were UTC, where every local time exists once; much faster than Temporal. */
function millisecondsOf(local: string): number {
  return Date.parse(`${local}Z`);
}

function toZoned(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.valueOf()).toZonedDateTimeISO(zone);
}
