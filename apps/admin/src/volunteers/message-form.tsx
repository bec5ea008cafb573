import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { ChapterField, useChapterChoice } from './chapter-field';
import { messageMutation, type SelectedVolunteers } from './queries';

interface MessageFormProps {
  selected: SelectedVolunteers;
  onDone: () => void;
  onCancel: () => void;
}

export function MessageForm({ selected, onDone, onCancel }: MessageFormProps) {
  const { t, labels } = useWords('volunteers');
  const { initial, names } = useChapterChoice();
  const send = useChange(messageMutation, {
    quiet: true,
    success: ({ messageVolunteers }) => labels.sent({ count: messageVolunteers }),
    onDone,
  });
  const form = useModelForm(models.MessageVolunteersInput, null, {
    omit: ['ids', 'matching', 'idempotencyKey'],
    labels,
    initial: { chapterId: initial },
    change: send,
    send: (message, keyFor) => {
      const input = { ...selected, ...message };
      send.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  return (
    <Form form={form} submitLabel={t.common.send} pendingLabel={t.common.sending} onCancel={onCancel}>
      <Text c="dimmed">{labels.messageLead}</Text>
      <ChapterField label={labels.from} names={names} {...form.field('chapterId')} />
      <FormField form={form} name="subject" autoFocus />
      <FormField form={form} name="body" minRows={5} maxRows={14} />
    </Form>
  );
}
