import { Conflict, type FoundConflict } from '../parts/forms/conflict';
import type { FormFields } from '../parts/forms/form-fields';
import { useWords } from '../words/words';
import {
  localTimes,
  shiftTime,
  valuesOf,
  type AgendaValues,
  type EventFormValues,
  type ShiftValues,
  type TimeValues,
} from './event-form-values';
import type { ManagedEvent } from './queries';
import { useChapters } from '../session/chapters';

type SavedInput = Omit<ManagedEvent, 'chapter'> & { chapterId: string };

/** Converts and compares the version that another user saved. */
export const savedEvent = {
  theirs: ({ chapterId, ...savedInput }: SavedInput) =>
    valuesOf({ ...savedInput, chapter: { id: chapterId, name: '' } }),
  comparableValues,
};

/** Ignores times of shifts that have those of the event. */
function comparableValues(values: EventFormValues): EventFormValues {
  return {
    ...values,
    shifts: values.shifts.map((shift) => ({
      ...shift,
      time: shift.ownTimes ? shift.time : emptyTime,
    })),
  };
}

const emptyTime: TimeValues = { date: '', start: '', end: '', endDate: '' };

interface EventConflictProps {
  form: FormFields<EventFormValues>;
  conflict: FoundConflict<EventFormValues>;
}

export function EventConflict({ form, conflict }: EventConflictProps) {
  const { t } = useWords('eventForm', 'events');
  const { myChapters } = useChapters();
  const { fields, sections } = t.eventForm;
  const labels: Record<keyof EventFormValues, string> = {
    ...fields,
    chapterId: fields.chapter,
    time: t.events.when,
    online: fields.where,
    imageUrl: t.forms.markdown.preview,
    shifts: sections.people,
  };
  const labelOf = (field: string) => labels[field as keyof EventFormValues];
  const texts = (field: string, value: unknown): string => {
    if (field === 'chapterId') return myChapters.find(({ id }) => id === value)?.name ?? '';
    if (field === 'online') return value === true ? fields.online : fields.atPlace;
    if (field === 'time') return timeText(value as TimeValues);
    if (field === 'shifts')
      return (value as ShiftValues[]).map((shift) => shiftText(shift, form.values.time)).join('\n');
    if (field === 'agenda') return (value as AgendaValues[]).map(agendaText).join('\n');
    return Array.isArray(value) ? value.join(', ') : String(value);
  };
  return <Conflict form={form} found={conflict} labelOf={labelOf} textOf={texts} />;
}

const agendaText = ({ time, text, textEs }: AgendaValues) => [time, text, textEs].filter(Boolean).join(' · ');

function timeText(time: TimeValues): string {
  const { startsAtLocal, endsAtLocal } = localTimes(time);
  return `${startsAtLocal.replace('T', ' ')} – ${endsAtLocal.replace('T', ' ')}`;
}

function shiftText(shift: ShiftValues, event: TimeValues): string {
  return [
    shift.role,
    shift.capacity,
    timeText(shiftTime(shift, event)),
    shift.minimumAge,
    shift.maxFirstTimers,
    shift.note,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
