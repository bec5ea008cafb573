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
  const words = t.people.changes[change];
  const shared = {
    opened: true,
    onClose,
    title: words.title({ name: account.name }),
    text: words.text,
    submitLabel: words.submit,
    pendingLabel: words.working,
    successMessage: words.done({ name: account.name }),
  };
  const byId = () => ({ id: account.id });
  const byAccount = () => ({ accountId: account.id });
  if (change === 'disable') return <ConfirmChange {...shared} mutation={disableAccountMutation} variables={byId} />;
  if (change === 'enable')
    return <ConfirmChange {...shared} tone="good" mutation={enableAccountMutation} variables={byId} />;
  if (change === 'sessions') return <ConfirmChange {...shared} mutation={endSessionsMutation} variables={byAccount} />;
  return <ConfirmChange {...shared} mutation={stopSecondStepResetMutation} variables={byAccount} />;
}
