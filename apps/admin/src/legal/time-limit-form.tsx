import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import { reviewTimeLimitMutation, type TimeLimitRow } from './queries';

export function TimeLimitForm({ limit, onDone }: { limit: TimeLimitRow; onDone: () => void }) {
  const { t, labels } = useWords('legal');
  const review = useChange(reviewTimeLimitMutation, { quiet: true, success: () => t.shared.recorded, onDone });
  const form = useModelForm(models.TimeLimitReviewInput, limit, {
    labels: labels,
    initial: { reviewedBy: '' },
    required: ['reviewedBy'],
    change: review,
    send: (input) => review.mutate({ id: limit.id, input }),
  });
  return (
    <Form form={form} submitLabel={labels.record} onCancel={onDone}>
      <Text>{labels.recordLimit}</Text>
      <FormField form={form} name="rule" />
      <FormField form={form} name="ruleEs" />
      <FormField form={form} name="sourceTitle" />
      <FormField form={form} name="sourceYear" />
      <FormField form={form} name="sourceUrl" />
      <FormField form={form} name="reviewedBy" />
    </Form>
  );
}
