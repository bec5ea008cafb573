import { formValues, inputFromForm, models, type FormValues, type RowValues } from '@upstander/web-kit';
import { randomUuid } from '../api/new-key';
import { formOnly, nestedFields, without } from '../parts/forms/form-only-fields';
import type { EventInput, ManagedEvent } from './queries';

/** Local date, start and end. The end date is set only if it lasts longer than a night. */
const timeModel = { date: formOnly.date, start: formOnly.time, end: formOnly.time, endDate: formOnly.date };
export type TimeValues = FormValues<typeof timeModel>;

/** Fields that shifts and events have instead of a local start and end. */
const time = { time: nestedFields(timeModel) };

const shiftModel = {
  ...without(models.ShiftInput, 'startsAtLocal', 'endsAtLocal'),
  ...time,
  ownTimes: formOnly.flag,
  /** Number of spots taken. */
  taken: formOnly.count,
};
export type ShiftValues = RowValues<typeof shiftModel>;

/** One language is enough. The API has the same limit (events/agenda.ts). */
const agendaText = { ...formOnly.text, max: 160 } as const;
const agendaModel = { time: formOnly.time, text: agendaText, textEs: agendaText };
export type AgendaValues = RowValues<typeof agendaModel>;

export const eventModel = {
  ...without(models.EventInput, 'startsAtLocal', 'endsAtLocal', 'version'),
  ...time,
  agenda: { ...models.EventInput.agenda, fields: agendaModel },
  shifts: { ...models.EventInput.shifts, fields: shiftModel },
  /** Only for new events. See `readRepeat`. */
  repeats: formOnly.text,
};
export type EventFormValues = FormValues<typeof eventModel>;

/** Returns the location field that applies. The other one keeps its text while editing but is not sent. */
export const placeField = (online: boolean) => (online ? 'onlineUrl' : 'place');

export const eventDraft = { name: 'event', version: 6 };

export function newShift(role: string): ShiftValues {
  return { ...formValues(shiftModel, { capacity: 10, credentialsDueHours: 24, taken: 0 }), role, key: randomUuid() };
}

export function emptyValues(chapter: { id: string; timeZone: string }, role: string): EventFormValues {
  return {
    ...formValues(eventModel, { languages: ['en'], maxGuests: 0, maxGroupSize: 0, minimumAdults: 2 }),
    chapterId: chapter.id,
    timeZone: chapter.timeZone,
    time: { date: '', start: '09:00', end: '12:00', endDate: '' },
    shifts: [newShift(role)],
  };
}

export function timeValues(startsAtLocal: string, endsAtLocal: string): TimeValues {
  const [date = '', start = ''] = startsAtLocal.split('T');
  const [lastDay = '', end = ''] = endsAtLocal.split('T');
  const time = { date, start: start.slice(0, 5), end: end.slice(0, 5), endDate: '' };
  return endDayOf(time) === lastDay ? time : { ...time, endDate: lastDay };
}

/** Returns the end date: the chosen one, else the same day, or the next day if the end is not after the start. */
export function endDayOf({ date, start, end, endDate }: TimeValues): string {
  if (endDate !== '') return endDate;
  return date !== '' && start !== '' && end !== '' && end <= start ? nextDay(date) : date;
}

export function endsNextDay(time: TimeValues): boolean {
  return time.endDate === '' && endDayOf(time) !== time.date;
}

/** Returns the next day. Invalid dates, for example with a five-digit year, are returned unchanged until corrected. */
function nextDay(date: string): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
  return Number.isNaN(next.valueOf()) ? date : next.toISOString().slice(0, 10);
}

export function localTimes(time: TimeValues): { startsAtLocal: string; endsAtLocal: string } {
  return { startsAtLocal: `${time.date}T${time.start}`, endsAtLocal: `${endDayOf(time)}T${time.end}` };
}

/** True if the start and the end are complete. */
export function hasTimes({ time, chapterId }: EventFormValues): boolean {
  return chapterId !== '' && time.date !== '' && time.start !== '' && time.end !== '';
}

export function valuesOf(event: ManagedEvent): EventFormValues {
  const values = formValues(eventModel, event);
  return {
    ...values,
    chapterId: event.chapter.id,
    time: timeValues(event.startsAtLocal, event.endsAtLocal),
    shifts: values.shifts.map((shift, index) => {
      const { startsAtLocal, endsAtLocal } = event.shifts[index]!;
      const ownTimes = startsAtLocal !== event.startsAtLocal || endsAtLocal !== event.endsAtLocal;
      return { ...shift, ownTimes, time: timeValues(startsAtLocal, endsAtLocal) };
    }),
  };
}

export function copyOf(event: ManagedEvent): EventFormValues {
  const values = valuesOf(event);
  const withoutDate = ({ start, end }: TimeValues) => ({ date: '', start, end, endDate: '' });
  return {
    ...values,
    time: withoutDate(values.time),
    opensAtLocal: '',
    opensToMembersAtLocal: '',
    shifts: values.shifts.map((shift) => ({
      ...shift,
      key: randomUuid(),
      id: '',
      taken: '0',
      time: withoutDate(shift.time),
    })),
  };
}

/** Returns the times of a shift. Without its own date it uses the event's date. */
export function shiftTime(shift: ShiftValues, event: TimeValues): TimeValues {
  if (!shift.ownTimes) return event;
  return shift.time.date === '' ? { ...shift.time, date: event.date } : shift.time;
}

export function inputOf(values: EventFormValues): EventInput {
  const { time: _, repeats: _____, shifts, ...input } = inputFromForm(eventModel, values).input;
  return {
    ...input,
    summary: input.summary ?? '',
    description: input.description ?? '',
    maxGuests: input.maxGuests ?? 0,
    maxGroupSize: input.maxGroupSize ?? 0,
    minimumAdults: input.minimumAdults ?? 2,
    [placeField(!values.online)]: null,
    ...localTimes(values.time),
    shifts: shifts.map(({ time: __, ownTimes: ___, taken: ____, ...shift }, index) => ({
      ...shift,
      ...localTimes(shiftTime(values.shifts[index]!, values.time)),
    })),
  };
}
