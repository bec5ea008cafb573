import { localTimes, timeValues, type EventFormValues, type TimeValues } from './event-form-values';

const minute = 60_000;
const dayMinutes = 1440;

/** Minutes between two local start times, or null if one is incomplete. */
export function minutesMoved(before: TimeValues, now: TimeValues): number | null {
  const [from, to] = [before, now].map(({ date, start }) => Date.parse(`${date}T${start}Z`)) as [number, number];
  return Number.isNaN(from) || Number.isNaN(to) ? null : (to - from) / minute;
}

/** True if a new start affects the end of the event, a shift with its own times, or an agenda. */
export function hasFollowers({ shifts, agenda }: Pick<EventFormValues, 'shifts' | 'agenda'>): boolean {
  return agenda.length > 0 || shifts.some(({ ownTimes }) => ownTimes);
}

/** Moves shifts, agenda and end along with the new start. `before` is the previous time. */
export function moveAlong(values: EventFormValues, before: TimeValues): EventFormValues {
  const moved = minutesMoved(before, values.time);
  if (!moved) return values;
  // An end that was also edited stays as typed.
  const endKept = localTimes({ ...before, date: before.date }).endsAtLocal;
  const sameEnd = values.time.end === before.end && values.time.endDate === before.endDate;
  const time = sameEnd ? timeValues(`${values.time.date}T${values.time.start}`, plus(endKept, moved)) : values.time;
  return {
    ...values,
    time,
    shifts: values.shifts.map((shift) => (shift.ownTimes ? { ...shift, time: moveTime(shift.time, moved) } : shift)),
    agenda: values.agenda.map((line) => ({ ...line, time: moveClock(line.time, moved) })),
  };
}

function moveTime(time: TimeValues, minutes: number): TimeValues {
  const { startsAtLocal, endsAtLocal } = localTimes(time);
  return timeValues(plus(startsAtLocal, minutes), plus(endsAtLocal, minutes));
}

/** Adds minutes to a local time. Incomplete times are returned unchanged. */
function plus(local: string, minutes: number): string {
  const at = Date.parse(`${local}Z`);
  return Number.isNaN(at) ? local : new Date(at + minutes * minute).toISOString().slice(0, 16);
}

function moveClock(clock: string, minutes: number): string {
  const [hour, min] = clock.split(':').map(Number);
  if (hour === undefined || min === undefined || Number.isNaN(hour + min)) return clock;
  const at = (((hour * 60 + min + minutes) % dayMinutes) + dayMinutes) % dayMinutes;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
