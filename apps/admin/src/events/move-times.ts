import { localTimes, timeValues, type EventFormValues, type TimeValues } from './event-form-values';

const minute = 60_000;
const dayMinutes = 1440;

/** Minutes between two local start times, or null if one is incomplete. */
export function minutesMoved(previous: TimeValues, current: TimeValues): number | null {
  const [from, to] = [previous, current].map(({ date, start }) => Date.parse(`${date}T${start}Z`)) as [number, number];
  return Number.isNaN(from) || Number.isNaN(to) ? null : (to - from) / minute;
}

/** True if a new start affects the end of the event, a shift with its own times, or an agenda. */
export function hasFollowers({ shifts, agenda }: Pick<EventFormValues, 'shifts' | 'agenda'>): boolean {
  return agenda.length > 0 || shifts.some(({ ownTimes }) => ownTimes);
}

/** Moves shifts, agenda and end along with the new start. `before` is the previous time. */
export function shiftAllTimes(values: EventFormValues, previous: TimeValues): EventFormValues {
  const deltaMinutes = minutesMoved(previous, values.time);
  if (!deltaMinutes) return values;
  // An end that was also edited stays as typed.
  const keptEnd = localTimes({ ...previous, date: previous.date }).endsAtLocal;
  const hasSameEnd = values.time.end === previous.end && values.time.endDate === previous.endDate;
  const time = hasSameEnd
    ? timeValues(`${values.time.date}T${values.time.start}`, addMinutes(keptEnd, deltaMinutes))
    : values.time;
  return {
    ...values,
    time,
    shifts: values.shifts.map((shift) =>
      shift.ownTimes ? { ...shift, time: moveTime(shift.time, deltaMinutes) } : shift,
    ),
    agenda: values.agenda.map((line) => ({ ...line, time: moveClock(line.time, deltaMinutes) })),
  };
}

/** Shifts that a move would change, with their times before and after. Those without own times move in any case. */
export function previewMove(values: EventFormValues, previous: TimeValues) {
  const moved = shiftAllTimes(values, previous).shifts;
  return values.shifts.map((shift, index) => ({
    key: shift.key,
    role: shift.role,
    taken: Number(shift.taken),
    from: shift.ownTimes ? shift.time : previous,
    to: shift.ownTimes ? moved[index]!.time : values.time,
  }));
}

function moveTime(time: TimeValues, minutes: number): TimeValues {
  const { startsAtLocal, endsAtLocal } = localTimes(time);
  return timeValues(addMinutes(startsAtLocal, minutes), addMinutes(endsAtLocal, minutes));
}

/** Adds minutes to a local time. Incomplete times are returned unchanged. */
function addMinutes(local: string, minutes: number): string {
  const at = Date.parse(`${local}Z`);
  return Number.isNaN(at) ? local : new Date(at + minutes * minute).toISOString().slice(0, 16);
}

function moveClock(time: string, minutes: number): string {
  const [hour, min] = time.split(':').map(Number);
  if (hour === undefined || min === undefined || Number.isNaN(hour + min)) return time;
  const at = (((hour * 60 + min + minutes) % dayMinutes) + dayMinutes) % dayMinutes;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
