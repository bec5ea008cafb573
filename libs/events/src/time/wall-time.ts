import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which the clock on the wall of `zone` shows `local` ('2026-12-05T09:00'). Where the clock jumps over
 * that time, it is moved forward by the jump; where the clock shows it twice, the first time is meant (Temporal's and
 * RFC 5545's 'compatible' rule).
 */
export function wallToInstant(local: string, zone: string): Date {
  const wall = Temporal.PlainDateTime.from(local);
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/**
 * How often the clock on the wall of `zone` shows `local`: once on nearly every day, never where it jumps over that time
 * in spring, twice where it is put back in autumn.
 */
export function timesOnTheClock(local: string, zone: string): 0 | 1 | 2 {
  const wall = Temporal.PlainDateTime.from(local);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return 1;
  return earlier.toPlainDateTime().equals(wall) ? 2 : 0;
}

/** What the clock on the wall of `zone` shows at an instant, to the minute: '2026-12-05T09:00'. */
export function instantToWall(at: Date, zone: string): string {
  return inZone(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The day on the calendar of `zone` at an instant: '2026-12-05'. */
export function dayOf(at: Date, zone: string): string {
  return inZone(at, zone).toPlainDate().toString();
}

/** The instant of a time of day ('08:00') on the day in `zone` that `at` falls on. */
export function sameDayAt(at: Date, zone: string, time: string): Date {
  return wallToInstant(`${dayOf(at, zone)}T${time}`, zone);
}

/** The instant of a time of day ('11:00') on the day before the one in `zone` that `at` falls on. */
export function dayBeforeAt(at: Date, zone: string, time: string): Date {
  const day = inZone(at, zone).toPlainDate().subtract({ days: 1 });
  return wallToInstant(`${day.toString()}T${time}`, zone);
}

/** How far apart two wall times are, in minutes on the wall: a day is always 1,440 of them. */
export function wallDistance(from: string, to: string): number {
  return Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to)).total('minutes');
}

/** The wall time `minutes` later on the wall, whatever the clock does in between: 09:00 stays 09:00 across a change. */
export function moveWall(local: string, minutes: number): string {
  return Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });
}

function inZone(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.valueOf()).toZonedDateTimeISO(zone);
}
