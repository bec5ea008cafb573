import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../../api/use-api';
import { Form, useModelForm } from '../../parts/forms/form';
import { useSettings } from '../../session/settings';
import { todayIn } from '../../parts/ui/dates';
import { useWords } from '../../words/words';
import { FormField } from '../../parts/forms/form-field';
import { choiceOf } from '../../parts/forms/form-only-fields';
import { placeHoldMutation } from './queries';

export function LegalHoldForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords('peoplesData');
  const labels = t.peoplesData.hold;
  const { timeZone } = useSettings();
  const place = useChange(placeHoldMutation, { quiet: true, success: () => labels.done, onDone });
  const form = useModelForm({ ...models.PlaceLegalHoldInput, keep: choiceOf('person', 'thing') }, null, {
    labels,
    initial: { keep: 'person' },
    problems: ({ keep, email, subjectId }) => {
      const missing = t.fieldReasons.required;
      return keep === 'person'
        ? { email: email === '' ? missing : undefined }
        : { subjectId: subjectId === '' ? missing : undefined };
    },
    change: place,
    send: ({ keep, email, subjectId, ...input }) =>
      place.mutate({ input: { ...input, ...(keep === 'thing' ? { subjectId } : { email }) } }),
  });
  return (
    <Form form={form} submitLabel={labels.placeSubmit} pendingLabel={labels.placing} onCancel={onDone}>
      <Text c="dimmed">{labels.placeLead}</Text>
      <FormField
        form={form}
        name="keep"
        choices={[
          { value: 'person', label: labels.person },
          { value: 'thing', label: labels.thing },
        ]}
      />
      {form.values.keep === 'person' ? (
        <FormField form={form} name="email" autoComplete="off" required />
      ) : (
        <FormField form={form} name="subjectId" autoComplete="off" required />
      )}
      <FormField form={form} name="reason" />
      <FormField form={form} name="endsOn" min={todayIn(timeZone)} />
    </Form>
  );
}
