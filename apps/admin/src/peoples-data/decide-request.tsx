import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { approveRequestMutation, withdrawRequestMutation, type DataRequest } from './queries';

export interface Deciding {
  how: 'approve' | 'withdraw';
  row: DataRequest;
}

/** Approves an erasure, or proposes or confirms the withdrawal of a request that staff opened. */
export function DecideRequest({ how, row, onClose }: Deciding & { onClose: () => void }) {
  const say = useWords('peoplesData').t.peoplesData;
  const who = row.email ?? say.nobody;
  const variables = () => ({ id: row.id });
  return how === 'approve' ? (
    <ConfirmChange
      opened
      onClose={onClose}
      title={say.approveTitle({ who })}
      text={say.approveText({ by: row.askedByName ?? (row.byOperator ? say.byOperator : null) })}
      submit={say.approveSubmit}
      working={say.approving}
      mutation={approveRequestMutation}
      variables={variables}
      done={say.approved}
    />
  ) : (
    <ConfirmChange
      opened
      onClose={onClose}
      title={say.withdrawTitle({ who })}
      text={say.withdrawText({ confirms: row.withdrawalAskedByName !== null })}
      submit={say.withdrawSubmit}
      working={say.withdrawing}
      mutation={withdrawRequestMutation}
      variables={variables}
      done={say.withdrawn({ confirms: row.withdrawalAskedByName !== null })}
    />
  );
}
