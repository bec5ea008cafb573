import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { resetSecondStepMutation, type AccountRow } from './queries';

/** For somebody whose phone is gone: asks once more, because it signs them out everywhere. */
export function ResetSecondStep({ account, onClose }: { account: AccountRow; onClose: () => void }) {
  const { t } = useWords('people');
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.people.resetTitle({ name: account.name })}
      text={t.people.resetText}
      submit={t.people.resetSubmit}
      working={t.people.resetting}
      mutation={resetSecondStepMutation}
      variables={() => ({ accountId: account.id })}
      done={t.people.resetDone({ name: account.name })}
    />
  );
}
