import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { placeHoldMutation } from './queries';

/** Places a legal hold on a person or record until a date. */
export function LegalHoldForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords('peoplesData');
  const labels = t.peoplesData.hold;
  const { timeZone } = useSettings();
  const place = useChange(placeHoldMutation, { quiet: true, success: () => labels.done, onDone });
  const form = useMutationForm({
    initial: { keep: 'person', email: '', subjectId: '', reason: '', endsOn: '' },
    required: ['reason', 'endsOn'],
    limits: limits.LegalHold,
    problems: ({ keep, email, subjectId }) => {
      const missing = t.fieldReasons.required;
      return keep === 'person'
        ? { email: email === '' ? missing : undefined }
        : { subjectId: subjectId === '' ? missing : undefined };
    },
    change: place,
    send: ({ keep, email, subjectId, reason, endsOn }) =>
      place.mutate({
        input: { reason, endsOn, ...(keep === 'thing' ? { subjectId: subjectId || null } : { email: email || null }) },
      }),
  });
  const { field } = form;
  return (
    <Form form={form} submitLabel={labels.placeSubmit} pendingLabel={labels.placing} onCancel={onDone}>
      <Text c="dimmed">{labels.placeLead}</Text>
      <NativeSelect
        label={labels.keep}
        {...field('keep')}
        data={[
          { value: 'person', label: labels.person },
          { value: 'thing', label: labels.thing },
        ]}
      />
      {form.values.keep === 'person' ? (
        <TextInput label={labels.email} type="email" autoComplete="off" {...field('email')} required />
      ) : (
        <TextInput
          label={labels.subjectId}
          description={labels.subjectIdHint}
          autoComplete="off"
          {...field('subjectId')}
          required
        />
      )}
      <Textarea label={labels.reason} description={labels.reasonHint} autosize minRows={2} {...field('reason')} />
      <TextInput type="date" label={labels.endsOn} min={todayIn(timeZone)} {...field('endsOn')} />
    </Form>
  );
}
