import { useChange } from '../api/use-api';
import { Confirm } from '../parts/confirm';
import { useWords } from '../words/words';
import type { pauseMutation, refuseMutation, requestChangesMutation } from './step-queries';

interface NoteDialogProps {
  id: string;
  opened: boolean;
  onClose: () => void;
  /** Each of these takes a note that the organizer reads. */
  mutation: typeof pauseMutation | typeof refuseMutation | typeof requestChangesMutation;
  words: { title: string; text: string; label: string; submit: string; done: string };
}

/** A step that needs a word to whoever runs the fundraiser. */
export function NoteDialog({ id, opened, onClose, mutation, words }: NoteDialogProps) {
  const { t } = useWords();
  const { review } = t.fundraisers;
  const change = useChange(mutation as typeof pauseMutation, {
    quiet: true,
    success: () => words.done,
    onDone: onClose,
  });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={words.title}
      text={words.text}
      reason={{ label: words.label, hint: review.noteHint, required: true }}
      submit={words.submit}
      working={review.working}
      pending={change.isPending}
      error={change.error}
      onConfirm={(note) => change.mutate({ input: { id, note } })}
    />
  );
}
