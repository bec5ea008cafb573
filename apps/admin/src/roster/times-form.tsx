import { graphql, isRefusal } from '@upstander/api-client';
import { Alert, Group, Text } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { instantOf, wallTimeOf } from '../parts/forms/wall-time';
import { day } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { formOnly } from '../parts/forms/form-only-fields';
import type { RosterEvent, RosterShift } from './queries';
import type { RosterEntry } from './roster';

const correctAttendanceMutation = graphql(`
  mutation CorrectAttendance($signupId: ID!, $arrivedAt: DateTime!, $leftAt: DateTime, $earlyReason: String) {
    correctAttendance(signupId: $signupId, arrivedAt: $arrivedAt, leftAt: $leftAt, earlyReason: $earlyReason) {
      id
    }
  }
`);

/**
 * Longest time before a shift that an arrival can be recorded, in milliseconds. On a night shift, an earlier time means
 * the next day.
 */
const earlyMs = 12 * 3_600_000;

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
  const isTooEarly = isRefusal(save.error, 'TOO_EARLY');
  const asksReason = isTooEarly || entry.earlyReason !== null;
  const form = useModelForm({ arrivedAt: formOnly.time, leftAt: formOnly.time, earlyReason: formOnly.text }, null, {
    labels: {
      arrivedAt: labels.arrived,
      leftAt: labels.left,
      leftAtHint: labels.leftHint,
      earlyReason: labels.earlyReason,
    },
    initial: {
      arrivedAt: wallTimeOf(new Date(entry.checkedInAt ?? shift.startsAt), timeZone),
      leftAt: entry.checkedOutAt ? wallTimeOf(new Date(entry.checkedOutAt), timeZone) : '',
      earlyReason: entry.earlyReason ?? '',
    },
    limits: limits.Signup,
    required: ['arrivedAt'],
    change: { isPending: save.isPending, error: isTooEarly ? null : save.error },
    send: ({ arrivedAt, leftAt, earlyReason }) => {
      const earliest = new Date(Date.parse(shift.startsAt) - earlyMs);
      const arrived = onShift(arrivedAt, shift, timeZone, earliest);
      if (!arrived) return;
      const left = leftAt === '' ? null : onShift(leftAt, shift, timeZone, arrived);
      save.mutate({
        signupId: entry.id,
        arrivedAt: arrived.toISOString(),
        leftAt: left?.toISOString() ?? null,
        earlyReason: asksReason ? earlyReason : null,
      });
    },
  });
  return (
    <Form form={form} submitLabel={isTooEarly ? labels.earlySubmit : t.common.save} onCancel={onDone}>
      <Text c="dimmed">{labels.lead({ day: day(locale, shift.startsAt, timeZone) })}</Text>
      <Group grow align="start">
        <FormField form={form} name="arrivedAt" autoFocus />
        <FormField form={form} name="leftAt" />
      </Group>
      {isTooEarly && (
        <Alert color="amber" title={labels.early} role="alert">
          <Text size="sm">{labels.earlyText}</Text>
        </Alert>
      )}
      {asksReason && <FormField form={form} name="earlyReason" autoFocus={isTooEarly} />}
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
