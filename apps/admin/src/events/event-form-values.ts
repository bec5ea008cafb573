import { randomUuid } from '../api/new-key';
import { pickTexts } from '../parts/forms/model-fields';
import type { EventInput, ManagedEvent } from './queries';

/** Local date, start and end. The end date is set only if it lasts longer than a night. */
export interface TimeValues {
  date: string;
  start: string;
  end: string;
  endDate: string;
}

export interface ShiftValues {
  /** React key of the row. `id` comes from the API and is null until saved. */
  key: string;
  id: string | null;
  role: string;
  capacity: number | '';
  ownTimes: boolean;
  time: TimeValues;
  minimumAge: number | '';
  mostFirstTimers: number | '';
  needsLead: boolean;
  skillIds: string[];
  strictCredentialIds: string[];
  dayCredentialIds: string[];
  credentialsDueHours: number | '';
  note: string;
  taken: number;
}

/** An agenda item. `key` is the React key of its row. */
export interface AgendaValues {
  key: string;
  time: string;
  text: string;
  textEs: string;
}

/** Same limit as in the API: events/agenda.ts. */
export const longestAgendaText = 160;

const mayBeMissing = [
  ...(['place', 'onlineUrl', 'contactName', 'contactEmail', 'imageUrl', 'accessibility', 'bring'] as const),
];
const texts = [...(['title', 'summary', 'description'] as const), ...mayBeMissing];

export interface EventFormValues extends Record<(typeof texts)[number], string> {
  chapterId: string;
  timeZone: string;
  time: TimeValues;
  online: boolean;
  languages: string[];
  maxGuests: number | '';
  /** Local times in `datetime-local` format. Empty means open from the start. */
  opensAtLocal: string;
  opensToMembersAtLocal: string;
  withMinors: boolean;
  minimumAdults: number | '';
  agenda: AgendaValues[];
  shifts: ShiftValues[];
}

/** Returns the location field that applies. The other one keeps its text while editing but is not sent. */
export const whereField = (online: boolean) => (online ? 'onlineUrl' : 'place');

/** Draft name and format version. */
export const eventDraft = { name: 'event', version: 3 };

export function isComplete(values: Partial<EventFormValues>): boolean {
  return (
    Array.isArray(values.shifts) &&
    Array.isArray(values.agenda) &&
    values.shifts.every((shift) => Array.isArray(shift.skillIds) && Array.isArray(shift.dayCredentialIds))
  );
}

const noTime: TimeValues = { date: '', start: '', end: '', endDate: '' };

export function newShift(role: string): ShiftValues {
  return {
    key: randomUuid(),
    id: null,
    role,
    capacity: 10,
    ownTimes: false,
    time: noTime,
    minimumAge: '',
    mostFirstTimers: '',
    needsLead: false,
    skillIds: [],
    strictCredentialIds: [],
    dayCredentialIds: [],
    credentialsDueHours: 24,
    note: '',
    taken: 0,
  };
}

export function newAgendaLine(time: string): AgendaValues {
  return { key: randomUuid(), time, text: '', textEs: '' };
}

export function emptyValues(chapter: { id: string; timeZone: string }, role: string): EventFormValues {
  return {
    ...pickTexts(texts, {}),
    chapterId: chapter.id,
    timeZone: chapter.timeZone,
    time: { date: '', start: '09:00', end: '12:00', endDate: '' },
    online: false,
    languages: ['en'],
    maxGuests: 0,
    opensAtLocal: '',
    opensToMembersAtLocal: '',
    withMinors: false,
    minimumAdults: 2,
    agenda: [],
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

export function valuesOf(event: ManagedEvent): EventFormValues {
  return {
    ...pickTexts(texts, event),
    chapterId: event.chapter.id,
    timeZone: event.timeZone,
    time: timeValues(event.startsAtLocal, event.endsAtLocal),
    online: event.online,
    languages: [...event.languages],
    maxGuests: event.maxGuests,
    opensAtLocal: event.opensAtLocal?.slice(0, 16) ?? '',
    opensToMembersAtLocal: event.opensToMembersAtLocal?.slice(0, 16) ?? '',
    withMinors: event.withMinors,
    minimumAdults: event.minimumAdults,
    agenda: event.agenda.map((line, index) => ({ ...line, key: String(index) })),
    shifts: event.shifts.map((shift) => ({
      key: shift.id,
      id: shift.id,
      role: shift.role,
      capacity: shift.capacity,
      ownTimes: shift.startsAtLocal !== event.startsAtLocal || shift.endsAtLocal !== event.endsAtLocal,
      time: timeValues(shift.startsAtLocal, shift.endsAtLocal),
      minimumAge: shift.minimumAge ?? '',
      mostFirstTimers: shift.mostFirstTimers ?? '',
      needsLead: shift.needsLead,
      skillIds: [...shift.skillIds],
      strictCredentialIds: [...shift.strictCredentialIds],
      dayCredentialIds: [...shift.dayCredentialIds],
      credentialsDueHours: shift.credentialsDueHours,
      note: shift.note ?? '',
      taken: shift.taken,
    })),
  };
}

export function copyOf(event: ManagedEvent): EventFormValues {
  const values = valuesOf(event);
  return {
    ...values,
    time: { ...values.time, date: '', endDate: '' },
    opensAtLocal: '',
    opensToMembersAtLocal: '',
    shifts: values.shifts.map((shift) => ({
      ...shift,
      key: randomUuid(),
      id: null,
      taken: 0,
      time: { ...shift.time, date: '', endDate: '' },
    })),
  };
}

/** Returns the times of a shift. Without its own date it uses the event's date. */
export function shiftTime(shift: ShiftValues, event: TimeValues): TimeValues {
  if (!shift.ownTimes) return event;
  return shift.time.date === '' ? { ...shift.time, date: event.date } : shift.time;
}

/** Converts form values to the API's input. Empty optional texts become null. */
export function inputOf(values: EventFormValues): EventInput {
  const { time, shifts, chapterId, timeZone, online, languages, withMinors } = values;
  return {
    chapterId,
    timeZone,
    online,
    languages,
    withMinors,
    maxGuests: Number(values.maxGuests),
    opensAtLocal: filled(values.opensAtLocal),
    opensToMembersAtLocal: filled(values.opensToMembersAtLocal),
    minimumAdults: values.minimumAdults === '' ? 2 : values.minimumAdults,
    title: values.title.trim(),
    summary: values.summary.trim(),
    description: values.description,
    ...Object.fromEntries(mayBeMissing.map((name) => [name, filled(values[name])])),
    [whereField(!online)]: null,
    ...localTimes(time),
    agenda: values.agenda.map(({ time: at, text, textEs }) => ({ time: at, text: text.trim(), textEs: textEs.trim() })),
    shifts: shifts.map((shift) => ({
      ...(shift.id !== null && { id: shift.id }),
      role: shift.role.trim(),
      ...localTimes(shiftTime(shift, time)),
      capacity: Number(shift.capacity),
      minimumAge: shift.minimumAge === '' ? null : shift.minimumAge,
      mostFirstTimers: shift.mostFirstTimers === '' ? null : shift.mostFirstTimers,
      needsLead: shift.needsLead,
      skillIds: shift.skillIds,
      strictCredentialIds: shift.strictCredentialIds,
      dayCredentialIds: shift.dayCredentialIds,
      credentialsDueHours: shift.credentialsDueHours === '' ? null : shift.credentialsDueHours,
      note: filled(shift.note),
    })),
  };
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
