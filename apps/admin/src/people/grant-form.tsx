import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
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
  const form = useModelForm(models.GrantInput, null, {
    omit: ['accountId'],
    labels: t.people,
    change: grant,
    send: (input) => grant.mutate({ input: { accountId: account.id, ...roleInput(input) } }),
  });

  return (
    <Form form={form} submitLabel={t.people.grantSubmit} pendingLabel={t.people.granting} onCancel={onDone}>
      <RoleFields field={form.field} />
    </Form>
  );
}
