import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { openRequestMutation } from './queries';

/** For somebody who asked by telephone or on paper. */
export function RequestForm({ email, onDone }: { email: string; onDone: () => void }) {
  const say = useWords('peoplesData').t.peoplesData;
  const open = useChange(openRequestMutation, {
    quiet: true,
    success: ({ openDataRequest: { kind, status } }) =>
      kind === 'EXPORT' ? say.openedExport : status === 'OPEN' ? say.openedTwo : say.openedErased,
    onDone,
  });
  const form = useMutationForm({
    initial: { kind: 'EXPORT', email, locale: 'EN' },
    required: ['email'],
    change: open,
    send: ({ kind, email: typed, locale }) =>
      open.mutate({
        input: {
          kind: kind === 'ERASURE' ? 'ERASURE' : 'EXPORT',
          email: typed,
          locale: locale === 'ES' ? 'ES' : 'EN',
        },
      }),
  });
  const { field } = form;
  const erases = form.values.kind === 'ERASURE';
  return (
    <Form form={form} submit={say.openSubmit} working={say.opening} onCancel={onDone}>
      <Text c="dimmed">{say.openLead}</Text>
      <TextInput label={say.email} type="email" autoComplete="off" data-autofocus {...field('email')} />
      <NativeSelect
        label={say.kind}
        description={erases ? say.erasureText : say.exportText}
        {...field('kind')}
        data={[
          { value: 'EXPORT', label: say.export },
          { value: 'ERASURE', label: say.erasure },
        ]}
      />
      <NativeSelect
        label={say.language}
        {...field('locale')}
        data={[
          { value: 'EN', label: say.english },
          { value: 'ES', label: say.spanish },
        ]}
      />
    </Form>
  );
}
