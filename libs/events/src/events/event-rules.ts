import { faultsOf, type Faults } from '@upstander/platform';
import { countLocalTimeOccurrences } from '../time/wall-time.js';
import { ShiftInput, type ShiftDetails } from '../shifts/shift.input.js';
import type { ShiftDiff } from '../shifts/shift-store.js';
import type { EventDetails } from './event-details.js';
import { EventInput } from './event.input.js';

const day = 86_400_000;

/**
 * Maximum duration of an event, in milliseconds. The public list is sorted by start and begins today, so a longer event
 * would be hidden while it runs.
 */
export const longestEvent = 7 * day;

const maxShifts = 50;

/** Validates event data, even for a draft. */
export function draftFaults(event: EventDetails, shifts: readonly ShiftDetails[]): Faults {
  const faults: Faults = faultsOf(EventInput, event);
  const clock = wallFaults(event, event.timeZone);
  if (Object.keys(clock).length > 0) Object.assign(faults, clock);
  else if (!('endsAtLocal' in faults) && event.endsAt <= event.startsAt) faults['endsAtLocal'] = 'before-start';
  else if (event.endsAt.valueOf() - event.startsAt.valueOf() > longestEvent) faults['endsAtLocal'] = 'lasts-too-long';
  Object.assign(faults, openingFaults(event));
  if (shifts.length > maxShifts) faults['shifts'] = 'too-many';
  shifts.forEach((shift, index) => Object.assign(faults, shiftFaults(shift, event.timeZone, `shifts.${index}.`)));
  return faults;
}

/** Sign-up must open before the event starts, and for members before the public. */
function openingFaults(event: EventDetails): Faults {
  const faults: Faults = {};
  const { opensAt, opensToMembersAt, startsAt, timeZone } = event;
  for (const field of ['opensAtLocal', 'opensToMembersAtLocal'] as const) {
    const wall = event[field];
    if (wall !== null && isSupportedDate(wall) && countLocalTimeOccurrences(wall, timeZone) === 0)
      faults[field] = 'not-on-the-clock';
  }
  if (opensAt && opensAt >= startsAt) faults['opensAtLocal'] ??= 'opens-too-late';
  if (opensToMembersAt && !opensAt) faults['opensAtLocal'] ??= 'missing';
  if (opensToMembersAt && opensAt && opensToMembersAt >= opensAt) {
    faults['opensToMembersAtLocal'] ??= 'opens-too-late';
  }
  return faults;
}

function shiftFaults(shift: ShiftDetails, timeZone: string, at: string): Faults {
  const faults = { ...faultsOf(ShiftInput, shift, at), ...wallFaults(shift, timeZone, at) };
  const hasTimeFault = `${at}startsAtLocal` in faults || `${at}endsAtLocal` in faults;
  if (!hasTimeFault && shift.endsAt <= shift.startsAt) faults[`${at}endsAtLocal`] = 'before-start';
  return faults;
}

/** Rejects local times skipped by the switch to daylight saving time. */
function wallFaults(times: Pick<ShiftDetails, 'startsAtLocal' | 'endsAtLocal'>, timeZone: string, at = ''): Faults {
  const skippedTimes = (['startsAtLocal', 'endsAtLocal'] as const).filter(
    (end) => isSupportedDate(times[end]) && countLocalTimeOccurrences(times[end], timeZone) === 0,
  );
  return Object.fromEntries(skippedTimes.map((end) => [`${at}${end}`, 'not-on-the-clock']));
}

/** Returns missing data by field. Empty if the event can be published. An event that takes registrations needs no shifts. */
export function publicFaults(
  event: EventDetails,
  shifts: readonly ShiftDetails[],
  { takesRegistrations = false } = {},
): Faults {
  const faults: Faults = {};
  if (!event.title) faults['title'] = 'missing';
  // The link to an online event is often added later.
  if (!event.online && !event.place) faults['place'] = 'missing';
  if (shifts.length === 0 && !takesRegistrations) faults['shifts'] = 'missing';
  shifts.forEach((shift, index) => {
    if (!shift.role) faults[`shifts.${index}.role`] = 'missing';
    if (shift.startsAt < event.startsAt) faults[`shifts.${index}.startsAtLocal`] = 'outside-event';
    if (shift.endsAt > event.endsAt) faults[`shifts.${index}.endsAtLocal`] = 'outside-event';
  });
  return faults;
}

/** Rejects moves into the past. Times that were already past may stay. */
export function findTimesMovedToPast(before: EventDetails, after: EventDetails, diff: ShiftDiff, now: Date): Faults {
  const faults: Faults = {};
  const isMovedToPast = (oldTime: Date, newTime: Date) => newTime.valueOf() !== oldTime.valueOf() && newTime <= now;
  if (isMovedToPast(before.startsAt, after.startsAt)) faults['startsAtLocal'] = 'in-the-past';
  if (isMovedToPast(before.endsAt, after.endsAt)) faults['endsAtLocal'] = 'in-the-past';
  for (const { before: previousShift, now: shift } of diff.kept) {
    if (isMovedToPast(previousShift.startsAt, shift.startsAt))
      faults[`shifts.${shift.position}.startsAtLocal`] = 'in-the-past';
  }
  for (const shift of diff.added) {
    if (shift.startsAt <= now) faults[`shifts.${shift.position}.startsAtLocal`] = 'in-the-past';
  }
  return faults;
}

/** True if the date is within the supported years, 2000 to 2100. */
export function isSupportedDate(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= 2000 && year <= 2100;
}
