import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { revokeTokenMutation, type TokenRow } from './queries';

export function RevokeToken({ token: { id, name }, onClose }: { token: TokenRow; onClose: () => void }) {
  const { common, accessTokens: labels } = useWords('accessTokens').t;
  return (
    <ConfirmChange
      onClose={onClose}
      title={labels.revokeTitle({ name })}
      text={labels.revokeText}
      submitLabel={common.revoke}
      pendingLabel={labels.revoking}
      mutation={revokeTokenMutation}
      variables={() => ({ id })}
      successMessage={labels.revoked}
    />
  );
}
