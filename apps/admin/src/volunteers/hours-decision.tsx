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

/** Approves hours, as they are or with another number, or rejects them. */
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
  const say = t.volunteers.hours;
  const decide = useChange(decideMutation, { quiet: true, success: () => say.decided, onDone });
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
    <Form form={form} submit={say.save} working={say.saving} onCancel={onDone}>
      <Text>{say.of({ name: hours.name, what: hours.what, time: hoursText(locale, hours.minutes) })}</Text>
      {hours.note && <Text c="dimmed">{say.said({ note: hours.note })}</Text>}
      <NativeSelect
        label={say.answer}
        {...form.field('answer')}
        data={[
          { value: 'yes', label: say.approve },
          { value: 'no', label: say.reject },
        ]}
      />
      {form.values.answer === 'yes' && (
        <NumberInput
          label={say.minutes}
          min={1}
          max={1440}
          allowDecimal={false}
          {...minutes}
          onChange={(typed) => form.set('minutes', String(typed))}
        />
      )}
      <Textarea label={say.reason} description={say.reasonHint} autosize minRows={2} {...form.field('reason')} />
    </Form>
  );
}
