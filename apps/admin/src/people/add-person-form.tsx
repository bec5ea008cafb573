import { limits } from '@upstander/web-kit';
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { powerful } from '../session/use-me';
import { useWords } from '../words/words';
import { createAccountMutation } from './queries';
import { RoleFields, roleInput } from './role-fields';

export function AddPersonForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const create = useChange(createAccountMutation, {
    quiet: true,
    success: (_, { input }) =>
      powerful.includes(input.role) ? t.people.asked({ name: input.name }) : t.people.added({ name: input.name }),
    onDone,
  });
  const { values, field, complete, shown } = useFields(
    { name: '', email: '', locale: 'EN', role: '', chapterId: '' },
    ['name', 'email', 'role'],
    create.error,
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || create.isPending) return;
    const { name, email, locale } = values;
    create.mutate({
      input: { name: name.trim(), email: email.trim(), locale: locale === 'ES' ? 'ES' : 'EN', ...roleInput(values) },
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed">{t.people.addLead}</Text>
        <TextInput
          label={t.people.name}
          autoComplete="off"
          maxLength={limits.Account.name}
          data-autofocus
          {...field('name')}
        />
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
        <FormFoot
          submit={t.people.addSubmit}
          working={t.people.adding}
          pending={create.isPending}
          error={create.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
