import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useSettings } from '../parts/ui/settings';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import { placeHoldMutation } from './queries';

/** Keeps what is known of a person, or of a thing, until a day. */
export function HoldForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords('peoplesData');
  const say = t.peoplesData.hold;
  const { timeZone } = useSettings();
  const place = useChange(placeHoldMutation, { quiet: true, success: () => say.done, onDone });
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
    <Form form={form} submit={say.placeSubmit} working={say.placing} onCancel={onDone}>
      <Text c="dimmed">{say.placeLead}</Text>
      <NativeSelect
        label={say.keep}
        {...field('keep')}
        data={[
          { value: 'person', label: say.person },
          { value: 'thing', label: say.thing },
        ]}
      />
      {form.values.keep === 'person' ? (
        <TextInput label={say.email} type="email" autoComplete="off" {...field('email')} required />
      ) : (
        <TextInput
          label={say.subjectId}
          description={say.subjectIdHint}
          autoComplete="off"
          {...field('subjectId')}
          required
        />
      )}
      <Textarea label={say.reason} description={say.reasonHint} autosize minRows={2} {...field('reason')} />
      <TextInput type="date" label={say.endsOn} min={todayIn(timeZone)} {...field('endsOn')} />
    </Form>
  );
}
