import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { ApiRefusal } from '@upstander/api-client';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { setPasswordMutation } from './queries';

const shortest = 15;

/** Chooses a new password; the old one proves that the person at the desk is the owner. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { t } = useWords();
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
  const { t } = useWords();
  const me = useMe();
  const change = useChange(setPasswordMutation, { quiet: true, onDone });
  const { values, field, complete, shown } = useFields(
    { currentPassword: '', newPassword: '' },
    ['newPassword'],
    change.error,
  );
  const [tooShort, setTooShort] = useState(false);
  const wrong = change.error instanceof ApiRefusal && change.error.fields['currentPassword'] !== undefined;
  const toggle = { 'aria-label': t.signIn.showPassword };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = [...values.newPassword].length < shortest;
    setTooShort(short);
    if (!complete() || short || change.isPending) return;
    const { currentPassword, newPassword } = values;
    change.mutate({ currentPassword: currentPassword === '' ? null : currentPassword, newPassword });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed" size="sm">
          {t.account.passwordLead}
        </Text>
        {/* Password managers look for the name the password belongs to. */}
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
          error={tooShort ? t.account.tooShort : field('newPassword').error}
        />
        <FormFoot
          submit={t.account.passwordSubmit}
          working={t.account.changing}
          pending={change.isPending}
          error={change.error}
          shown={shown}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
