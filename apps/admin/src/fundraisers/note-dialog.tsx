import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import type { pauseMutation, refuseMutation, requestChangesMutation } from './step-queries';

interface NoteDialogProps {
  id: string;
  opened: boolean;
  onClose: () => void;
  /** Mutations with a note that the organizer will read. */
  mutation: typeof pauseMutation | typeof refuseMutation | typeof requestChangesMutation;
  words: { title: string; text: string; label: string; submit: string; done: string };
}

export function NoteDialog({ id, opened, onClose, mutation, words }: NoteDialogProps) {
  const { t } = useWords('fundraisers');
  const { review } = t.fundraisers;
  return (
    <ConfirmChange
      opened={opened}
      onClose={onClose}
      title={words.title}
      text={words.text}
      reason={{ label: words.label, hint: review.noteHint, required: true }}
      submitLabel={words.submit}
      pendingLabel={review.working}
      mutation={mutation as typeof pauseMutation}
      variables={(note) => ({ input: { id, note } })}
      successMessage={words.done}
    />
  );
}
