import { models } from '@upstander/web-kit';
import { Text } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { powerfulRoles } from '../session/use-me';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { createAccountMutation } from './queries';
import { RoleFields, roleInput } from './role-fields';

export function AddPersonForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords('account', 'people');
  const create = useChange(createAccountMutation, {
    quiet: true,
    success: (_, { input }) =>
      powerfulRoles.includes(input.role) ? t.people.asked({ name: input.name }) : t.people.added({ name: input.name }),
    onDone,
  });
  const form = useModelForm(models.CreateAccountInput, null, {
    labels: { ...t.people, locale: t.shared.language },
    initial: { locale: 'EN' },
    change: create,
    send: (input) => create.mutate({ input: { ...input, ...roleInput(input) } }),
  });

  return (
    <Form form={form} submitLabel={t.common.add} pendingLabel={t.common.adding} onCancel={onDone}>
      <Text c="dimmed">{t.people.addLead}</Text>
      <FormField form={form} name="name" autoComplete="off" autoFocus />
      <FormField form={form} name="email" autoComplete="off" />
      <FormField
        form={form}
        name="locale"
        choices={[
          { value: 'EN', label: t.account.english },
          { value: 'ES', label: t.account.spanish },
        ]}
      />
      <RoleFields field={form.field} />
    </Form>
  );
}
