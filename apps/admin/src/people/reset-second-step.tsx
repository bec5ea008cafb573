import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { resetSecondStepMutation, type AccountRow } from './queries';

/** Asks for confirmation, because it ends all their sessions. */
export function ResetSecondStep({ account, onClose }: { account: AccountRow; onClose: () => void }) {
  const { t } = useWords('people');
  return (
    <ConfirmChange
      onClose={onClose}
      title={t.people.resetTitle({ name: account.name })}
      text={t.people.resetText}
      submitLabel={t.people.resetSubmit}
      pendingLabel={t.shared.resetting}
      mutation={resetSecondStepMutation}
      variables={() => ({ accountId: account.id })}
      successMessage={t.people.resetDone({ name: account.name })}
    />
  );
}
