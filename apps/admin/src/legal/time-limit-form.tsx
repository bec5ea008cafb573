import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useModelForm } from '../parts/forms/use-model-form';
import { useWords } from '../words/words';
import { reviewTimeLimitMutation, type TimeLimitRow } from './queries';

/** A time limit as a lawyer has reviewed it today, with any corrections. */
export function TimeLimitForm({ limit, onDone }: { limit: TimeLimitRow; onDone: () => void }) {
  const { t } = useWords('legal');
  const say = t.legal;
  const review = useChange(reviewTimeLimitMutation, { quiet: true, success: () => say.saved, onDone });
  const form = useModelForm(models.TimeLimitReviewInput, limit, {
    labels: say,
    initial: { reviewedBy: '' },
    required: ['reviewedBy'],
    change: review,
    send: (input) => review.mutate({ id: limit.id, input }),
  });
  return (
    <Form form={form} submit={say.record} working={say.saving} onCancel={onDone}>
      <Text>{say.recordLimit}</Text>
      <FormField form={form} name="rule" />
      <FormField form={form} name="ruleEs" />
      <FormField form={form} name="sourceTitle" />
      <FormField form={form} name="sourceYear" />
      <FormField form={form} name="sourceUrl" />
      <FormField form={form} name="reviewedBy" />
    </Form>
  );
}
