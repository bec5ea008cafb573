import { Text, Textarea, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { ChapterField, useChapterChoice } from './chapter-field';
import { messageMutation, type SelectedVolunteers } from './queries';

interface MessageFormProps {
  selected: SelectedVolunteers;
  onDone: () => void;
  onCancel: () => void;
}

/** Email to the selected volunteers. */
export function MessageForm({ selected, onDone, onCancel }: MessageFormProps) {
  const { t } = useWords('volunteers');
  const labels = t.volunteers;
  const { initial, names } = useChapterChoice();
  const send = useChange(messageMutation, {
    quiet: true,
    success: ({ messageVolunteers }) => labels.sent({ count: messageVolunteers }),
    onDone,
  });
  const form = useMutationForm({
    initial: { subject: '', body: '', chapterId: initial },
    required: ['subject', 'body'],
    limits: limits.Message,
    change: send,
    send: ({ chapterId, ...message }, keyFor) => {
      const input = { ...selected, ...message, chapterId: chapterId || null };
      send.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  return (
    <Form form={form} submitLabel={labels.send} pendingLabel={labels.sending} onCancel={onCancel}>
      <Text c="dimmed">{labels.messageLead}</Text>
      <ChapterField label={labels.from} names={names} {...form.field('chapterId')} />
      <TextInput label={labels.subject} data-autofocus {...form.field('subject')} />
      <Textarea label={labels.body} autosize minRows={5} maxRows={14} {...form.field('body')} />
    </Form>
  );
}
