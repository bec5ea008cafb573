import { useChange } from '../api/use-api';
import { Confirm } from '../parts/confirm';
import { useWords } from '../words/words';
import { endMutation } from './step-queries';

export function EndDialog({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const { review } = useWords().t.fundraisers;
  const end = useChange(endMutation, { quiet: true, success: () => review.ended, onDone: onClose });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={review.endTitle}
      text={review.endText}
      submit={review.endSubmit}
      working={review.working}
      pending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate({ input: { id } })}
    />
  );
}
