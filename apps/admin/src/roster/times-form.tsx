import { graphql } from '@upstander/api-client';
import { Group, Text } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { instantOf, wallTimeOf } from '../parts/forms/wall-time';
import { day } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { useModelForm } from '../parts/forms/use-model-form';
import { FormField } from '../parts/forms/form-field';
import { formOnly } from '../parts/forms/form-only-fields';
import type { RosterEvent, RosterShift } from './queries';
import type { RosterEntry } from './roster';

const correctAttendanceMutation = graphql(`
  mutation CorrectAttendance($signupId: ID!, $arrivedAt: DateTime!, $leftAt: DateTime) {
    correctAttendance(signupId: $signupId, arrivedAt: $arrivedAt, leftAt: $leftAt) {
      id
    }
  }
`);

/**
 * Longest time before a shift that an arrival can be recorded, in milliseconds. On a night shift, an earlier time means
 * the next day.
 */
const earlyMs = 6 * 3_600_000;

interface TimesFormProps {
  entry: RosterEntry;
  event: RosterEvent;
  shift: RosterShift;
  onDone: () => void;
}

/** Records actual arrival and departure, for example from a paper list. */
export function TimesForm({ entry, event, shift, onDone }: TimesFormProps) {
  const { t, locale } = useWords('roster');
  const labels = t.roster.times;
  const { timeZone } = event;
  const save = useChange(correctAttendanceMutation, { quiet: true, success: () => labels.saved, onDone });
  const form = useModelForm({ arrivedAt: formOnly.time, leftAt: formOnly.time }, null, {
    labels: { arrivedAt: labels.arrived, leftAt: labels.left, leftAtHint: labels.leftHint },
    initial: {
      arrivedAt: wallTimeOf(new Date(entry.checkedInAt ?? shift.startsAt), timeZone),
      leftAt: entry.checkedOutAt ? wallTimeOf(new Date(entry.checkedOutAt), timeZone) : '',
    },
    required: ['arrivedAt'],
    change: save,
    send: ({ arrivedAt, leftAt }) => {
      const earliest = new Date(Date.parse(shift.startsAt) - earlyMs);
      const arrived = onShift(arrivedAt, shift, timeZone, earliest);
      if (!arrived) return;
      const left = leftAt === '' ? null : onShift(leftAt, shift, timeZone, arrived);
      save.mutate({ signupId: entry.id, arrivedAt: arrived.toISOString(), leftAt: left?.toISOString() ?? null });
    },
  });
  return (
    <Form form={form} submitLabel={labels.submit} pendingLabel={labels.working} onCancel={onDone}>
      <Text c="dimmed">{labels.lead({ day: day(locale, shift.startsAt, timeZone) })}</Text>
      <Group grow align="start">
        <FormField form={form} name="arrivedAt" autoFocus />
        <FormField form={form} name="leftAt" />
      </Group>
    </Form>
  );
}

/**
 * Returns the instant of a time on the shift's day. A time before `after` is on the next day if the shift passes
 * midnight.
 */
function onShift(time: string, shift: RosterShift, timeZone: string, after: Date): Date | null {
  const dayOf = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at));
  const [first, last] = [dayOf(shift.startsAt), dayOf(shift.endsAt)];
  const at = instantOf(first, time, timeZone);
  return at && at <= after && last !== first ? instantOf(last, time, timeZone) : at;
}
