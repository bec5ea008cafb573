import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useModelForm } from '../parts/forms/use-model-form';
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
  const form = useModelForm(models.OpenDataRequestInput, null, {
    labels: { ...say, locale: say.language },
    initial: { kind: 'EXPORT', email, locale: 'EN' },
    change: open,
    send: (input) => open.mutate({ input }),
  });
  const isErasure = form.values.kind === 'ERASURE';
  return (
    <Form form={form} submit={say.openSubmit} working={say.opening} onCancel={onDone}>
      <Text c="dimmed">{say.openLead}</Text>
      <FormField form={form} name="email" autoFocus />
      <FormField form={form} name="kind" description={isErasure ? say.erasureText : say.exportText} />
      <FormField form={form} name="locale" />
    </Form>
  );
}
