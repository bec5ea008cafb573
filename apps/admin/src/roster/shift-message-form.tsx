import { Text, Textarea, TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { messageShiftMutation } from './queries';

interface ShiftMessageFormProps {
  shiftId: string;
  onDone: () => void;
}

/** An email to everyone with a spot on a shift. */
export function ShiftMessageForm({ shiftId, onDone }: ShiftMessageFormProps) {
  const { t } = useWords('roster');
  const send = useChange(messageShiftMutation, {
    quiet: true,
    success: ({ messageShift }) => t.roster.gaps.sent({ count: messageShift }),
    onDone,
  });
  const form = useMutationForm({
    initial: { subject: '', body: '' },
    required: ['subject', 'body'],
    change: send,
    send: (message, keyFor) => send.mutate({ shiftId, ...message, idempotencyKey: keyFor(message) }),
  });
  const { field } = form;
  return (
    <Form form={form} submitLabel={t.roster.send} pendingLabel={t.roster.sending} onCancel={onDone}>
      <Text c="dimmed">{t.roster.gaps.messageLead}</Text>
      <TextInput label={t.roster.subject} maxLength={150} data-autofocus {...field('subject')} />
      <Textarea label={t.roster.body} autosize minRows={5} maxRows={14} maxLength={5000} {...field('body')} />
    </Form>
  );
}
