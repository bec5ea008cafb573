import { ConfirmChange } from '../parts/ui/confirm';
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
  const { t } = useWords('fundraisers');
  const { review } = t.fundraisers;
  return (
    <ConfirmChange
      opened={opened}
      onClose={onClose}
      title={words.title}
      text={words.text}
      reason={{ label: words.label, hint: review.noteHint, required: true }}
      submit={words.submit}
      working={review.working}
      mutation={mutation as typeof pauseMutation}
      variables={(note) => ({ input: { id, note } })}
      done={words.done}
    />
  );
}
