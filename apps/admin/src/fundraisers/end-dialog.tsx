import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { endMutation } from './step-queries';

export function EndDialog({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const { review } = useWords('fundraisers').t.fundraisers;
  return (
    <ConfirmChange
      opened={opened}
      onClose={onClose}
      title={review.endTitle}
      text={review.endText}
      submitLabel={review.endSubmit}
      pendingLabel={review.working}
      mutation={endMutation}
      variables={() => ({ input: { id } })}
      successMessage={review.ended}
    />
  );
}
