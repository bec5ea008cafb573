import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../../api/use-api';
import { Form, useModelForm } from '../../parts/forms/form';
import { FormField } from '../../parts/forms/form-field';
import { useWords } from '../../words/words';
import { openRequestMutation } from './queries';

export function RequestForm({ email, onDone }: { email: string; onDone: () => void }) {
  const { common, peoplesData: labels } = useWords('peoplesData').t;
  const open = useChange(openRequestMutation, {
    quiet: true,
    success: ({ openDataRequest: { kind, status } }) =>
      kind === 'EXPORT' ? labels.openedExport : status === 'OPEN' ? labels.openedTwo : labels.openedErased,
    onDone,
  });
  const form = useModelForm(models.OpenDataRequestInput, null, {
    labels: { ...labels, locale: labels.language },
    initial: { kind: 'EXPORT', email, locale: 'EN' },
    change: open,
    send: (input) => open.mutate({ input }),
  });
  const isErasure = form.values.kind === 'ERASURE';
  return (
    <Form form={form} submitLabel={labels.openSubmit} pendingLabel={common.opening} onCancel={onDone}>
      <Text c="dimmed">{labels.openLead}</Text>
      <FormField form={form} name="email" autoFocus />
      <FormField form={form} name="kind" description={isErasure ? labels.erasureText : labels.exportText} />
      <FormField form={form} name="locale" />
    </Form>
  );
}
