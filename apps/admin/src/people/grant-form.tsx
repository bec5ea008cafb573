import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { powerfulRoles } from '../session/use-me';
import { useWords } from '../words/words';
import { grantRoleMutation, type AccountRow } from './queries';
import { RoleFields, roleInput } from './role-fields';

export function GrantForm({ account, onDone }: { account: AccountRow; onDone: () => void }) {
  const { t } = useWords('people');
  const grant = useChange(grantRoleMutation, {
    quiet: true,
    success: (_, { input }) =>
      (powerfulRoles.includes(input.role) ? t.people.asked : t.people.granted)({ name: account.name }),
    onDone,
  });
  const form = useMutationForm({
    initial: { role: '', chapterId: '' },
    required: ['role'],
    change: grant,
    send: (values) => {
      grant.mutate({ input: { accountId: account.id, ...roleInput(values) } });
    },
  });
  const { field } = form;

  return (
    <Form form={form} submitLabel={t.people.grantSubmit} pendingLabel={t.people.granting} onCancel={onDone}>
      <RoleFields role={field('role')} chapter={field('chapterId')} />
    </Form>
  );
}
