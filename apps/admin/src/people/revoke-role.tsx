import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { DoorLinksOf } from '../door/door-links';
import { ConfirmChange } from '../parts/ui/confirm';
import { nameIn } from '../words/name-in';
import { useWords } from '../words/words';
import { revokeRoleMutation, type AccountRow, type Grant } from './queries';

/** "Organizer, Los Angeles". Without a chapter, the role applies to the whole organization. */
export function useGrantText(): (grant: Grant) => string {
  const { t, words, locale } = useWords('people');
  return ({ role, chapter, custom }) => {
    const name = custom ? nameIn(locale, custom) : words.enums.role[role];
    return chapter ? t.people.roleAt({ role: name, chapter: chapter.name }) : name;
  };
}

export function RevokeRole({ account, grant, onClose }: { account: AccountRow; grant: Grant; onClose: () => void }) {
  const { t } = useWords('people');
  const textOf = useGrantText();
  // Asks again if no one else would hold the role.
  const [isLastAdmin, setIsLastAdmin] = useState(false);
  return (
    <ConfirmChange
      onClose={onClose}
      title={t.people.revokeTitle({ name: account.name })}
      text={t.people.revokeText({ role: textOf(grant) })}
      submitLabel={t.people.revokeSubmit}
      pendingLabel={t.common.removing}
      mutation={revokeRoleMutation}
      variables={() => ({
        input: {
          accountId: account.id,
          role: grant.role,
          chapterId: grant.chapter?.id ?? null,
          customRoleId: grant.custom?.customRoleId,
        },
        confirmLastHolder: isLastAdmin,
      })}
      onFailed={(error) => {
        if (isRefusal(error, 'LAST_HOLDER')) setIsLastAdmin(true);
        return false;
      }}
      successMessage={t.people.revoked({ name: account.name })}
    >
      <DoorLinksOf accountId={account.id} />
    </ConfirmChange>
  );
}
