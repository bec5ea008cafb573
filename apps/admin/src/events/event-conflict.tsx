import { useState } from 'react';
import type { UseFormReturnType } from '@mantine/form';
import { isRefusal } from '../api/answers';
import { ChangedMeanwhile } from '../parts/changed-meanwhile';
import { merge, type Merged } from '../parts/merge';
import { useWords } from '../words/words';
import {
  localTimes,
  shiftTime,
  valuesOf,
  type EventFormValues,
  type ShiftValues,
  type TimeValues,
} from './event-form-values';
import type { EventInput, ManagedEvent } from './queries';

/** What the API says of a change that was written on an older version. */
interface Meanwhile {
  version: number;
  changedAt: string;
  changedBy: string | null;
  values: Omit<ManagedEvent, 'chapter'> & { chapterId: string };
}

type FoundConflict = Omit<Merged<EventFormValues>, 'values'> & { by: string | null; at: string };

/**
 * The version a form is written on, and what to do when somebody else has saved since: their changes are brought in
 * where nothing was typed, and shown beside what was.
 */
export function useEventConflict(form: UseFormReturnType<EventFormValues>, opened: { version?: number }) {
  const [base, setBase] = useState({ version: opened.version, values: form.getInitialValues() });
  const [found, setFound] = useState<FoundConflict | null>(null);
  return {
    /** The input, on the version that was seen last. */
    versioned: (input: EventInput): EventInput => ({ ...input, version: base.version ?? null }),
    /** Whether the refusal was this one, which is then shown. */
    show: (error: unknown): boolean => {
      if (!isRefusal(error, 'CHANGED_MEANWHILE')) return false;
      const meanwhile = error.details as unknown as Meanwhile;
      const theirs = valuesOf({ ...meanwhile.values, chapter: { id: meanwhile.values.chapterId, name: '' } });
      const merged = merge(comparable(base.values), comparable(form.getValues()), comparable(theirs));
      form.setValues(merged.values);
      setBase({ version: meanwhile.version, values: theirs });
      setFound({ ...merged, by: meanwhile.changedBy, at: meanwhile.changedAt });
      return true;
    },
    found,
  };
}

/** How full a shift is and what its row is called on the screen is nobody's change. */
function comparable(values: EventFormValues): EventFormValues {
  return {
    ...values,
    shifts: values.shifts.map((shift) => ({
      ...shift,
      key: shift.id ?? shift.key,
      time: shift.ownTimes ? shift.time : noTime,
    })),
  };
}

const noTime: TimeValues = { date: '', start: '', end: '', endDate: '' };

interface EventConflictProps {
  form: UseFormReturnType<EventFormValues>;
  found: FoundConflict;
  chapters: ReadonlyArray<{ id: string; name: string }>;
}

export function EventConflict({ form, found, chapters }: EventConflictProps) {
  const { t } = useWords();
  const { fields, sections } = t.eventForm;
  const labels: Record<keyof EventFormValues, string> = {
    ...fields,
    chapterId: fields.chapter,
    time: t.events.when,
    online: fields.where,
    imageUrl: fields.preview,
    shifts: sections.people,
  };
  const labelOf = (field: string) => labels[field as keyof EventFormValues];
  const texts = (field: string, value: unknown): string => {
    if (field === 'chapterId') return chapters.find(({ id }) => id === value)?.name ?? '';
    if (field === 'online') return value === true ? fields.online : fields.atPlace;
    if (field === 'time') return timeText(value as TimeValues);
    if (field === 'shifts')
      return (value as ShiftValues[]).map((shift) => shiftText(shift, form.values.time)).join('\n');
    return Array.isArray(value) ? value.join(', ') : String(value);
  };
  const open = found.conflicts.filter(
    ({ field, theirs }) => JSON.stringify(form.values[field as keyof EventFormValues]) !== JSON.stringify(theirs),
  );
  return (
    <ChangedMeanwhile
      by={found.by}
      at={found.at}
      taken={found.taken.map(labelOf)}
      conflicts={open.map(({ field, theirs, mine }) => ({
        field,
        label: labelOf(field),
        theirs: texts(field, theirs),
        mine: texts(field, mine),
        take: () => form.setFieldValue(field, theirs as never),
      }))}
    />
  );
}

function timeText(time: TimeValues): string {
  const { startsAtLocal, endsAtLocal } = localTimes(time);
  return `${startsAtLocal.replace('T', ' ')} – ${endsAtLocal.replace('T', ' ')}`;
}

function shiftText(shift: ShiftValues, event: TimeValues): string {
  return [shift.role, shift.capacity, timeText(shiftTime(shift, event)), shift.minimumAge, shift.note]
    .filter((part) => part !== '')
    .join(' · ');
}
