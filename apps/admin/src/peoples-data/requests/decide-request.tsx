import { ConfirmChange } from '../../parts/ui/confirm';
import { useWords } from '../../words/words';
import { approveRequestMutation, withdrawRequestMutation, type DataRequest } from './queries';

export interface RequestDecision {
  action: 'approve' | 'withdraw';
  row: DataRequest;
}

export function DecideRequest({ action, row, onClose }: RequestDecision & { onClose: () => void }) {
  const { common, peoplesData: labels } = useWords('peoplesData').t;
  const personName = row.email ?? labels.nobody;
  const variables = () => ({ id: row.id });
  return action === 'approve' ? (
    <ConfirmChange
      onClose={onClose}
      title={labels.approveTitle({ who: personName })}
      text={labels.approveText({ by: row.askedByName ?? (row.byOperator ? labels.byOperator : null) })}
      submitLabel={labels.approveSubmit}
      pendingLabel={labels.approving}
      mutation={approveRequestMutation}
      variables={variables}
      successMessage={labels.approved}
    />
  ) : (
    <ConfirmChange
      onClose={onClose}
      title={labels.withdrawTitle({ who: personName })}
      text={labels.withdrawText({ confirms: row.withdrawalRequestedByName !== null })}
      submitLabel={labels.withdrawSubmit}
      pendingLabel={common.withdrawing}
      mutation={withdrawRequestMutation}
      variables={variables}
      successMessage={labels.withdrawn({ confirms: row.withdrawalRequestedByName !== null })}
    />
  );
}
