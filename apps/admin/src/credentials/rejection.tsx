import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { decideMutation } from './queries';

/** Says why these do not count; those who claimed them read it. */
export function Rejection({ ids, onClose }: { ids: readonly string[] | null; onClose: () => void }) {
  const { t } = useWords('credentials');
  const say = t.credentials;
  const count = ids?.length ?? 0;
  return (
    <ConfirmChange
      opened={ids !== null}
      onClose={onClose}
      title={say.rejectTitle({ count })}
      text={say.rejectText({ count })}
      reason={{ label: say.reason, hint: say.reasonHint, required: true }}
      submit={say.reject}
      working={say.working}
      mutation={decideMutation}
      variables={(reason) => ({ ids: [...(ids ?? [])], approve: false, reason })}
      done={say.rejected({ count })}
    />
  );
}
