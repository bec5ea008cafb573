import { limits } from '@upstander/web-kit';
import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { powerfulRoles } from '../session/use-me';
import { useWords } from '../words/words';
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
  const form = useMutationForm({
    initial: { name: '', email: '', locale: 'EN', role: '', chapterId: '' },
    required: ['name', 'email', 'role'],
    limits: limits.Account,
    change: create,
    send: (values) => {
      const { name, email, locale } = values;
      create.mutate({
        input: { name: name, email: email, locale: locale === 'ES' ? 'ES' : 'EN', ...roleInput(values) },
      });
    },
  });
  const { field } = form;

  return (
    <Form form={form} submitLabel={t.people.addSubmit} pendingLabel={t.people.adding} onCancel={onDone}>
      <Text c="dimmed">{t.people.addLead}</Text>
      <TextInput label={t.people.name} autoComplete="off" data-autofocus {...field('name')} />
      <TextInput label={t.people.email} type="email" autoComplete="off" {...field('email')} />
      <NativeSelect
        label={t.people.language}
        {...field('locale')}
        data={[
          { value: 'EN', label: t.account.english },
          { value: 'ES', label: t.account.spanish },
        ]}
      />
      <RoleFields role={field('role')} chapter={field('chapterId')} />
    </Form>
  );
}
