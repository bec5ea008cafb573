import { Button, PasswordInput, Text } from '@mantine/core';
import { ApiRefusal } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { setPasswordMutation } from './queries';

const shortest = 15;

/** The current password confirms that the account owner is at the keyboard. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { t } = useWords('account');
  const [round, setRound] = useState(0);
  const [opened, setOpened] = useState(false);
  if (!opened) {
    return (
      <Button variant="default" onClick={() => setOpened(true)}>
        {t.account.passwordSubmit}
      </Button>
    );
  }
  return (
    <Fields
      key={round}
      onDone={() => {
        setRound(round + 1);
        setOpened(false);
        onChanged();
      }}
      onCancel={() => setOpened(false)}
    />
  );
}

function Fields({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useWords('account');
  const me = useMe();
  const change = useChange(setPasswordMutation, { quiet: true, onDone });
  const form = useModelForm(models.SetPasswordArguments, null, {
    labels: t.account,
    // Not trimmed: leading and trailing spaces belong to a password.
    problems: (_, typed) => ({
      newPassword: [...typed.newPassword].length < shortest ? t.account.tooShort : undefined,
    }),
    change,
    send: (_, __, { currentPassword, newPassword }) =>
      change.mutate({ currentPassword: currentPassword || null, newPassword }),
  });
  const { field } = form;
  const wrong = change.error instanceof ApiRefusal && change.error.fields['currentPassword'] !== undefined;
  const toggle = { 'aria-label': t.signIn.showPassword };

  return (
    <Form form={form} submitLabel={t.account.passwordSubmit} pendingLabel={t.account.changing} onCancel={onCancel}>
      <Text c="dimmed" size="sm">
        {t.account.passwordLead}
      </Text>
      {/* Password managers need the account name next to the password. */}
      <input type="text" autoComplete="username" value={me.email} readOnly hidden />
      <PasswordInput
        label={t.account.currentPassword}
        description={t.account.currentPasswordHint}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...field('currentPassword')}
        error={wrong ? t.account.currentWrong : undefined}
      />
      <PasswordInput
        label={t.account.newPassword}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...field('newPassword')}
      />
    </Form>
  );
}
