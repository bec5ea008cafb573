import { useChange } from '../api/use-api';
import { Confirm } from '../parts/confirm';
import { useWords } from '../words/words';
import { resetSecondStepMutation, type AccountRow } from './queries';

/** For somebody whose phone is gone: asks once more, because it signs them out everywhere. */
export function ResetSecondStep({ account, onClose }: { account: AccountRow; onClose: () => void }) {
  const { t } = useWords();
  const reset = useChange(resetSecondStepMutation, {
    quiet: true,
    success: () => t.people.resetDone(account.name),
    onDone: onClose,
  });
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t.people.resetTitle(account.name)}
      text={t.people.resetText}
      submit={t.people.resetSubmit}
      working={t.people.resetting}
      pending={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate({ accountId: account.id })}
    />
  );
}
