import { useChange } from '../api/use-api';
import { Confirm } from '../parts/confirm';
import { useWords } from '../words/words';
import { useGrantText } from './people-columns';
import { revokeRoleMutation, type AccountRow, type Grant } from './queries';

export function RevokeRole({ account, grant, onClose }: { account: AccountRow; grant: Grant; onClose: () => void }) {
  const { t } = useWords();
  const textOf = useGrantText();
  const revoke = useChange(revokeRoleMutation, {
    quiet: true,
    success: () => t.people.revoked(account.name),
    onDone: onClose,
  });
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t.people.revokeTitle(account.name)}
      text={t.people.revokeText(textOf(grant))}
      submit={t.people.revokeSubmit}
      working={t.people.revoking}
      pending={revoke.isPending}
      error={revoke.error}
      onConfirm={() =>
        revoke.mutate({ input: { accountId: account.id, role: grant.role, chapterId: grant.chapter?.id ?? null } })
      }
    />
  );
}
