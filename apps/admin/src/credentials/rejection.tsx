import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { decideMutation } from './queries';

export function Rejection({ ids, onClose }: { ids: readonly string[] | null; onClose: () => void }) {
  const { t, labels } = useWords('credentials');
  const count = ids?.length ?? 0;
  return (
    <ConfirmChange
      opened={ids !== null}
      onClose={onClose}
      title={labels.rejectTitle({ count })}
      text={labels.rejectText({ count })}
      reason={{ label: t.common.reason, hint: labels.reasonHint, required: true }}
      submitLabel={t.common.decline}
      mutation={decideMutation}
      variables={(reason) => ({ ids: [...(ids ?? [])], approve: false, reason })}
      successMessage={labels.rejected({ count })}
    />
  );
}
