import { DoorLinksOf } from '../door/door-links';
import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import {
  disableAccountMutation,
  enableAccountMutation,
  endSessionsMutation,
  stopSecondStepResetMutation,
  type AccountRow,
} from './queries';

export type AccountChange = 'disable' | 'enable' | 'sessions' | 'stop-reset';

export function AccountDialog(props: { change: AccountChange; account: AccountRow; onClose: () => void }) {
  const { change, account, onClose } = props;
  const { t } = useWords('people');
  const labels = t.people.changes[change];
  const commonProps = {
    opened: true,
    onClose,
    title: labels.title({ name: account.name }),
    text: labels.text,
    submitLabel: labels.submit,
    pendingLabel: labels.working,
    successMessage: labels.done({ name: account.name }),
  };
  const byId = () => ({ id: account.id });
  const accountVariables = () => ({ accountId: account.id });
  if (change === 'disable')
    return (
      <ConfirmChange {...commonProps} mutation={disableAccountMutation} variables={byId}>
        <DoorLinksOf accountId={account.id} />
      </ConfirmChange>
    );
  if (change === 'enable')
    return <ConfirmChange {...commonProps} tone="good" mutation={enableAccountMutation} variables={byId} />;
  if (change === 'sessions')
    return (
      <ConfirmChange {...commonProps} mutation={endSessionsMutation} variables={accountVariables}>
        <DoorLinksOf accountId={account.id} />
      </ConfirmChange>
    );
  return <ConfirmChange {...commonProps} mutation={stopSecondStepResetMutation} variables={accountVariables} />;
}
