import { Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { powerful } from '../session/use-me';
import { useWords } from '../words/words';
import { grantRoleMutation, type AccountRow } from './queries';
import { RoleFields, roleInput } from './role-fields';

export function GrantForm({ account, onDone }: { account: AccountRow; onDone: () => void }) {
  const { t } = useWords();
  const grant = useChange(grantRoleMutation, {
    quiet: true,
    success: (_, { input }) =>
      (powerful.includes(input.role) ? t.people.asked : t.people.granted)({ name: account.name }),
    onDone,
  });
  const { values, field, complete, shown } = useFields({ role: '', chapterId: '' }, ['role'], grant.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete() && !grant.isPending) grant.mutate({ input: { accountId: account.id, ...roleInput(values) } });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <RoleFields role={field('role')} chapter={field('chapterId')} />
        <FormFoot
          submit={t.people.grantSubmit}
          working={t.people.granting}
          pending={grant.isPending}
          error={grant.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
