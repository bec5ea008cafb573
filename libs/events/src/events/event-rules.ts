import { faultsOf, type Faults } from '@upstander/platform';
import { timesOnTheClock } from '../time/wall-time.js';
import { ShiftInput } from '../shifts/shift.input.js';
import type { ShiftDiff } from '../shifts/shift-store.js';
import type { EventDetails, ShiftDetails } from './event-details.js';
import { EventInput } from './event.input.js';

const day = 86_400_000;

/**
 * How long an event may last, in milliseconds. The public list is in order of starts and shows what starts from today
 * on, so something longer would be hidden while it runs: that is several events, which copying makes quickly.
 */
export const longestEvent = 7 * day;

const mostShifts = 50;

/** What is wrong with an event even as a draft: what could not be kept, or would lie. Empty when all is well. */
export function draftFaults(event: EventDetails, shifts: readonly ShiftDetails[]): Faults {
  const faults: Faults = faultsOf(EventInput, event);
  const clock = wallFaults(event, event.timeZone);
  if (Object.keys(clock).length > 0) Object.assign(faults, clock);
  else if (!('endsAtLocal' in faults) && event.endsAt <= event.startsAt) faults['endsAtLocal'] = 'before-start';
  else if (event.endsAt.valueOf() - event.startsAt.valueOf() > longestEvent) faults['endsAtLocal'] = 'lasts-too-long';
  Object.assign(faults, openingFaults(event));
  if (shifts.length > mostShifts) faults['shifts'] = 'too-many';
  shifts.forEach((shift, index) => Object.assign(faults, shiftFaults(shift, event.timeZone, `shifts.${index}.`)));
  return faults;
}

/** Members wait for everybody's opening to come before, and nothing opens once it has begun. */
function openingFaults(event: EventDetails): Faults {
  const faults: Faults = {};
  const { opensAt, opensToMembersAt, startsAt, timeZone } = event;
  for (const field of ['opensAtLocal', 'opensToMembersAtLocal'] as const) {
    const wall = event[field];
    if (wall !== null && isOurTime(wall) && timesOnTheClock(wall, timeZone) === 0) faults[field] = 'not-on-the-clock';
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
  const timed = `${at}startsAtLocal` in faults || `${at}endsAtLocal` in faults;
  if (!timed && shift.endsAt <= shift.startsAt) faults[`${at}endsAtLocal`] = 'before-start';
  return faults;
}

/** Times that the clock there jumps over when it is put forward: nobody can come at a time that does not exist. */
function wallFaults(times: Pick<ShiftDetails, 'startsAtLocal' | 'endsAtLocal'>, timeZone: string, at = ''): Faults {
  const skipped = (['startsAtLocal', 'endsAtLocal'] as const).filter(
    (end) => isOurTime(times[end]) && timesOnTheClock(times[end], timeZone) === 0,
  );
  return Object.fromEntries(skipped.map((end) => [`${at}${end}`, 'not-on-the-clock']));
}

/** What an event lacks before people may see it. Empty when it may be published, or stay so. */
export function publicFaults(event: EventDetails, shifts: readonly ShiftDetails[]): Faults {
  const faults: Faults = {};
  if (!event.title) faults['title'] = 'missing';
  // The link to an online event often comes later.
  if (!event.online && !event.place) faults['place'] = 'missing';
  if (shifts.length === 0) faults['shifts'] = 'missing';
  shifts.forEach((shift, index) => {
    if (!shift.role) faults[`shifts.${index}.role`] = 'missing';
    if (shift.startsAt < event.startsAt) faults[`shifts.${index}.startsAtLocal`] = 'outside-event';
    if (shift.endsAt > event.endsAt) faults[`shifts.${index}.endsAtLocal`] = 'outside-event';
  });
  return faults;
}

/**
 * What a change moves to a time that is past: people could not come any more. What had begun before may stay as it is.
 */
export function movedIntoThePast(before: EventDetails, after: EventDetails, diff: ShiftDiff, now: Date): Faults {
  const faults: Faults = {};
  const moved = (was: Date, is: Date) => is.valueOf() !== was.valueOf() && is <= now;
  if (moved(before.startsAt, after.startsAt)) faults['startsAtLocal'] = 'in-the-past';
  if (moved(before.endsAt, after.endsAt)) faults['endsAtLocal'] = 'in-the-past';
  for (const { before: was, now: shift } of diff.kept) {
    if (moved(was.startsAt, shift.startsAt)) faults[`shifts.${shift.position}.startsAtLocal`] = 'in-the-past';
  }
  for (const shift of diff.added) {
    if (shift.startsAt <= now) faults[`shifts.${shift.position}.startsAtLocal`] = 'in-the-past';
  }
  return faults;
}

/** Whether a day is in a year that somebody can have meant, and every database can keep. */
export function isOurTime(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= 2000 && year <= 2100;
}
