import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { approveRequestMutation, withdrawRequestMutation, type DataRequest } from './queries';

export interface Deciding {
  how: 'approve' | 'withdraw';
  row: DataRequest;
}

/** Approves an erasure, or proposes or confirms withdrawing a request that staff opened. */
export function DecideRequest({ how, row, onClose }: Deciding & { onClose: () => void }) {
  const labels = useWords('peoplesData').t.peoplesData;
  const who = row.email ?? labels.nobody;
  const variables = () => ({ id: row.id });
  return how === 'approve' ? (
    <ConfirmChange
      opened
      onClose={onClose}
      title={labels.approveTitle({ who })}
      text={labels.approveText({ by: row.askedByName ?? (row.byOperator ? labels.byOperator : null) })}
      submitLabel={labels.approveSubmit}
      pendingLabel={labels.approving}
      mutation={approveRequestMutation}
      variables={variables}
      successMessage={labels.approved}
    />
  ) : (
    <ConfirmChange
      opened
      onClose={onClose}
      title={labels.withdrawTitle({ who })}
      text={labels.withdrawText({ confirms: row.withdrawalAskedByName !== null })}
      submitLabel={labels.withdrawSubmit}
      pendingLabel={labels.withdrawing}
      mutation={withdrawRequestMutation}
      variables={variables}
      successMessage={labels.withdrawn({ confirms: row.withdrawalAskedByName !== null })}
    />
  );
}
