import { openingOf, type EventDetails } from '../events/event-details.js';
import type { ShiftDetails } from '../shifts/shift.input.js';
import { countLocalTimeOccurrences, instantToWall, moveWall, wallDistance, wallToInstant } from '../time/wall-time.js';
import { templateTexts, type SeriesShift, type SeriesTemplate } from './series-template.js';
import type { Series } from './series.entity.js';

type Times = Pick<EventDetails, 'startsAtLocal' | 'endsAtLocal' | 'startsAt' | 'endsAt'>;

const shiftFields = [
  'role',
  'capacity',
  'minimumAge',
  'maxFirstTimers',
  'needsLead',
  'skillIds',
  'note',
  'signUpCredentialIds',
  'dayCredentialIds',
  'credentialsDueHours',
] as const;
export type ShiftFields = Pick<SeriesShift, (typeof shiftFields)[number]>;

/** Returns the parts of an event that don't depend on its date, with times as distances from its start. */
export function templateOf(event: EventDetails, shifts: readonly ShiftDetails[]): SeriesTemplate {
  const before = (local: string | null) => (local === null ? null : wallDistance(local, event.startsAtLocal));
  return {
    ...pick(event, templateTexts),
    durationMinutes: wallDistance(event.startsAtLocal, event.endsAtLocal),
    opensMinutesBefore: before(event.opensAtLocal),
    opensToMembersMinutesBefore: before(event.opensToMembersAtLocal),
    shifts: shifts.map((shift) => seriesShiftOf(shift, event.startsAtLocal)),
  };
}

export function seriesShiftOf(shift: ShiftDetails, eventStart: string): SeriesShift {
  return {
    ...shiftFieldsOf(shift),
    startMinutes: wallDistance(eventStart, shift.startsAtLocal),
    endMinutes: wallDistance(eventStart, shift.endsAtLocal),
  };
}

export function shiftFieldsOf(shift: ShiftFields): ShiftFields {
  return pick(shift, shiftFields);
}

/** Returns the event and the shifts of a series for the start that its rule planned. */
export function occurrenceOf(
  { chapterId, title, timeZone, template }: Pick<Series, 'chapterId' | 'title' | 'timeZone' | 'template'>,
  original: string,
): { event: EventDetails; shifts: ShiftDetails[] } {
  const times = timesFrom(original, 0, template.durationMinutes, timeZone);
  return {
    event: {
      chapterId,
      title,
      timeZone,
      ...pick(template, templateTexts),
      ...times,
      ...openingFor(template, times, timeZone),
    },
    shifts: template.shifts.map((shift) => ({
      id: null,
      ...shiftFieldsOf(shift),
      ...timesFrom(original, shift.startMinutes, shift.endMinutes, timeZone),
    })),
  };
}

export function openingFor(
  template: Pick<SeriesTemplate, 'opensMinutesBefore' | 'opensToMembersMinutesBefore'>,
  { startsAtLocal }: Times,
  timeZone: string,
): Pick<EventDetails, 'opensAtLocal' | 'opensToMembersAtLocal' | 'opensAt' | 'opensToMembersAt'> {
  const before = (minutes: number | null) => (minutes === null ? null : moveWall(startsAtLocal, -minutes));
  const opening = {
    opensAtLocal: before(template.opensMinutesBefore),
    opensToMembersAtLocal: before(template.opensToMembersMinutesBefore),
  };
  return { ...opening, ...openingOf(opening, timeZone) };
}

/**
 * Returns times at a distance of wall-clock minutes from `local`. A time that clocks skip moves forward by the gap, as in
 * RFC 5545; an end that would then not be after the start keeps its real distance from it.
 */
export function timesFrom(local: string, startMinutes: number, endMinutes: number, timeZone: string): Times {
  const start = onTheClock(moveWall(local, startMinutes), timeZone);
  const end = onTheClock(moveWall(local, endMinutes), timeZone);
  const endsAt = end.at > start.at ? end.at : new Date(start.at.valueOf() + (endMinutes - startMinutes) * 60_000);
  return {
    startsAtLocal: start.local,
    startsAt: start.at,
    endsAtLocal: end.at > start.at ? end.local : instantToWall(endsAt, timeZone),
    endsAt,
  };
}

function onTheClock(local: string, timeZone: string): { local: string; at: Date } {
  const at = wallToInstant(local, timeZone);
  return { local: countLocalTimeOccurrences(local, timeZone) === 0 ? instantToWall(at, timeZone) : local, at };
}

function pick<T extends object, Name extends keyof T>(from: T, names: readonly Name[]): Pick<T, Name> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, Name>;
}
