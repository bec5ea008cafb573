import { ConfirmChange } from '../parts/confirm';
import { useWords } from '../words/words';
import { useGrantText } from './people-columns';
import { revokeRoleMutation, type AccountRow, type Grant } from './queries';

export function RevokeRole({ account, grant, onClose }: { account: AccountRow; grant: Grant; onClose: () => void }) {
  const { t } = useWords();
  const textOf = useGrantText();
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.people.revokeTitle(account.name)}
      text={t.people.revokeText(textOf(grant))}
      submit={t.people.revokeSubmit}
      working={t.people.revoking}
      mutation={revokeRoleMutation}
      variables={() => ({ input: { accountId: account.id, role: grant.role, chapterId: grant.chapter?.id ?? null } })}
      done={t.people.revoked(account.name)}
    />
  );
}
