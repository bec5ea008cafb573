import { inputFrom } from '@upstander/platform';
import { ShiftInput, type ShiftDetails } from '../shifts/shift.input.js';
import { moveWall, wallDistance, wallToInstant } from '../time/wall-time.js';
import { openingOf, type EventDetails } from './event-details.js';
import { EventInput } from './event.input.js';

const week = 7 * 24 * 60;

/** All local times move by the same distance. */
export function copyOf(
  event: EventDetails,
  shifts: readonly ShiftDetails[],
  startsAtLocal: string | null,
  now: Date,
): { event: EventDetails; shifts: ShiftDetails[] } {
  const distance = startsAtLocal ? wallDistance(event.startsAtLocal, startsAtLocal) : weeksAhead(event, now);
  return {
    event: {
      ...moveTimes(inputFrom(EventInput, event), distance, event.timeZone),
      ...moveOpening(event, distance),
      agenda: event.agenda.map((line) => ({ ...line, time: moveWall(`2000-01-01T${line.time}`, distance).slice(11) })),
    },
    shifts: shifts.map((shift) => ({
      ...moveTimes(inputFrom(ShiftInput, shift), distance, event.timeZone),
      id: null,
    })),
  };
}

/** Returns the smallest number of whole weeks, in wall-clock minutes, that moves the event into the future. */
function weeksAhead(event: EventDetails, now: Date): number {
  const minutesLate = Math.max(0, now.valueOf() - event.startsAt.valueOf()) / 60_000;
  let distance = Math.max(1, Math.floor(minutesLate / week)) * week;
  while (wallToInstant(moveWall(event.startsAtLocal, distance), event.timeZone) <= now) distance += week;
  return distance;
}

/** Keeps the interval between opening and start. */
function moveOpening(event: EventDetails, distance: number) {
  const move = (at: string | null) => (at === null ? null : moveWall(at, distance));
  const openingTimes = {
    opensAtLocal: move(event.opensAtLocal),
    opensToMembersAtLocal: move(event.opensToMembersAtLocal),
  };
  return { ...openingTimes, ...openingOf(openingTimes, event.timeZone) };
}

function moveTimes<T extends Pick<EventDetails, 'startsAtLocal' | 'endsAtLocal'>>(
  times: T,
  distance: number,
  zone: string,
) {
  const startsAtLocal = moveWall(times.startsAtLocal, distance);
  const endsAtLocal = moveWall(times.endsAtLocal, distance);
  return {
    ...times,
    startsAtLocal,
    endsAtLocal,
    startsAt: wallToInstant(startsAtLocal, zone),
    endsAt: wallToInstant(endsAtLocal, zone),
  };
}
