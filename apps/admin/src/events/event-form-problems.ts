import { isRefusal } from '@upstander/api-client';
import type { AdminCatalog } from '@upstander/web-kit';
import { endDayOf, shiftTime, type EventFormValues, type TimeValues } from './event-form-values';

type Words = AdminCatalog<'eventForm'>['admin'];

/** Validates the form before sending. Drafts may lack a place and shift roles, which only published events need. */
export function problemsOf(values: EventFormValues, t: Words, asDraft = false): Record<string, string> {
  const { reasons } = t.eventForm;
  const problems: Record<string, string> = {};
  if (values.title.trim() === '') problems['title'] = reasons.title;
  if (values.chapterId === '') problems['chapterId'] = reasons.chapterId;
  Object.assign(problems, timeProblems(values.time, 'time', t));
  if (!asDraft && !values.online && values.place.trim() === '') problems['place'] = reasons.place;
  values.agenda.forEach(({ time, text, textEs }, index) => {
    if (time === '') problems[`agenda.${index}.time`] = reasons.agendaTime;
    if (text.trim() === '' && textEs.trim() === '') problems[`agenda.${index}.text`] = reasons.agendaText;
  });
  values.shifts.forEach((shift, index) => {
    const path = `shifts.${index}`;
    if (!asDraft && shift.role.trim() === '') problems[`${path}.role`] = reasons.role;
    const [capacity, taken] = [Number(shift.capacity), Number(shift.taken)];
    if (!(capacity >= 1 && capacity <= 10_000)) problems[`${path}.capacity`] = reasons.capacity;
    else if (capacity < taken) problems[`${path}.capacity`] = reasons.capacityBelowTaken({ taken });
    if (shift.ownTimes) {
      const { [`${path}.time.date`]: _eventDate, ...shiftProblems } = timeProblems(
        shiftTime(shift, values.time),
        `${path}.time`,
        t,
      );
      Object.assign(problems, shiftProblems);
    }
  });
  return problems;
}

function timeProblems(time: TimeValues, path: string, t: Words): Record<string, string> {
  const { reasons } = t.eventForm;
  const problems: Record<string, string> = {};
  if (time.date === '') problems[`${path}.date`] = reasons.date;
  if (time.start === '') problems[`${path}.start`] = reasons.start;
  if (time.end === '') problems[`${path}.end`] = reasons.end;
  if (Object.keys(problems).length > 0) return problems;
  if (`${endDayOf(time)}T${time.end}` <= `${time.date}T${time.start}`) problems[`${path}.endDate`] = reasons.endDate;
  return problems;
}

/** Returns the form's path for a field of the API's input. */
export function pathOf(field: string): string {
  return field
    .replace(/^input\./, '')
    .replace(/^event\./, '')
    .replace(/^(?:rule|until|extraDates|excludedDates)\b.*/, 'repeats')
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/startsAtLocal$/, 'time.start')
    .replace(/endsAtLocal$/, 'time.end');
}

export function refusedProblems(error: unknown, values: EventFormValues, t: Words): Record<string, string> | null {
  const { reasons } = t.eventForm;
  if (isRefusal(error, 'BAD_INPUT')) {
    const words: Record<string, string> = t.fieldReasons;
    const problems = Object.entries(error.fields).map(([field, reason]) => [
      pathOf(field),
      words[reason] ?? words['other'],
    ]);
    return problems.length > 0 ? Object.fromEntries(problems) : null;
  }
  if (isRefusal(error, 'CAPACITY_BELOW_TAKEN') || isRefusal(error, 'SHIFT_HAS_SIGNUPS')) {
    const { shiftId, taken } = error.details;
    const index = values.shifts.findIndex(({ id }) => id === shiftId);
    if (index < 0) return null;
    const text =
      error.code === 'SHIFT_HAS_SIGNUPS'
        ? reasons.shiftHasSignups
        : reasons.capacityBelowTaken({ taken: Number(taken) });
    return { [`shifts.${index}.capacity`]: text };
  }
  return null;
}
