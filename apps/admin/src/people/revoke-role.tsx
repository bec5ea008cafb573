import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import { revokeRoleMutation, type AccountRow, type Grant } from './queries';

/** “Organizer, Los Angeles”; a role without a chapter is for the whole organisation. */
export function useGrantText(): (grant: Grant) => string {
  const { t, words } = useWords('people');
  return ({ role, chapter }) =>
    chapter ? t.people.roleAt({ role: words.enums.role[role], chapter: chapter.name }) : words.enums.role[role];
}

export function RevokeRole({ account, grant, onClose }: { account: AccountRow; grant: Grant; onClose: () => void }) {
  const { t } = useWords('people');
  const textOf = useGrantText();
  // Asked a second time where nobody would hold it any more: who then presses again means it.
  const [lastOne, setLastOne] = useState(false);
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.people.revokeTitle({ name: account.name })}
      text={t.people.revokeText({ role: textOf(grant) })}
      submit={t.people.revokeSubmit}
      working={t.people.revoking}
      mutation={revokeRoleMutation}
      variables={() => ({
        input: { accountId: account.id, role: grant.role, chapterId: grant.chapter?.id ?? null },
        lastOne,
      })}
      onFailed={(error) => {
        if (isRefusal(error, 'LAST_HOLDER')) setLastOne(true);
        return false;
      }}
      done={t.people.revoked({ name: account.name })}
    />
  );
}
