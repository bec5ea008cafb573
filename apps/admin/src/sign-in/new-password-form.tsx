import { Button, PasswordInput, Stack, UnstyledButton } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useState, type FormEvent } from 'react';
import { fieldReason } from '../api/explain';
import { useChange } from '../api/use-api';
import { useStartWords } from '../words/words';
import { resetPasswordMutation } from './queries';
import { Refused } from './refused';
import classes from './sign-in.module.css';
import { StepHeading } from './step-heading';

const shortest = 15;

/** The last step for whoever forgot their password, and has just signed in without it. */
export function NewPasswordForm({ onDone }: { onDone: () => void }) {
  const { t, words } = useStartWords();
  const [newPassword, setNewPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const reset = useChange(resetPasswordMutation, { quiet: true, onDone });
  const refused = isRefusal(reset.error, 'BAD_INPUT') ? reset.error.fields['newPassword'] : undefined;
  const wrong = refused === undefined ? undefined : fieldReason(words, refused);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isShort = [...newPassword].length < shortest;
    setTooShort(isShort);
    if (!isShort && !reset.isPending) reset.mutate({ newPassword });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <StepHeading title={t.signIn.forgotTitle} lead={t.signIn.resetLead} />
        <Refused error={wrong === undefined ? reset.error : null} />
        <PasswordInput
          label={t.signIn.newPassword}
          autoComplete="new-password"
          autoFocus
          value={newPassword}
          onChange={(event) => setNewPassword(event.currentTarget.value)}
          error={tooShort ? t.signIn.tooShort : wrong}
          visibilityToggleButtonProps={{ 'aria-label': t.signIn.showPassword }}
        />
        <Button type="submit" size="md" aria-disabled={reset.isPending}>
          {reset.isPending ? t.signIn.resetSaving : t.signIn.resetSubmit}
        </Button>
        <UnstyledButton className={classes.other} onClick={onDone}>
          {t.signIn.resetNot}
        </UnstyledButton>
      </Stack>
    </form>
  );
}
