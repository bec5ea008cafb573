import { Text } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { hoursText, limits, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { Dialog } from '../parts/ui/dialog';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { choiceOf } from '../parts/forms/form-only-fields';
import type { HoursRow } from './queries';

export const decideHoursMutation = graphql(`
  mutation DecideHours($id: ID!, $approve: Boolean!, $minutes: Int, $reason: String) {
    decideHours(id: $id, approve: $approve, minutes: $minutes, reason: $reason) {
      id
    }
  }
`);

const { minutes, reason } = models.DecideHoursArguments;
const decisionModel = { answer: choiceOf('yes', 'no'), minutes: { ...minutes, min: 1, max: 1440 }, reason };

type Answer = 'yes' | 'no';

interface HoursDecisionProps {
  hours: HoursRow | null;
  /** Preselected answer. */
  answer?: Answer;
  onClose: () => void;
}

export function HoursDecision({ hours, answer = 'yes', onClose }: HoursDecisionProps) {
  const { t } = useWords('volunteers');
  return (
    <Dialog opened={hours !== null} onClose={onClose} title={t.volunteers.hours.decideTitle}>
      {hours && <Decision hours={hours} answer={answer} onDone={onClose} />}
    </Dialog>
  );
}

function Decision({ hours, answer, onDone }: { hours: HoursRow; answer: Answer; onDone: () => void }) {
  const { t, locale } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const decide = useChange(decideHoursMutation, { quiet: true, success: () => labels.decided, onDone });
  const form = useModelForm(decisionModel, hours, {
    labels,
    initial: { answer, reason: '' },
    required: ['minutes'],
    limits: limits.HoursCorrection,
    problems: ({ answer, minutes, reason }) => ({
      ...(answer === 'no' && { minutes: undefined }),
      reason:
        reason === '' && (answer === 'no' || Number(minutes) !== hours.minutes) ? t.fieldReasons.required : undefined,
    }),
    change: decide,
    send: ({ answer, minutes, reason }) =>
      decide.mutate({ id: hours.id, approve: answer === 'yes', minutes: answer === 'yes' ? minutes : null, reason }),
  });
  return (
    <Form form={form} submitLabel={t.common.save} onCancel={onDone}>
      <Text>{labels.of({ name: hours.name, what: hours.activity, time: hoursText(locale, hours.minutes) })}</Text>
      {hours.note && <Text c="dimmed">{labels.said({ note: hours.note })}</Text>}
      <FormField
        form={form}
        name="answer"
        choices={[
          { value: 'yes', label: t.common.approve },
          { value: 'no', label: t.common.decline },
        ]}
      />
      {form.values.answer === 'yes' && <FormField form={form} name="minutes" as="number" />}
      <FormField form={form} name="reason" as="textarea" />
    </Form>
  );
}
