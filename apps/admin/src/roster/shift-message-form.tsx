import { Text } from '@mantine/core';
import { models, limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useWords } from '../words/words';
import { useModelForm } from '../parts/forms/use-model-form';
import { FormField } from '../parts/forms/form-field';
import { messageShiftMutation } from './queries';

interface ShiftMessageFormProps {
  shiftId: string;
  onDone: () => void;
}

export function ShiftMessageForm({ shiftId, onDone }: ShiftMessageFormProps) {
  const { t } = useWords('roster');
  const send = useChange(messageShiftMutation, {
    quiet: true,
    success: ({ messageShift }) => t.roster.gaps.sent({ count: messageShift }),
    onDone,
  });
  const form = useModelForm(models.MessageShiftArguments, null, {
    omit: ['shiftId', 'idempotencyKey'],
    labels: t.roster,
    limits: limits.Message,
    change: send,
    send: (message, keyFor) => send.mutate({ shiftId, ...message, idempotencyKey: keyFor(message) }),
  });
  return (
    <Form form={form} submitLabel={t.roster.send} pendingLabel={t.roster.sending} onCancel={onDone}>
      <Text c="dimmed">{t.roster.gaps.messageLead}</Text>
      <FormField form={form} name="subject" autoFocus />
      <FormField form={form} name="body" as="textarea" minRows={5} maxRows={14} />
    </Form>
  );
}
