import { NativeSelect, NumberInput, Text, Textarea } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { hoursText, limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { Dialog } from '../parts/ui/dialog';
import { useWords } from '../words/words';
import type { HoursRow } from './hours-list';

const decideMutation = graphql(`
  mutation DecideHours($id: ID!, $approve: Boolean!, $minutes: Int, $reason: String) {
    decideHours(id: $id, approve: $approve, minutes: $minutes, reason: $reason) {
      id
      status
    }
  }
`);

/** Approves hours, as submitted or corrected, or declines them. */
export function HoursDecision({ hours, onClose }: { hours: HoursRow | null; onClose: () => void }) {
  const { t } = useWords('volunteers');
  return (
    <Dialog opened={hours !== null} onClose={onClose} title={t.volunteers.hours.decideTitle}>
      {hours && <Decision hours={hours} onDone={onClose} />}
    </Dialog>
  );
}

function Decision({ hours, onDone }: { hours: HoursRow; onDone: () => void }) {
  const { t, locale } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const decide = useChange(decideMutation, { quiet: true, success: () => labels.decided, onDone });
  const form = useMutationForm({
    initial: { answer: 'yes', minutes: String(hours.minutes), reason: '' },
    required: ['minutes'],
    limits: { reason: limits.HoursCorrection.reason },
    problems: ({ answer, minutes, reason }) => ({
      reason:
        reason === '' && (answer === 'no' || Number(minutes) !== hours.minutes) ? t.fieldReasons.required : undefined,
    }),
    change: decide,
    send: ({ answer, minutes, reason }) =>
      decide.mutate({
        id: hours.id,
        approve: answer === 'yes',
        minutes: answer === 'yes' ? Number(minutes) : null,
        reason: reason || null,
      }),
  });
  const { onChange: _, ...minutes } = form.field('minutes');
  return (
    <Form form={form} submitLabel={labels.save} pendingLabel={labels.saving} onCancel={onDone}>
      <Text>{labels.of({ name: hours.name, what: hours.what, time: hoursText(locale, hours.minutes) })}</Text>
      {hours.note && <Text c="dimmed">{labels.said({ note: hours.note })}</Text>}
      <NativeSelect
        label={labels.answer}
        {...form.field('answer')}
        data={[
          { value: 'yes', label: labels.approve },
          { value: 'no', label: labels.reject },
        ]}
      />
      {form.values.answer === 'yes' && (
        <NumberInput
          label={labels.minutes}
          min={1}
          max={1440}
          allowDecimal={false}
          {...minutes}
          onChange={(typed) => form.set('minutes', String(typed))}
        />
      )}
      <Textarea label={labels.reason} description={labels.reasonHint} autosize minRows={2} {...form.field('reason')} />
    </Form>
  );
}
